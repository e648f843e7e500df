"""Periods of one grain: days, weeks from Monday on, months, years."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from sayso.errors import UnreadableInput

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sayso.views.dyad_answers import Grain

_DECEMBER = 12


def _same(day: date) -> date:
    return day


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _first_of_month(day: date) -> date:
    return day.replace(day=1)


def _first_of_year(day: date) -> date:
    return day.replace(month=1, day=1)


def _next_month(first: date) -> date:
    last = first.month == _DECEMBER
    return date(first.year + last, 1 if last else first.month + 1, 1)


# Grain → the first day of the period of a day; the first day of the period after one.
_GRAINS: dict[Grain, tuple[Callable[[date], date], Callable[[date], date]]] = {
    "day": (_same, lambda first: first + timedelta(days=1)),
    "week": (_monday, lambda first: first + timedelta(days=7)),
    "month": (_first_of_month, _next_month),
    "year": (_first_of_year, lambda first: first.replace(year=first.year + 1)),
}


def grain_called(name: str) -> Grain:
    """The grain of this name.

    Raises:
        UnreadableInput: if there is none.
    """
    for grain in _GRAINS:
        if grain == name.strip().lower():
            return grain
    message = f"'{name}' is no period: give one of {', '.join(_GRAINS)}"
    raise UnreadableInput(message, where=name)


def period_of(from_: str | None, to: str | None, grain: Grain) -> str | None:
    """The first day of the one period that holds all of the days [from, to); None if none does."""
    if from_ is None or to is None:
        return None
    start = _GRAINS[grain][0]
    first, last = start(date.fromisoformat(from_)), start(date.fromisoformat(to) - timedelta(days=1))
    return first.isoformat() if first == last else None


def periods(first: str, last: str, grain: Grain) -> Iterator[tuple[str, str]]:
    """(first day, day after the last) of each period from that of ``first`` to that of ``last``."""
    start, after = _GRAINS[grain]
    here, end = start(date.fromisoformat(first)), date.fromisoformat(last)
    while here <= end:
        yield here.isoformat(), after(here).isoformat()
        here = after(here)


def label(first: str, grain: Grain) -> str:
    """``2018-06-12``, ``2018-W24``, ``2018-06``, ``2018``."""
    if grain == "week":
        year, week, _ = date.fromisoformat(first).isocalendar()
        return f"{year}-W{week:02}"
    return first[: {"day": 10, "month": 7, "year": 4}[grain]]
