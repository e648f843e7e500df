"""Evidence: whether a spot is the name of a place there, or of a person, a body, a street, a firm.

Each piece of evidence is one line of the table below, with what it is worth; a spot is a place from a sum of ``ENOUGH``.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from typing import TYPE_CHECKING

from sayso.lexicon.leaders import load_leaders
from sayso.lexicon.usage import usage_words
from sayso.reading.places.atlas import senses_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.reading.places.atlas import Sense
    from sayso.reading.places.spots import Spot
    from sayso.reading.syntax import Name, Parse, Token

ENOUGH = 2.0
# A name that is a place this surely is one wherever nothing speaks against it.
_SURE = 3.0
# A great city has 400,000 people.
_GREAT = 5.6
# Longer words in capitals are shouted, not spelt: "HAMAS" is.
_ACRONYM = 5
_COUNTED = frozenset(("DATE", "TIME", "MONEY", "QUANTITY", "PERCENT", "CARDINAL", "ORDINAL"))

WORTH = {
    "a name of a state, a region or a division": 2.5,
    "an adjective or a people of one": 3.0,
    "an abbreviation that is also a word": -1.0,
    "a word that names no place alone": -5.0,
    "a seat of government": 1.5,
    "a great city": 1.0,
    "several words": 1.0,
    "called a county": 2.0,
    "called a river, an island or the like": 3.0,
    "unknown to the gazetteer": -1.0,
    "another name only": -1.0,
    "letters that stand for words": -4.0,
    "the recogniser: a place": 2.5,
    "the recogniser: part of the name of a place": 2.0,
    "the recogniser: a building": 0.5,
    "the recogniser: a body": -0.7,
    "the recogniser: in the name of a body": 0.0,
    "the recogniser: a person": -1.0,
    "the recogniser: a word of a person's name": -4.0,
    "the recogniser: a product or a work": -1.5,
    "the recogniser: a date or a number": -3.0,
    "behind a preposition of place": 3.5,
    "behind 'at', 'from' and the like": 3.0,
    "behind a word of motion and 'to'": 3.0,
    "behind a preposition": 0.7,
    "behind 'city of', 'residents of'": 3.0,
    "behind an age and 'of'": 2.5,
    "behind a party's letter": 2.5,
    "inside a place that stands behind it": 3.0,
    "before the name of a public body": 2.0,
    "before a word for those who live or work there": 2.7,
    "before '-based'": 2.0,
    "opens a dateline": 3.0,
    "before a street": -5.0,
    "before a paper or a station": -3.0,
    "before a firm or a team": -2.5,
    "behind a title": -3.0,
    "behind part of a name": -2.5,
    "before part of a name": -1.5,
    "a surname in this document": -1.5,
    "a leader's name": -2.5,
    "a place elsewhere in this document": 2.0,
}  # fmt: skip


def places_among(spots: list[Spot], parse: Parse) -> list[Spot]:
    """The spots that are places, in order."""
    surnames = _surnames(parse.names)
    by_token = {spot.first.i: spot for spot in spots}
    scores = [_sum(_evidence(spot, parse, by_token, surnames)) for spot in spots]
    best: dict[str, float] = defaultdict(float)
    for spot, score in zip(spots, scores, strict=True):
        best[spot.key] = max(best[spot.key], score)
    return [
        spot
        for spot, score in zip(spots, scores, strict=True)
        if score + (WORTH["a place elsewhere in this document"] if best[spot.key] >= _SURE else 0.0) >= ENOUGH
    ]


def _sum(evidence: Iterable[str]) -> float:
    return sum(WORTH[piece] for piece in evidence)


def _surnames(names: tuple[Name, ...]) -> frozenset[str]:
    """The last words of the names of persons, in lower case."""
    return frozenset(
        name.tokens[-1].lower if name.tokens[-1].pos != "PART" else name.tokens[-2].lower
        for name in names
        if name.label == "PERSON" and len(name.tokens) > 1
    )


def _evidence(spot: Spot, parse: Parse, by_token: dict[int, Spot], surnames: frozenset[str]) -> Iterator[str]:
    yield from _by_itself(spot)
    if spot.people:
        return
    yield from _of_recogniser(spot)
    yield from _before(spot, parse.tokens, by_token)
    yield from _behind(spot, parse, by_token)
    if spot.known or len(spot.tokens) > 1:
        return
    if spot.first.lower in surnames:
        yield "a surname in this document"
    if spot.first.text in _leaders():
        yield "a leader's name"
    if _is_acronym(spot, parse.tokens):
        yield "letters that stand for words"


@functools.cache
def _leaders() -> frozenset[str]:
    """What the press calls heads of state and government and the like, in one word, where no great city is called so."""
    forms = {form for leader in load_leaders() for form in leader.short if " " not in form}
    return frozenset(form for form in forms if not any(_is_great(sense) for sense in senses_of(form)))


def _is_acronym(spot: Spot, tokens: tuple[Token, ...]) -> bool:
    """Whether one word is in capitals where others are not: "NATO", but not "BEIRUT" in a dateline."""
    word, i = spot.first.text, spot.first.i
    if not word.isupper() or len(word) > _ACRONYM:
        return False
    if i + 1 < len(tokens) and _opens_dateline(spot, tokens, i + 1):
        return False
    return not any(t.text.isupper() and len(t.text) > 1 for t in tokens[max(0, i - 1) : i + 2] if t.i != i)


def _by_itself(spot: Spot) -> Iterator[str]:
    if spot.people:
        yield "an adjective or a people of one"
    elif spot.guarded:
        yield "an abbreviation that is also a word"
    elif spot.known:
        yield "a name of a state, a region or a division"
    if len(spot.tokens) == 1 and not spot.known and spot.first.lower in usage_words().never:
        yield "a word that names no place alone"
    if not spot.senses:
        yield "unknown to the gazetteer"
    elif not spot.known and len(spot.tokens) > 1:
        yield "several words"
        if spot.last.lower in ("county", "parish"):
            yield "called a county"
    elif not spot.known:
        yield from _fame(spot.senses)
    if spot.senses and not spot.known and not any(sense.main for sense in spot.senses):
        yield "another name only"
    if spot.county:
        yield "called a county"
    if spot.feature:
        yield "called a river, an island or the like"


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


def _of_recogniser(spot: Spot) -> Iterator[str]:
    name = spot.first.name or spot.last.name
    if name is None:
        return
    whole = len(name.tokens) <= len(spot.tokens) + (name.tokens[0].lower == "the") + (name.tokens[-1].pos == "PART")
    if name.label in ("GPE", "LOC"):
        yield "the recogniser: a place" if whole else "the recogniser: part of the name of a place"
    elif name.label == "PERSON":
        yield "the recogniser: a person" if whole or _is_before_body(spot, name) else "the recogniser: a word of a person's name"
    elif name.label == "FAC":
        yield "the recogniser: a building"
    elif name.label in ("ORG", "NORP"):
        yield "the recogniser: a body" if whole else "the recogniser: in the name of a body"
    elif name.label not in _COUNTED:
        yield "the recogniser: a product or a work"
    elif not spot.known:
        yield "the recogniser: a date or a number"


def _is_before_body(spot: Spot, name: Name) -> bool:
    """Whether what is taken for a person begins with a public body: "Xville Police Spokeswoman Mary Jones"."""
    size = len(spot.tokens)
    return name.tokens[:size] == spot.tokens and size < len(name.tokens) and name.tokens[size].lower in usage_words().bodies


def _before(spot: Spot, tokens: tuple[Token, ...], by_token: dict[int, Spot]) -> Iterator[str]:
    i, words = spot.first.i, usage_words()
    before = tokens[i - 1] if i else None
    if before is not None and before.lower == "the" and i > 1:
        before = tokens[i - 2]
    if before is None or before.sentence != spot.first.sentence:
        return
    if before.lower in words.before and before.pos != "PROPN":
        yield "behind a preposition of place"
    elif before.lower == "of" and before.i and _is_age(tokens, before.i):
        yield "behind an age and 'of'"
    elif before.lower == "of" and before.i and tokens[before.i - 1].lower in words.livers:
        yield "behind 'city of', 'residents of'"
    elif before.lower in words.fairly:
        yield "behind 'at', 'from' and the like"
    elif (
        before.lower == "to"
        and before.i
        and (before.head.lemma in words.going or tokens[before.i - 1].lemma in words.going)
    ):
        yield "behind a word of motion and 'to'"
    elif before.text == "-" and before.i and tokens[before.i - 1].text in ("D", "R", "DFL", "I"):
        yield "behind a party's letter"
    elif before.lower in words.loosely:
        yield "behind a preposition"
    elif before.lower in words.titles and before.text[:1].isupper():
        yield "behind a title"
    elif before.pos == "PROPN" and before.text[:1].isupper() and not spot.known and before.i + 1 == i:
        yield "behind part of a name"


def _is_age(tokens: tuple[Token, ...], of: int) -> bool:
    """Whether "of" stands behind an age or a name and a comma: "Smith, 22, of Xville", "Smith of Xville"."""
    back = of - 1
    if tokens[back].text == ",":
        back -= 1
    return back >= 0 and (
        tokens[back].text.isdigit() or (tokens[back].name is not None and tokens[back].name.label == "PERSON")
    )


def _behind(spot: Spot, parse: Parse, by_token: dict[int, Spot]) -> Iterator[str]:
    tokens, words = parse.tokens, usage_words()
    i = spot.last.i + 1
    behind = tokens[i] if i < len(tokens) else None
    if spot.container is not None:
        yield "inside a place that stands behind it"
    elif spot.guarded and _is_set_off(spot, tokens):
        yield "inside a place that stands behind it"
    if behind is None:
        return
    capital = behind.text[:1].isupper()
    if _opens_dateline(spot, tokens, i):
        yield "opens a dateline"
    elif capital and behind.lower in words.bodies:
        yield "before the name of a public body"
    elif capital and behind.lower in words.streets:
        yield "before a street"
    elif capital and behind.lower in words.media:
        yield "before a paper or a station"
    elif capital and behind.lower in words.teams:
        yield "before a firm or a team"
    elif behind.text == "-" and i + 1 < len(tokens) and tokens[i + 1].lower in ("based", "area", "born", "bound"):
        yield "before '-based'"
    elif not capital and behind.lower in words.folk:
        yield "before a word for those who live or work there"
    elif spot.known and spot.first.name is not None and spot.first.name.label == "ORG":
        return
    elif capital and behind.pos == "PROPN" and i not in by_token and behind.sentence == spot.last.sentence:
        yield "before part of a name"


def _is_set_off(spot: Spot, tokens: tuple[Token, ...]) -> bool:
    """Whether a short form stands where one is expected: "Xville, Pa.", "X County (Pa.)"."""
    at = spot.first.i
    return at > 1 and tokens[at - 1].text in (",", "(", "[") and tokens[at - 2].text[:1].isupper()


def _opens_dateline(spot: Spot, tokens: tuple[Token, ...], i: int) -> bool:
    if not spot.first.text.isupper() or len(spot.first.text) < 3:  # noqa: PLR2004 - "US"
        return False
    behind = tokens[i].text
    return behind in ("(", "--", "—", "–", "-", "_", "/", ":") or (
        behind == "," and i + 1 < len(tokens) and tokens[i + 1].text[:1].isupper()
    )
