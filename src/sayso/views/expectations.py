"""Expectations: what was announced or is expected, by whom, when it can be checked, and what became of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from sqlalchemy import and_, case, null, or_, select

from sayso.errors import UnreadableInput
from sayso.ledger.outcomes import OUTCOMES
from sayso.ledger.periods import end_of
from sayso.ledger.schema import DOCUMENTS, EVENTS, EXPECTATIONS, READINGS
from sayso.ledger.store import holding
from sayso.records import content_id
from sayso.views.answers import Answers, ExpectationAnswer, Tally
from sayso.views.asking import ask
from sayso.views.filters import in_period, period
from sayso.views.lens import look
from sayso.views.outcome_words import reason_words
from sayso.views.outcomes import decided, told_on
from sayso.views.outlets import outlet_of
from sayso.views.parties import taking_part
from sayso.views.told_events import columns, event_of, surroundings_of, told_events

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement, Connection

    from sayso.ledger import Ledger
    from sayso.views.asking import AnyRow, AnyRows
    from sayso.views.lens import Lens
    from sayso.views.outcomes import Decided
    from sayso.views.told_events import Surroundings

# What can't be checked has this instead of an outcome.
REFUSED = "refused"

_WINDOW = EXPECTATIONS.c
_SAME_WINDOW = and_(_WINDOW.reading == EVENTS.c.reading, _WINDOW.event == EVENTS.c.n)


def expectations(
    ledger: Ledger,
    *,
    actor: str | None = None,
    with_: str | None = None,
    since: str | None = None,
    until: str | None = None,
    type: str | None = None,  # noqa: A002 - the contract's word
    outcome: str | None = None,
    on: str | None = None,
    as_of: str | None = None,
    raw: bool = False,
) -> Answers[ExpectationAnswer]:
    """What was announced or is expected and can be checked, by the day on which its window ends.

    Args:
        ledger: what is asked.
        actor: who takes part, on either side: a country's code or name, or (the beginning of) a name.
        with_: who else takes part.
        since: day, month or year (``2018-06``) before which the window does not end.
        until: day, month or year in which the window begins at the latest.
        type: the PLOVER type of the act that is to come, such as ``CONSULT``.
        outcome: only those that are open, due, met, missed, postponed, cancelled or void; or, instead of these, those
            that are ``refused`` because they can't be checked. Void are also those that a later reading of their
            document no longer has; these are shown only where ``void`` is asked for.
        on: day, month or year at whose end it is decided how they stand: what was published later is unknown. That
            of ``as_of`` or today, if None.
        as_of: a day, month or year at whose end (UTC), or a moment at which, the ledger is asked; None for now.
        raw: what was read, without verdicts; else the window of what a verdict moved is the days it was moved to.

    Raises:
        UnreadableInput: if a date is none, an actor has no letter, or an outcome is none of these.
    """
    day, wanted, lens = deciding_day(on, as_of=as_of), _outcome(outcome), look(ledger, as_of=as_of, raw=raw)
    first, after = _window(lens)
    where = [lens.is_kept(), *taking_part(actor, with_, lens), *in_period(first, after, since=since, until=until)]
    where += [lens.event("act") == type.strip().upper()] if type else []
    where += [_is_checkable(lens) if wanted != REFUSED else ~_is_checkable(lens), told_on() <= day.isoformat()]
    told = _ask(ledger, lens, where, day)
    if wanted is None or wanted == REFUSED:
        return told
    return _chosen(told, *([_gone(ledger, where, day, lens)] if wanted == "void" else []), outcome=wanted)


def deciding_day(on: str | None, *, as_of: str | None = None) -> date:
    """The last day of ``on``, a day, month or year; else that of ``as_of``; else today.

    Raises:
        UnreadableInput: if it is none.
    """
    if on is not None:
        return date.fromisoformat(period(on)[1]) - timedelta(days=1)
    if as_of is not None:
        return (datetime.fromisoformat(end_of(as_of)) - timedelta(microseconds=1)).date()
    return datetime.now(UTC).date()


def _window(lens: Lens) -> tuple[ColumnElement[str | None], ColumnElement[str | None]]:
    """The days of the window; those that a verdict moved it to."""
    moved = lens.is_redated()
    first = case((moved, lens.event("from_day")), else_=_WINDOW.from_day)
    return first, case((moved, lens.event("to_day")), else_=_WINDOW.to_day)


def _is_checkable(lens: Lens) -> ColumnElement[bool]:
    """Whether it can be checked; what a verdict moved can, if that gives it an end."""
    return case((lens.is_redated(), lens.event("to_day").is_not(None)), else_=_WINDOW.checkable)


def _outcome(told: str | None) -> str | None:
    wanted = told.strip().lower() if told is not None else None
    if wanted is not None and wanted not in (*OUTCOMES, REFUSED):
        message = f"'{told}' is no outcome: give one of {', '.join((*OUTCOMES, REFUSED))}"
        raise UnreadableInput(message, where=told)
    return wanted


def _ask(
    ledger: Ledger, lens: Lens, where: list[ColumnElement[bool]], day: date, *, gone: bool = False
) -> Answers[ExpectationAnswer]:
    first, after = _window(lens)
    shown = (
        *columns(lens),
        first.label("window_from"),
        after.label("window_to"),
        _is_checkable(lens).label("checkable"),
        case((lens.is_redated(), null()), else_=_WINDOW.why_not).label("why_not"),
        READINGS.c.superseded,
        DOCUMENTS.c.hash.label("document_hash"),
        told_on().label("told_on"),
        outlet_of(EVENTS).label("told_by"),
    )
    order = (after.is_(None), after, first, DOCUMENTS.c.document, _WINDOW.n)

    def make(connection: Connection, rows: AnyRows) -> Iterator[ExpectationAnswer]:
        around = surroundings_of(connection, rows, lens)
        found = {} if gone else decided(connection, [row for row in rows if row.checkable], day, lens)
        for row in rows:
            yield _answer(row, around, found.get((row.reading, row.n)))

    source = told_events(lens, gone=gone).join(EXPECTATIONS, _SAME_WINDOW)
    return ask(ledger, columns=shown, source=source, where=where, order=order, make=make)


def _gone(ledger: Ledger, where: list[ColumnElement[bool]], day: date, lens: Lens) -> Answers[ExpectationAnswer]:
    """Those of earlier readings that the reading which holds no longer has."""
    return _ask(ledger, lens, [*where, _is_gone(lens)], day, gone=True)


def _is_gone(lens: Lens) -> ColumnElement[bool]:
    """Whether the reading that holds (then) expects nothing of the same act in the same days, nor this very event."""
    now, event, window = READINGS.alias("now"), EVENTS.alias("event_now"), EXPECTATIONS.alias("window_now")
    days = and_(window.c.from_day.is_not_distinct_from(_WINDOW.from_day), window.c.to_day == _WINDOW.to_day)
    still = (
        select(1)
        .select_from(
            now.join(window, window.c.reading == now.c.reading).join(
                event, and_(event.c.reading == window.c.reading, event.c.n == window.c.event)
            )
        )
        .where(now.c.document == READINGS.c.document, holding(lens.before, now), window.c.checkable)
        .where(or_(event.c.id == EVENTS.c.id, and_(event.c.act == EVENTS.c.act, days)))
    )
    return ~still.correlate(READINGS, EVENTS, EXPECTATIONS).exists()


def _chosen(*told: Answers[ExpectationAnswer], outcome: str) -> Answers[ExpectationAnswer]:
    """Those of this outcome, which is decided for each."""

    def first(limit: int | None) -> Iterator[ExpectationAnswer]:
        return islice((answer for answers in told for answer in answers if answer.outcome == outcome), limit)

    def tally() -> Tally:
        documents = [answer.event.document for answer in first(None)]
        outlets = {document.outlet for document in documents} - {None}
        return Tally(len(documents), len({document.id for document in documents}), len(outlets))

    return Answers(first, tally)


def _answer(row: AnyRow, around: Surroundings, found: Decided | None) -> ExpectationAnswer:
    window = (row.window_from, row.window_to)
    name, reason = _undecided(row)
    outcome = found.outcome if found else None
    steps = found.steps if found else {}
    evidence = tuple(steps[telling.place] for telling in outcome.decided) if outcome else ()
    return ExpectationAnswer(
        id=content_id("x", row.document_hash, row.id),
        from_=row.window_from,
        to=row.window_to,
        checkable=bool(row.checkable),
        why_not=row.why_not,
        outcome=outcome.name if outcome else name,
        reason=reason_words(outcome.name, outcome.late, evidence, window) if outcome else reason,
        late=outcome.late if outcome else None,
        happening=found.happening if found else None,
        told=row.told_on,
        evidence=evidence,
        history=tuple(steps[step.telling.place] for step in outcome.history) if outcome else (),
        event=event_of(row, around),
        outlet=row.told_by,
    )


def _undecided(row: AnyRow) -> tuple[str, str]:
    """(outcome, reason) of what reports do not decide: it can't be checked, or is no longer read so."""
    if not row.checkable:
        return REFUSED, row.why_not
    return "void", f"the reading of its document that was made {(row.superseded or '')[:10]} no longer has it"
