from __future__ import annotations

import pytest

from sayso.errors import LexiconError
from sayso.lexicon.roles import load_roles, roles_from


def test_singular_and_plural() -> None:
    data = {
        "persons": {"LEG": ["lawmaker", "member of parliament"]},
        "plurals": {"member of parliament": "members of parliament"},
    }
    nouns = roles_from(data).nouns
    assert nouns[("lawmaker",)].sectors == nouns[("lawmakers",)].sectors == ("LEG",)
    assert (nouns[("lawmaker",)].plural, nouns[("lawmakers",)].plural) == (False, True)
    assert nouns[("members", "of", "parliament")].noun == "member of parliament"


def test_a_plural_of_its_own_keeps_what_the_file_says() -> None:
    data = {"organisations": {"SPY": ["security service"]}, "collectives": {"COP": ["security services"]}}
    assert roles_from(data).nouns[("security", "services")].sectors == ("COP",)


def test_gender() -> None:
    nouns = roles_from({"persons": {"GOV": ["queen", "king", "envoy"]}, "women": ["queen"], "men": ["king"]}).nouns
    assert [nouns[(noun,)].gender for noun in ("queen", "king", "envoy")] == ["f", "m", None]


@pytest.mark.parametrize(
    "data",
    [
        {"persons": {"LEG": ["deputy"], "GOV": ["deputy"]}},
        {"persons": {"XYZ": ["deputy"]}},
        {"women": ["judge"], "men": ["judge"]},
        {"modifiers": {"MIL": ["naval"], "COP": ["naval"]}},
    ],
)
def test_contradictions_are_refused(data: dict[str, object]) -> None:
    with pytest.raises(LexiconError):
        roles_from(data)


def test_the_lexicon_itself() -> None:
    roles = load_roles()
    assert roles.nouns[("police",)].sectors == ("COP",)
    assert roles.nouns[("soldiers",)].plural
    assert roles.nouns[("office",)].form == "attached"
    assert roles.nouns[("dozens",)].form == "quantity"
    assert roles.modifiers[("rebel",)] == ("REB",)
    assert "former" in roles.former
    assert ("press", "conference") in roles.not_actors
