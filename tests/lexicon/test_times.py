from __future__ import annotations

from typing import Any

import pytest

from sayso.errors import LexiconError
from sayso.lexicon.loading import load_yaml
from sayso.lexicon.times import build, time_lexicon


def test_abbreviations_with_and_without_a_full_stop() -> None:
    months = time_lexicon().months
    assert months["sept"] == months["sept."] == months["september"] == 9


def test_plurals_of_units() -> None:
    plurals = time_lexicon().plural_units
    assert (plurals["hours"], plurals["days"], plurals["centuries"], plurals["mins"]) == ("TH", "D", "100Y", "TM")
    assert "centurys" not in plurals


def test_feasts_are_days_weekdays_or_move_with_easter() -> None:
    feasts = time_lexicon().feasts
    assert (feasts["boxing day"].month, feasts["boxing day"].day) == (12, 26)
    assert feasts["thanksgiving"].weekday == (11, 4, 4)
    assert feasts["good friday"].easter == -2


def changed(section: str, value: object) -> dict[str, Any]:
    return {**load_yaml("times.yaml"), section: value}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (changed("months", {"january": 13}), "counts from 1 to 12"),
        (changed("weekdays", {"monday": 0}), "counts from 1 to 7"),
        (changed("feasts", {"xmas": {"month": 12}}), "needs month and day"),
        (changed("references", {"PAST_REF": ["of late"], "PRESENT_REF": ["of late"]}), "stands for both"),
        (changed("units", None), "well-formed"),
        ({}, "well-formed"),
    ],
)
def test_refused(data: dict[str, Any], message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        build(data)
