"""``sayso add``, ``reread`` and ``demo``: what writes readings to a ledger."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.output import complain
from sayso.cli.reading import Fast, Files, Jsonl, Published, answers, rows_of, settings_for

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
    run = run_of(ledger, fast=fast)
    with progress(expected) as advance:

        def unknown() -> Iterator[Row]:
            for row in rows:
                if row.document is not None and ledger.has(row.document):
                    counts["known"] += 1
                    advance()
                else:
                    yield row

        for answer in answers(unknown(), fast=fast):
            counts[_keep(ledger, answer, run)] += 1
            advance()
    return counts["added"], counts["known"], counts["failed"]


def run_of(ledger: Ledger, *, fast: bool) -> Callable[[], int]:
    """What tells the number of this run, with which the ledger keeps what it reads with: once, when first asked."""

    @cache
    def run() -> int:
        from sayso.ledger.manifest import Manifest

        return ledger.start_run(Manifest.of(settings_for(fast=fast)))

    return run


def _keep(ledger: Ledger, answer: Answer, run: Callable[[], int]) -> str:
    if answer.reading is not None:
        return "added" if ledger.add(answer.reading, run=run(), pairs=answer.row.pairs) else "known"
    if answer.error is not None:
        complain(answer.error)
    return "failed"


def reread(fast: Fast = False, ledger: LedgerPath = None) -> None:
    """Read all kept documents anew, with this version and the settings of now; the earlier readings stay."""
    from sayso.sources import Row

    with open_ledger(ledger) as kept:
        number = len(kept)
        rows = (Row(document.id, document, pairs=pairs) for document, pairs in kept.brought())
        counts = {"added": 0, "known": 0, "failed": 0}
        run = run_of(kept, fast=fast)
        with progress(number) as advance:
            for answer in answers(rows, fast=fast):
                counts[_keep(kept, answer, run)] += 1
                advance()
    told = f"{counts['added']:,} read otherwise, {counts['known']:,} as before, {counts['failed']:,} not readable"
    typer.echo(f"{told}; 'sayso diff' tells what changed", err=True)
    if counts["failed"]:
        raise typer.Exit(1)


@contextmanager
def progress(expected: int) -> Iterator[Callable[[], None]]:
    """A bar on a terminal; what to call for each row that is done."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=expected or None)
        yield partial(bar.advance, task)


def demo(
    ledger: Annotated[
        Path, typer.Option("--ledger", "-l", help="The ledger to make; that of an earlier demo is replaced.")
    ] = Path("demo.db"),
) -> None:
    """Read the dispatches of the demo into a fresh ledger, and ask it a few questions."""
    from sayso.cli.demo import run_demo

    run_demo(ledger)


COMMANDS = (add, reread, demo)
