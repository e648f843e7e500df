"""Seen from: the days of publication from which an expression of time points at a known day.

The inverse of anchoring: "next month" said of 10 October is said in September.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sayso.reading.calendar import period_of
from sayso.reading.dates.days import ZONES
from sayso.reading.timex.expressions import InWeek, Relative

if TYPE_CHECKING:
    from sayso.reading.calendar import Unit
    from sayso.reading.dates.commitment import Told
    from sayso.reading.dates.days import Stretch
    from sayso.reading.timex.expressions import Core

_WEEK = 7
_WHOLE: tuple[Unit, ...] = ("month", "quarter", "year")


def published_on(core: Core, occurrence: Stretch, tense: Told | None) -> Stretch | None:
    """The days on which ``core`` can be said of what is on the days of ``occurrence``.

    None where the expression does not count from publication, or can't be said of these days at all.
    """
    if isinstance(core, InWeek) and core.base == "now":
        return _from_weekday(core, occurrence, tense)
    if not isinstance(core, Relative) or core.base != "now":
        return None
    if core.unit == "day":
        return occurrence[0] - core.steps - ZONES, occurrence[1] - core.steps + ZONES
    if core.unit == "week":
        # A week may begin on a Sunday or on a Monday: six days to either side hold both.
        return occurrence[0] - core.steps * _WEEK - (_WEEK - 1), occurrence[1] - core.steps * _WEEK + (_WEEK - 1)
    return _from_unit(core, occurrence) if core.unit in _WHOLE else None


def _from_unit(core: Relative, occurrence: Stretch) -> Stretch | None:
    """From months and years: "in two months" is seldom meant to the day, "next month" is."""
    slack = 1 if core.ago or abs(core.steps) > 1 else 0
    first, last = (date.fromordinal(number) for number in (occurrence[0], occurrence[1] - 1))
    earliest = period_of(first, core.unit).shift(-core.steps - slack).interval
    latest = period_of(last, core.unit).shift(-core.steps + slack).interval
    if earliest is None or latest is None:
        return None
    return date.fromisoformat(earliest[0]).toordinal(), date.fromisoformat(latest[1]).toordinal()


def _from_weekday(core: InWeek, occurrence: Stretch, tense: Told | None) -> Stretch | None:
    """From the days around a day that is on this weekday."""
    start, end = occurrence
    if end - start != 1 or date.fromordinal(start).isoweekday() != core.weekday:
        return None
    reach = _WEEK if core.turn in (None, 0) else 2 * _WEEK
    is_ahead = core.turn in (0, 1) or (core.turn is None and tense != "past")
    is_over = core.turn == -1 or (core.turn is None and tense != "future")
    return start - reach * is_ahead - ZONES, start + reach * is_over + 1 + ZONES
