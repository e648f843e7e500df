"""The place from which a story was filed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.records import Place

if TYPE_CHECKING:
    from sayso.lexicon.gazetteer import Entry
    from sayso.reading.places.resolve import Resolver
    from sayso.records import Story

# The place stands at the start of a dateline: up to a comma, a bracket, a slash or a dash.
_PLACE = re.compile(r"[^,(/—–:]+")


def dateline_place(text: str, story: Story, found: list[Place], resolver: Resolver) -> Place | None:
    """The place that the story's dateline names: one that was found there, or the gazetteer's."""
    line = story.dateline
    if line is None:
        return None
    there = next((place for place in found if line.start <= place.start and place.end <= line.end), None)
    label = _PLACE.match(text, line.start, line.end)
    words = label[0].strip() if label is not None else ""
    if there is not None and (there.start == line.start or not words):
        return there
    entry = resolver.named(words.title()) if words else None
    return _from(entry, line.start, len(words)) if entry is not None else there


def _from(entry: Entry, start: int, length: int) -> Place:
    return Place(start, start + length, entry.name, entry.id, entry.lat, entry.lon, entry.country, "literal")
