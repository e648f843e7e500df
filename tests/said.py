"""What the stage *times* reads from plain words, whose tree says nothing, or from a parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flat import flat
from parses import text_of
from sayso.reading.draft import Draft
from sayso.reading.times import times_of
from sayso.reading.timex.tagger import tagger
from sayso.records import Document

if TYPE_CHECKING:
    from sayso.reading.syntax import Parse


def said(source: str | Parse, published: str | None = "2018-06-12") -> list[tuple[str, str]]:
    """(words, TIMEX3 value) of each expression in a document of this publication date."""
    parsed = flat(source) if isinstance(source, str) else source
    text = text_of(parsed)
    draft = Draft(Document(text, published=published), parse=parsed)
    return [(text[time.start : time.end], time.value) for time in times_of(draft, tagger())]
