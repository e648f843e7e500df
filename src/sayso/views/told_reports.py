"""Reports of happenings: the rows of the ledger that tell one, each with its event.

A report of an event that is about another ("called off the visit") is two: of the event itself, which is told as done,
and of the other act, of which only the status is told.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, or_, select

from sayso.ledger.happenings.packing import unpacked
from sayso.ledger.happenings.report import PROMISES
from sayso.ledger.schema import DOCUMENTS, EVENTS, REPORTS
from sayso.views.lens import RAW
from sayso.views.outlets import outlet_of
from sayso.views.told_events import columns, event_of, surroundings_of, told_events

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ColumnElement, Connection, FromClause

    from sayso.ledger.happenings import Report
    from sayso.views.answers import EventAnswer
    from sayso.views.lens import Lens

# Rows whose parts are looked up together.
_CHUNK = 500
# In these an act is told as done.
_DONE = ("actual", "ongoing")

# Whose report it is.
OUTLET = outlet_of(EVENTS)


@dataclass(frozen=True, slots=True)
class Reports:
    """Rows of ``table``, columns as ``ledger.schema.REPORTS``, which fulfil ``where``; with their events.

    ``lens`` says of which readings, and with which verdicts. The table has no report of an event that is rejected.
    """

    lens: Lens = RAW
    table: FromClause = REPORTS
    where: tuple[ColumnElement[bool], ...] = ()

    def rows(self) -> FromClause:
        """The reports, each with its event and all that belongs to it."""
        same = and_(self.table.c.reading == EVENTS.c.reading, self.table.c.event == EVENTS.c.n)
        return told_events(self.lens).join(self.table, same)

    @property
    def happening(self) -> ColumnElement[str]:
        """The group that the report belongs to."""
        return self.table.c.happening

    @property
    def act(self) -> ColumnElement[str]:
        """PLOVER type of what is told."""
        return case((self._is_event, self.lens.event("type")), else_=self.lens.event("act"))

    @property
    def status(self) -> ColumnElement[str]:
        """How it stands."""
        return case((self._is_event, "actual"), else_=EVENTS.c.status)

    @property
    def done(self) -> ColumnElement[bool]:
        """Whether the report tells the act as done."""
        return and_(self._is_own, self.status.in_(_DONE))

    @property
    def day(self) -> tuple[ColumnElement[Any], ...]:
        """By when it was done; else by when that was published; else by the plan; else by when that was published.

        The days of a calling off are not those of the visit.
        """
        first = self.lens.event("from_day")
        return (
            case((self.done, first)),
            case((self.done, DOCUMENTS.c.published_from)),
            case((self._is_own, first)),
            DOCUMENTS.c.published_from,
        )

    @property
    def _is_event(self) -> ColumnElement[bool]:
        """Whether it is the event itself that is told, not the act that it is about."""
        return self.table.c.of == "type"

    @property
    def _is_own(self) -> ColumnElement[bool]:
        type_, act = self.lens.event("type"), self.lens.event("act")
        return or_(self._is_event, type_ == act, type_.in_(sorted(PROMISES)))


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


def reports_of(
    connection: Connection, happenings: Sequence[str], parts: Iterable[Reports] = (Reports(),)
) -> dict[str, list[ToldReport]]:
    """Happening → its reports, by publication; what is published on one day stands in an order of its own."""
    found: dict[str, list[ToldReport]] = defaultdict(list)
    for part in parts:
        query = select(*_columns(part)).select_from(part.rows()).where(*part.where, part.happening.in_(happenings))
        for rows in connection.execute(query).partitions(_CHUNK):
            around = surroundings_of(connection, rows, part.lens)
            for row in rows:
                report, event = unpacked(row.packed), event_of(row, around)
                found[row.happening].append(ToldReport(report, bool(row.done), event, row.document, row.told_by))
    for reports in found.values():
        reports.sort(key=_by_publication)
    return found


def _columns(part: Reports) -> tuple[Any, ...]:
    kept = (part.happening, part.table.c.packed, DOCUMENTS.c.document)
    return (*columns(part.lens), *kept, part.done.label("done"), OUTLET.label("told_by"))


def _by_publication(told: ToldReport) -> tuple[bool, str, str, int, tuple[str, str, str]]:
    document = told.event.document
    return (document.published is None, document.published or "", document.id, told.event.start, told.report.key)
