from __future__ import annotations

from typing import Any

import pytest

from sayso.errors import LexiconError
from sayso.lexicon.countries import load_countries
from sayso.lexicon.leaders import Leader, leaders_from, load_leaders, rank_of
from sayso.lexicon.offices import load_offices


def lexicon(**changes: Any) -> dict[str, Any]:
    terms = {
        "PER": {
            "president": [["Luis Rojas", "2010-05", "2014"], ["Elsa von der Quispe", "2014", None]],
            "foreign minister": [["Luis Rojas", "2005-01-10", "2007"]],
        },
        "CHN": {"president": [["Tao Ming", "2001", None]]},
        "IDN": {"president": [["Suparno", "2001", None], ["Joko Adi", "2003", None]]},
    }
    return {"terms": terms, "women": ["Elsa von der Quispe"], "people": {}, **changes}


def leader(name: str, **changes: Any) -> Leader:
    return next(leader for leader in leaders_from(lexicon(**changes)) if leader.name == name)


def test_the_office_of_the_day() -> None:
    rojas = leader("Luis Rojas")
    held = {day: term.office if (term := rojas.term_on(day)) else None for day in ("2006-02-03", "2008", "2010-05-20")}
    assert held == {"2006-02-03": "foreign minister", "2008": None, "2010-05-20": "president"}


def test_without_a_day_the_highest_office_ever_held() -> None:
    assert (term := leader("Luis Rojas").term_on(None))
    assert term.office == "president"


def test_what_was_held_before() -> None:
    rojas = leader("Luis Rojas")
    assert (term := rojas.last_before("2009"))
    assert term.office == "foreign minister"
    assert rojas.last_before("2004") is None


def test_an_office_ranks_before_none() -> None:
    rojas = leader("Luis Rojas")
    assert rank_of(rojas.term_on("2012")) < rank_of(rojas.term_on("2006")) < rank_of(None)


@pytest.mark.parametrize(
    ("name", "short"),
    [("Luis Rojas", "Rojas"), ("Elsa von der Quispe", "von der Quispe"), ("Tao Ming", "Tao"), ("Joko Adi", "Joko Adi")],
)
def test_the_short_form(name: str, short: str) -> None:
    assert leader(name).short == (short,)


def test_what_the_file_tells_of_a_person() -> None:
    known = leader("Joko Adi", people={"Joko Adi": {"also": ["Jokadi"], "short": ["Joko"]}})
    assert (known.forms, known.short) == (("Joko Adi", "Jokadi"), ("Joko",))
    assert (leader("Elsa von der Quispe").gender, known.gender) == ("f", "m")


@pytest.mark.parametrize(
    "changes",
    [
        {"terms": {"PER": {"president": [["Luis Rojas", "2014", "2010"]]}}, "women": []},
        {"women": ["Nobody"]},
        {"people": {"Nobody": {}}},
    ],
    ids=str,
)
def test_contradictions_are_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(LexiconError):
        leaders_from(lexicon(**changes))


def test_the_lexicon_knows_its_countries() -> None:
    codes = {*load_countries().by_code, "UNO", "EUR", "IGO"}
    assert {term.country for leader in load_leaders() for term in leader.terms} <= codes


def test_most_offices_of_the_lexicon_are_offices() -> None:
    offices = {term.office for leader in load_leaders() for term in leader.terms}
    assert len(offices & set(load_offices().by_name)) > len(offices) / 2
