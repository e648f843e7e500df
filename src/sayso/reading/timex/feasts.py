"""On which day of a year a feast falls."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sayso.reading.calendar import Period, period_of

if TYPE_CHECKING:
    from sayso.lexicon.times import Feast


def feast_in(feast: Feast, year: int) -> Period | None:
    """The day of the feast in a year; None outside the calendar."""
    try:
        return period_of(_date(feast, year), "day")
    except (ValueError, OverflowError):
        return None


def _date(feast: Feast, year: int) -> date:
    if feast.weekday is not None:
        return _nth_weekday(year, *feast.weekday)
    if feast.easter is not None:
        return easter(year) + timedelta(feast.easter)
    assert feast.month is not None
    assert feast.day is not None
    return date(year, feast.month, feast.day)


def _nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    """The nth (from 1; -1 is the last) such weekday, 1 (Monday) to 7, of a month."""
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian algorithm of 1876)."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leaps, rest = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    quads, odd = divmod(of_century, 4)
    sunday = (32 + 2 * rest + 2 * quads - moon - odd) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, days = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, days + 1)
