from __future__ import annotations

import pytest

from sayso.errors import LexiconError
from sayso.lexicon.gazetteer import Gazetteer, fold, load_gazetteer, people


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("São Paulo", "sao paulo"),
        ("The Hague", "hague"),
        ("Saint-Denis", "st denis"),
        ("St. Louis", "st louis"),
        ("N’Djamena", "ndjamena"),
        ("Łódź", "lodz"),
    ],
)
def test_names_are_folded(name: str, folded: str) -> None:
    assert fold(name) == folded


def test_a_town_with_its_divisions() -> None:
    gazetteer = load_gazetteer()
    (town,) = [e for e in gazetteer.find("Beijing") if e.kind == "town"]
    assert (town.id, town.country) == (1816670, "CHN")
    assert town.admin1 is not None
    assert gazetteer.entry(town.admin1).kind == "admin1"
    assert abs(town.lat - 39.9) < 0.1
    assert abs(town.lon - 116.4) < 0.1


def test_other_names() -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.find("Kiev") == ()
    assert 703448 in {entry.id for entry in gazetteer.find_alternates("kiev")}
    assert gazetteer.find("no such place") == gazetteer.find_alternates("no such place") == ()


def test_divisions_of_both_levels() -> None:
    gazetteer = load_gazetteer()
    assert [e.kind for e in gazetteer.find("Ohio") if e.id == 5165418] == ["admin1"]
    assert {e.kind for e in gazetteer.find("Pike County")} == {"admin2"}


def test_it_is_of_some_size() -> None:
    assert len(load_gazetteer()) > 280_000


def test_populations_grow_by_step() -> None:
    assert people(0) == 0
    assert people(1) == 1
    assert 99_000 < people(134) < 105_000


def test_a_file_of_another_version_is_refused() -> None:
    with pytest.raises(LexiconError, match="rebuild"):
        Gazetteer(b"something else")
