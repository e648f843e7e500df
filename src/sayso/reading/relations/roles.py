"""Roles: "A is B's closest ally", "A, B's biggest trading partner", "B's ally A"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.relations.found import Found, kind_of, mentions_at, objects_of, phrase

if TYPE_CHECKING:
    from sayso.lexicon.relations import RelationNoun
    from sayso.reading.cast import Cast, Mention
    from sayso.reading.draft import Draft
    from sayso.reading.syntax import Token

_OWNERS = frozenset({"of", "to", "for"})
_PARTNERS = frozenset({"with"})
_COPULAS = frozenset({"be", "become", "remain"})


def read_role(draft: Draft, noun: Token, entries: tuple[RelationNoun, ...]) -> list[Found]:
    """Whose role the noun names, and towards whom; [] where either is not in the text."""
    kind = kind_of(noun, entries)
    if kind is None:
        return []
    towards = _owners(draft.cast, noun)
    holders = [mention for mention in _holders(draft.cast, noun) if mention not in towards]
    return [Found(kind, a, b, phrase(noun)) for a in holders for b in towards]


def _owners(cast: Cast, noun: Token) -> list[Mention]:
    """Towards whom: the possessor, the of-phrase, or those of the noun that this one is coordinated with."""
    tokens = noun.all_children("poss") + objects_of(noun, _OWNERS | _PARTNERS)
    if not tokens and noun.dep == "conj":
        return _owners(cast, noun.head)
    found = [mention for token in tokens for mention in mentions_at(cast, token)]
    return found or [m for t in noun.children if t.dep in ("amod", "compound", "nmod") for m in cast.at(t.i)]


def _holders(cast: Cast, noun: Token) -> list[Mention]:
    """Who has the role: the name in apposition, the subject of the copula, or a name that the noun introduces."""
    head = noun
    while head.dep == "conj":
        if _stands_beside(head):
            return list(cast.at(head.head.i))
        head = head.head
    if head.dep == "appos":
        return list(cast.at(head.head.i))
    if head.dep == "attr" and head.head.lemma in _COPULAS:
        subject = head.head.child("nsubj")
        return mentions_at(cast, subject) if subject else []
    if head.dep in ("pobj", "oprd") and head.head.lower == "as":
        return []
    named = [token for token in noun.children if token.dep == "appos"]
    if noun.dep == "compound":
        named.append(noun.head)
    return [mention for token in named for mention in mentions_at(cast, token)]


def _stands_beside(noun: Token) -> bool:
    """Whether a noun that is parsed as coordinated is an apposition: a comma, a possessor, and no "and" before it."""
    joined = any(token.dep == "cc" and token.i < noun.i for token in noun.head.children)
    return not joined and noun.child("poss") is not None
