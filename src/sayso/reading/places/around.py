"""What the words before and behind a name say of whether it is a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon.usage import usage_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.reading.places.spot import Spot
    from sayso.reading.syntax import Token

# What stands between the place of a dateline and the story, the agency or the date.
_MARKS = frozenset(("(", "--", "—", "–", "_", "/"))
# Letters of parties before a member's state or district: "D-Ohio".
_PARTIES = frozenset(("D", "R", "I", "DFL"))
_BOUND = frozenset(("based", "area", "born", "bound"))


def before(spot: Spot, tokens: tuple[Token, ...]) -> Iterator[str]:
    """What the word before the name says, past an article."""
    i = spot.first.i - 1
    if i > 0 and tokens[i].lower == "the":
        i -= 1
    if i < 0 or tokens[i].sentence != spot.first.sentence:
        return
    word, words = tokens[i], usage_words()
    if word.lower in words.before and word.pos != "PROPN":
        yield "behind a word of place"
    elif word.lower in words.fairly:
        yield "behind 'at', 'from' and the like"
    elif word.lower in words.loosely:
        yield _behind_loose(tokens, i)
    elif word.text == "-" and i and tokens[i - 1].text in _PARTIES:
        yield "behind a party's letter"
    elif word.text[:1].isupper():
        if word.lower in words.titles:
            yield "behind a title"
        elif word.pos == "PROPN" and not spot.known and i + 1 == spot.first.i:
            yield "behind part of a name"


def _behind_loose(tokens: tuple[Token, ...], i: int) -> str:
    """What a preposition that may stand before anything says by the word before it."""
    word, words = tokens[i], usage_words()
    earlier = tokens[i - 1] if i else None
    if earlier is not None and word.lower == "of":
        if _is_person(tokens, i - 1):
            return "behind a person and 'of'"
        if earlier.lower in words.livers:
            return "behind 'city of', 'residents of'"
    if earlier is not None and word.lower == "to" and (word.head.lemma in words.going or earlier.lemma in words.going):
        return "behind a word of motion and 'to'"
    return "behind a preposition"


def _is_person(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether an age or a person ends at this token, maybe before a comma: "Mary Jones, 22, of Xville"."""
    if tokens[i].text == "," and i:
        i -= 1
    name = tokens[i].name
    return tokens[i].text.isdigit() or (name is not None and name.label == "PERSON")


def behind(spot: Spot, tokens: tuple[Token, ...], starts: frozenset[int]) -> Iterator[str]:
    """What the word behind the name says; ``starts`` are the tokens at which a spot starts."""
    i = spot.last.i + 1
    if spot.container is not None or (spot.guarded and _is_set_off(spot, tokens)):
        yield "inside a place that stands behind it"
    if i >= len(tokens):
        return
    word = tokens[i]
    if spot.shouted and opens_dateline(tokens, i):
        yield "opens a dateline"
    elif word.text[:1].isupper():
        yield from _behind_capital(spot, word, starts)
    elif word.text == "-" and i + 1 < len(tokens) and tokens[i + 1].lower in _BOUND:
        yield "before '-based'"
    elif word.lower in usage_words().folk:
        yield "before a word for those who live or work there"


def _behind_capital(spot: Spot, word: Token, starts: frozenset[int]) -> Iterator[str]:
    words = usage_words()
    if word.lower in words.bodies:
        yield "before the name of a public body"
    elif word.lower in words.streets:
        yield "before a street"
    elif word.lower in words.media:
        yield "before a paper or a station"
    elif word.lower in words.teams:
        yield "before a firm or a team"
    elif word.pos == "PROPN" and word.i not in starts and word.sentence == spot.last.sentence:
        name = spot.first.name
        if name is None or word.name is not name:
            yield "before part of a name"
        elif not spot.known:
            yield "in one name with what stands behind it"


def _is_set_off(spot: Spot, tokens: tuple[Token, ...]) -> bool:
    """Whether a short form stands where one is expected: "Xville, Pa.", "X County (Pa.)"."""
    at = spot.first.i
    return at > 1 and tokens[at - 1].text in (",", "(", "[") and tokens[at - 2].text[:1].isupper()


def opens_dateline(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the token behind a name in capitals is one that ends the place of a dateline: "(", "--", a comma."""
    if i >= len(tokens):
        return False
    if tokens[i].text in (",", "-") and i + 1 < len(tokens):
        return tokens[i + 1].text[:1].isupper()
    return tokens[i].text in _MARKS
