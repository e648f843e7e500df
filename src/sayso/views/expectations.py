"""Expectations: what was announced or is expected, by whom, and when it can be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, case, null, or_

from sayso.ledger.schema import DOCUMENTS, EVENTS, EXPECTATIONS
from sayso.views.answers import Answers, ExpectationAnswer
from sayso.views.asking import ask
from sayso.views.filters import in_period
from sayso.views.lens import look
from sayso.views.parties import taking_part
from sayso.views.told_events import columns, event_of, surroundings_of, told_events

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from sayso.ledger import Ledger
    from sayso.views.asking import AnyRows

_WINDOW = EXPECTATIONS.c


def expectations(
    ledger: Ledger,
    *,
    actor: str | None = None,
    with_: str | None = None,
    since: str | None = None,
    until: str | None = None,
    type: str | None = None,  # noqa: A002 - the contract's word
    due: str | None = None,
    as_of: str | None = None,
    raw: bool = False,
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
        as_of: a day, month or year at whose end (UTC), or a moment at which, the ledger is asked; None for now.
        raw: what was read, without verdicts; else the window of what a verdict moved is the days it was moved to.

    Raises:
        UnreadableInput: if a date is none, or an actor has no letter.
    """
    lens = look(ledger, as_of=as_of, raw=raw)
    moved = lens.is_redated()
    first = case((moved, lens.event("from_day")), else_=_WINDOW.from_day)
    after = case((moved, lens.event("to_day")), else_=_WINDOW.to_day)
    where = [lens.is_kept(), *taking_part(actor, with_, lens), *in_period(first, after, since=since, until=until)]
    where += [lens.event("act") == type.strip().upper()] if type else []
    where += [or_(_WINDOW.checkable, moved), *in_period(first, after, since=due, until=due)] if due else []
    source = told_events(lens).join(
        EXPECTATIONS, and_(_WINDOW.reading == EVENTS.c.reading, _WINDOW.event == EVENTS.c.n)
    )
    order = (after.is_(None), after, first, DOCUMENTS.c.document, _WINDOW.n)
    window = (
        first.label("window_from"),
        after.label("window_to"),
        or_(_WINDOW.checkable, moved).label("checkable"),
        case((moved, null()), else_=_WINDOW.why_not).label("why_not"),
    )

    def make(connection: Connection, rows: AnyRows) -> Iterator[ExpectationAnswer]:
        around = surroundings_of(connection, rows, lens)
        for row in rows:
            event = event_of(row, around)
            yield ExpectationAnswer(row.window_from, row.window_to, bool(row.checkable), row.why_not, event)

    return ask(ledger, columns=(*columns(lens), *window), source=source, where=where, order=order, make=make)
