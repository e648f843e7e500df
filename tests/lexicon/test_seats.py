from __future__ import annotations

import pytest

from sayso.errors import LexiconError
from sayso.lexicon.countries import load_countries
from sayso.lexicon.seats import load_seats, seats_from

KREMLIN = {"name": "Kremlin", "country": "RUS", "sectors": ["GOV"], "also": ["Red Square"]}


def test_who_sits_there() -> None:
    seats = seats_from({"seats": [KREMLIN, {"name": "Brussels", "country": "EUR", "sectors": []}]})
    assert seats["Red Square"] == seats["Kremlin"]
    assert (seats["Kremlin"].kind, seats["Brussels"].kind) == ("organisation", "igo")


def test_a_seat_that_stands_twice_is_refused() -> None:
    with pytest.raises(LexiconError, match="stands twice"):
        seats_from({"seats": [KREMLIN, {**KREMLIN, "country": "USA"}]})


def test_every_country_of_the_lexicon_exists() -> None:
    assert {seat.country for seat in load_seats().values()} <= {*load_countries().by_code, "EUR", "UNO"}
