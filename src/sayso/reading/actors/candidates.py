"""Candidates: the words of a text that may mention an actor, in the order in which they can be understood.

A noun is understood after what says whom it belongs to ("the head of the mission"), and a pronoun that a sentence opens
with ("In her speech, the minister …") after the subject behind it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.lexicon.roles import load_roles
from sayso.reading.actors.chunks import HALVES, Chunk
from sayso.reading.actors.nominals import is_nominal
from sayso.reading.actors.pronouns import PRONOUNS, is_pronoun, understood_at
from sayso.reading.actors.scene import complements

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.reading.actors.titles import Title, Titles
    from sayso.reading.syntax import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
# An adjective or a participle that is an argument stands for people: "the displaced", "Yemen's poor".
_LIKE_NOUNS = frozenset({"ADJ", "VERB"})
_DETERMINED = ("det", "poss")
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj"})
# Names that may stand within a noun phrase that is an actor of its own: "Paris police".
_LOOSE = frozenset({"adjective", "people", "place", "town"})


@dataclass(frozen=True, slots=True)
class Noun:
    """Tokens [first, end) are this title, and stand for themselves; ``head`` carries them in the tree."""

    first: int
    end: int
    head: int
    title: Title


type Candidate = Chunk | Noun | Token


def in_order(tokens: Sequence[Token], lower: Sequence[str], chunks: list[Chunk], titles: Titles) -> list[Candidate]:
    """All candidates, each after those that it needs."""
    taken = {i for chunk in chunks if chunk.use not in _LOOSE for i in range(chunk.first, chunk.end)}
    named = {i for chunk in chunks for i in range(chunk.first, chunk.end)}
    ready: dict[int, int] = {}
    found: list[tuple[int, int, Candidate]] = [(_complete(tokens, chunk), 1 - chunk.end, chunk) for chunk in chunks]
    for token in reversed(tokens):
        i = token.i
        if is_pronoun(token):
            ready[i] = understood_at(token)
            found.append((ready[i], 1, token))
        elif token.text in HALVES and i and lower[i - 1] == "the" and is_nominal(token):
            found.append((i, -i, token))
        elif token.pos in _NOUNS or _is_like_noun(token):
            ready[i] = max(ready.get(needed, needed) for needed in _needs(token))
            if i in taken or not is_nominal(token):
                continue
            if hit := titles.ending_at(lower, i):
                head = _head(tokens, hit[0], i)
                taken.update(range(hit[0], i))
                found.append((max(ready[i], ready.get(head, head)), -head, Noun(hit[0], i + 1, head, hit[1])))
            elif token.pos == "PROPN" and i not in named:
                found.append((i, -i, token))
    found.sort(key=lambda item: item[:2])
    return [candidate for _, _, candidate in found]


def _is_like_noun(token: Token) -> bool:
    """Whether another part of speech stands for a noun: "the *accused* said", "a *rebel* raid"."""
    if token.pos not in _LIKE_NOUNS:
        return False
    if token.dep in _ARGUMENTS:
        return token.child(*_DETERMINED) is not None
    return token.dep == "amod" and token.lower in load_roles().bands and is_nominal(token)


def _complete(tokens: Sequence[Token], chunk: Chunk) -> int:
    """The last token that a name needs: a body's may belong to a state behind it ("the Parliament of Malta")."""
    last = chunk.end - 1
    if chunk.kind not in ("body", "person") and chunk.use not in ("leader", "surname"):
        return last
    return max([last, *(token.i for _, inner in complements(tokens[last]) for token in inner.conjuncts())])


def _head(tokens: Sequence[Token], first: int, last: int) -> int:
    """The word of a title that carries it in the tree: "head" of "head of state"."""
    if tokens[last].dep != "pobj":
        return last
    return next((i for i in range(first, last) if not first <= tokens[i].head.i <= last), last)


def _needs(noun: Token) -> Iterator[int]:
    yield noun.i
    for child in noun.children:
        if child.dep in ("appos", "conj") and child.i > noun.i:
            yield child.i
        elif child.dep == "poss" and child.lower in PRONOUNS:
            yield understood_at(child)
    for _, inner in complements(noun):
        for token in inner.conjuncts():
            yield token.i
