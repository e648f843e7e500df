from __future__ import annotations

import pytest

from sayso.errors import LexiconError
from sayso.lexicon.countries import countries_from, load_countries


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("U.S.", "USA"),
        ("DPRK", "PRK"),
        ("Türkiye", "TUR"),
        ("Kosovo", "KOS"),
        ("Hong Kong", "HKG"),
        ("Holy See", "VAT"),
    ],
)
def test_a_name_gives_its_code(form: str, code: str) -> None:
    assert load_countries().names[form] == code


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("North Koreans", "PRK"),
        ("Briton", "GBR"),
        ("Turks", "TUR"),
        ("Swiss", "CHE"),
        ("Nigerien", "NER"),
        ("Dutch", "NLD"),
    ],
)
def test_a_demonym_gives_its_code(form: str, code: str) -> None:
    assert load_countries().demonyms[form] == code


def test_shared_forms_stand_apart() -> None:
    countries = load_countries()
    assert countries.ambiguous_demonyms["Korean"] == ("KOR", "PRK")
    assert "Korean" not in countries.demonyms
    assert "Congo" not in countries.names


def test_every_country_is_complete() -> None:
    for country in load_countries().by_code.values():
        assert country.geonames is not None
        assert country.name in country.names
        assert -90 <= country.lat <= 90
        assert -180 <= country.lon <= 180


def test_members_of_the_system_of_states_have_capital_and_demonym_or_share_one() -> None:
    countries = load_countries()
    shared = {code for codes in countries.ambiguous_demonyms.values() for code in codes} | {"CAF"}
    for country in countries.by_code.values():
        if country.cow is not None:
            assert country.gw is not None
            assert country.demonyms or country.code in shared, country.code


def _entry(*names: str) -> dict[str, object]:
    return {"name": names[0], "at": [0, 0], "names": list(names)}


def test_a_form_under_two_countries_is_refused() -> None:
    with pytest.raises(LexiconError, match="'Here'"):
        countries_from({"countries": {"AAA": _entry("A", "Here"), "BBB": _entry("B", "Here")}})


def test_a_form_that_is_ambiguous_and_not_is_refused() -> None:
    with pytest.raises(LexiconError, match="ambiguous"):
        countries_from({"ambiguous": {"names": {"A": ["AAA"]}}, "countries": {"AAA": _entry("A")}})


def test_an_ambiguous_form_of_no_country_is_refused() -> None:
    with pytest.raises(LexiconError, match="ZZZ"):
        countries_from({"ambiguous": {"names": {"B": ["ZZZ"]}}, "countries": {"AAA": _entry("A")}})
