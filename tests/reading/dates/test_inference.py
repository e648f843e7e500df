"""When an undated page was published, from what its text commits to: through the real pipeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parses import parse, text_of
from sayso.reading.dates.inference import evidence_of
from sayso.reading.dates.page import page_of
from sayso.reading.draft import Draft
from sayso.records import Document, Notice, Span, Story

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader


def dated(reader: Reader, text: str) -> tuple[str | None, list[Notice]]:
    """(published, the notices of how it is known) of an undated text."""
    reading = reader.read(Document(text))
    published = reading.document.published
    assert reading.document.published_basis == ("inferred" if published else "unknown")
    return published, [notice for notice in reading.notices if notice.kind == "dated"]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Ukraine will mark the 30th anniversary of its independence next month, a minister said.", "2021-07"),
        ("North Korea is to celebrate the 75th founding anniversary of the Workers' Party next month.", "2020-09"),
        ("Next month's 75th anniversary of the founding of the People's Republic of China is on posters.", "2024-09"),
        ("Peru's 200th anniversary of independence will be celebrated next month.", "2021-06"),
        ("This year marks the 50th anniversary of the Carnation Revolution.", "2024"),
        ("Hamas marked its 30th anniversary this month with a rally.", "2017-12"),
        ("Vietnam, which celebrates the 80th anniversary of its independence this year, has invited Laos.", "2025"),
        ("People marked the 20th anniversary of the September 11 attacks on Saturday.", "2021-09"),
        ("The 10th anniversary of the downing of Flight MH17 falls next week.", "2024-07"),
        ("The seventy-fifth anniversary of the outbreak of the Korean War is next month.", "2025-05"),
        ("Leaders at last week's G20 summit in Bali discussed food prices.", "2022-11"),
    ],
)
def test_an_anniversary_with_its_distance_dates_a_page(reader: Reader, text: str, published: str) -> None:
    assert dated(reader, text)[0] == published


OBAMA = "President Barack Obama said Tuesday that he was glad."


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("They met on Sunday, September 28, 2025, and will meet again on November 14, 2025.", "2025"),
        ("The bridge opened on 3 May 2018. The toll will rise on 20 May 2018, the operator said.", "2018-05"),
        ("The plant was built in 2018 and will be closed in 2018.", "2018"),
        ("The talks were held on Sunday, September 28. President Lee Jae Myung was not there.", "2025"),
        ("The talks were held on Friday, May 4. They were opened by Vice President Joe Biden. " + OBAMA, "2012"),
    ],
)
def test_dates_and_holders_narrow_together(reader: Reader, text: str, published: str) -> None:
    assert dated(reader, text)[0] == published


@pytest.mark.parametrize(
    "text",
    [
        # It is not the anniversary that the expression dates, or not that of the party.
        "North Korea invited the guests last month to the 80th anniversary of the Workers' Party of Korea.",
        "North Korea will open a museum for the fifth anniversary of the Workers' Party congress next month.",
        "Kenya said last month that it would mark the 70th anniversary of its independence.",
        # What was said once may be printed much later.
        '"Next month we mark the 80th anniversary of the Workers\' Party of Korea," he said.',
        # A weekday that the day is not on; a number before a day; whose day it is is not told.
        "Tuesday marks the 20th anniversary of the Beslan school siege.",
        "India will celebrate its 79th Independence Day next month.",
        "The town will celebrate Independence Day next month.",
        "The party congress will be held next month.",
    ],
)
def test_what_is_in_doubt_cuts_nothing(reader: Reader, text: str) -> None:
    assert dated(reader, text) == (None, [])


@pytest.mark.parametrize(
    "text",
    [
        "They discussed the war of 1950, the plan for 2031 and the year 2026.",
        "The treaty would expire in 2031 if they met in 2030.",
        "He said that the treaty expired in 2031.",
        "They met in 2016 villages and reported a loss for fiscal 2016.",
        "The old minister spoke in a 1961 speech of a bridge that will be finished by 1970.",
        '"The bridge will be finished by 1970," he wrote.',
        "She was named as a candidate in 2031.",
    ],
)
def test_a_date_that_is_merely_mentioned_is_no_anchor(reader: Reader, text: str) -> None:
    assert dated(reader, text) == (None, [])


@pytest.mark.parametrize(
    "text",
    [
        f"Former {OBAMA}",
        "Shadow Foreign Secretary David Cameron said Tuesday that he was glad.",
        "President-elect Joe Biden said Tuesday that he was glad.",
        f"Company {OBAMA}",
        # A foreign secretary is a civil servant in India, and this one was its foreign minister later.
        "Foreign Secretary S. Jaishankar said Tuesday that the talks went well.",
        "Acting Foreign Minister Wang Yi said Tuesday that the talks went well.",
    ],
)
def test_no_other_office_is_taken_for_the_one_that_dates(reader: Reader, text: str) -> None:
    assert dated(reader, text) == (None, [])


def test_whoever_is_called_a_former_one_anywhere_dates_nothing(reader: Reader) -> None:
    assert dated(reader, f"{OBAMA} The former president, Barack Obama, lives in Washington.") == (None, [])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Guests came for President Barack Obama.", "“President Barack Obama” has held that office since 2009-01-20"),
        ("President Barack Obama is meeting the guests.", "“President Barack Obama” acts in that office"),
        ("Many moved away after the Chernobyl disaster.", "“Chernobyl disaster” was 1986-04-26"),
        ("Ghana celebrated the 50th anniversary of its independence.", "told of as past: published on 2007-01-01 or"),
    ],
)
def test_a_bound_is_told_though_it_gives_no_date(reader: Reader, text: str, message: str) -> None:
    published, (notice,) = dated(reader, text)
    assert published is None
    assert message in notice.message


def test_each_cut_is_a_sentence_with_its_words(reader: Reader) -> None:
    text = "In a speech, she said that Ghana will mark the 50th anniversary of its independence next month."
    _, (notice,) = dated(reader, text)
    assert notice.message == (
        "“next month” is said of the 50th anniversary of the independence of Ghana (2007-03-06): published in 2007-02"
    )
    assert isinstance(notice.span, Span)
    assert notice.span.of(text) == "50th anniversary of its independence next month"


def test_a_contradiction_leaves_the_date_open(reader: Reader) -> None:
    text = "Ghana will mark the 50th anniversary of its independence next month. They met on 3 May 2018."
    published, (notice,) = dated(reader, text)
    assert published is None
    assert notice.message.startswith("no day of publication fits all that is told, so it stays open: ")


def test_a_teaser_tells_nothing_of_the_page() -> None:
    parsed = parse("Ghana/PROPN/nsubj/1 voted/VERB/ROOT/1 in/ADP/prep/1 2018/NUM/pobj/2 ./PUNCT/punct/1", story=1)
    text = text_of(parsed)
    stories = Story(0, 1, "article"), Story(0, len(text), "teaser")
    assert page_of(Draft(Document(text), stories=stories, parse=parsed)).sentences == []
    assert list(evidence_of(Draft(Document(text), stories=stories, parse=parsed))) == []
    assert [piece.reason for piece in evidence_of(Draft(Document(text), parse=parsed))] == ["“2018” is told of as past"]


def test_a_given_date_stays(reader: Reader) -> None:
    text = "Ghana will mark the 50th anniversary of its independence next month."
    reading = reader.read(Document(text, published="2007-02-14", published_basis="given"))
    assert (reading.document.published, reading.document.published_basis) == ("2007-02-14", "given")
    assert [notice for notice in reading.notices if notice.kind == "dated"] == []


def test_times_count_from_what_was_inferred(reader: Reader) -> None:
    text = "Ghana will mark the 50th anniversary of its independence next month."
    assert [time.value for time in reader.read(Document(text)).times] == ["2007-03"]
