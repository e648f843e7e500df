"""Anchoring: from what an expression means to the value that it has here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.calendar import SEASONS, Period, day, period, period_of
from sayso.reading.timex.expressions import (
    Amount,
    Counterpart,
    Definite,
    Expression,
    Fixed,
    InMonth,
    InWeek,
    InYear,
    Moved,
    Relative,
)
from sayso.reading.timex.feasts import feast_in
from sayso.reading.timex.units import period_value

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sayso.reading.calendar import Unit
    from sayso.reading.timex.expressions import Core
    from sayso.reading.timex.tense import Tense

# What an expression is worth that nothing anchors: TIMEX3's X for each unknown digit.
OPEN: dict[Unit, str] = {
    "day": "XXXX-XX-XX", "weekend": "XXXX-WXX-WE", "week": "XXXX-WXX", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "season": "XXXX-XX", "half": "XXXX-HX", "year": "XXXX", "decade": "XXXX", "century": "XXXX",
}  # fmt: skip
# From the finest to the coarsest: a time can be told from another only if that one is at least as fine.
_FINENESS: dict[Unit, int] = {
    "day": 0, "weekend": 1, "week": 1, "month": 2, "quarter": 3, "season": 3, "half": 4, "year": 5, "decade": 6,
    "century": 7,
}  # fmt: skip
# A date without a year is the nearest one: one that the verb's tense speaks against counts as so many days farther.
_AGAINST_PAST = 240
_AGAINST_FUTURE = 300
# Results of a quarter are told of when it is over: "expects to report a loss for the third quarter".
_AGAINST_FUTURE_QUARTER = 60
# For so many times named after it a quarter is still what the story speaks of.
_KEPT = 8


class Anchor:
    """Where a story stands in time: the day of publication, and the times that it has named so far."""

    def __init__(self, now: Period | None) -> None:
        self.now = now
        self._named: list[Period] = []
        self._quarter: tuple[int, Period] | None = None

    def see(self, named: Period, *, compared: bool = False) -> None:
        """Takes note of a time that the story has named; ``compared``: just to compare another with it."""
        self._named.append(named)
        if named.unit == "quarter" and not compared:
            self._quarter = len(self._named), named

    def quarter(self) -> Period | None:
        """The quarter that the story speaks of; None where it has gone on to something else."""
        if self._quarter is None or len(self._named) - self._quarter[0] > _KEPT:
            return None
        return self._quarter[1]

    def last(self, finest: Unit | None = None) -> Period | None:
        """The time named last; with ``finest``, the last that is at least so fine."""
        for named in reversed(self._named):
            if finest is None or _FINENESS[named.unit] <= _FINENESS[finest]:
                return named
        return None

    def last_of(self, unit: Unit) -> Period | None:
        """The last named period of just this unit."""
        return next((named for named in reversed(self._named) if named.unit == unit), None)


def value_of(expression: Expression, anchor: Anchor, tense: Callable[[], Tense | None]) -> tuple[str, Period | None]:
    """The TIMEX3 value of an expression, and the period that it names, if it is one."""
    core = expression.core
    if isinstance(core, Amount):
        return period_value(core), None
    if isinstance(core, Fixed):
        return core.value + expression.tail, period(core.value) if expression.kind != "SET" else None
    named = resolve(core, anchor, tense)
    if named is not None and named.exists:
        return named.value + expression.tail, named
    return _open_value(core) + expression.tail, None


def resolve(core: Core, anchor: Anchor, tense: Callable[[], Tense | None]) -> Period | None:
    """The period that a core names here; None if nothing tells."""
    steps: list[Moved] = []
    while isinstance(core, Moved):
        steps.append(core)
        core = core.core
    try:
        named = _unmoved(core, anchor, tense)
        for step in reversed(steps):
            named = named.within(step.unit).shift(step.steps) if named else None
    except (ValueError, OverflowError):
        return None
    return named


def _unmoved(core: Core, anchor: Anchor, tense: Callable[[], Tense | None]) -> Period | None:
    match core:
        case Relative():
            return _relative(core, anchor)
        case InWeek():
            return _in_week(core, anchor, tense)
        case InMonth() | InYear():
            return _in_month(core, anchor, tense) if isinstance(core, InMonth) else _in_year(core, anchor, tense)
        case Definite():
            return _weekend(anchor, tense) if core.unit == "weekend" else _definite(core, anchor)
        case Counterpart():
            return _counterpart(core, anchor)
    return period(core.value) if isinstance(core, Fixed) else None


def _counterpart(core: Counterpart, anchor: Anchor) -> Period | None:
    quarter = anchor.quarter()
    return quarter.shift((core.year - quarter.year) * 4) if quarter else period(f"{core.year:04}")


def _relative(core: Relative, anchor: Anchor) -> Period | None:
    base = anchor.now
    quarter = anchor.quarter() if is_compared(core) else None
    if quarter is not None:
        return quarter.shift(core.steps * 4)
    if core.base == "story":
        base = anchor.last(core.unit) or (anchor.last() if core.unit == "year" else None)
        if base is None and core.steps:
            base = anchor.now
    if base is None or _FINENESS[base.unit] > _FINENESS[core.unit]:
        return None
    return base.within(core.unit).shift(core.steps)


def is_compared(core: Core) -> bool:
    """Whether it is a year ago or "the 2016 period": results of business are compared with that quarter's."""
    if isinstance(core, Counterpart):
        return True
    return isinstance(core, Relative) and core.unit == "year" and core.steps == -1 and core.ago


def _definite(core: Definite, anchor: Anchor) -> Period | None:
    if core.unit is None:
        return anchor.quarter()
    named = _told_of(core.unit, anchor)
    if named is not None:
        return named
    if anchor.now is None or _FINENESS[anchor.now.unit] > _FINENESS[core.unit]:
        return None
    return anchor.now.within(core.unit)


def _told_of(unit: Unit, anchor: Anchor) -> Period | None:
    if unit == "year" and anchor.now is not None:
        return anchor.now.within("year")
    return anchor.quarter() if unit == "quarter" else anchor.last_of(unit)


def _weekend(anchor: Anchor, tense: Callable[[], Tense | None]) -> Period | None:
    """As in "over the weekend": the last one, or the coming one where the tense says so."""
    if anchor.now is None or anchor.now.unit != "day":
        return None
    coming = anchor.now.within("weekend")
    begun = coming.interval is not None and coming.interval[0] <= anchor.now.value
    return coming if begun or tense() == "future" else coming.shift(-1)


def _in_week(core: InWeek, anchor: Anchor, tense: Callable[[], Tense | None]) -> Period | None:
    base = anchor.last("day") if core.base == "story" else anchor.now
    if base is None or base.unit != "day":
        return None
    back = (base.number - core.weekday) % 7  # day 1 of the calendar is a Monday
    if core.turn == -1:
        return base.shift(-(back or 7))
    if core.turn == 1 and core.base == "story":
        return base.shift(7 - back)
    if core.turn == 1:
        return base.within("week").shift(1).within("day").shift(core.weekday - 1)
    if back and (tense() in ("future", "present") or core.turn == 0):
        return base.shift(7 - back)
    return base.shift(-back)


def _in_month(core: InMonth, anchor: Anchor, tense: Callable[[], Tense | None]) -> Period | None:
    """The day in the month that the story is in; in the one before or after it, where the tense asks for that."""
    base = anchor.last("month") or anchor.now
    if base is None or _FINENESS[base.unit] > _FINENESS["month"]:
        return None
    months = [base.within("month").shift(step) for step in (0, -1, 1)]
    candidates = [found for month in months if (found := day(month.year, month.number % 12 + 1, core.day)) is not None]
    told, now = tense(), anchor.now
    if now is None or now.unit != "day" or told not in ("past", "future"):
        return candidates[0] if candidates else None
    fitting = [c for c in candidates if (c.number <= now.number if told == "past" else c.number >= now.number)]
    return next(iter(fitting or candidates), None)


def _in_year(core: InYear, anchor: Anchor, tense: Callable[[], Tense | None]) -> Period | None:
    if isinstance(core.year, int):
        return in_year(core, core.year)
    if isinstance(core.year, Relative):
        year = _relative(core.year, anchor)
        return in_year(core, year.year) if year else None
    now = anchor.last() if core.base == "story" else anchor.now
    if now is None or now.interval is None:
        return None
    if core.base == "story" or now.unit == "day":
        return _in_year_around(core, now, tense)
    # Published on some day of a month or a year: what the first and the last of its days agree on.
    ends = now.within("day"), now.shift(1).within("day").shift(-1)
    first, last = (_in_year_around(core, end, tense) for end in ends)
    return first if first == last else None


def _in_year_around(core: InYear, now: Period, tense: Callable[[], Tense | None]) -> Period | None:
    around = [in_year(core, now.year + step) for step in (-1, 0, 1)]
    candidates = [named for named in around if named is not None and named.interval is not None]
    if core.weekday is not None:
        fitting = [named for named in candidates if (named.number - 1) % 7 + 1 == core.weekday]
        if len(fitting) == 1:
            return fitting[0]
    return _nearest(candidates, now, core.turn, tense)


def _nearest(
    candidates: list[Period], now: Period, turn: int | None, tense: Callable[[], Tense | None]
) -> Period | None:
    """The latest that has begun, the earliest that has not ended, or the closest: as turn and tense tell."""
    assert now.interval is not None
    start, after = now.interval
    begun = [named for named in candidates if named.interval and named.interval[0] < after]
    ahead = [named for named in candidates if named.interval and named.interval[1] > start]
    if turn == -1:
        over = [named for named in begun if named.interval and named.interval[1] <= start]
        return over[-1] if over else None
    if turn == 1:
        coming = [named for named in ahead if named.interval and named.interval[0] >= after]
        return coming[0] if coming else None
    if turn == 0:
        return next((named for named in candidates if named.year == now.year), None)
    if not candidates:
        return None
    told = tense()
    against: list[Period] = [] if told in (None, "present") else ahead if told == "past" else begun
    today = now.within("day").number
    penalty = _penalty(told, candidates[0].unit)

    def distance(named: Period) -> int:
        days = abs(named.within("day").number - today)
        return days + (penalty if named in against and not (named in begun and named in ahead) else 0)

    return min(candidates, key=distance)


def _penalty(told: Tense | None, unit: Unit) -> int:
    if told != "future":
        return _AGAINST_PAST
    return _AGAINST_FUTURE_QUARTER if unit == "quarter" else _AGAINST_FUTURE


def in_year(core: InYear, year: int) -> Period | None:
    """The month, day, quarter, … of this year."""
    if core.feast is not None:
        return feast_in(core.feast, year)
    match core.unit:
        case "day":
            return day(year, core.index, core.day)
        case "month":
            return Period("month", year * 12 + core.index - 1)
        case "quarter":
            return Period("quarter", year * 4 + core.index - 1)
        case "half":
            return Period("half", year * 2 + core.index - 1)
        case _:
            return Period("season", year * 4 + core.index)


def _open_value(core: Core) -> str:
    match core:
        case Relative():
            return OPEN[core.unit]
        case InWeek():
            return f"XXXX-WXX-{core.weekday}"
        case InMonth() | InYear():
            return f"XXXX-XX-{core.day:02}" if isinstance(core, InMonth) else _open_part(core)
        case Definite():
            return OPEN[core.unit or "quarter"]
        case Moved():
            return OPEN[core.unit]
    return ""


def _open_part(core: InYear) -> str:
    named = in_year(core, 2000)
    if core.feast is not None and core.feast.month is None:
        return OPEN["day"]
    if core.unit == "season":
        return f"XXXX-{SEASONS[core.index]}"
    return f"XXXX{named.value[4:]}" if named else OPEN[core.unit]


def published_period(published: str | None) -> Period | None:
    """The day, month or year of publication as a period."""
    return period(published) if published else None


def day_period(date_: date) -> Period:
    """A date as a period."""
    return period_of(date_, "day")
