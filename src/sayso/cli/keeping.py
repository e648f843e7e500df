"""``sayso add`` and ``sayso demo``: what writes to a ledger."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.output import complain
from sayso.cli.reading import Fast, Files, Jsonl, Published, answers, rows_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sayso.api import Answer
    from sayso.ledger import Ledger
    from sayso.sources import Row

LedgerPath = Annotated[
    Path | None, typer.Option("--ledger", "-l", help="The ledger's file; sayso.db if none is named.")
]


def add(
    files: Files = None,
    jsonl: Jsonl = None,
    published: Published = None,
    fast: Fast = False,
    ledger: LedgerPath = None,
) -> None:
    """Read documents and keep what they tell in a ledger."""
    from sayso.sources import count_rows

    rows = rows_of(files, jsonl, published)
    expected = count_rows(files or ()) + count_rows(filter(None, [jsonl]), form="jsonl")
    with open_ledger(ledger, create=True) as kept:
        added, known, failed = keep(kept, rows, expected=expected, fast=fast)
    typer.echo(
        f"{added:,} added, {known:,} already known, {failed:,} not readable; the ledger is {kept.path}", err=True
    )
    if failed:
        raise typer.Exit(1)


def open_ledger(path: Path | None, *, create: bool = False) -> Ledger:
    """The ledger of this path, or of the settings.

    Raises:
        LedgerError: if it can't be opened.
    """
    from sayso.ledger import Ledger
    from sayso.settings import load_settings

    return Ledger.open(path or load_settings().ledger, create=create)


def keep(ledger: Ledger, rows: Iterable[Row], *, expected: int = 0, fast: bool = False) -> tuple[int, int, int]:
    """(added, already known, not readable): each document is kept as soon as it is read, in one transaction.

    A document that the ledger has is not read again. ``expected`` is how many rows there are, as far as that is known.
    """
    counts = {"added": 0, "known": 0, "failed": 0}
    with _bar(expected) as advance:

        def unknown() -> Iterator[Row]:
            for row in rows:
                if row.document is not None and ledger.has(row.document):
                    counts["known"] += 1
                    advance()
                else:
                    yield row

        for answer in answers(unknown(), fast=fast):
            counts[_keep(ledger, answer)] += 1
            advance()
    return counts["added"], counts["known"], counts["failed"]


def _keep(ledger: Ledger, answer: Answer) -> str:
    if answer.reading is not None:
        return "added" if ledger.add(answer.reading) else "known"
    if answer.error is not None:
        complain(answer.error)
    return "failed"


@contextmanager
def _bar(expected: int) -> Iterator[Callable[[], None]]:
    """A bar on a terminal; what to call for each row that is done."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=expected or None)
        yield partial(progress.advance, task)


def demo(
    ledger: Annotated[
        Path, typer.Option("--ledger", "-l", help="The ledger to make; that of an earlier demo is replaced.")
    ] = Path("demo.db"),
) -> None:
    """Read the dispatches of the demo into a fresh ledger, and ask it a few questions."""
    from sayso.cli.demo import run_demo

    run_demo(ledger)


COMMANDS = (add, demo)
