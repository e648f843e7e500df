"""Who held which office on which day: spot checks, with the days on which holders changed."""

from __future__ import annotations

import pytest

from sayso.lexicon.leaders import load_leaders

CASES = [
    ("2001-01-19", "USA", "president", "Bill Clinton"),
    ("2001-01-20", "USA", "president", "George W. Bush"),
    ("2017-01-20", "USA", "president", "Donald Trump"),
    ("2024-12-31", "USA", "president", "Joe Biden"),
    ("2025-09-29", "USA", "president", "Donald Trump"),
    ("2018-05-01", "USA", "secretary of state", "Mike Pompeo"),
    ("2012-03-15", "CHN", "president", "Hu Jintao"),
    ("2018-06-12", "CHN", "president", "Xi Jinping"),
    ("2025-09-28", "CHN", "foreign minister", "Wang Yi"),
    ("2018-06-12", "PRK", "leader", "Kim Jong Un"),
    ("2025-09-28", "PRK", "foreign minister", "Choe Son Hui"),
    ("2018-06-12", "KOR", "president", "Moon Jae-in"),
    ("2009-01-01", "RUS", "president", "Dmitry Medvedev"),
    ("2014-03-18", "RUS", "president", "Vladimir Putin"),
    ("2014-03-18", "RUS", "foreign minister", "Sergei Lavrov"),
    ("2008-01-01", "DEU", "chancellor", "Angela Merkel"),
    ("2022-02-24", "DEU", "chancellor", "Olaf Scholz"),
    ("2015-11-13", "FRA", "president", "Francois Hollande"),
    ("2022-09-10", "GBR", "prime minister", "Liz Truss"),
    ("2003-03-20", "GBR", "prime minister", "Tony Blair"),
    ("2003-03-20", "IRQ", "president", "Saddam Hussein"),
    ("2015-07-14", "IRN", "president", "Hassan Rouhani"),
    ("2021-06-13", "ISR", "prime minister", "Naftali Bennett"),
    ("2025-09-28", "ISR", "prime minister", "Benjamin Netanyahu"),
    ("2018-07-09", "ETH", "prime minister", "Abiy Ahmed"),
    ("2022-03-01", "UKR", "president", "Volodymyr Zelenskyy"),
    ("2019-05-23", "IND", "prime minister", "Narendra Modi"),
    ("2010-01-01", "BRA", "president", "Luiz Inacio Lula da Silva"),
    ("2018-09-25", "UNO", "secretary-general", "Antonio Guterres"),
]


@pytest.mark.parametrize(("day", "country", "office", "name"), CASES)
def test_who_held_it(day: str, country: str, office: str, name: str) -> None:
    holders = {
        leader.name
        for leader in load_leaders()
        for term in leader.terms
        if term.country == country and term.office == office and term.holds(day)
    }
    assert holders == {name}


def test_the_most_reported_states_are_there() -> None:
    states = {term.country for leader in load_leaders() for term in leader.terms if term.office != "ambassador"}
    assert len(states) >= 100
    assert {"USA", "CHN", "RUS", "PRK", "KOR", "JPN", "IRN", "ISR", "PSE", "SYR", "UKR", "FRA", "DEU", "GBR"} <= states
