"""Rows of events with all that belongs to them: who takes part, where, who says so, in which document."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, select, tuple_

from sayso.ledger.schema import ACTORS, ARGUMENTS, EVENTS, LINKS, PLACES, READINGS, STATEMENTS
from sayso.views.answers import EventAnswer, Party
from sayso.views.asking import DOCUMENT_COLUMNS, told
from sayso.views.lens import RAW
from sayso.views.told_statements import actor_columns, keys_of, link_name, parts_of, verdicts_on

if TYPE_CHECKING:
    from sqlalchemy import Connection, FromClause

    from sayso.views.asking import AnyRow, AnyRows
    from sayso.views.lens import Lens


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What belongs to some events.

    Attributes:
        parties: (reading, event, role) → who stands in that role, in text order.
        chains: (reading, statement) → the names of its chain, outermost first, where a verdict may have changed them.
        verdicts: (reading, event) → the numbers of the verdicts that bear on its parties.
    """

    parties: dict[tuple[int, int, str], list[Party]]
    chains: dict[tuple[int, int], tuple[str, ...]]
    verdicts: dict[tuple[int, int], set[int]]


_SAME_NAME = (
    *("id", "type", "act", "mode", "quad", "intensity", "cameo", "status", "precision", "words", "trigger", "rule"),
    *("dead", "injured", "arrested", "size", "place_country"),
)


def columns(lens: Lens = RAW) -> tuple[Any, ...]:
    """What ``event_of`` needs of a row."""
    return (
        *(lens.event(column.name).label(column.name) for column in EVENTS.c),
        lens.event("verdicts").label("verdicts"),
        STATEMENTS.c.chain,
        PLACES.c.name.label("place_name"),
        PLACES.c.country.label("place_country"),
        *DOCUMENT_COLUMNS,
    )


def told_events(lens: Lens = RAW, *, gone: bool = False) -> FromClause:
    """Events of the readings that hold, with statement, place and document; rejected ones, too (``Lens.is_kept``).

    With ``gone``, those of the readings that another had taken the place of.
    """
    return lens.with_events(
        (lens.superseded() if gone else lens.current())
        .join(EVENTS, EVENTS.c.reading == READINGS.c.reading)
        .outerjoin(STATEMENTS, and_(STATEMENTS.c.reading == EVENTS.c.reading, STATEMENTS.c.n == EVENTS.c.statement))
        .outerjoin(PLACES, and_(PLACES.c.reading == EVENTS.c.reading, PLACES.c.n == EVENTS.c.place))
    )


def surroundings_of(connection: Connection, rows: AnyRows, lens: Lens = RAW) -> Surroundings:
    """Who takes part in the events of these rows, and who says so."""
    same = and_(ACTORS.c.reading == ARGUMENTS.c.reading, ACTORS.c.n == ARGUMENTS.c.actor)
    query = (
        select(*(ARGUMENTS.c[name] for name in ("reading", "event", "role", "words")), *actor_columns(lens))
        .select_from(lens.with_actors(ARGUMENTS.outerjoin(ACTORS, same)))
        # The readings once more, for SQLite looks no list of pairs up in an index.
        .where(ARGUMENTS.c.reading.in_({row.reading for row in rows}))
        .where(tuple_(ARGUMENTS.c.reading, ARGUMENTS.c.event).in_(keys_of(rows)))
        .order_by(ARGUMENTS.c.reading, ARGUMENTS.c.event, ARGUMENTS.c.role, ARGUMENTS.c.n)
    )
    found = Surroundings({}, chains_of(connection, rows, lens), {})
    for row in connection.execute(query):
        party = Party(row.actor_name or row.words, row.country, row.office, row.words, row.actor_id)
        found.parties.setdefault((row.reading, row.event, row.role), []).append(party)
        found.verdicts.setdefault((row.reading, row.event), set()).update(verdicts_on([row]))
    return found


def chains_of(connection: Connection, rows: AnyRows, lens: Lens) -> dict[tuple[int, int], tuple[str, ...]]:
    """(reading, statement) → the names of its chain, where verdicts bear on actors; ``statements`` has those read."""
    if not lens.has_actors:
        return {}
    keys = {(row.reading, row.statement) for row in rows if row.statement is not None}
    parts = parts_of(connection, sorted(keys), LINKS, lens)
    return {key: tuple(map(link_name, links)) for key, links in parts.items()}


def event_of(row: AnyRow, around: Surroundings) -> EventAnswer:
    """The answer that a row with the ``columns`` makes."""
    key = (row.reading, row.n)
    told_chain = tuple(json.loads(row.chain)) if row.chain else ()
    own = json.loads(row.verdicts) if row.verdicts else ()
    return EventAnswer(
        **{name: getattr(row, name) for name in _SAME_NAME},
        contexts=tuple(row.contexts.split()),
        actors=tuple(around.parties.get((*key, "actor"), ())),
        recipients=tuple(around.parties.get((*key, "recipient"), ())),
        from_=row.from_day,
        to=row.to_day,
        place=row.place_name,
        chain=around.chains.get((row.reading, row.statement), told_chain),
        start=row.start_char,
        end=row.end_char,
        document=told(row),
        verdicts=tuple(sorted({*own, *around.verdicts.get(key, ())})),
    )
