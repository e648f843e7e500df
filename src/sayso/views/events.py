"""Events: who did what to whom, when, where, and on whose say-so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.views.asking import ask
from sayso.views.event_question import ORDER, EventQuestion, conditions
from sayso.views.told_events import COLUMNS, event_of, parties_of, told_events

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from sayso.ledger import Ledger
    from sayso.views.answers import Answers, EventAnswer
    from sayso.views.asking import AnyRows


def events(
    ledger: Ledger,
    *,
    actor: str | None = None,
    with_: str | None = None,
    by: str | None = None,
    to: str | None = None,
    since: str | None = None,
    until: str | None = None,
    type: str | None = None,  # noqa: A002 - the contract's word
    status: str | None = None,
) -> Answers[EventAnswer]:
    """Reports of events, by when they happened; one of which no time is told stands at the day it was reported.

    Args:
        ledger: what is asked.
        actor: who takes part, on either side: a country's code or name, or (the beginning of) a name.
        with_: who else takes part.
        by: who did it.
        to: to whom it was done.
        since: day, month or year (``2018-06``) before which it was not over.
        until: day, month or year in which it had begun at the latest.
        type: the PLOVER type, such as ``CONSULT``.
        status: such as ``actual`` or ``planned``.

    Raises:
        UnreadableInput: if a date is none, or an actor has no letter.
    """
    question = EventQuestion(actor=actor, with_=with_, by=by, to=to, since=since, until=until, type=type, status=status)
    where = conditions(question)
    return ask(ledger, columns=COLUMNS, source=told_events(), where=where, order=ORDER, make=_make)


def _make(connection: Connection, rows: AnyRows) -> Iterator[EventAnswer]:
    parties = parties_of(connection, rows)
    return (event_of(row, parties) for row in rows)
