"""What one report does to an expectation: the rules, in the order in which they are tried."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sayso.ledger.happenings.report import Days

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.ledger.outcomes.awaited import Awaited, Telling

type Effect = Literal["met", "unmet", "cancelled", "moved", "confirmed"]

# Texts tell days by the clock of the place: it may be a day later there than where they are published.
_CLOCKS = 1


@dataclass(frozen=True, slots=True)
class Step:
    """A report and what it does."""

    effect: Effect
    telling: Telling


def effect(awaited: Awaited, telling: Telling) -> Effect | None:
    """What the report does; None for one that decides nothing, or is the announcement itself."""
    if telling.place[:2] == awaited.place[:2] or telling.told < awaited.told:
        return None
    return next((name for name, holds in EFFECTS if holds(awaited, telling)), None)


def days_late(awaited: Awaited, telling: Telling) -> int | None:
    """By how many days what the report tells came after the window; less than 0 if before it; None if untold.

    What is published inside the window without a day came inside it.
    """
    if telling.days is None:
        return 0 if telling.told < awaited.after else None
    if telling.days.overlaps(_window(awaited)):
        return 0
    if telling.days.first is not None and telling.days.first >= awaited.after:
        return telling.days.first - awaited.last
    return telling.days.after - 1 - awaited.begin if telling.days.after is not None else None


def _window(awaited: Awaited) -> Days:
    return Days(awaited.first, awaited.after)


def _tells_it(awaited: Awaited, telling: Telling) -> bool:
    """It came: on days since the announcement that had begun when it was told; without a day, told in the window."""
    if telling.status != "actual":
        return False
    days = telling.days
    if days is None:
        return telling.told > awaited.told and telling.told >= awaited.begin
    begin = awaited.begin if days.overlaps(_window(awaited)) else days.first
    begun = begin is not None and begin <= telling.told + _CLOCKS
    return begun and (days.after is None or days.after > awaited.told) and _since(awaited, days)


def _since(awaited: Awaited, days: Days) -> bool:
    """Whether days before the window are at least days after the announcement: else an earlier event is told."""
    before = days.after is not None and days.after <= awaited.begin
    return not before or (days.first is not None and days.first >= awaited.told)


def _tells_none(awaited: Awaited, telling: Telling) -> bool:
    """The window was over and it had not come."""
    return _denies(awaited, telling) and telling.done and telling.told >= awaited.after


def _denies(awaited: Awaited, telling: Telling) -> bool:
    """It is denied; not just on other days than these."""
    return telling.status == "denied" and (telling.days is None or telling.days.overlaps(_window(awaited)))


def _plans(awaited: Awaited, telling: Telling) -> bool:
    """It is announced later, with days that are still to come by then."""
    ahead = telling.days is not None and (telling.days.after is None or telling.days.after > telling.told)
    return telling.status == "planned" and ahead and telling.told > awaited.told


def _plans_other_days(awaited: Awaited, telling: Telling) -> bool:
    return _plans(awaited, telling) and telling.days is not None and not telling.days.overlaps(_window(awaited))


EFFECTS: tuple[tuple[Effect, Callable[[Awaited, Telling], bool]], ...] = (
    ("met", _tells_it),
    ("unmet", _tells_none),
    ("cancelled", _denies),
    ("moved", _plans_other_days),
    ("confirmed", _plans),
)
