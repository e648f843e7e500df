"""Expectations: what was announced or is expected, by whom, and when it can be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_

from sayso.ledger.schema import DOCUMENTS, EVENTS, EXPECTATIONS
from sayso.views.answers import Answers, ExpectationAnswer
from sayso.views.asking import ask
from sayso.views.filters import in_period
from sayso.views.parties import taking_part
from sayso.views.told_events import COLUMNS, event_of, parties_of, told_events

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from sayso.ledger import Ledger
    from sayso.views.asking import AnyRows

_WINDOW = EXPECTATIONS.c
_COLUMNS = (
    *COLUMNS,
    _WINDOW.from_day.label("window_from"),
    _WINDOW.to_day.label("window_to"),
    _WINDOW.checkable,
    _WINDOW.why_not,
)


def expectations(
    ledger: Ledger,
    *,
    actor: str | None = None,
    with_: str | None = None,
    since: str | None = None,
    until: str | None = None,
    type: str | None = None,  # noqa: A002 - the contract's word
    due: str | None = None,
) -> Answers[ExpectationAnswer]:
    """What was announced or is expected, by the day on which its window ends; what has no window comes last.

    Args:
        ledger: what is asked.
        actor: who takes part, on either side: a country's code or name, or (the beginning of) a name.
        with_: who else takes part.
        since: day, month or year (``2018-06``) before which the window does not end.
        until: day, month or year in which the window begins at the latest.
        type: the PLOVER type of the act that is to come, such as ``CONSULT``.
        due: day, month or year that the window has a day of; only what can be checked.

    Raises:
        UnreadableInput: if a date is none, or an actor has no letter.
    """
    where = [*taking_part(actor, with_), *in_period(_WINDOW.from_day, _WINDOW.to_day, since=since, until=until)]
    where += [EVENTS.c.act == type.strip().upper()] if type else []
    where += [_WINDOW.checkable, *in_period(_WINDOW.from_day, _WINDOW.to_day, since=due, until=due)] if due else []
    source = told_events().join(EXPECTATIONS, and_(_WINDOW.reading == EVENTS.c.reading, _WINDOW.event == EVENTS.c.n))
    order = (_WINDOW.to_day.is_(None), _WINDOW.to_day, _WINDOW.from_day, DOCUMENTS.c.document, _WINDOW.n)
    return ask(ledger, columns=_COLUMNS, source=source, where=where, order=order, make=_make)


def _make(connection: Connection, rows: AnyRows) -> Iterator[ExpectationAnswer]:
    parties = parties_of(connection, rows)
    for row in rows:
        event = event_of(row, parties)
        yield ExpectationAnswer(row.window_from, row.window_to, row.checkable, row.why_not, event)
