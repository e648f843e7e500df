"""Counts: how many a sentence says are dead, injured or arrested, and how large a crowd or a force is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.reading.clauses import VERBAL, objects
from sayso.records import Counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.lexicon.quantities import Quantities
    from sayso.reading.syntax import Token

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
# No report counts more than the world has people.
_MOST = 9_000_000_000
_PERCENT = frozenset(("%", "percent", "pc"))


def counts_in(tokens: Sequence[Token], words: Quantities) -> dict[str, int]:
    """What the tokens of a sentence tell: ``dead``, ``injured``, ``arrested``, ``size``; the highest of each."""
    found: dict[str, int] = {}
    for token in tokens:
        for kind, number in _told_at(token, words):
            found[kind] = max(number, found.get(kind, 0))
    return found


def _told_at(token: Token, words: Quantities) -> Iterable[tuple[str, int]]:
    kind = words.verbs.get(token.lemma) if token.pos in VERBAL else None
    if kind is not None:
        held = token.all_children("nsubj") if token.lemma in ("die", "drown", "perish") else objects(token)
        yield from ((kind, number) for noun in held for number in _numbers(noun, words))
    kind = words.words.get(token.lower)
    if kind is not None and token.pos in ("ADJ", "NOUN", "VERB"):
        for noun in (token, token.head if token.dep in ("amod", "acomp", "oprd", "ccomp", "acl") else token):
            yield from ((kind, number) for number in _numbers(noun, words))
    if token.lemma in words.crowds:
        yield from (("size", number) for number in _numbers(token, words))


def _numbers(noun: Token, words: Quantities) -> list[int]:
    """The number before a noun, or the noun if it is a number; [] if none is told."""
    if noun.lemma in words.units:
        return []
    places = [child for child in noun.children if child.dep in ("nummod", "nsubj") and child.pos == "NUM"]
    if noun.pos == "NUM":
        places.append(noun)
    return [number for place in places if (number := number_at(place, words)) is not None]


def number_at(token: Token, words: Quantities) -> int | None:
    """The number that a token with what modifies it writes: "1,200", "two dozen", "3 million"; None if it is vague."""
    own = _plain(token, words)
    multiple = words.multiples.get(token.lemma)
    before = [
        child
        for child in token.children
        if child.i < token.i and child.pos in ("NUM", "DET") and child.lower not in _PERCENT
    ]
    if multiple is not None:
        first = next((n for child in before if (n := _plain(child, words)) is not None), None)
        own = None if first is None or token.lower.endswith("s") else first * multiple
    elif own is not None:
        own += sum(
            n for child in before if child.dep == "compound" and (n := _plain(child, words)) is not None and n > own
        )
    return own if own is not None and own < _MOST else None


def _plain(token: Token, words: Quantities) -> int | None:
    if _DIGITS.fullmatch(token.text):
        return int(token.text.replace(",", "")) if token.text.isascii() else None
    return words.numbers.get(token.lower)


def counts_for(type_: str, mode: str | None, told: dict[str, int]) -> Counts:
    """Of what a sentence tells, what belongs to an event of this type."""
    violent = type_ in ("ASSAULT", "PROTEST")
    arrests = type_ == "PROTEST" or (type_ == "COERCE" and mode == "arrest")
    return Counts(
        dead=told.get("dead") if violent else None,
        injured=told.get("injured") if violent else None,
        arrested=told.get("arrested") if arrests else None,
        size=told.get("size") if type_ in ("PROTEST", "MOBILIZE") else None,
    )
