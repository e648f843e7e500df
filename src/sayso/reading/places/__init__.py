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
    from sayso.reading.draft import Draft
    from sayso.reading.places.atlas import Sense
    from sayso.reading.places.spot import Spot
    from sayso.reading.stage import StageFunction
    from sayso.settings import Settings


def make(settings: Settings) -> StageFunction:  # noqa: ARG001 - every stage is made alike
    """The stage, with the gazetteer loaded."""
    load_phrases()

    def stage(draft: Draft) -> Draft:
        spots = spots_in(draft.text, draft.parse)
        contain(spots, draft.parse.tokens)
        spots = places_among(spots, draft.parse)
        resolution = resolve(spots, home=home_of(draft.document.outlet))
        places = sorted((_place(spot, sense_of(spot, resolution.senses), draft.text) for spot in spots), key=_order)
        stories, places = with_places(draft.text, draft.stories, places)
        notices = (*draft.notices, *doubts_of(spots, resolution))
        return replace(draft, places=tuple(places), stories=stories, notices=notices)

    return stage


def _order(place: Place) -> tuple[int, int, str]:
    return place.start, place.end, place.name


def _place(spot: Spot, sense: Sense | None, text: str) -> Place:
    """The record of a spot; a place that no lexicon has is told by its words alone."""
    use = use_of(spot)
    if sense is None:
        return Place(spot.start, spot.end, " ".join(text[spot.start : spot.end].split()), None, None, None, None, use)
    return Place(spot.start, spot.end, sense.name, sense.geonames, sense.lat, sense.lon, sense.country, use)
