from __future__ import annotations

import pytest

from sayso.errors import LexiconError
from sayso.lexicon.countries import load_countries
from sayso.lexicon.organisations import load_organisations, organisations_from

# PLOVER's own, for bodies of no single state.
_OWN = {"UNO", "EUR", "IGO", "NGO", "MNC", "IMG", "ISM"}


def block(**changes: object) -> dict[str, object]:
    return {"kind": "igo", "country": "IGO", "sectors": [], "names": {"OPEC": ["Opec"]}, **changes}


def test_every_form_is_the_body() -> None:
    found = organisations_from([block()])
    assert found["OPEC"] == found["Opec"]
    assert (found["Opec"].name, found["Opec"].kind, found["Opec"].country) == ("OPEC", "igo", "IGO")


@pytest.mark.parametrize(
    "blocks", [[block(), block(country="EUR")], [block(kind="club")], [block(sectors=["XYZ"])]], ids=str
)
def test_contradictions_are_refused(blocks: list[object]) -> None:
    with pytest.raises(LexiconError):
        organisations_from(blocks)


def test_every_country_of_the_lexicon_exists() -> None:
    codes = set(load_countries().by_code) | _OWN
    assert {body.country for body in load_organisations().values()} <= codes


def test_no_form_is_a_states() -> None:
    countries = load_countries()
    assert not set(load_organisations()) & (set(countries.names) | set(countries.demonyms))
