"""What a name itself says of whether it is a place, and what the recogniser holds it for."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from sayso.lexicon.leaders import load_leaders
from sayso.lexicon.usage import usage_words
from sayso.reading.places.atlas import senses_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.reading.places.atlas import Sense
    from sayso.reading.places.spot import Spot
    from sayso.reading.syntax import Name

# A great city has 400,000 people (a sense's weight is in powers of ten).
_GREAT = 5.6
# Longer words in capitals are shouted, not spelt.
_LETTERS = 5
_PLACES = frozenset(("GPE", "LOC"))
_BODIES = frozenset(("ORG", "NORP"))
_NUMBERS = frozenset(("DATE", "TIME", "MONEY", "QUANTITY", "PERCENT", "CARDINAL", "ORDINAL"))


def of_name(spot: Spot) -> Iterator[str]:
    """What the words themselves say."""
    if spot.people:
        yield "an adjective or a people of one"
    elif spot.guarded:
        yield "an abbreviation that is also a word"
    elif spot.known:
        yield "a name of a state, a region or a division"
    else:
        yield from _of_gazetteer(spot) if spot.senses else ("unknown to the gazetteer",)
        yield from _of_one_word(spot)
    if spot.county or (not spot.known and spot.last.lower in ("county", "parish")):
        yield "called a county"
    if spot.feature:
        yield "called a river, an island or the like"


def _of_gazetteer(spot: Spot) -> Iterator[str]:
    if not any(sense.main for sense in spot.senses):
        yield "another name only"
    if len(spot.tokens) > 1:
        yield "several words"
    else:
        yield from _fame(spot.senses)


def _of_one_word(spot: Spot) -> Iterator[str]:
    if len(spot.tokens) > 1:
        return
    if spot.first.text in _leaders():
        yield "a leader's name"
    if _is_spelt(spot):
        yield "letters that stand for words"


def _fame(senses: tuple[Sense, ...]) -> Iterator[str]:
    best = max((sense for sense in senses if sense.main), key=_weight, default=None)
    if best is not None and best.seat:
        yield "a seat of government"
    elif best is not None and _is_great(best):
        yield "a great city"


def _is_great(sense: Sense) -> bool:
    return sense.main and sense.kind == "town" and sense.weight > _GREAT


def _weight(sense: Sense) -> float:
    return sense.weight


@functools.cache
def _leaders() -> frozenset[str]:
    """What the press calls heads of state and the like, in one word, where no great city is called so."""
    forms = {form for leader in load_leaders() for form in leader.short if " " not in form}
    return frozenset(form for form in forms if not any(_is_great(sense) for sense in senses_of(form)))


def _is_spelt(spot: Spot) -> bool:
    """Whether a word is in capitals where others are not: "NATO", but not "BEIRUT" before "(AP)"."""
    word = spot.first.text
    return word.isupper() and len(word) <= _LETTERS and not spot.shouted


def of_recogniser(spot: Spot) -> Iterator[str]:
    """What the recogniser holds the words for, if for anything."""
    name = spot.first.name or spot.last.name
    if name is None:
        return
    whole = _is_whole(spot, name)
    if name.label in _PLACES:
        yield "recognised: a place" if whole else "recognised: part of the name of a place"
    elif name.label == "PERSON":
        sure = not whole and not _is_before_body(spot, name)
        yield "recognised: a word of a person's name" if sure else "recognised: a person"
    elif name.label == "FAC":
        yield "recognised: a building"
    elif name.label in _BODIES:
        if whole:
            yield "recognised: a body"
    elif name.label not in _NUMBERS:
        yield "recognised: a product or a work"
    elif not spot.known:
        yield "recognised: a date or a number"


def _is_whole(spot: Spot, name: Name) -> bool:
    """Whether the spot is all of a name but an article and a possessive."""
    idle = (name.tokens[0].lower == "the") + (name.tokens[-1].pos == "PART")
    return len(name.tokens) - idle <= len(spot.tokens)


def _is_before_body(spot: Spot, name: Name) -> bool:
    """Whether what is taken for a person begins with a public body: "Xville Police Spokeswoman Mary Jones"."""
    size = len(spot.tokens)
    return (
        name.tokens[:size] == spot.tokens
        and size < len(name.tokens)
        and name.tokens[size].lower in usage_words().bodies
    )
