"""Evidence: whether a spot is the name of a place there, or of a person, a body, a street, a firm.

Each piece of evidence is a line of the table, with what it is worth; a spot is a place from a sum of ``ENOUGH``.
``inside`` tells what the name itself says, ``around`` what the words beside it say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.places.around import before, behind
from sayso.reading.places.inside import of_name, of_recogniser

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.reading.places.spot import Spot
    from sayso.reading.syntax import Name, Parse

ENOUGH = 2.0
# A name that is a place this surely somewhere is one wherever nothing speaks against it.
_SURE = 3.0

WORTH = {
    # the name itself
    "a name of a state, a region or a division": 2.5,
    "an adjective or a people of one": 3.0,
    "an abbreviation that is also a word": -1.0,
    "a seat of government": 1.5,
    "a great city": 1.0,
    "several words": 1.0,
    "called a county": 2.0,
    "called a river, an island or the like": 3.0,
    "unknown to the gazetteer": -1.0,
    "another name only": -1.0,
    "letters that stand for words": -4.0,
    "a leader's name": -2.5,
    "a surname in this document": -1.5,
    "a place elsewhere in this document": 2.0,
    # what the recogniser holds it for
    "recognised: a place": 2.5,
    "recognised: part of the name of a place": 2.0,
    "recognised: a building": 0.5,
    "recognised: a body": -0.7,
    "recognised: a person": -1.0,
    "recognised: a word of a person's name": -4.0,
    "recognised: a product or a work": -1.5,
    "recognised: a date or a number": -3.0,
    # the words before it
    "behind a word of place": 3.5,
    "behind 'at', 'from' and the like": 3.0,
    "behind a word of motion and 'to'": 3.0,
    "behind a preposition": 0.7,
    "behind 'city of', 'residents of'": 3.0,
    "behind a person and 'of'": 2.5,
    "behind a party's letter": 2.5,
    "behind a title": -3.0,
    "behind part of a name": -2.5,
    # the words behind it
    "inside a place that stands behind it": 3.0,
    "opens a dateline": 3.0,
    "before the name of a public body": 2.0,
    "before a word for those who live or work there": 2.7,
    "before '-based'": 2.0,
    "before a street": -7.0,
    "before a paper or a station": -7.0,
    "before a firm or a team": -4.0,
    "before part of a name": -1.5,
    "in one name with what stands behind it": -2.5,
}


def places_among(spots: list[Spot], parse: Parse) -> list[Spot]:
    """The spots that are places, in order."""
    surnames = _surnames(parse.names)
    starts = frozenset(spot.first.i for spot in spots)
    scores = [sum(WORTH[piece] for piece in evidence_of(spot, parse, starts, surnames)) for spot in spots]
    best: dict[str, float] = {}
    for spot, score in zip(spots, scores, strict=True):
        best[spot.key] = max(score, best.get(spot.key, score))
    return [spot for spot, score in zip(spots, scores, strict=True) if score + _elsewhere(best[spot.key]) >= ENOUGH]


def _elsewhere(best: float) -> float:
    return WORTH["a place elsewhere in this document"] if best >= _SURE else 0.0


def _surnames(names: tuple[Name, ...]) -> frozenset[str]:
    """The last words of the names of persons, in lower case."""
    persons = (name.tokens for name in names if name.label == "PERSON" and len(name.tokens) > 1)
    return frozenset(tokens[-2 if tokens[-1].pos == "PART" else -1].lower for tokens in persons)


def evidence_of(spot: Spot, parse: Parse, starts: frozenset[int], surnames: frozenset[str]) -> Iterator[str]:
    """The pieces of evidence for and against a spot, as keys of ``WORTH``.

    ``starts`` are the tokens at which a spot starts, ``surnames`` those of the document's persons in lower case.
    """
    yield from of_name(spot)
    if spot.people:
        return
    if not spot.known and len(spot.tokens) == 1 and spot.first.lower in surnames:
        yield "a surname in this document"
    yield from of_recogniser(spot)
    yield from before(spot, parse.tokens)
    yield from behind(spot, parse.tokens, starts)
