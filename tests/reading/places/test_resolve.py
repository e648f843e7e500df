from __future__ import annotations

import pytest

from flat import flat
from parses import text_of
from sayso.reading.places.containment import contain, sense_of
from sayso.reading.places.home import home_of
from sayso.reading.places.resolve import resolve
from sayso.reading.places.spots import spots_in


def senses(text: str, *, outlet: str | None = None) -> list[tuple[str, int | None]]:
    """(country, GeoNames id) of each spot."""
    parsed = flat(text)
    found = spots_in(text_of(parsed), parsed)
    contain(found, parsed.tokens)
    chosen = resolve(found, home=home_of(outlet)).senses
    told = [sense_of(spot, chosen) for spot in found]
    return [(sense.country or "", sense.geonames) for sense in told if sense is not None]


@pytest.mark.parametrize(
    ("text", "geonames"),
    [
        ("Beijing", 1816670),
        ("Paris", 2988507),
        ("Paris , Texas", 4717560),
        ("Springfield , Ohio", 4525353),
        ("Springfield , Ill.", 4250542),
        ("London , Ontario", 6058560),
        ("New York", 5128581),
        ("Kiev", 703448),
        ("Washington", 4140963),
        ("Georgia", 614540),
        ("Orange County , California", 5379524),
    ],
)
def test_one_name_and_what_stands_behind_it(text: str, geonames: int) -> None:
    assert senses(text)[0][1] == geonames


def test_other_names_of_the_document_decide() -> None:
    assert senses("in Athens and Atlanta and Augusta and Macon")[0] == ("USA", 4180386)
    assert senses("in Athens and Patras and Heraklion")[0] == ("GRC", 264371)


def test_a_state_with_its_people_stays_a_state() -> None:
    assert senses("Mexico and Mexican and Missouri and Audrain County and Fulton")[0] == ("MEX", 3996063)


def test_georgia_by_its_towns() -> None:
    assert senses("in Georgia and Atlanta and Savannah and Macon")[0] == ("USA", 4197000)
    assert senses("in Georgia and Tbilisi and Batumi")[0] == ("GEO", 614540)


def test_the_outlet_is_called_by_its_town() -> None:
    assert senses("in Norfolk", outlet="norfolkdailynews.com")[0][0] in ("USA", "GBR")
    assert senses("in Dublin", outlet="columbusdispatch.com")[0] != senses("in Dublin")[0]


def test_the_outlets_country_tells() -> None:
    assert senses("in Perth", outlet="example.co.uk")[0][0] == "GBR"
    assert senses("in Perth", outlet="example.com.au")[0][0] == "AUS"


def test_a_name_told_twice_with_two_containers() -> None:
    first, _, second, _ = senses("Springfield , Ohio and Springfield , Illinois")
    assert (first[1], second[1]) == (4525353, 4250542)


def test_nothing_to_resolve() -> None:
    assert senses("they met") == []
