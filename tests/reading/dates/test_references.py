"""Where a text names an anniversary or an occasion of the lexicon: words alone, whose tree says nothing."""

from __future__ import annotations

import pytest

from flat import flat
from parses import text_of
from sayso.reading.dates.page import page_of
from sayso.reading.dates.references import references
from sayso.reading.draft import Draft
from sayso.records import Document


def named(words: str) -> list[tuple[str, str, int | None]]:
    """(words, name of the occasion, which anniversary) of the references in a text."""
    parsed = flat(words.replace("' ", " ' "))
    page = page_of(Draft(Document(text_of(parsed)), parse=parsed))
    found = [reference for sentence in page.sentences for reference in references(page, sentence)]
    return [(page.of(r.first, r.end), r.occasion.name, r.nth) for r in found]


@pytest.mark.parametrize(
    ("words", "name", "nth"),
    [
        ("the 80th anniversary of the Workers' Party of Korea .", "the founding of the Workers' Party of Korea", 80),
        ("the 80th founding anniversary of Hamas .", "the founding of Hamas", 80),
        ("Hamas 's 30th anniversary .", "the founding of Hamas", 30),
        ("the twentieth anniversary of the founding of Hamas .", "the founding of Hamas", 20),
        ("the forty - fifth anniversary of Hamas 's establishment .", "the founding of Hamas", 45),
        ("the 20 - year anniversary of the U.S.-led invasion of Iraq .", "the U.S.-led invasion of Iraq", 20),
        ("the centenary of the Communist Party of China .", "the founding of the Communist Party of China", 100),
        ("Peru 's bicentennial of independence .", "the independence of Peru", 200),
        ("the anniversary of Peru 's independence .", "the independence of Peru", None),
        ("the 75th anniversary of the People 's Republic of China 's founding .", "the founding of China", 75),
        ("the 80th anniversary of the end of World War II .", "the end of World War II", 80),
        ("in Chile the 50th anniversary of the military coup .", "the coup in Chile", 50),
    ],
)
def test_anniversaries(words: str, name: str, nth: int | None) -> None:
    assert [(found[1], found[2]) for found in named(words)] == [(name, nth)]


def test_an_occasion_itself() -> None:
    assert named("after the Chernobyl disaster .") == [("Chernobyl disaster", "the Chernobyl disaster", 0)]


def test_a_yearly_day_beside_its_country() -> None:
    assert named("Peru 's Independence Day .") == [("Independence Day", "Independence Day of Peru", None)]


@pytest.mark.parametrize(
    "words",
    [
        "the 5th anniversary of the Workers' Party of Korea congress .",
        "the 5th anniversary of Hamas 's attack .",
        "the 80th anniversary of World War II .",
        "the 80th anniversary of the start of the end of World War II .",
        "the 50th anniversary of the company .",
        "the 50th anniversary of the military coup .",
        "in Chile and Peru the 50th anniversary of the military coup .",
        "the 50th anniversary of independence .",
        "the 30th anniversary of peace between Hamas and Fatah .",
        "their 30th Independence Day .",
        "the workers' party 's 80th anniversary .",
    ],
)
def test_what_is_none_of_the_lexicon(words: str) -> None:
    assert named(words) == []
