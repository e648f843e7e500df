"""Exports: the reports behind a question, in formats that other programs read. docs/exports.md describes them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from sayso.errors import OutputError
from sayso.views.event_question import EventQuestion
from sayso.views.exports.formats import FORMATS
from sayso.views.exports.reports import reports
from sayso.views.exports.writing import whole_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.ledger import Ledger
    from sayso.views.exports.formats import Format
    from sayso.views.exports.report import Report

__all__ = ["FORMATS", "Exported", "export", "format_called", "write_export"]


@dataclass(slots=True)
class Exported:
    """How many reports were written, and how many the format can't hold: their status would have been lost."""

    written: int = 0
    left_out: int = 0


def export(
    ledger: Ledger,
    form: str,
    path: str | Path,
    *,
    force: bool = False,
    actor: str | None = None,
    with_: str | None = None,
    by: str | None = None,
    to: str | None = None,
    since: str | None = None,
    until: str | None = None,
    type: str | None = None,  # noqa: A002 - the contract's word
    status: str | None = None,
    as_of: str | None = None,
    raw: bool = False,
) -> Exported:
    """Writes the reports behind a question to a file, which is there whole or not at all.

    Args:
        ledger: what is asked.
        form: ``parquet``, ``csv``, ``jsonl``, ``polecat``, ``gdelt``, ``jsonld``, ``geojson``, ``atom`` or ``bibtex``.
        path: the file.
        force: whether a file that is there is replaced.
        actor: who takes part, on either side: a country's code or name, or (the beginning of) a name.
        with_: who else takes part.
        by: who did it.
        to: to whom it was done.
        since: day, month or year (``2018-06``) before which it was not over.
        until: day, month or year in which it had begun at the latest.
        type: the PLOVER type, such as ``CONSULT``.
        status: such as ``actual`` or ``planned``.
        as_of: a day, month or year at whose end (UTC), or a moment at which, the ledger is asked; None for now.
        raw: what was read, without verdicts.

    Raises:
        OutputError: there is no such format, a file is there, it can't be written, or a library is missing.
        UnreadableInput: if a date is none, or an actor has no letter.
    """
    question = EventQuestion(actor=actor, with_=with_, by=by, to=to, since=since, until=until, type=type, status=status)
    chosen = format_called(form)
    with whole_file(Path(path), force=force) as sink:
        return write_export(ledger, chosen, question, sink, as_of=as_of, raw=raw)


def format_called(name: str) -> Format:
    """The format of this name.

    Raises:
        OutputError: there is none.
    """
    if name not in FORMATS:
        message = f"there is no format '{name}': choose one of {', '.join(FORMATS)}"
        raise OutputError(message, where=name)
    return FORMATS[name]


def write_export(
    ledger: Ledger,
    form: Format,
    question: EventQuestion,
    sink: BinaryIO,
    *,
    as_of: str | None = None,
    raw: bool = False,
) -> Exported:
    """Writes the reports that answer the question, as they are found; ``as_of`` and ``raw`` as for ``export``.

    Raises:
        OutputError: a library is missing.
        UnreadableInput: if a date is none, or an actor has no letter.
    """
    counts = Exported()
    found = reports(ledger, question, as_of=as_of, raw=raw)
    asked = [question.words(), *([f"as of {as_of}"] if as_of else ()), *(["as it was read"] if raw else ())]
    form.write(_counted(found, form, counts), ", ".join(asked), sink)
    return counts


def _counted(found: Iterable[Report], form: Format, counts: Exported) -> Iterator[Report]:
    for report in found:
        if form.keeps(report):
            counts.written += 1
            yield report
        else:
            counts.left_out += 1
