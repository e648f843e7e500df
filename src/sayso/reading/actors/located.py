"""Located: the country of a place that stands in a name, such as "Amherst College", by the gazetteer."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from sayso.lexicon.gazetteer import load_gazetteer
from sayso.reading.actors.scene import PLACE_PREPOSITIONS

if TYPE_CHECKING:
    from sayso.reading.actors.scene import Scene

# Of how many people a city must be to be meant by a word alone.
_CITY = 200_000

# The largest place of a name decides if it is so many times the largest of any other country.
_DOMINANCE = 3
_MOST_KEPT = 4096


@functools.lru_cache(maxsize=_MOST_KEPT)
def country_of_place(name: str, *, least: int) -> str | None:
    """The country of the place that the name most likely means, of at least so many people; None if that is open."""
    gazetteer = load_gazetteer()
    largest: dict[str, int] = {}
    for place in (*gazetteer.find(name), *gazetteer.find_alternates(name)):
        largest[place.country] = max(largest.get(place.country, 0), place.population)
    ranked = sorted(largest.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < least:
        return None
    if len(ranked) > 1 and ranked[0][1] < _DOMINANCE * ranked[1][1]:
        return None
    return ranked[0][0]


def is_city(scene: Scene, i: int) -> bool:
    """Whether the word at token ``i``, held for somebody's name, is a city's; behind "in" any town will do."""
    if i not in scene.countries_at and scene.troupe.bearer(scene.lower[i]) is None:
        token = scene.tokens[i]
        behind = token.dep == "pobj" and token.head.lower in PLACE_PREPOSITIONS
        if country := country_of_place(token.text, least=1 if behind else _CITY):
            scene.countries_at[i] = country
    return i in scene.countries_at
