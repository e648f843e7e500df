from __future__ import annotations

import pytest

from flat import flat
from parses import text_of
from sayso.reading.places.around import opens_dateline
from sayso.reading.places.containment import contain
from sayso.reading.places.evidence import WORTH, evidence_of, places_among
from sayso.reading.places.spots import spots_in


def places(text: str, **labels: str) -> list[str]:
    parsed = flat(text, **labels)
    found = spots_in(text_of(parsed), parsed)
    contain(found, parsed.tokens)
    told = text_of(parsed)
    return [told[spot.start : spot.end] for spot in places_among(found, parsed)]


@pytest.mark.parametrize(
    "text",
    [
        "they met in Salem",
        "the mayor of Salem",
        "a trip to Salem",
        "Salem , Oregon",
        "a Salem man",
        "Salem Police said",
        "the Salem - based firm",
        "SALEM ( AP )",
        "D - Salem",
    ],
)
def test_a_place_by_the_words_beside_it(text: str) -> None:
    assert places(text)[0].title() == "Salem"


@pytest.mark.parametrize(
    "text",
    [
        "Salem spoke",
        "Mr. Salem spoke",
        "Peter Salem spoke",
        "on Salem Street",
        "the Salem Gazette",
        "ITEM was sold",
    ],
)
def test_no_place_by_the_words_beside_it(text: str) -> None:
    assert places(text) == []


def test_a_word_of_a_persons_name_is_no_place() -> None:
    assert places("Paris Jones spoke in London", Paris_Jones="PERSON") == ["London"]


def test_a_person_of_a_town() -> None:
    assert places("Mary Jones of Salem spoke", Mary_Jones="PERSON") == ["Salem"]


def test_what_is_taken_for_a_person_before_a_public_body() -> None:
    assert places("Salem Police Chief Ann Lee", Salem_Police_Chief_Ann_Lee="PERSON") == ["Salem"]


def test_a_place_once_is_a_place_throughout() -> None:
    assert places("in Salem he spoke | Salem grew") == ["Salem", "Salem"]
    assert places("Salem grew") == []


def test_but_not_where_a_person_bears_the_name() -> None:
    assert places("Ann Salem spoke in Tula | Salem left", Ann_Salem="PERSON") == ["Tula"]


def test_a_leader_is_no_place() -> None:
    assert places("supporters of Modi cheered") == []


def test_short_forms_need_a_place_before_them() -> None:
    assert places("Dayton , OH") == ["Dayton", "OH"]
    assert places("OK then") == []


def test_states_are_places_without_help() -> None:
    assert places("Ghana won") == ["Ghana"]


def test_every_piece_of_evidence_has_its_worth() -> None:
    parsed = flat("Ann of Salem , in Pike County , met D - Ohio and Nato", Ann="PERSON", Salem="ORG")
    found = spots_in(text_of(parsed), parsed)
    starts = frozenset(spot.first.i for spot in found)
    assert all(piece in WORTH for spot in found for piece in evidence_of(spot, parsed, starts, frozenset({"ann"})))


def test_what_opens_a_dateline() -> None:
    tokens = flat("LIMA ( Reuters ) | QUITO , Ecuador | CUZCO , then").tokens
    assert [opens_dateline(tokens, i) for i in (1, 5, 8, 10)] == [True, True, False, False]
