"""A pair's own norm, and periods."""

from __future__ import annotations

import math
import random

import pytest

from sayso.errors import UnreadableInput
from sayso.views.grains import grain_called, label, period_of, periods
from sayso.views.norms import change, interval


def poisson(drawn: random.Random, mean: float) -> int:
    number, product, bound = 0, drawn.random(), math.exp(-mean)
    while product > bound:
        number, product = number + 1, product * drawn.random()
    return number


@pytest.mark.parametrize("mean", [0.3, 2.0, 12.0])
def test_nine_of_ten_next_numbers_lie_between_and_not_all(mean: float) -> None:
    drawn, inside, tries = random.Random(5), 0, 600
    for _ in range(tries):
        *earlier, last = (poisson(drawn, mean) for _ in range(13))
        low, high = interval(earlier)
        inside += low <= last <= high
    assert 0.88 <= inside / tries < 1


def test_numbers_that_vary_more_make_a_wider_interval() -> None:
    assert interval([4, 4, 4, 4, 4, 4])[1] < interval([0, 12, 0, 12, 0, 0])[1]


def test_one_after_none_is_no_change_but_many_are() -> None:
    places = [change("conflict", [0] * 5 + [last]) for last in (0, 1, 5)]
    assert [found.place for found in places if found] == ["within", "within", "above"]


def test_less_than_the_norm() -> None:
    found = change("conflict", [20, 22, 19, 21, 20, 3])
    assert found is not None
    assert (found.place, found.median, found.periods) == ("below", 20, 5)


def test_no_norm_of_four_periods() -> None:
    assert change("conflict", [1, 1, 1, 1, 9]) is None
    assert change("conflict", []) is None


def test_a_period_holds_all_days_or_none_does() -> None:
    assert period_of("2018-06-12", "2018-06-13", "week") == "2018-06-11"
    assert period_of("2018-06-01", "2018-07-01", "month") == "2018-06-01"
    assert period_of("2018-06-01", "2018-07-02", "month") is None
    assert period_of("2018-06-01", "2018-07-01", "week") is None
    assert period_of(None, "2018-07-01", "year") is None


def test_periods_follow_each_other() -> None:
    assert list(periods("2018-11-05", "2019-01-02", "month")) == [
        ("2018-11-01", "2018-12-01"),
        ("2018-12-01", "2019-01-01"),
        ("2019-01-01", "2019-02-01"),
    ]
    assert len(list(periods("2016-02-28", "2016-03-01", "day"))) == 3
    assert [label(first, "week") for first, _ in periods("2018-12-31", "2019-01-07", "week")] == [
        "2019-W01",
        "2019-W02",
    ]


def test_a_period_that_there_is_not() -> None:
    assert grain_called(" Week ") == "week"
    with pytest.raises(UnreadableInput):
        grain_called("decade")
