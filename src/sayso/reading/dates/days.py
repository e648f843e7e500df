"""Days: sets of days on which a page may have been published, as sorted half-open stretches of day numbers.

A day's number is ``date.toordinal``. Nothing is told of days outside the domain: its ends are no evidence of anything.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sayso.lexicon.anniversaries import load_anniversaries
from sayso.reading.calendar import interval_of, period_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.reading.calendar import Unit

type Stretch = tuple[int, int]
type Days = tuple[Stretch, ...]

# On the other side of the date line it is still yesterday, and already tomorrow.
ZONES = 1
# Before this the newswires are silent; the last day is the lexicon's.
_FIRST_YEAR = 1900
# From the finest to the coarsest: what document.published may be told as.
_TOLD: tuple[Unit, ...] = ("day", "month", "year")


def domain() -> Stretch:
    """All days that anything can be told of."""
    return first_day(_FIRST_YEAR), first_day(load_anniversaries().horizon + 1)


def years() -> range:
    """The years of the domain."""
    return range(_FIRST_YEAR, load_anniversaries().horizon + 1)


def first_day(year: int) -> int:
    """The number of New Year's Day."""
    return date(year, 1, 1).toordinal()


def days_of(stretches: Iterable[Stretch]) -> Days:
    """The days in any of these stretches, as far as they lie in the domain."""
    lowest, highest = domain()
    found: list[Stretch] = []
    for start, end in sorted((max(start, lowest), min(end, highest)) for start, end in stretches):
        if start >= end:
            continue
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def since(day: int) -> Days:
    """That day and all later ones."""
    return days_of([(day, domain()[1])])


def before(day: int) -> Days:
    """All days before that one."""
    return days_of([(domain()[0], day)])


def overlap(some: Days, others: Days) -> Days:
    """The days that are in both."""
    found: list[Stretch] = []
    i = j = 0
    while i < len(some) and j < len(others):
        start, end = max(some[i][0], others[j][0]), min(some[i][1], others[j][1])
        if start < end:
            found.append((start, end))
        if some[i][1] < others[j][1]:
            i += 1
        else:
            j += 1
    return tuple(found)


def hull(days: Days) -> Stretch:
    """From the first of the days (at least one) to the day after the last."""
    return days[0][0], days[-1][1]


def size(days: Days) -> int:
    """How many days these are."""
    return sum(end - start for start, end in days)


def told(stretch: Stretch) -> str | None:
    """The day, month or year that holds all of the stretch, the finest there is: ``2025-09``; None if there is none.

    A stretch that reaches an end of the domain is open there, and nothing holds it.
    """
    start, end = stretch
    if start <= domain()[0] or end >= domain()[1]:
        return None
    for unit in _TOLD:
        named = period_of(date.fromordinal(start), unit)
        if named.interval is not None and date.fromordinal(end - 1).isoformat() < named.interval[1]:
            return named.value
    return None


def in_words(stretch: Stretch) -> str:
    """Such a stretch in a sentence: "in 2025-09", "between … and …", "on … or later", "on … or earlier"."""
    named = told(stretch)
    if named is not None and _is_all_of(stretch, named):
        return f"on {named}" if len(named) == len("YYYY-MM-DD") else f"in {named}"
    first, last = date.fromordinal(stretch[0]).isoformat(), date.fromordinal(stretch[1] - 1).isoformat()
    if stretch[1] >= domain()[1]:
        return f"on {first} or later"
    return f"on {last} or earlier" if stretch[0] <= domain()[0] else f"between {first} and {last}"


def _is_all_of(stretch: Stretch, named: str) -> bool:
    return interval_of(named) == tuple(date.fromordinal(end).isoformat() for end in stretch)
