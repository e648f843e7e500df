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
    """The place that a dateline names: one that was found at its start, or the greatest of that name."""
    for place in places:
        if line.start <= place.start < line.end and place.start - line.start <= 1 and place.use != "demonym":
            return place
    label = _PLACE.match(text, line.start, line.end)
    senses = senses_of(label[0]) if label is not None and label[0][:1].isupper() else ()
    if label is None or not senses:
        return next((place for place in places if line.start <= place.start < line.end), None)
    best: Sense = max(senses, key=lambda sense: sense.weight)
    return Place(label.start(), label.end(), best.name, best.geonames, best.lat, best.lon, best.country, "literal")
