"""Stage *places*: names of places, which place each stands for, and how it is used.

``spots`` finds the words, ``evidence`` says which are places, ``resolve`` which ones, ``use`` what they stand for.
docs/places.md tells it in one page, and how borders in dispute are told.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.reading.places.atlas import load_phrases
from sayso.reading.places.containment import contain, sense_of
from sayso.reading.places.datelines import with_places
from sayso.reading.places.doubts import doubts_of
from sayso.reading.places.evidence import places_among
from sayso.reading.places.home import home_of
from sayso.reading.places.resolve import resolve
from sayso.reading.places.spots import spots_in
from sayso.reading.places.use import use_of
from sayso.records import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.reading.draft import Draft
    from sayso.reading.places.atlas import Sense
    from sayso.reading.places.spot import Spot
    from sayso.reading.stage import StageFunction
    from sayso.records import Dateline
    from sayso.settings import Settings


def make(settings: Settings) -> StageFunction:  # noqa: ARG001 - every stage is made alike
    """The stage, with the gazetteer loaded."""
    load_phrases()

    def stage(draft: Draft) -> Draft:
        spots = spots_in(draft.text, draft.parse)
        contain(spots, draft.parse.tokens)
        spots = places_among(spots, draft.parse)
        resolution = resolve(spots, home=home_of(draft.document.outlet))
        datelines = [story.dateline for story in draft.stories if story.dateline is not None]
        places = sorted((_place(spot, resolution.senses, draft.text, datelines) for spot in spots), key=_order)
        stories, places = with_places(draft.text, draft.stories, places)
        notices = (*draft.notices, *doubts_of(spots, resolution))
        return replace(draft, places=tuple(places), stories=stories, notices=notices)

    return stage


def _order(place: Place) -> tuple[int, int, str]:
    return place.start, place.end, place.name


def _place(spot: Spot, senses: Mapping[str, Sense], text: str, datelines: list[Dateline]) -> Place:
    """The record of a spot; a place that no lexicon has is told by its words, and by the state behind it."""
    filed = any(line.start <= spot.start < line.end for line in datelines)
    use = "literal" if filed else use_of(spot)
    sense = sense_of(spot, senses)
    if sense is not None:
        return Place(spot.start, spot.end, sense.name, sense.geonames, sense.lat, sense.lon, sense.country, use)
    words = " ".join(text[spot.start : spot.end].split())
    top = senses.get(spot.container.key) if spot.container is not None else None
    country = top.country if top is not None else None
    return Place(spot.start, spot.end, _printed(words) if spot.shouted else words, None, None, None, country, use)


def _printed(words: str) -> str:
    """Words in capitals as a name is printed: "Punggye-ri"."""
    return " ".join(word.capitalize() for word in words.split())
