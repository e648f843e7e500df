"""``sayso export``: the reports behind a question, in a format that other programs read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.answering import AsOf, Raw, Since, Until  # noqa: TC001 - typer resolves the annotations
from sayso.cli.asking import Actor, By, Status, To, Type, With  # noqa: TC001 - as above
from sayso.cli.keeping import LedgerPath, open_ledger

_STANDARD_OUTPUT = Path("-")


def export(
    form: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT", help="One of parquet, csv, jsonl, polecat, gdelt, jsonld, geojson, atom, bibtex."
        ),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The file to write; - is standard output, for all but Parquet.")
    ],
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
    actor: Actor = None,
    with_: With = None,
    by: By = None,
    to: To = None,
    since: Since = None,
    until: Until = None,
    type_: Type = None,
    status: Status = None,
    as_of: AsOf = None,
    raw: Raw = False,
    ledger: LedgerPath = None,
) -> None:
    """Write the reports that answer a question in a format that other programs read."""
    from sayso.errors import OutputError
    from sayso.views.event_question import EventQuestion
    from sayso.views.exports import format_called, write_export
    from sayso.views.exports.writing import whole_file
    from sayso.views.tallies import counted

    chosen = format_called(form)
    question = EventQuestion(
        actor=actor, with_=with_, by=by, to=to, since=since, until=until, type=type_, status=status
    )
    with open_ledger(ledger) as kept:
        if output != _STANDARD_OUTPUT:
            with whole_file(output, force=force) as sink:
                counts = write_export(kept, chosen, question, sink, as_of=as_of, raw=raw)
        elif chosen.is_text:
            counts = write_export(kept, chosen, question, sys.stdout.buffer, as_of=as_of, raw=raw)
            sys.stdout.buffer.flush()
        else:
            message = f"{form} is no text for standard output: name a file with --output"
            raise OutputError(message, where=form)
    left = f"; {counts.left_out:,} left out, whose status has no column there" if counts.left_out else ""
    typer.echo(f"{counted(counts.written, 'report')} as {form}{left}", err=True)


COMMANDS = (export,)
