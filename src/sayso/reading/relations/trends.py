"""Trends: whether a bond is told to improve, to worsen or to hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.lexicon.relations import RelationLexicon
    from sayso.reading.syntax import Token
    from sayso.records.reading import Trend

_PAST_OR_PRESENT = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG"})
# Below these a verb tells no fact: "could cool", "did not cool".
_UNREAL = frozenset({"neg"})
_MODALS = frozenset({"MD", "TO"})


def trend_of(noun: Token, lexicon: RelationLexicon) -> Trend | None:
    """The trend that the noun's verb or its adjectives tell as a fact; None for a wish, a plan or nothing told."""
    for token in noun.children:
        if token.dep == "amod" and token.lower in lexicon.trend_adjectives:
            return lexicon.trend_adjectives[token.lower]
    verb = noun.head
    if noun.dep not in ("nsubj", "nsubjpass", "dobj"):
        return None
    adjective = verb.child("acomp") if noun.dep == "nsubj" else None
    if adjective is not None and adjective.lower in lexicon.trend_adjectives and _is_fact(verb):
        return lexicon.trend_adjectives[adjective.lower]
    if verb.lemma in lexicon.trend_verbs and _is_fact(verb):
        return lexicon.trend_verbs[verb.lemma]
    return None


def _is_fact(verb: Token) -> bool:
    """A finite verb or participle without a modal, a "to" or a negation."""
    if verb.tag not in _PAST_OR_PRESENT:
        return False
    if verb.tag == "VBG" and verb.child("aux") is None and verb.dep != "advcl":
        return False
    return not any(token.dep in _UNREAL or (token.dep == "aux" and token.tag in _MODALS) for token in verb.children)
