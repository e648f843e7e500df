"""Candidates: the words of a text that may mention an actor, in the order in which they can be understood.

A noun is understood after what says whom it belongs to ("the head of the mission"), and a pronoun that a sentence opens
with ("In her speech, the minister …") after the subject behind it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.reading.actors.chunks import Chunk
from sayso.reading.actors.nominals import is_nominal
from sayso.reading.actors.pronouns import PRONOUNS, later_subject
from sayso.reading.actors.scene import complements

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.reading.actors.titles import Title, Titles
    from sayso.reading.syntax import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
# An adjective that is an argument stands for people: "the displaced".
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj"})
# Names that may stand within a noun phrase that is an actor of its own: "Paris police".
_LOOSE = frozenset({"adjective", "people", "place"})


@dataclass(frozen=True, slots=True)
class Noun:
    """Tokens [first, head] are this title, and stand for themselves."""

    first: int
    head: int
    title: Title


type Candidate = Chunk | Noun | Token


def in_order(tokens: Sequence[Token], lower: Sequence[str], chunks: list[Chunk], titles: Titles) -> list[Candidate]:
    """All candidates, each after those that it needs."""
    taken = {i for chunk in chunks if chunk.use not in _LOOSE for i in range(chunk.first, chunk.end)}
    ready: dict[int, int] = {}
    found: list[tuple[int, int, Candidate]] = [(chunk.end - 1, 1 - chunk.end, chunk) for chunk in chunks]
    for token in reversed(tokens):
        if token.lower in PRONOUNS:
            ready[token.i] = later_subject(token)
            found.append((ready[token.i], 0, token))
        elif token.pos in _NOUNS or (token.pos == "ADJ" and token.dep in _ARGUMENTS):
            ready[token.i] = max(ready.get(i, i) for i in _needs(token))
            if token.i not in taken and is_nominal(token) and (hit := titles.ending_at(lower, token.i)):
                found.append((ready[token.i], -token.i, Noun(hit[0], token.i, hit[1])))
    found.sort(key=lambda item: item[:2])
    return [candidate for _, _, candidate in found]


def _needs(noun: Token) -> Iterator[int]:
    yield noun.i
    for child in noun.children:
        if child.dep == "appos" and child.i > noun.i:
            yield child.i
        elif child.dep == "poss" and child.lower in PRONOUNS:
            yield later_subject(child)
    for _, inner in complements(noun):
        for token in inner.conjuncts():
            yield token.i
