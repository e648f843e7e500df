"""What became of an expectation by a day: decided by what was told up to then."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sayso.ledger.outcomes.effects import Step, days_late, effect

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.ledger.outcomes.awaited import Awaited, Telling
    from sayso.ledger.outcomes.effects import Effect

type Name = Literal["open", "due", "met", "missed", "postponed", "cancelled", "void"]

OUTCOMES: tuple[Name, ...] = ("open", "due", "met", "missed", "postponed", "cancelled", "void")
# So many days after its window nothing was told: newswire follows up what was announced within two weeks, or not.
GRACE = 14
# What the last step that is no meeting leaves it as; what is planned anew is awaited again.
_LEFT: dict[Effect, Name] = {"unmet": "missed", "cancelled": "cancelled", "moved": "postponed"}
# Of one day the order is unknown: what says more comes later.
_ORDER: tuple[Effect, ...] = ("confirmed", "moved", "cancelled", "unmet", "met")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an expectation stands, and why.

    Attributes:
        name: one of OUTCOMES.
        late: days after the window's last day, where it was met and the day is known; less than 0 if before the window.
        decided: the reports that decided it; none if nothing was told.
        history: all that was told of it and does something, in order.
    """

    name: Name
    late: int | None = None
    decided: tuple[Telling, ...] = ()
    history: tuple[Step, ...] = ()


def decide(
    awaited: Awaited,
    tellings: Iterable[Telling],
    as_of: int,
    *,
    conditions: Sequence[Sequence[Telling]] = (),
    grace: int = GRACE,
) -> Outcome:
    """How the expectation stood on the day ``as_of``.

    Args:
        awaited: the expectation.
        tellings: the reports of its happening, in any order.
        as_of: reports that were told later are unknown.
        conditions: for each event that it hangs on, the reports of that.
        grace: days after the window for which it is still due.
    """
    history = _history(awaited, tellings, as_of)
    if met := [step.telling for step in history if step.effect == "met"]:
        return _met(awaited, met, history)
    if history and history[-1].effect in _LEFT:
        last = history[-1].effect
        return Outcome(_LEFT[last], None, _first_of_last(history, last), history)
    if failed := _failed(awaited, conditions, as_of):
        return Outcome("void", None, failed, history)
    return Outcome(_by_calendar(awaited, as_of, grace), None, (), history)


def _history(awaited: Awaited, tellings: Iterable[Telling], as_of: int) -> tuple[Step, ...]:
    known = ((effect(awaited, telling), telling) for telling in tellings if telling.told <= as_of)
    steps = [Step(does, telling) for does, telling in known if does is not None]
    return tuple(sorted(steps, key=lambda step: (step.telling.told, _ORDER.index(step.effect), step.telling.place)))


def _met(awaited: Awaited, met: Sequence[Telling], history: tuple[Step, ...]) -> Outcome:
    """Reports may tell several days: those nearest the window decide, and the first of them are the evidence."""
    late = min((days_late(awaited, telling) for telling in met), key=_far)
    fitting = [telling for telling in met if days_late(awaited, telling) == late]
    first = min(telling.told for telling in fitting)
    return Outcome("met", late, tuple(telling for telling in fitting if telling.told == first), history)


def _far(late: int | None) -> float:
    return float("inf") if late is None else abs(late)


def _first_of_last(history: Sequence[Step], last: Effect) -> tuple[Telling, ...]:
    """The reports of the first day on which it stood as it does at the end."""
    start = max((n + 1 for n, step in enumerate(history) if step.effect != last), default=0)
    day = history[start].telling.told
    return tuple(step.telling for step in history[start:] if step.telling.told == day)


def _failed(awaited: Awaited, conditions: Sequence[Sequence[Telling]], as_of: int) -> tuple[Telling, ...]:
    """The reports by which a condition failed: the last that was told of it denies it."""
    for tellings in conditions:
        later = [t for t in tellings if awaited.told <= t.told <= as_of and t.status in ("actual", "denied", "planned")]
        known = sorted(later, key=lambda t: (t.told, t.status == "denied", t.place))
        if known and known[-1].status == "denied":
            return (known[-1],)
    return ()


def _by_calendar(awaited: Awaited, as_of: int, grace: int) -> Name:
    if as_of < awaited.begin:
        return "open"
    return "due" if as_of < awaited.after + grace else "missed"
