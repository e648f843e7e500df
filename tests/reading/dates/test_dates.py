"""The publication date, and how it is known."""

from __future__ import annotations

from sayso.reading.dates import make
from sayso.reading.dates.stamps import stamp_in
from sayso.reading.draft import Draft
from sayso.records import Dateline, Document, Story
from sayso.settings import Settings


def dated(text: str, *, line: str | None = None, published: str | None = None) -> Draft:
    document = Document(text, published=published, published_basis="given" if published else "unknown")
    stories = (Story(0, max(len(text), 1), "article", Dateline(0, 4, None, None, line)),)
    return make(Settings())(Draft(document, stories=stories))


def test_what_was_given_stands() -> None:
    found = dated("Published: 3 May 2018", published="2019-01-01")
    assert (found.document.published, found.document.published_basis) == ("2019-01-01", "given")


def test_a_dateline_with_its_year_dates_the_document() -> None:
    found = dated("text", line="2018-05-03")
    assert (found.document.published, found.document.published_basis) == ("2018-05-03", "text")


def test_a_stamp_near_the_top_dates_the_document() -> None:
    assert dated("Talks end\nPublished: 3 May 2018, 10:30\n\nPeru …").document.published == "2018-05-03"


def test_a_date_in_the_story_is_no_stamp() -> None:
    assert stamp_in("The two met on 3 May 2018.\nThey met again.") is None
    assert dated("The two met on 3 May 2018.").document.published_basis == "unknown"


def test_a_day_that_is_none_is_no_stamp() -> None:
    assert stamp_in("30 February 2018") is None


def test_a_dateline_takes_the_year_of_the_publication() -> None:
    line = dated("text", line="--12-31", published="2018-01-01").stories[0].dateline
    assert line is not None
    assert line.date == "2017-12-31"


def test_a_dateline_without_a_year_stays_open_if_none_is_known() -> None:
    line = dated("text", line="--12-31").stories[0].dateline
    assert line is not None
    assert line.date is None
