"""Stage *segment*: the stories of a page.

A page may hold an article and teasers of others with nothing to announce where one ends. A new story starts at a
dateline in mid-page, or where a paragraph that could open a story names nobody whom the story before it named, shares
few of its words, and nothing behind it goes back.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.reading.paragraphs import paragraphs
from sayso.reading.segment.cohesion import Matter, Memory, matter_of
from sayso.reading.segment.dateline import Found, find_dateline
from sayso.records import Story

if TYPE_CHECKING:
    from sayso.reading.draft import Draft
    from sayso.reading.stage import StageFunction
    from sayso.records import Span
    from sayso.records.reading import StoryKind
    from sayso.settings import Settings

# A story that another one follows without a dateline has so many paragraphs and words before it: less is a headline.
_LEAST_PARAGRAPHS = 2
_LEAST_WORDS = 60
# What opens a story names so many, and has so many words.
_LEAST_NAMES = 2
_LEAST_OPENING = 18
# The part of its words that a paragraph of another story shares with this one at most.
_MOST_SHARED = 0.16
# A later paragraph goes back to a story if it shares so many of the names that this had in several paragraphs.
_GOES_BACK = 1
# A teaser is this long at most, in paragraphs and words.
_TEASER_PARAGRAPHS = 2
_TEASER_WORDS = 110
# Only the end of a page holds teasers; so many paragraphs from the end are looked at without a dateline.
_TAIL = 8


def make(settings: Settings) -> StageFunction:  # noqa: ARG001 - every stage is made alike
    """The stage."""

    def stage(draft: Draft) -> Draft:
        return replace(draft, stories=tuple(stories_of(draft.text)) if draft.is_english else _whole(draft.text))

    return stage


def _whole(text: str) -> tuple[Story, ...]:
    stripped = text.strip()
    start = text.find(stripped[:1]) if stripped else 0
    return (Story(start, start + len(stripped)),) if stripped else ()


def stories_of(text: str) -> list[Story]:
    """The stories of a page, in order; they cover it from its first to its last character that is no white space."""
    parts = paragraphs(text)
    if not parts:
        return []
    matters = [matter_of(part.of(text)) for part in parts]
    datelines = [find_dateline(text, part.start, part.end) for part in parts]
    starts = _starts(matters, datelines)
    stories = []
    for number, first in enumerate(starts):
        after = starts[number + 1] if number + 1 < len(starts) else len(parts)
        stories.append(_story(parts[first:after], matters[first:after], datelines[first:after], first=number == 0))
    return stories


def _starts(matters: list[Matter], datelines: list[Found | None]) -> list[int]:
    """The paragraphs with which stories start."""
    starts, after_teaser = [0], False
    for i in range(1, len(matters)):
        found = datelines[i]
        if found is not None and found.sure and i - starts[-1] >= _LEAST_PARAGRAPHS:
            starts.append(i)
            after_teaser = False
        elif i >= len(matters) - _TAIL and _is_another(
            matters[starts[-1] :], i - starts[-1], after_teaser=after_teaser
        ):
            starts.append(i)
            after_teaser = True
    return starts


def _is_another(matters: list[Matter], i: int, *, after_teaser: bool) -> bool:
    """Whether paragraph ``i`` opens another story than the one that began with the first of these paragraphs."""
    before, here = matters[:i], matters[i]
    is_teaser = after_teaser and sum(matter.length for matter in before) >= _LEAST_OPENING
    long_enough = len(before) >= _LEAST_PARAGRAPHS and sum(matter.length for matter in before) >= _LEAST_WORDS
    if (
        not (long_enough or is_teaser)
        or not here.opens
        or here.length < _LEAST_OPENING
        or len(here.sure) < _LEAST_NAMES
    ):
        return False
    memory = Memory.of(before)
    if memory.shared_names(here) or memory.shared_words(here) > _MOST_SHARED:
        return False
    return not any(_goes_back(memory, matter) for matter in matters[i + 1 :])


def _goes_back(memory: Memory, matter: Matter) -> bool:
    return sum(memory.names.get(name, 0) > 1 for name in matter.names) >= _GOES_BACK


def _story(parts: list[Span], matters: list[Matter], datelines: list[Found | None], *, first: bool) -> Story:
    found = next((found for found in datelines[:_LEAST_PARAGRAPHS] if found is not None), None)
    short = len(parts) <= _TEASER_PARAGRAPHS and sum(matter.length for matter in matters) <= _TEASER_WORDS
    kind: StoryKind = "teaser" if short and not first and (found is None or not found.sure) else "article"
    return Story(parts[0].start, parts[-1].end, kind, found.dateline if found else None)
