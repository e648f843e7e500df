"""Naming: what each name in the text stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon.usage import usage_words
from sayso.reading.actors.bodies import body_named, known_body, place_named
from sayso.reading.actors.located import is_city
from sayso.reading.actors.people import person_figure
from sayso.reading.actors.scene import PLACE_PREPOSITIONS
from sayso.reading.actors.states import people_named, states_named

if TYPE_CHECKING:
    from sayso.reading.actors.chunks import Chunk
    from sayso.reading.actors.scene import Scene

# A capital or a seat is a place here: "Beijing, China", "a Moscow hospital".
_PLACE_RELATIONS = frozenset({"appos", "npadvmod", "dep", "nmod", "compound", "amod", "pcomp"})
# And behind these, which don't say where something is but where it goes or is of: "a flight to Beijing".
_GOALS = frozenset({"in", "to", "at", "for"})
_WAYS = frozenset({"to", "from", "toward", "towards", "over", "of"})


def name_figure(scene: Scene, chunk: Chunk) -> None:
    """Note whom this name mentions, if it names an actor here."""
    use = chunk.use
    if use in ("leader", "surname", "person"):
        if chunk.known or chunk.end > chunk.first + 1 or not is_city(scene, chunk.first):
            person_figure(scene, chunk)
    elif use in ("adjective", "people"):
        people_named(scene, chunk)
    elif use == "town" and scene.troupe.figure(("state", chunk.known[0].country, None)) is None:
        place_named(scene, chunk)
    elif use in ("capital", "town", "seat") and _is_location(scene, chunk):
        _location(scene, chunk)
    elif use in ("state", "capital", "town"):
        states_named(scene, chunk)
    elif use == "seat" or (use == "body" and chunk.known):
        scene.sight(known_body(scene, chunk), chunk.first, chunk.end, "name")
    elif use == "body":
        body_named(scene, chunk)
    elif use == "place":
        place_named(scene, chunk)


def _location(scene: Scene, chunk: Chunk) -> None:
    """Nobody is named, but whoever is said to be there belongs to the country."""
    country = chunk.known[0].country
    if country:
        scene.countries_at.update(dict.fromkeys(range(chunk.first, chunk.end), country))


def _is_location(scene: Scene, chunk: Chunk) -> bool:
    """Whether a capital or a seat is named as the place where something is, not for those who govern there."""
    head = scene.head_of(chunk.first, chunk.end)
    for _ in range(chunk.first):
        if head.dep != "conj":
            break
        head = head.head
    if head.dep == "pobj":
        link = head.head
        if link.lower in _GOALS and link.head.lemma in usage_words().visiting:
            return False
        return link.lower in PLACE_PREPOSITIONS or link.lower in _WAYS
    return head.dep in _PLACE_RELATIONS or head.head is head
