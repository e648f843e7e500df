"""Rows of events with all that belongs to them: who takes part, where, who says so, in which document."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import and_, select, tuple_

from sayso.ledger.schema import ACTORS, ARGUMENTS, EVENTS, PLACES, READINGS, STATEMENTS
from sayso.views.answers import EventAnswer, Party
from sayso.views.asking import DOCUMENT_COLUMNS, told
from sayso.views.filters import current

if TYPE_CHECKING:
    from sqlalchemy import Connection, Join

    from sayso.views.asking import AnyRow, AnyRows

# (reading, event, role) → who stands in that role, in text order.
type Parties = dict[tuple[int, int, str], list[Party]]

COLUMNS = (
    EVENTS,
    STATEMENTS.c.chain,
    PLACES.c.name.label("place_name"),
    PLACES.c.country.label("place_country"),
    *DOCUMENT_COLUMNS,
)
_SAME_NAME = (
    *("id", "type", "act", "mode", "quad", "intensity", "cameo", "status", "precision", "words", "trigger", "rule"),
    *("dead", "injured", "arrested", "size", "place_country"),
)


def told_events() -> Join:
    """Events of the readings that hold now, with statement, place and document."""
    return (
        current()
        .join(EVENTS, EVENTS.c.reading == READINGS.c.reading)
        .outerjoin(STATEMENTS, and_(STATEMENTS.c.reading == EVENTS.c.reading, STATEMENTS.c.n == EVENTS.c.statement))
        .outerjoin(PLACES, and_(PLACES.c.reading == EVENTS.c.reading, PLACES.c.n == EVENTS.c.place))
    )


def parties_of(connection: Connection, rows: AnyRows) -> Parties:
    """Who takes part in the events of these rows."""
    same = and_(ACTORS.c.reading == ARGUMENTS.c.reading, ACTORS.c.n == ARGUMENTS.c.actor)
    query = (
        select(ARGUMENTS, ACTORS.c.name, ACTORS.c.country, ACTORS.c.office)
        .select_from(ARGUMENTS.outerjoin(ACTORS, same))
        # The readings once more, for SQLite looks no list of pairs up in an index.
        .where(ARGUMENTS.c.reading.in_({row.reading for row in rows}))
        .where(tuple_(ARGUMENTS.c.reading, ARGUMENTS.c.event).in_([(row.reading, row.n) for row in rows]))
        .order_by(ARGUMENTS.c.reading, ARGUMENTS.c.event, ARGUMENTS.c.role, ARGUMENTS.c.n)
    )
    parties: Parties = {}
    for row in connection.execute(query):
        party = Party(row.name or row.words, row.country, row.office, row.words)
        parties.setdefault((row.reading, row.event, row.role), []).append(party)
    return parties


def event_of(row: AnyRow, parties: Parties) -> EventAnswer:
    """The answer that a row with the COLUMNS makes."""
    return EventAnswer(
        **{name: getattr(row, name) for name in _SAME_NAME},
        contexts=tuple(row.contexts.split()),
        actors=tuple(parties.get((row.reading, row.n, "actor"), ())),
        recipients=tuple(parties.get((row.reading, row.n, "recipient"), ())),
        from_=row.from_day,
        to=row.to_day,
        place=row.place_name,
        chain=tuple(json.loads(row.chain)) if row.chain else (),
        start=row.start_char,
        end=row.end_char,
        document=told(row),
    )
