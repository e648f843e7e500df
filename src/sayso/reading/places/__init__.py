"""Stage *places*: names of places, which place each stands for, and how it is used.

``candidates`` finds the words, ``resolve`` the place, ``use`` what it stands for there. docs/places.md says how borders
in dispute are told.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.lexicon.gazetteer import load_gazetteer
from sayso.reading.places.candidates import candidates_in
from sayso.reading.places.datelines import dateline_place
from sayso.reading.places.resolve import Resolver, capitals
from sayso.reading.places.use import use_of
from sayso.records import Place

if TYPE_CHECKING:
    from sayso.lexicon.gazetteer import Entry
    from sayso.reading.draft import Draft
    from sayso.reading.places.candidates import Candidate
    from sayso.reading.stage import StageFunction
    from sayso.records import Story
    from sayso.settings import Settings


def make(settings: Settings) -> StageFunction:  # noqa: ARG001 - every stage is made alike
    """The stage, with the gazetteer loaded."""
    load_gazetteer()

    def stage(draft: Draft) -> Draft:
        candidates = candidates_in(draft.parse)
        resolver = Resolver(candidates)
        found = [place for c in candidates if (place := _place(c, resolver)) is not None]
        of_lines = [dateline_place(draft.text, story, found, resolver) for story in draft.stories]
        found += [place for place in of_lines if place is not None and place not in found]
        places = tuple(sorted(found, key=_order))
        stories = tuple(
            _with_place(story, places.index(place)) if place is not None else story
            for story, place in zip(draft.stories, of_lines, strict=True)
        )
        return replace(draft, places=places, stories=stories)

    return stage


def _order(place: Place) -> tuple[int, int, str]:
    return place.start, place.end, place.name


def _with_place(story: Story, index: int) -> Story:
    assert story.dateline is not None
    return replace(story, dateline=replace(story.dateline, place=index))


def _place(candidate: Candidate, resolver: Resolver) -> Place | None:
    start, end = candidate.start, candidate.end
    if candidate.country is not None:
        country = candidate.country
        use = use_of(candidate, acts=True)
        return Place(start, end, country.name, country.geonames, country.lat, country.lon, country.code, use)
    if candidate.region is not None:
        region = candidate.region
        use = use_of(candidate, acts=region.name == "Washington")
        return Place(start, end, region.name, region.geonames, region.lat, region.lon, region.country, use)
    return place_of(resolver.entry(candidate), candidate)


def place_of(entry: Entry | None, candidate: Candidate) -> Place | None:
    """The place of a gazetteer's entry; None where it has none: what can't be found is not told as a place."""
    if entry is None:
        return None
    use = use_of(candidate, acts=entry.row in capitals(load_gazetteer()))
    return Place(candidate.start, candidate.end, entry.name, entry.id, entry.lat, entry.lon, entry.country, use)
