from __future__ import annotations

import pytest

from sayso.lexicon.times import time_lexicon
from sayso.reading.timex.numerals import Numerals

NUMERALS = Numerals(time_lexicon())


@pytest.mark.parametrize(
    ("words", "end", "number"),
    [
        ("seven", 1, 7),
        ("twenty four", 2, 24),
        ("twenty - four", 3, 24),
        ("a hundred", 2, 100),
        ("two hundred and ten", 4, 210),
        ("three thousand", 2, 3000),
        ("two and a half", 4, 2.5),
        ("two - and - a - half", 7, 2.5),
        ("2 1/2", 2, 2.5),
    ],
)
def test_numbers_in_words(words: str, end: int, number: float) -> None:
    hit = NUMERALS.at([*words.split(), "weeks"], 0)
    assert hit is not None
    assert (hit.end, hit.number, hit.is_year) == (end, number, False)


def test_years_read_in_pairs() -> None:
    hit = NUMERALS.at(["nineteen", "ninety", "-", "seven"], 0)
    assert hit is not None
    assert (hit.number, hit.is_year) == (1997, True)


@pytest.mark.parametrize("words", ["weeks", "7", "half", "a week", "1997"])
def test_no_number_in_words(words: str) -> None:
    assert NUMERALS.at(words.split(), 0) is None
