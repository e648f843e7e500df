"""Use: whether a place's name stands for the place, for who acts there, or for its people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon.usage import usage_words
from sayso.reading.clauses import VERBAL

if TYPE_CHECKING:
    from sayso.reading.places.spots import Spot
    from sayso.reading.syntax import Token
    from sayso.records.reading import PlaceUse


def use_of(spot: Spot, *, acts: bool) -> PlaceUse:
    """How the name is used; ``acts`` says whether the press lets places of this kind act: states and their capitals."""
    if spot.people:
        return "demonym"
    return "metonymic" if acts and _is_party(spot.head) else "literal"


def _is_party(token: Token) -> bool:
    """Whether the word's place in the tree is that of someone who acts or is acted upon."""
    head = token
    while head.dep in ("conj", "appos") and head.head is not head:
        head = head.head
    above, words = head.head, usage_words()
    if head.dep in ("nsubj", "agent", "dative"):
        return above.lemma not in words.states
    if head.dep == "dobj":
        return above.lemma not in words.motion
    if head.dep in ("poss", "compound", "nmod", "amod"):
        return above.lemma not in words.places and above.lower not in words.places
    if head.dep == "pobj":
        return above.lower in words.with_ and _is_of_parties(above)
    return False


def _is_of_parties(link: Token) -> bool:
    """Whether a preposition hangs on a verb, or on a noun that is no place: "a war against Iraq"."""
    return link.head.pos in VERBAL or link.head.lemma not in usage_words().places
