"""``sayso add`` and ``sayso demo``: what writes to a ledger."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.output import complain
from sayso.cli.reading import Files, Jsonl, Published, answers, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.ledger import Ledger
    from sayso.sources import Row

LedgerPath = Annotated[
    Path | None, typer.Option("--ledger", "-l", help="The ledger's file; sayso.db if none is named.")
]


def add(files: Files = None, jsonl: Jsonl = None, published: Published = None, ledger: LedgerPath = None) -> None:
    """Read documents and keep what they tell in a ledger."""
    with open_ledger(ledger, create=True) as kept:
        added, known, failed = keep(kept, rows_of(files, jsonl, published))
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
    from sayso.settings import Settings

    return Ledger.open(path or Settings().ledger, create=create)


def keep(ledger: Ledger, rows: Iterable[Row]) -> tuple[int, int, int]:
    """(added, already known, not readable): each document is kept as soon as it is read, in one transaction.

    A document that the ledger has is not read again.
    """
    counts = {"added": 0, "known": 0, "failed": 0}

    def unknown() -> Iterator[Row]:
        for row in rows:
            if row.document is not None and ledger.has(row.document):
                counts["known"] += 1
            else:
                yield row

    for answer in _watched(answers(unknown())):
        if answer.reading is not None:
            counts["added" if ledger.add(answer.reading) else "known"] += 1
        elif answer.error is not None:
            counts["failed"] += 1
            complain(answer.error)
    return counts["added"], counts["known"], counts["failed"]


def _watched[T](items: Iterable[T]) -> Iterator[T]:
    """The items, with a bar on a terminal that counts them."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("reading"), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=None)
        for item in items:
            yield item
            progress.advance(task)


def demo(
    ledger: Annotated[
        Path, typer.Option("--ledger", "-l", help="The ledger to make; one that is there is replaced.")
    ] = Path("demo.db"),
) -> None:
    """Read the dispatches of the demo into a fresh ledger, and ask it a few questions."""
    from sayso.cli.demo import run_demo

    run_demo(ledger)


COMMANDS = (add, demo)
