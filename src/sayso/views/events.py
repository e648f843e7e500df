"""Events: who did what to whom, when, where, and on whose say-so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.views.asking import ask
from sayso.views.event_question import EventQuestion, conditions, order_of
from sayso.views.lens import look
from sayso.views.told_events import columns, event_of, surroundings_of, told_events

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
    as_of: str | None = None,
    raw: bool = False,
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
        as_of: a day, month or year at whose end (UTC), or a moment at which, the ledger is asked; None for now.
        raw: what was read, without verdicts.

    Raises:
        UnreadableInput: if a date is none, or an actor has no letter.
    """
    lens = look(ledger, as_of=as_of, raw=raw)
    question = EventQuestion(actor=actor, with_=with_, by=by, to=to, since=since, until=until, type=type, status=status)
    where = [lens.is_kept(), *conditions(question, lens)]

    def make(connection: Connection, rows: AnyRows) -> Iterator[EventAnswer]:
        around = surroundings_of(connection, rows, lens)
        return (event_of(row, around) for row in rows)

    return ask(ledger, columns=columns(lens), source=told_events(lens), where=where, order=order_of(lens), make=make)
