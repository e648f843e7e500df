"""Use: whether a place's name stands for the place, for who acts there, or for its people.

A name is metonymic where a party could stand instead: as who acts, as who is acted on or dealt with, and before a noun
for people, bodies and deeds ("US officials", "Russia's decision"); it is literal where only a place could.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon.usage import usage_words

if TYPE_CHECKING:
    from sayso.reading.places.spot import Spot
    from sayso.reading.syntax import Token
    from sayso.records.reading import PlaceUse

_LEFT = frozenset(("poss", "compound", "nmod", "amod"))
# Participles behind a hyphen that leave the name a place: "Beijing-based".
_SITED = frozenset(("based", "born", "bound", "area", "wide"))


def use_of(spot: Spot) -> PlaceUse:
    """How the name is used there."""
    if spot.people:
        return "demonym"
    return "metonymic" if _is_party(_carrier(spot)) else "literal"


def _carrier(spot: Spot) -> Token:
    """The token whose place in the tree tells: the name's, or that of what it is coordinated with or set beside."""
    head = spot.head
    while head.dep in ("conj", "appos") and head.head is not head:
        head = head.head
    return head


def _is_party(token: Token) -> bool:
    above, words = token.head, usage_words()
    if token.dep == "nsubj":
        return not _stays(above)
    if token.dep in ("agent", "dative"):
        return True
    if token.dep == "dobj":
        return above.lemma not in words.motion
    if token.dep in _LEFT:
        return not (above.lemma in words.places or above.lower in words.places)
    if token.dep == "pobj":
        return _is_party_behind(above)
    return token.dep == "npadvmod" and above.pos == "VERB" and above.lower not in _SITED


def _stays(verb: Token) -> bool:
    """Whether a verb tells what a place is like: "Gaza lies", "Xville is a town"."""
    if verb.lemma == "be":
        complement = verb.child("attr")
        return complement is not None and complement.lemma in usage_words().places
    return verb.lemma in usage_words().states


def _is_party_behind(preposition: Token) -> bool:
    words, word = usage_words(), preposition.lower
    above = preposition.head
    if preposition.dep == "agent":
        return True
    if word in words.with_:
        return above.lemma not in words.ways
    return word in ("of", "from") and (above.lemma in words.rulers or above.lower in words.rulers)
