"""Readings of which the ledger does not keep the reports that a lens sees.

Those are readings that held then and were superseded since, and readings with an event that a verdict bears on.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, select

from sayso.ledger.happenings import reports_of
from sayso.ledger.happenings.packing import packed
from sayso.ledger.mending import Mender
from sayso.ledger.schema import ACTORS, ARGUMENTS, DOCUMENTS, EVENTS, READINGS
from sayso.ledger.store import holding
from sayso.ledger.verdicts import Identities
from sayso.records import from_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection, Select

    from sayso.ledger.happenings import Report
    from sayso.records import Reading
    from sayso.views.lens import Lens


@dataclass(frozen=True, slots=True)
class Placed:
    """The ``report`` that event ``event`` of a ``reading`` makes; ``line`` is the same as text (``packing``)."""

    reading: int
    event: int
    report: Report
    line: str


@dataclass(frozen=True, slots=True)
class Changed:
    """The reports of one reading that the ledger does not keep so.

    Attributes:
        superseded: the reading that holds now in its place, of which the ledger keeps the reports; None where this one
            holds, and only the reports that a verdict bears on are told.
        read: as they were read.
        mended: as the verdicts have them.
        verdicts: key of a report, also of one that is rejected → those that bear on its event.
    """

    superseded: int | None
    read: tuple[Placed, ...]
    mended: tuple[Placed, ...]
    verdicts: dict[tuple[str, str, str], frozenset[int]]


def changed_readings(connection: Connection, lens: Lens) -> Iterator[Changed]:
    """The readings, as the lens sees them, with reports that the ledger does not keep so."""
    mender, now = Mender(lens.held), READINGS.alias("now")
    columns = (READINGS.c.reading, READINGS.c.json, DOCUMENTS.c.hash, now.c.reading.label("now"))
    source = READINGS.join(DOCUMENTS, READINGS.c.document == DOCUMENTS.c.document).join(
        now, and_(now.c.document == READINGS.c.document, now.c.superseded.is_(None))
    )
    query = select(*columns).select_from(source)
    for row in connection.execute(query.where(READINGS.c.reading.in_(listed(_numbers(connection, lens))))):
        reading = from_json(row.json)
        made = mender.mended(reading, row.hash)
        holds = row.now == row.reading
        events = {event.id: n for n, event in enumerate(reading.events) if not holds or event.id in made.verdicts}
        read, mended = (_placed(row.reading, each, events) for each in (reading, made.reading))
        bearing = {
            one.report.key: made.verdicts[one.report.key[1]]
            for one in (*read, *mended)
            if one.report.key[1] in made.verdicts
        }
        yield Changed(None if holds else row.now, read, mended, bearing)


def _placed(number: int, reading: Reading, events: dict[str, int]) -> tuple[Placed, ...]:
    reports = (report for report in reports_of(reading) if report.key[1] in events)
    return tuple(Placed(number, events[report.key[1]], report, packed(report)) for report in reports)


def _numbers(connection: Connection, lens: Lens) -> set[int]:
    """Readings that may be meant: of those that a verdict may bear on, some are told too many."""
    found = {number for query in (_superseded(lens), _targets(lens)) for number in connection.execute(query).scalars()}
    return found | set(_casts(connection, lens))


def _superseded(lens: Lens) -> Select[Any]:
    return select(READINGS.c.reading).where(holding(lens.before), READINGS.c.superseded.is_not(None))


def _targets(lens: Lens) -> Select[Any]:
    """Readings with an event of an id that a verdict names."""
    events = {verdict.target for verdict in lens.held if verdict.document is not None}
    source = EVENTS.join(READINGS, EVENTS.c.reading == READINGS.c.reading)
    return select(EVENTS.c.reading).select_from(source).where(EVENTS.c.id.in_(listed(events)), holding(lens.before))


def _casts(connection: Connection, lens: Lens) -> Iterator[int]:
    """Readings in which someone takes part in an event whom a verdict makes someone else."""
    identities = Identities(lens.held)
    source = (
        ACTORS.join(ARGUMENTS, and_(ACTORS.c.reading == ARGUMENTS.c.reading, ACTORS.c.n == ARGUMENTS.c.actor))
        .join(READINGS, ACTORS.c.reading == READINGS.c.reading)
        .join(DOCUMENTS, READINGS.c.document == DOCUMENTS.c.document)
    )
    query = select(ACTORS.c.reading, ACTORS.c.id, DOCUMENTS.c.hash).select_from(source).distinct()
    query = query.where(ACTORS.c.id.in_(listed(identities.sources)), holding(lens.before))
    for row in connection.execute(query):
        _, verdicts = identities.who(row.hash, row.id)
        if verdicts:
            yield row.reading


def listed(values: Iterable[Any]) -> Select[Any]:
    """The values as a query: one bound value, however many there are."""
    return select(func.json_each(json.dumps(sorted(set(values)))).table_valued("value").c.value)
