"""Found: what one noun says of two mentions, before it becomes a Relation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.records import Span

if TYPE_CHECKING:
    from sayso.lexicon.relations import RelationNoun
    from sayso.reading.cast import Cast, Mention
    from sayso.reading.syntax import Token
    from sayso.records.reading import RelationKind

# Labels of what modifies a noun from before it: "biggest trading partner", "China-Russia ties".
MODIFIERS = frozenset({"amod", "compound", "nmod"})


@dataclass(frozen=True, slots=True)
class Found:
    """Mentions ``a`` and ``b`` stand in a relation of this kind, told by the characters of ``span``."""

    kind: RelationKind
    a: Mention
    b: Mention
    span: Span


def kind_of(noun: Token, entries: tuple[RelationNoun, ...]) -> RelationKind | None:
    """What the noun with its modifiers means: the first entry that fits."""
    modifiers: set[str] = set()
    for owner in (noun, noun.head if noun.dep == "conj" else noun):
        for token in owner.children:
            if token.dep in MODIFIERS:
                modifiers.update((token.lemma, token.lower))
                modifiers.update(inner.lower for inner in token.children if inner.dep in MODIFIERS)
    return next((entry.kind for entry in entries if entry.fits(modifiers)), None)


def mentions_at(cast: Cast, token: Token) -> list[Mention]:
    """The mentions at a token and at what is coordinated with it, in text order."""
    return [mention for member in token.conjuncts() for mention in cast.at(member.i)]


def objects_of(noun: Token, prepositions: frozenset[str]) -> list[Token]:
    """What stands behind the noun in phrases with one of these prepositions: "ties *with Russia*"."""
    return [
        token
        for prep in noun.children
        if prep.dep in ("prep", "agent") and prep.lower in prepositions
        for token in prep.children
        if token.dep in ("pobj", "pcomp")
    ]


def phrase(noun: Token) -> Span:
    """The noun with what modifies it from before: the words that tell the relation."""
    start = min([noun.start, *(t.start for t in noun.children if t.dep in MODIFIERS or t.dep == "poss")])
    return Span(start, noun.end)
