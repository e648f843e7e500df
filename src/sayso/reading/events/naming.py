"""Which actors a word of the tree names, and what kinds of actors they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.reading.cast import Cast, Mention
    from sayso.reading.syntax import Token
    from sayso.records import Actor

MODIFIERS = frozenset(("poss", "amod", "compound", "nmod"))
# How far below a word that names nobody its actor is sought: "positions of the militia".
_DEPTH = 3
# Nouns that make a preposition with what stands around them: "in front of", "in response to". Nobody is done anything.
_LINKING = frozenset({
    "front", "behalf", "response", "case", "favor", "favour", "wake", "view", "addition", "spite", "face", "return",
    "exchange", "line", "honor", "honour", "memory", "connection", "regard", "accordance", "retaliation", "light",
})  # fmt: skip
_INWARD = frozenset(("of", "in", "from", "at"))


def named(cast: Cast, token: Token) -> list[Mention]:
    """The actors named at a word and at what is coordinated with it, in text order.

    Of "the ministers of Peru and Chile" the parse may join Chile to the ministers: the state of one of several holders
    of an office is no party beside them.
    """
    found = [mention for member in token.conjuncts() for mention in cast.at(member.i)]
    holders = [cast.actor(mention.actor) for mention in cast.at(token.i)]
    states = {holder.country for holder in holders if holder.kind == "person"} if len(holders) > 1 else set()
    return [m for m in found if m.head == token.i or not _is_state_of(cast.actor(m.actor), states)]


def _is_state_of(actor: Actor, countries: set[str | None]) -> bool:
    return actor.kind == "state" and actor.country in countries


def named_within(cast: Cast, token: Token) -> list[Mention]:
    """The same; where the word names nobody, the nearest below it: whose positions, whose convoy, of which town."""
    if token.lemma in _LINKING:
        return []
    found = named(cast, token)
    layer = [token]
    for _ in range(_DEPTH):
        if found or not layer:
            break
        layer = [below for word in layer for below in _inward(word)]
        found = [mention for word in layer for mention in named(cast, word)][:1]
    return found


def _inward(token: Token) -> list[Token]:
    inside = [child for child in token.children if child.dep in MODIFIERS or child.dep == "appos"]
    inside += [
        held for link in token.all_children("prep") if link.lower in _INWARD for held in link.all_children("pobj")
    ]
    return inside


def owners(cast: Cast, noun: Token) -> list[Mention]:
    """Who stands before a noun as its owner: "Iran's offer", "Russian attack", "U.S.-Japan talks"."""
    found: list[Mention] = []
    stack = [child for child in reversed(noun.children) if child.dep in MODIFIERS and child.i < noun.i]
    while stack:
        token = stack.pop()
        here = cast.at(token.i)
        found.extend(here)
        if not here or token.dep in ("compound", "nmod", "amod"):
            stack.extend(child for child in reversed(token.children) if child.dep in MODIFIERS or child.dep == "conj")
        elif token.dep == "poss":
            stack.extend(child for child in reversed(token.children) if child.dep == "conj")
    return sorted(found, key=_place)


def _place(mention: Mention) -> tuple[int, int]:
    return mention.span.start, mention.span.end


def without(mentions: Iterable[Mention], others: Iterable[Mention]) -> list[Mention]:
    """The mentions whose actors are not among the others', each actor once."""
    seen = {other.actor for other in others}
    kept: list[Mention] = []
    for mention in mentions:
        if mention.actor not in seen:
            seen.add(mention.actor)
            kept.append(mention)
    return kept
