from __future__ import annotations

from typing import Any

import pytest

from sayso.errors import LexiconError
from sayso.lexicon.offices import load_offices, offices_from


def lexicon(**entry: Any) -> dict[str, Any]:
    office = {"name": "mayor", "sectors": ["GOV"], "forms": ["mayor"], **entry}
    return {"offices": [office], "courtesies": {"m": ["mr"], "x": ["dr"]}}


def test_forms_and_their_plurals() -> None:
    forms = offices_from(lexicon(forms=["secretary of state"], plurals=["secretaries of state"])).forms
    assert forms[("secretary", "of", "state")].name == "mayor"
    assert forms[("secretaries", "of", "state")].plural


def test_courtesies_tell_a_gender_or_none() -> None:
    assert offices_from(lexicon()).courtesies == {"mr": "m", "dr": None}


def test_contradictions_are_refused() -> None:
    twice = lexicon()
    twice["offices"].append({"name": "chief", "sectors": ["GOV"], "forms": ["mayor"]})
    for data in (twice, lexicon(sectors=["XYZ"])):
        with pytest.raises(LexiconError):
            offices_from(data)


def test_the_lexicon_ranks_the_highest_first() -> None:
    by_name = load_offices().by_name
    assert by_name["president"].rank < by_name["foreign minister"].rank < by_name["mayor"].rank
    assert load_offices().forms[("foreign", "ministers")].plural
