"""Stories of a page, and datelines."""

from __future__ import annotations

import pytest

from sayso.reading.segment import stories_of
from sayso.reading.segment.dateline import find_dateline

ARTICLE = (
    "LIMA, Peru (AP) — The ministers of Peru and Chile agreed on Monday to reopen two border posts near Tacna.\n"
    "Minister Ana Rojas of Chile said that trucks would cross from Arica again within a week of the ceremony there.\n"
    "Peru had closed its side of the frontier in March after a quarrel over fish caught by trawlers out of Arica.\n"
)
TEASER = "Estonia's parliament voted to raise the duty on wood, a step that mills in Tartu called ruinous for them.\n"
GOES_BACK = "Rojas flew home to Chile from Peru late in the evening.\n"


@pytest.mark.parametrize(
    ("opening", "place_end", "agency", "date"),
    [
        ("SEOUL, South Korea (AP) — The North", "SEOUL, South Korea (AP)", "Associated Press", None),
        (
            "BEIJING, Sept. 29, 2025 (Xinhua) -- China",
            "BEIJING, Sept. 29, 2025 (Xinhua)",
            "Xinhua News Agency",
            "2025-09-29",
        ),
        ("GENEVA, 12 June (Reuters) - Talks", "GENEVA, 12 June (Reuters)", "Reuters", "--06-12"),
        ("(Reuters) - Talks ended", "(Reuters)", "Reuters", None),
        ("LIMA, Peru - Talks ended", "LIMA, Peru", None, None),
    ],
)
def test_datelines(opening: str, place_end: str, agency: str | None, date: str | None) -> None:
    found = find_dateline(opening, 0, len(opening))
    assert found is not None
    assert opening[found.dateline.start : found.dateline.end] == place_end
    assert (found.dateline.agency, found.dateline.date) == (agency, date)


@pytest.mark.parametrize("opening", ["EXCLUSIVE: Peru to sue", "The talks — long awaited — ended", "WATCH: the vote"])
def test_what_is_no_dateline(opening: str) -> None:
    assert find_dateline(opening, 0, len(opening)) is None


def test_a_dateline_behind_a_headline_on_its_line() -> None:
    text = "Peru and Chile reopen their border. LIMA, Peru — The posts"
    found = find_dateline(text, 0, len(text))
    assert found is not None
    assert text[found.dateline.start : found.dateline.end] == "LIMA, Peru"


def test_an_article_is_one_story() -> None:
    (story,) = stories_of(ARTICLE)
    assert (story.start, story.end, story.kind) == (0, len(ARTICLE) - 1, "article")
    assert story.dateline is not None


def test_a_teaser_of_another_story_is_told_apart() -> None:
    stories = stories_of(ARTICLE + TEASER)
    assert [story.kind for story in stories] == ["article", "teaser"]
    assert (ARTICLE + TEASER)[stories[1].start :].startswith("Estonia's")


def test_an_aside_to_which_the_story_returns_is_no_other_story() -> None:
    assert len(stories_of(ARTICLE + TEASER + GOES_BACK)) == 1


def test_a_dateline_in_mid_page_starts_a_story() -> None:
    other = ARTICLE.replace("LIMA, Peru", "OSLO, Norway").replace("Peru", "Norway").replace("Chile", "Latvia")
    stories = stories_of(ARTICLE + other)
    assert [story.kind for story in stories] == ["article", "article"]


@pytest.mark.parametrize("text", ["", "   \n \n", "x"])
def test_little_text(text: str) -> None:
    stories = stories_of(text)
    assert [text[s.start : s.end] for s in stories] == ([text.strip()] if text.strip() else [])
