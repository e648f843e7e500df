from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading import calendar
from sayso.reading.calendar import Period, Unit, interval_of, length_of, period, period_of, precision_of, shift

UNITS: tuple[Unit, ...] = (
    "day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century",
)  # fmt: skip


@pytest.mark.parametrize(
    ("value", "first", "after", "precision"),
    [
        ("2018-09-03", "2018-09-03", "2018-09-04", "day"),
        ("2018-09-03TMO", "2018-09-03", "2018-09-04", "day"),
        ("2018-W36", "2018-09-03", "2018-09-10", "week"),
        ("2018-W36-WE", "2018-09-08", "2018-09-10", "range"),
        ("2018-W36-5", "2018-09-07", "2018-09-08", "day"),
        ("2018-02", "2018-02-01", "2018-03-01", "month"),
        ("2018-12", "2018-12-01", "2019-01-01", "month"),
        ("2018-Q3", "2018-07-01", "2018-10-01", "quarter"),
        ("2018-H2", "2018-07-01", "2019-01-01", "range"),
        ("2018-SU", "2018-06-01", "2018-09-01", "season"),
        ("2018-WI", "2018-12-01", "2019-03-01", "season"),
        ("2018", "2018-01-01", "2019-01-01", "year"),
        ("201X", "2010-01-01", "2020-01-01", "decade"),
        ("19XX", "1900-01-01", "2000-01-01", "century"),
    ],
)
def test_value_and_days(value: str, first: str, after: str, precision: str) -> None:
    assert interval_of(value) == (first, after)
    assert precision_of(value) == precision


@pytest.mark.parametrize("value", ["", "P3W", "PAST_REF", "XXXX-05", "2018-13", "2018-02-30", "2018-W60", "0000"])
def test_no_period(value: str) -> None:
    assert period(value) is None
    assert interval_of(value) is None
    assert precision_of(value) is None


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)), st.sampled_from(UNITS))
def test_a_value_names_its_period(day: date, unit: Unit) -> None:
    named = period_of(day, unit)
    assert period(named.value) == named
    assert named.interval is not None
    if unit != "weekend":
        assert named.interval[0] <= day.isoformat() < named.interval[1]


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)), st.sampled_from(UNITS), st.integers(0, 50))
def test_periods_follow_each_other(day: date, unit: Unit, steps: int) -> None:
    named = period_of(day, unit)
    assert named.shift(steps).shift(-steps) == named
    following = named.shift(1).interval
    assert named.interval is not None
    assert following is not None
    assert following[0] >= named.interval[1]


def test_days_that_are_none() -> None:
    assert calendar.day(2019, 2, 29) is None
    assert not Period("year", 12_000).exists


@pytest.mark.parametrize(
    ("duration", "months", "days", "grain"),
    [("P3W", 0, 21, 7), ("P1Y6M", 18, 0, 30), ("P2D", 0, 2, 1), ("P1DE", 120, 0, 3650), ("PT5H", 0, 0, 1)],
)
def test_lengths(duration: str, months: int, days: int, grain: int) -> None:
    length = length_of(duration)
    assert length is not None
    assert (length.months, length.days, length.grain) == (months, days, grain)


@pytest.mark.parametrize("duration", ["PXD", "P", "2018", ""])
def test_no_length(duration: str) -> None:
    assert length_of(duration) is None
    assert shift(("2018-01-01", "2018-01-02"), duration, back=True) is None


def test_shifted_days_are_as_exact_as_the_duration() -> None:
    day = ("2018-06-12", "2018-06-13")
    assert shift(day, "P2D", back=False) == ("2018-06-14", "2018-06-15")
    assert shift(day, "P3W", back=True) == ("2018-05-19", "2018-05-26")
    assert shift(day, "P3W", back=True, loose=True) == ("2018-05-15", "2018-05-30")
    assert shift(("2018-01-31", "2018-02-01"), "P1M", back=False) == ("2018-02-13", "2018-03-16")


def test_nothing_is_shifted_out_of_the_calendar() -> None:
    assert shift(("0001-01-01", "0001-01-02"), "P5Y", back=True) is None
