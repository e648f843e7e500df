"""Rows of statements with all that belongs to them, and which statements are meant."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, and_, exists, or_, select, tuple_

from sayso.ledger.schema import ACTORS, LINKS, READINGS, STATEMENT_WORDS, STATEMENTS, SUBJECTS
from sayso.records.wording import UNNAMED
from sayso.views.answers import LinkAnswer
from sayso.views.filters import actors_called, all_words, matches
from sayso.views.lens import RAW

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sqlalchemy import Connection, Join, Table

    from sayso.views.asking import AnyRow, AnyRows
    from sayso.views.lens import Lens

# (reading, statement) → the rows that belong to it, in text order.
type Parts = dict[tuple[int, int], list[AnyRow]]

_KEY = tuple_(STATEMENTS.c.reading, STATEMENTS.c.n)


def told_statements(lens: Lens = RAW) -> Join:
    """Statements of the readings that hold, with their documents."""
    return lens.current().join(STATEMENTS, STATEMENTS.c.reading == READINGS.c.reading)


def said_by(who: str, *, last: bool = False, lens: Lens = RAW) -> ColumnElement[bool]:
    """Whether ``who``, an actor or words that name a source, stands in the chain; with ``last``, at its end.

    Raises:
        UnreadableInput: if there is no letter in it.
    """
    called = tuple_(LINKS.c.reading, LINKS.c.actor).in_(actors_called(who, lens))
    worded = and_(LINKS.c.actor.is_(None), LINKS.c.words.icontains(who.strip(), autoescape=True))
    found = select(LINKS.c.reading, LINKS.c.statement).where(or_(called, worded))
    return _KEY.in_(found.where(_is_last()) if last else found)


def _is_last() -> ColumnElement[bool]:
    later = LINKS.alias("later")
    same = and_(later.c.reading == LINKS.c.reading, later.c.statement == LINKS.c.statement)
    return ~exists().where(same, later.c.n > LINKS.c.n)


def naming(who: str, lens: Lens = RAW) -> ColumnElement[bool]:
    """Whether the content names ``who``.

    Raises:
        UnreadableInput: if there is no letter in it.
    """
    named = tuple_(SUBJECTS.c.reading, SUBJECTS.c.actor).in_(actors_called(who, lens))
    return _KEY.in_(select(SUBJECTS.c.reading, SUBJECTS.c.statement).where(named))


def telling_of(what: str, lens: Lens = RAW) -> ColumnElement[bool]:
    """Whether the content names the actor ``what``, or all of these words stand in it.

    Raises:
        UnreadableInput: if there is no letter in it.
    """
    worded = select(STATEMENT_WORDS.c.reading, STATEMENT_WORDS.c.n).where(matches("statement_words", all_words(what)))
    return or_(naming(what, lens), _KEY.in_(worded))


def parts_of(connection: Connection, keys: Collection[tuple[int, int]], table: Table, lens: Lens = RAW) -> Parts:
    """The rows of links, subjects or positions that belong to these statements, with their actors.

    Args:
        connection: where they are looked up.
        keys: (reading, n) of the statements.
        table: links, subjects or positions.
        lens: with which verdicts.
    """
    same = and_(ACTORS.c.reading == table.c.reading, ACTORS.c.n == table.c.actor)
    query = (
        select(table, *actor_columns(lens))
        .select_from(lens.with_actors(table.outerjoin(ACTORS, same)))
        # The readings once more, for SQLite looks no list of pairs up in an index.
        .where(table.c.reading.in_({reading for reading, _ in keys}))
        .where(tuple_(table.c.reading, table.c.statement).in_(list(keys)))
        .order_by(*table.primary_key.columns)
    )
    parts: Parts = {}
    for row in connection.execute(query):
        parts.setdefault((row.reading, row.statement), []).append(row)
    return parts


def actor_columns(lens: Lens) -> tuple[ColumnElement[Any], ...]:
    """An actor's columns, corrected, with the verdicts that bear on it."""
    return (
        lens.actor("id").label("actor_id"),
        lens.actor("name").label("actor_name"),
        *(lens.actor(name).label(name) for name in ("country", "office")),
        lens.actor("verdicts").label("actor_verdicts"),
    )


def keys_of(rows: AnyRows) -> list[tuple[int, int]]:
    """(reading, n) of these rows."""
    return [(row.reading, row.n) for row in rows]


def verdicts_on(*rows: Iterable[AnyRow]) -> tuple[int, ...]:
    """The numbers of the verdicts that bear on the actors of these rows."""
    told = (row.actor_verdicts for some in rows for row in some if row.actor_verdicts)
    return tuple(sorted({number for numbers in told for number in json.loads(numbers)}))


def link_of(row: AnyRow) -> LinkAnswer:
    """The link that a row of ``parts_of`` makes."""
    return LinkAnswer(link_name(row), row.country, row.office, row.words, row.cue, row.certainty, row.actor_id)


def link_name(row: AnyRow) -> str:
    """The name of a link's actor; the words that tell its source, where no actor stands for it."""
    name: str = row.actor_name or row.words or UNNAMED
    return name
