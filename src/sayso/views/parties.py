"""Which events someone takes part in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, and_, select, tuple_

from sayso.ledger.schema import ARGUMENTS, EVENTS
from sayso.views.filters import actors_called, country_of
from sayso.views.lens import RAW

if TYPE_CHECKING:
    from sqlalchemy import FromClause

    from sayso.views.lens import Lens


def taking_part(actor: str | None, with_: str | None, lens: Lens = RAW) -> list[ColumnElement[bool]]:
    """Whether ``actor`` and ``with_``, as far as they are given, are parties of the event: two different ones."""
    if actor and with_:
        return [_has_both(actor, with_, lens)]
    return [has(who, lens=lens) for who in (actor, with_) if who]


def has(who: str, role: str | None = None, *, lens: Lens = RAW) -> ColumnElement[bool]:
    """Whether ``who`` stands in this role of the event (``actor``, ``recipient``); in any if it is None."""
    found = select(ARGUMENTS.c.reading, ARGUMENTS.c.event).where(_is_called(ARGUMENTS, who, lens))
    found = found.where(ARGUMENTS.c.role == role) if role else found
    return tuple_(EVENTS.c.reading, EVENTS.c.n).in_(found)


def _has_both(one: str, other: str, lens: Lens) -> ColumnElement[bool]:
    first, second = ARGUMENTS.alias("first"), ARGUMENTS.alias("second")
    same_event = and_(first.c.reading == second.c.reading, first.c.event == second.c.event)
    found = (
        select(first.c.reading, first.c.event)
        .join(second, and_(same_event, first.c.actor != second.c.actor))
        .where(_is_called(first, one, lens), _is_called(second, other, lens))
    )
    return tuple_(EVENTS.c.reading, EVENTS.c.n).in_(found)


def _is_called(arguments: FromClause, who: str, lens: Lens) -> ColumnElement[bool]:
    """Whether ``who`` is meant by the arguments' actor.

    A country is told by the arguments themselves, unless verdicts bear on actors.
    """
    code = country_of(who)
    if code and not lens.has_actors:
        return arguments.c.country == code
    return tuple_(arguments.c.reading, arguments.c.actor).in_(actors_called(who, lens))
