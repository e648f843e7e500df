"""Days, weeks, months and longer as one kind of number line, and the TIMEX3 values that name them.

A ``Period`` is a whole calendar unit: a day, a week, the third quarter of 1989, the 1990s. It knows its TIMEX3 value
and its half-open interval of days; moving it, and finding the unit that holds it, is arithmetic on one integer.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sayso.records.reading import Precision

type Unit = Literal["day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century"]
type Interval = tuple[str, str]

_MONTHS_A_YEAR = 12
# Units that are a fixed number of months, aligned to the year.
_MONTHS: dict[Unit, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
# Seasons in the order of the year; TIMEX3's codes. The northern hemisphere's, as in the news that the gold was made on.
SEASONS = ("SP", "SU", "FA", "WI")
_LONG_VALUES: dict[Unit, str] = {"year": "{:04}", "decade": "{:03}X", "century": "{:02}XX"}
# Precision, as records name it: a weekend and a half-year are ranges there.
_PRECISION: dict[Unit, Precision] = {
    "day": "day",
    "weekend": "range",
    "week": "week",
    "month": "month",
    "quarter": "quarter",
    "season": "season",
    "half": "range",
    "year": "year",
    "decade": "decade",
    "century": "century",
}


@dataclass(frozen=True, slots=True)
class Period:
    """The ``number``-th ``unit`` of the calendar.

    Attributes:
        unit: what is counted.
        number: days and weeks count as ``date.toordinal`` does (weeks by their Monday, weekends by that week's);
            months, quarters, halves and seasons from year 0 (1989-Q3 is 1989 * 4 + 2); decades and centuries from 0.
    """

    unit: Unit
    number: int

    @property
    def year(self) -> int:
        """The year that it begins in."""
        match self.unit:
            case "day" | "week" | "weekend":
                return self._first_day().year
            case "season":
                return self.number // len(SEASONS)
            case _:
                return self.number * _MONTHS[self.unit] // _MONTHS_A_YEAR

    @property
    def value(self) -> str:
        """Its TIMEX3 value: ``2018-09-03``, ``2018-W36``, ``2018-W36-WE``, ``2018-Q3``, ``199X``, ``19XX``."""
        match self.unit:
            case "day":
                return self._first_day().isoformat()
            case "week" | "weekend":
                year, week, _ = date.fromordinal(self.number * 7 + 1).isocalendar()
                return f"{year:04}-W{week:02}" + ("-WE" if self.unit == "weekend" else "")
            case "month" | "quarter" | "half" | "season":
                return f"{self.year:04}-{self._part_of_year()}"
            case "year" | "decade" | "century":
                return _LONG_VALUES[self.unit].format(self.number)

    def _part_of_year(self) -> str:
        match self.unit:
            case "season":
                return SEASONS[self.number % 4]
            case "month":
                return f"{self.number % 12 + 1:02}"
            case _:
                return f"{self.unit[0].upper()}{self.number % (_MONTHS_A_YEAR // _MONTHS[self.unit]) + 1}"

    @property
    def interval(self) -> Interval | None:
        """Its half-open days, ISO; None if they lie outside the years 1 to 9999."""
        try:
            return self._first_day().isoformat(), self._after().isoformat()
        except (ValueError, OverflowError):
            return None

    @property
    def exists(self) -> bool:
        """Whether its days lie within the years 1 to 9999."""
        return self.interval is not None

    def shift(self, steps: int) -> Period:
        """The period so many units later (earlier, if negative)."""
        return Period(self.unit, self.number + steps)

    def within(self, unit: Unit) -> Period:
        """The unit that holds its first day; itself, if that is its own unit.

        Raises:
            ValueError: if its days lie outside the years 1 to 9999.
        """
        return self if unit == self.unit else period_of(self._first_day(), unit)

    def _first_day(self) -> date:
        match self.unit:
            case "day":
                return date.fromordinal(self.number)
            case "week":
                return date.fromordinal(self.number * 7 + 1)
            case "weekend":
                return date.fromordinal(self.number * 7 + 6)
            case "season":
                # Spring is March to May; a winter counts with the year that its December is in.
                year, season = divmod(self.number, len(SEASONS))
                return date(year, season * 3 + 3, 1)
            case _:
                return _month_start(self.number * _MONTHS[self.unit])

    def _after(self) -> date:
        match self.unit:
            case "day":
                return date.fromordinal(self.number + 1)
            case "week" | "weekend":
                return date.fromordinal(self.number * 7 + 8)
            case "season":
                first = self._first_day()
                return _month_start(first.year * _MONTHS_A_YEAR + first.month - 1 + 3)
            case _:
                return _month_start((self.number + 1) * _MONTHS[self.unit])


def _month_start(number: int) -> date:
    return date(number // _MONTHS_A_YEAR, number % _MONTHS_A_YEAR + 1, 1)


def period_of(day: date, unit: Unit) -> Period:
    """The unit that holds this day; of a weekend, the one that ends the day's week."""
    match unit:
        case "day":
            return Period(unit, day.toordinal())
        case "week" | "weekend":
            return Period(unit, (day.toordinal() - 1) // 7)
        case "season":
            # January and February belong to the winter that began the year before.
            return Period(unit, (day.year * _MONTHS_A_YEAR + day.month - 3) // 3)
        case _:
            return Period(unit, (day.year * _MONTHS_A_YEAR + day.month - 1) // _MONTHS[unit])


def day(year: int, month: int, number: int) -> Period | None:
    """The period of one day; None if the calendar has no such day."""
    try:
        return Period("day", date(year, month, number).toordinal())
    except (ValueError, OverflowError):
        return None


_VALUE = re.compile(
    r"(?P<century>\d\d)(?:XX)?$|(?P<decade>\d{3})X?$|(?P<year>\d{4})"
    r"(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)(?:-(?P<of_week>WE|[1-7]))?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?$",
    re.ASCII,
)


@functools.lru_cache(maxsize=4096)
def period(value: str) -> Period | None:
    """The period that a TIMEX3 value (or an ISO date) names, its time of day aside; None if it names none."""
    found = _VALUE.match(value.partition("T")[0])
    if found is None:
        return None
    try:
        named = _named(found)
    except (ValueError, OverflowError):
        return None
    return named if named.exists else None


def _named(found: re.Match[str]) -> Period:
    kind, text = found.lastgroup or "year", found[found.lastgroup or "year"]
    year = int(found["year"] or 0)
    match kind:
        case "century" | "decade" | "year":
            return Period(kind, int(text))
        case "month" | "day":
            return period_of(date(year, int(found["month"]), int(found["day"] or 1)), kind)
        case "season":
            return Period(kind, year * len(SEASONS) + SEASONS.index(text))
        case "quarter" | "half":
            return Period(kind, year * (_MONTHS_A_YEAR // _MONTHS[kind]) + int(text) - 1)
    return _in_week(date.fromisocalendar(year, int(found["week"]), 1), found["of_week"])


def _in_week(monday: date, part: str | None) -> Period:
    match part:
        case None:
            return period_of(monday, "week")
        case "WE":
            return period_of(monday, "weekend")
    return period_of(monday + timedelta(int(part) - 1), "day")


def interval_of(value: str) -> Interval | None:
    """The half-open days (from, to), ISO, of a TIMEX3 value of the calendar; None for any other value."""
    named = period(value)
    return named.interval if named else None


def precision_of(value: str) -> Precision | None:
    """How precise a TIMEX3 value of the calendar is; None for any other value."""
    named = period(value)
    return _PRECISION[named.unit] if named else None


_DURATION = re.compile(r"P(?=[\dT])(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)Q)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?"
                       r"(?:(\d+(?:\.\d+)?)D)?(?:T[\dHMS.]+)?$", re.ASCII)  # fmt: skip
_LONG = re.compile(r"P(\d+)(DE|E|CE|C)$", re.ASCII)
_YEARS = {"DE": 10, "E": 10, "CE": 100, "C": 100}


@dataclass(frozen=True, slots=True)
class Length:
    """A duration in ``months`` and ``days``; ``grain`` is its finest unit in days: how exact it can be meant."""

    months: int
    days: int
    grain: int


# How many days the units of a duration stand for when it is asked how exact it is.
_GRAINS = (365, 91, 30, 7, 1)


def length_of(duration: str) -> Length | None:
    """The length of a TIMEX3 duration, clock times aside; None where it has no number (``PXD``) or is no duration."""
    if found := _LONG.match(duration):
        years = int(found[1]) * _YEARS[found[2]]
        return Length(years * _MONTHS_A_YEAR, 0, years * _GRAINS[0])
    found = _DURATION.match(duration)
    if found is None:
        return None
    parts = [float(part or 0) for part in found.groups()]
    grain = next((grain for grain, part in zip(reversed(_GRAINS), reversed(parts), strict=True) if part), 1)
    return Length(round(parts[0] * 12 + parts[1] * 3 + parts[2]), round(parts[3] * 7 + parts[4]), grain)


def shift(interval: Interval, duration: str, *, back: bool, loose: bool = False) -> Interval | None:
    """The days that lie a duration after (``back``: before) the interval.

    "Three weeks after" is seldom meant to the day: the answer reaches half a unit to either side where the duration
    counts in more than days, a whole unit if ``loose`` ("about three weeks").

    Args:
        interval: half-open days, ISO.
        duration: a TIMEX3 duration such as ``P3W``.
        back: whether to go back in time.
        loose: whether the text says "about", "nearly", "more than" or the like.

    Returns:
        Half-open days, ISO; None if the duration has no number or the days lie outside the years 1 to 9999.
    """
    length = length_of(duration)
    if length is None:
        return None
    slack = length.grain if loose else length.grain // 2
    try:
        first, after = (_moved(date.fromisoformat(end), length, -1 if back else 1) for end in interval)
        return (first - timedelta(slack)).isoformat(), (after + timedelta(slack)).isoformat()
    except (ValueError, OverflowError):
        return None


def _moved(day: date, length: Length, sign: int) -> date:
    number = day.year * _MONTHS_A_YEAR + day.month - 1 + sign * length.months
    if not MINYEAR <= number // _MONTHS_A_YEAR <= MAXYEAR:
        raise OverflowError
    start = _month_start(number)
    last = (_month_start(number + 1) - timedelta(1)).day
    return start.replace(day=min(day.day, last)) + timedelta(sign * length.days)
