"""The place from which a story was filed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.reading.places.atlas import senses_of
from sayso.records import Place

if TYPE_CHECKING:
    from sayso.reading.places.atlas import Sense
    from sayso.records import Dateline, Story

# The place stands at the start of a dateline: up to a comma, a bracket, a slash or a dash.
_PLACE = re.compile(r"[^,(/—–:]+?(?=\s*(?:[,(/—–:]|--|\s-\s|$))")


def with_places(text: str, stories: tuple[Story, ...], places: list[Place]) -> tuple[tuple[Story, ...], list[Place]]:
    """The stories with the places of their datelines as indices; the places with those that only a dateline tells."""
    filed = [_place(text, story.dateline, places) if story.dateline is not None else None for story in stories]
    added = [place for place in filed if place is not None and place not in places]
    if added:
        places = sorted({*places, *added}, key=lambda place: (place.start, place.end, place.name))
    index = {place: i for i, place in enumerate(places)}
    return tuple(_told(story, place, index) for story, place in zip(stories, filed, strict=True)), places


def _told(story: Story, place: Place | None, index: dict[Place, int]) -> Story:
    if place is None or story.dateline is None:
        return story
    return replace(story, dateline=replace(story.dateline, place=index[place]))


def _place(text: str, line: Dateline, places: list[Place]) -> Place | None:
    """The place that a dateline names: one that was found at its start, or else what its first words name."""
    inside = [place for place in places if line.start <= place.start < line.end and place.use != "demonym"]
    for place in inside:
        if place.start - line.start <= 1:
            return place
    label = _PLACE.match(text, line.start, line.end)
    if label is None or not label[0][:1].isupper():
        return next(iter(inside), None)
    return _named(label[0], line.start, inside)


def _named(label: str, start: int, inside: list[Place]) -> Place | None:
    """The greatest place of a name; in capitals, a place that nobody knows, in the state told behind it."""
    senses = senses_of(label)
    end = start + len(label)
    if senses:
        best: Sense = max(senses, key=lambda sense: sense.weight)
        return Place(start, end, best.name, best.geonames, best.lat, best.lon, best.country, "literal")
    behind = next(iter(inside), None)
    if not label.isupper() or behind is None:
        return behind
    return Place(start, end, label.title(), None, None, None, behind.country, "literal")
