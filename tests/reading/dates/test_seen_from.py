"""From which days of publication an expression of time points at a known day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from sayso.reading.dates.seen_from import published_on
from sayso.reading.timex.expressions import Fixed, InWeek, Relative

if TYPE_CHECKING:
    from sayso.reading.dates.commitment import Told
    from sayso.reading.timex.expressions import Core


def seen(core: Core, day: str, tense: Told | None = None) -> tuple[str, str] | None:
    """The first and the last day of publication from which ``core`` is said of one day."""
    start = date.fromisoformat(day).toordinal()
    found = published_on(core, (start, start + 1), tense)
    if found is None:
        return None
    return date.fromordinal(found[0]).isoformat(), date.fromordinal(found[1] - 1).isoformat()


@pytest.mark.parametrize(
    ("core", "days"),
    [
        (Relative("month", 1), ("2021-07-01", "2021-07-31")),
        (Relative("month", 0), ("2021-08-01", "2021-08-31")),
        (Relative("month", -1), ("2021-09-01", "2021-09-30")),
        (Relative("year", 1), ("2020-01-01", "2020-12-31")),
        # "Three months ago", "in two months": a month more or less.
        (Relative("month", -3, ago=True), ("2021-10-01", "2021-12-31")),
        (Relative("month", 2), ("2021-05-01", "2021-07-31")),
        # A week may begin on Sunday or on Monday; a day is another one across the date line.
        (Relative("week", 1), ("2021-08-11", "2021-08-23")),
        (Relative("day", 0), ("2021-08-23", "2021-08-25")),
    ],
)
def test_expressions_that_count_from_publication(core: Core, days: tuple[str, str]) -> None:
    assert seen(core, "2021-08-24") == days  # a Tuesday


@pytest.mark.parametrize(
    ("core", "tense", "days"),
    [
        (InWeek(2), "past", ("2021-08-23", "2021-09-01")),
        (InWeek(2), "future", ("2021-08-16", "2021-08-25")),
        (InWeek(2), None, ("2021-08-16", "2021-09-01")),
        (InWeek(2, turn=1), None, ("2021-08-09", "2021-08-25")),
        (InWeek(2, turn=-1), None, ("2021-08-23", "2021-09-08")),
    ],
)
def test_a_weekday_is_told_of_in_the_days_around_it(core: Core, tense: Told | None, days: tuple[str, str]) -> None:
    assert seen(core, "2021-08-24", tense) == days


@pytest.mark.parametrize(
    "core",
    [InWeek(3), Relative("month", 1, "story"), Fixed("2021-08-24"), Relative("decade", 1), InWeek(2, base="story")],
)
def test_what_does_not_count_from_publication_or_can_not_be_said(core: Core) -> None:
    assert seen(core, "2021-08-24") is None
