"""Which events someone takes part in."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, select, tuple_

from sayso.ledger.schema import ARGUMENTS, EVENTS
from sayso.views.filters import actors_called


def taking_part(actor: str | None, with_: str | None) -> list[ColumnElement[bool]]:
    """Whether ``actor`` and ``with_``, as far as they are given, are parties of the event: two different ones."""
    if actor and with_:
        return [_has_both(actor, with_)]
    return [has(who) for who in (actor, with_) if who]


def has(who: str, role: str | None = None) -> ColumnElement[bool]:
    """Whether ``who`` stands in this role of the event (``actor``, ``recipient``); in any if it is None."""
    called = tuple_(ARGUMENTS.c.reading, ARGUMENTS.c.actor).in_(actors_called(who))
    found = select(ARGUMENTS.c.reading, ARGUMENTS.c.event).where(called)
    found = found.where(ARGUMENTS.c.role == role) if role else found
    return tuple_(EVENTS.c.reading, EVENTS.c.n).in_(found)


def _has_both(one: str, other: str) -> ColumnElement[bool]:
    first, second = ARGUMENTS.alias("first"), ARGUMENTS.alias("second")
    same_event = and_(first.c.reading == second.c.reading, first.c.event == second.c.event)
    found = (
        select(first.c.reading, first.c.event)
        .join(second, and_(same_event, first.c.actor != second.c.actor))
        .where(tuple_(first.c.reading, first.c.actor).in_(actors_called(one)))
        .where(tuple_(second.c.reading, second.c.actor).in_(actors_called(other)))
    )
    return tuple_(EVENTS.c.reading, EVENTS.c.n).in_(found)
