from __future__ import annotations

from typing import TYPE_CHECKING

from flat import flat
from parses import parse, text_of
from sayso.reading.places.spots import spots_in

if TYPE_CHECKING:
    from sayso.reading.places.spot import Spot


def spots(text: str, **labels: str) -> list[Spot]:
    parsed = flat(text, **labels)
    return spots_in(text_of(parsed), parsed)


def names(text: str, **labels: str) -> list[str]:
    return [text[spot.start : spot.end] for spot in spots(text, **labels)]


def test_the_longest_name_is_taken() -> None:
    assert names("they left New Mexico for Mexico") == ["New Mexico", "Mexico"]
    assert names("clashes in South Ossetia") == ["South Ossetia"]


def test_capitals_are_no_hindrance() -> None:
    assert names("NORTH KOREA and SEOUL") == ["NORTH KOREA", "SEOUL"]


def test_the_place_before_a_hyphen() -> None:
    (spot,) = spots("an U.S.-led force")
    assert (spot.start, spot.end) == (3, 7)
    assert spot.senses[0].country == "USA"


def test_months_and_points_of_the_compass_are_no_towns() -> None:
    assert names("March North Superior") == []


def test_an_adjective_names_a_people() -> None:
    (spot,) = spots("the Chinese envoy")
    assert spot.people
    assert spot.senses[0].country == "CHN"


def test_a_name_of_a_state_and_of_towns_has_all_senses() -> None:
    (spot,) = spots("in Lebanon")
    assert spot.senses[0].kind == "country"
    assert {sense.kind for sense in spot.senses} == {"country", "town"}


def test_listed_counties() -> None:
    first, second = spots("in Wayne and Pike counties")
    assert (first.key, second.key) == ("wayne county", "pike county")
    assert all(sense.kind == "admin2" for sense in (*first.senses, *second.senses))


def test_rivers_and_lakes_are_told_by_what_they_are_called() -> None:
    assert names("over Qwert Lake and Mount Zxcv") == ["Qwert Lake", "Mount Zxcv"]
    assert all(spot.feature for spot in spots("over Qwert Lake"))


def test_what_only_the_recogniser_knows_has_no_senses() -> None:
    (spot,) = spots("in the Qwertland", Qwertland="GPE")
    assert spot.senses == ()


def test_a_text_of_one_word() -> None:
    assert names("Oslo") == ["Oslo"]
    assert names("-") == []


def test_villages_by_the_word_behind_a_hyphen() -> None:
    parsed = parse("at/ADP/prep/0 Qwert/PROPN/pobj/0 -/PUNCT/punct/0 ri/NOUN/dep/0")
    assert spots_in("at Qwert - ri", parsed) == []
    for token, start in zip(parsed.tokens, (0, 3, 8, 9), strict=True):
        token.start, token.end = start, start + len(token.text)
    (spot,) = spots_in("at Qwert-ri", parsed)
    assert (spot.start, spot.end, spot.senses) == (3, 11, ())


def test_names_of_houses_and_bodies_are_no_towns() -> None:
    assert names("the White House and the Red Cross") == []
