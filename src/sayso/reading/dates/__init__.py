"""Stage *date*: when the document was published, and how that is known.

What the caller or the page's metadata told stands. Else the text itself may say: in a dateline that has its year, or on
a line of its own near the top. Else it is inferred from what the text commits to (``inference``), with a notice for
each piece of evidence. A dateline without a year takes the year in which it comes closest to the publication.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.reading.dates.inference import Inferred, inferred
from sayso.reading.dates.stamps import stamp_in

if TYPE_CHECKING:
    from sayso.reading.draft import Draft
    from sayso.reading.stage import StageFunction
    from sayso.records import Document, Story
    from sayso.settings import Settings

_NO_YEAR = "--"
_HALF_YEAR = 6


def make(settings: Settings) -> StageFunction:  # noqa: ARG001 - every stage is made alike
    """The stage."""

    def stage(draft: Draft) -> Draft:
        document = _dated(draft.document, draft.stories)
        found = inferred(draft) if document.published is None and draft.is_english else Inferred(None, ())
        if found.published is not None:
            document = replace(document, published=found.published, published_basis="inferred")
        stories = tuple(_completed(story, document.published) for story in draft.stories)
        return replace(draft, document=document, stories=stories, notices=(*draft.notices, *found.notices))

    return stage


def _dated(document: Document, stories: tuple[Story, ...]) -> Document:
    """The document with the date that its text tells, if it brought none along."""
    if document.published is not None:
        return document
    told = [story.dateline.date for story in stories if story.dateline is not None and story.dateline.date]
    found = next((date for date in told if not date.startswith(_NO_YEAR)), None) or stamp_in(document.text)
    return replace(document, published=found, published_basis="text") if found else document


def _completed(story: Story, published: str | None) -> Story:
    """The story with its dateline's year, or without a date where no year is known."""
    line = story.dateline
    if line is None or line.date is None or not line.date.startswith(_NO_YEAR):
        return story
    date = _with_year(line.date.removeprefix(_NO_YEAR), published) if published else None
    return replace(story, dateline=replace(line, date=date))


def _with_year(month_and_day: str, published: str) -> str | None:
    """``MM-DD`` in the year that puts it nearest to the publication: a dateline of 31 December is read on 1 January."""
    year, month = int(published[:4]), int(month_and_day[:2])
    known = int(published[5:7]) if len(published) > len("YYYY") else month
    year += (month - known < -_HALF_YEAR) - (month - known > _HALF_YEAR)
    date = f"{year:04d}-{month_and_day}"
    return date if date[:7] <= published[:7] or month == known else f"{year - 1:04d}-{month_and_day}"
