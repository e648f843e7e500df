from __future__ import annotations

from datetime import date

import pytest

from sayso.lexicon.times import Feast
from sayso.reading.timex.feasts import easter, feast_in


@pytest.mark.parametrize("day", ["1818-03-22", "1943-04-25", "2000-04-23", "2018-04-01", "2038-04-25"])
def test_easter(day: str) -> None:
    assert easter(int(day[:4])) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("feast", "value"),
    [
        (Feast("fixed", month=12, day=25), "2018-12-25"),
        (Feast("fourth Thursday", weekday=(11, 4, 4)), "2018-11-22"),
        (Feast("last Monday", weekday=(5, -1, 1)), "2018-05-28"),
        (Feast("two days before Easter", easter=-2), "2018-03-30"),
    ],
)
def test_feasts(feast: Feast, value: str) -> None:
    named = feast_in(feast, 2018)
    assert named is not None
    assert named.value == value


def test_none_outside_the_calendar() -> None:
    assert feast_in(Feast("fixed", month=2, day=29), 2019) is None
    assert feast_in(Feast("easter", easter=0), 12_000) is None
