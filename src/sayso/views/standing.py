"""Standing relations between two sides: alliance, trade, rivalry and the like, as documents tell them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, or_, select, tuple_

from sayso.ledger.schema import ACTORS, DOCUMENTS, READINGS, RELATIONS, STATEMENTS
from sayso.views.asking import DOCUMENT_COLUMNS, told
from sayso.views.dyad_answers import StandingRelation
from sayso.views.filters import in_period
from sayso.views.lens import RAW
from sayso.views.outlets import outlet_of
from sayso.views.sides import stands_on
from sayso.views.told_events import chains_of
from sayso.views.told_statements import actor_columns, verdicts_on

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, FromClause

    from sayso.views.asking import AnyRow, AnyRows
    from sayso.views.lens import Lens


def standing(
    connection: Connection,
    one: Sequence[str],
    other: Sequence[str],
    *,
    since: str | None,
    until: str | None,
    lens: Lens = RAW,
) -> tuple[StandingRelation, ...]:
    """The relations that documents tell of the two sides, by publication.

    Args:
        connection: to the ledger.
        one: names of one side.
        other: names of the other.
        since: day, month or year from which on it holds; where no time is told, from which on it was published.
        until: day, month or year up to the end of which it does.
        lens: which readings are seen, and with which verdicts.
    """
    a, b = ACTORS.alias("a"), ACTORS.alias("b")
    here = RELATIONS.c
    source = (
        lens.current()
        .join(RELATIONS, here.reading == READINGS.c.reading)
        .join(a, and_(a.c.reading == here.reading, a.c.n == here.a))
        .join(b, and_(b.c.reading == here.reading, b.c.n == here.b))
        .outerjoin(STATEMENTS, and_(STATEMENTS.c.reading == here.reading, STATEMENTS.c.n == here.statement))
    )
    between = (
        and_(_is_on(a, one, lens), _is_on(b, other, lens)),
        and_(_is_on(b, one, lens), _is_on(a, other, lens)),
    )
    columns: tuple[Any, ...] = (
        RELATIONS,
        STATEMENTS.c.chain,
        outlet_of(RELATIONS).label("told_by"),
        *DOCUMENT_COLUMNS,
    )
    order = (DOCUMENTS.c.published.is_(None), DOCUMENTS.c.published, DOCUMENTS.c.id, here.n)
    query = select(*columns).select_from(source).where(or_(*between), *_within(since, until)).order_by(*order)
    rows = connection.execute(query).all()
    cast, chains = _cast(connection, rows, lens), chains_of(connection, rows, lens)
    return tuple(_relation(row, cast, chains) for row in rows)


def _is_on(actors: FromClause, names: Sequence[str], lens: Lens) -> ColumnElement[bool]:
    return stands_on(names, country=actors.c.country, actor=tuple_(actors.c.reading, actors.c.n), lens=lens)


def _cast(connection: Connection, rows: AnyRows, lens: Lens) -> dict[tuple[int, int], AnyRow]:
    """(reading, n) → the actor, for those between whom these relations are."""
    query = select(ACTORS.c.reading, ACTORS.c.n, *actor_columns(lens)).select_from(lens.with_actors(ACTORS))
    query = query.where(ACTORS.c.reading.in_({row.reading for row in rows}))
    return {(row.reading, row.n): row for row in connection.execute(query)}


def _within(since: str | None, until: str | None) -> list[ColumnElement[bool]]:
    undated = and_(RELATIONS.c.from_day.is_(None), RELATIONS.c.to_day.is_(None))
    first = case((undated, DOCUMENTS.c.published_from), else_=RELATIONS.c.from_day)
    after = case((undated, DOCUMENTS.c.published_to), else_=RELATIONS.c.to_day)
    return in_period(first, after, since=since, until=until)


def _relation(
    row: AnyRow, cast: Mapping[tuple[int, int], AnyRow], chains: Mapping[tuple[int, int], tuple[str, ...]]
) -> StandingRelation:
    a, b = cast[row.reading, row.a], cast[row.reading, row.b]
    told_chain = tuple(json.loads(row.chain)) if row.chain else ()
    return StandingRelation(
        kind=row.kind,
        trend=row.trend,
        a=a.actor_name,
        b=b.actor_name,
        from_=row.from_day,
        to=row.to_day,
        outlet=row.told_by,
        chain=chains.get((row.reading, row.statement), told_chain),
        words=row.words,
        start=row.start_char,
        end=row.end_char,
        document=told(row),
        verdicts=verdicts_on((a, b)),
    )
