from __future__ import annotations

import pytest

from sayso.errors import LexiconError
from sayso.lexicon.divisions import divisions_from, load_divisions
from sayso.lexicon.regions import KINDS, load_regions, regions_from
from sayso.lexicon.towns import load_towns, towns_from
from sayso.lexicon.usage import usage_words


def region(**more: object) -> dict[str, object]:
    return {"name": "Xland", "kind": "region", "at": [1, 2]} | more


def test_forms_and_people() -> None:
    regions = load_regions()
    assert regions.names["Yalu"].kind == "river"
    assert regions.names["Mideast"].geonames == 6269133
    assert regions.people["Europeans"].name == "Europe"


def test_disputed_areas_say_by_whom_they_are_claimed() -> None:
    kashmir = load_regions().names["Kashmir"]
    assert kashmir.country is None
    assert {"IND", "PAK"} <= set(kashmir.claimed)
    assert all(bool(r.claimed) == (r.kind == "disputed") for r in load_regions().names.values())


def test_all_lie_on_the_globe() -> None:
    regions = {*load_regions().names.values(), *load_regions().people.values()}
    assert all(-90 <= r.lat <= 90 and -180 <= r.lon <= 180 and r.kind in KINDS for r in regions)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ([region(), region()], "stands for"),
        ([region(kind="moon")], "no kind"),
        ([region(country="XXX")], "no country"),
        ([region(kind="disputed")], "claimed"),
        ([region(claimed=["CHN"])], "claimed"),
    ],
)
def test_a_contradiction_is_refused(data: list[dict[str, object]], message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        regions_from(data)


def test_divisions_by_short_forms_and_people() -> None:
    divisions = load_divisions()
    assert divisions.names["W.Va."].name == "West Virginia"
    assert divisions.names["ON"].name == "Ontario"
    assert divisions.people["Scots"].name == "Scotland"
    assert "Miss." in divisions.guarded


def test_a_division_that_is_none_is_refused() -> None:
    with pytest.raises(LexiconError, match="no division"):
        divisions_from({"divisions": {"USA": {"Atlantis": {}}}})
    with pytest.raises(LexiconError, match="stands for"):
        divisions_from({"divisions": {"USA": {"Ohio": {"short": ["X."]}, "Iowa": {"short": ["X."]}}}})


def test_towns_by_other_names() -> None:
    assert load_towns().names["New York"].name == "New York City"
    assert load_towns().people["Londoners"].country == "GBR"
    with pytest.raises(LexiconError, match="no town"):
        towns_from([{"name": "Atlantis", "country": "GRC"}])
    with pytest.raises(LexiconError, match="twice"):
        towns_from([{"name": "Oslo", "country": "NOR", "also": ["X", "X"]}])


def test_words_of_usage_are_words_in_small_letters() -> None:
    words = usage_words()
    assert "on" in words.with_ or "against" in words.with_
    everything = (words.before | words.loosely | words.never | words.bodies | words.places) - {"-"}
    assert all(isinstance(word, str) and word == word.lower() for word in everything)
