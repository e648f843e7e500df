"""The rows of a reading's reports, without the happenings: these follow from all reports, the rest from the reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sayso.ledger.happenings.blocking import stands_under
from sayso.ledger.happenings.packing import packed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sayso.ledger.happenings.report import Report
    from sayso.records import Reading

type Row = dict[str, Any]


def place_of(report: Report, number: int, events: Mapping[str, int]) -> Row:
    """What a report is found by: of the reading with this number, whose ``events`` are numbered so by their ids."""
    return {"reading": number, "event": events[report.key[1]], "of": report.key[2]}


def party_rows(report: Report, place: Row) -> list[Row]:
    """What the report at this place is looked up by."""
    told = {"act": report.act, "anchor": report.anchor}
    return [{**place, **told, "party": key} for key in sorted(stands_under(report))]


def report_rows(reports: Iterable[Report], reading: Reading, number: int) -> tuple[list[Row], list[Row]]:
    """The rows of ``reports``, without ``happening``, and of ``report_parties``, of a reading's reports."""
    events = {event.id: n for n, event in enumerate(reading.events)}
    placed = [(report, place_of(report, number, events)) for report in reports]
    rows = [{**place, "packed": packed(report)} for report, place in placed]
    return rows, [row for report, place in placed for row in party_rows(report, place)]
