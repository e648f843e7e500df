"""Reports of happenings: the rows of the ledger that tell one, each with its event.

A report of an event that is about another ("called off the visit") is two: of the event itself, which is told as done,
and of the other act, of which only the status is told.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, and_, case, or_, select

from sayso.ledger.happenings.packing import unpacked
from sayso.ledger.happenings.report import PROMISES
from sayso.ledger.schema import DOCUMENTS, EVENTS, REPORTS
from sayso.views.outlets import outlet_of
from sayso.views.told_events import columns, event_of, surroundings_of, told_events

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Join

    from sayso.ledger.happenings import Report
    from sayso.views.answers import EventAnswer

# Rows whose parts are looked up together.
_CHUNK = 500
# In these an act is told as done.
_DONE = ("actual", "ongoing")

_IS_EVENT = REPORTS.c.of == "type"
_IS_OWN = or_(_IS_EVENT, EVENTS.c.type == EVENTS.c.act, EVENTS.c.type.in_(sorted(PROMISES)))

# PLOVER type of what is told, and how it stands.
ACT: ColumnElement[str] = case((_IS_EVENT, EVENTS.c.type), else_=EVENTS.c.act)
STATUS: ColumnElement[str] = case((_IS_EVENT, "actual"), else_=EVENTS.c.status)
# Whether the report tells the act as done.
DONE: ColumnElement[bool] = and_(_IS_OWN, STATUS.in_(_DONE))
# The days of the act, if the report tells any: those of a calling off are not those of the visit.
FIRST: ColumnElement[str | None] = case((_IS_OWN, EVENTS.c.from_day))
AFTER: ColumnElement[str | None] = case((_IS_OWN, EVENTS.c.to_day))
# By when it was done; else by when that was published; else by the plan; else by when that was published.
DAY: tuple[ColumnElement[Any], ...] = (
    case((DONE, EVENTS.c.from_day)),
    case((DONE, DOCUMENTS.c.published_from)),
    FIRST,
    DOCUMENTS.c.published_from,
)
# Whose report it is.
OUTLET = outlet_of(EVENTS)
_COLUMNS: tuple[Any, ...] = (
    *columns(),
    *(REPORTS.c.happening, REPORTS.c.packed, DOCUMENTS.c.document),
    *(DONE.label("done"), OUTLET.label("told_by")),
)


@dataclass(frozen=True, slots=True)
class ToldReport:
    """In ``document``, by its number in the ledger, ``event`` tells what ``report`` knows; ``done``: as done.

    ``outlet`` is the document's, or the agency that filed the story; None where the text names neither.
    """

    report: Report
    done: bool
    event: EventAnswer
    document: int
    outlet: str | None

    @property
    def days(self) -> tuple[str | None, str | None]:
        """The days of the act, half-open; (None, None) if none is told."""
        return (self.event.from_, self.event.to) if self.report.days is not None else (None, None)


def told_reports() -> Join:
    """Reports of the readings that hold now, each with its event and all that belongs to it."""
    same = and_(REPORTS.c.reading == EVENTS.c.reading, REPORTS.c.event == EVENTS.c.n)
    return told_events().join(REPORTS, same)


def reports_of(connection: Connection, happenings: Sequence[str]) -> dict[str, list[ToldReport]]:
    """Happening → its reports, by publication; what is published on one day stands in an order of its own."""
    query = select(*_COLUMNS).select_from(told_reports()).where(REPORTS.c.happening.in_(happenings))
    found: dict[str, list[ToldReport]] = defaultdict(list)
    for rows in connection.execute(query).partitions(_CHUNK):
        around = surroundings_of(connection, rows)
        for row in rows:
            report, event = unpacked(row.packed), event_of(row, around)
            found[row.happening].append(ToldReport(report, bool(row.done), event, row.document, row.told_by))
    for reports in found.values():
        reports.sort(key=_by_publication)
    return found


def _by_publication(told: ToldReport) -> tuple[bool, str, str, int, tuple[str, str, str]]:
    document = told.event.document
    return (document.published is None, document.published or "", document.id, told.event.start, told.report.key)
