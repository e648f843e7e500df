"""Bonds: "ties between A and B", "A's war against B", "A-B relations", and "bilateral ties" of the two last named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.relations.found import MODIFIERS, Found, kind_of, mentions_at, objects_of, phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.lexicon.relations import RelationNoun
    from sayso.reading.cast import Cast, Mention
    from sayso.reading.draft import Draft
    from sayso.reading.syntax import Sentence, Token
    from sayso.records.reading import RelationKind

_BETWEEN = frozenset({"between", "among"})
# For these, "of B" and "on B" name the other side; elsewhere "ties on trade", "a row over fish" name the matter.
_TARGETS = {"war": frozenset({"with", "against", "on"}), "invasion": frozenset({"of"})}
_WITH = frozenset({"with", "to"})
_MUTUAL_WORDS = frozenset({"bilateral", "mutual", "their", "diplomatic", "two-way"})
_PAIR = 2


def read_bond(draft: Draft, noun: Token, entries: tuple[RelationNoun, ...]) -> list[Found]:
    """Between whom the noun tells a bond; [] where the text does not name two parties."""
    kind = kind_of(noun, entries)
    if kind is None:
        return []
    parties = _between(draft.cast, noun) or _sides(draft.cast, noun)
    if parties is None and _MUTUAL_WORDS & {token.lower for token in noun.children}:
        parties = _last_two_states(draft, noun)
    return [_ordered(kind, parties, noun)] if parties else []


def _ordered(kind: RelationKind, parties: tuple[Mention, Mention], noun: Token) -> Found:
    return Found(kind, parties[0], parties[1], phrase(noun))


def _between(cast: Cast, noun: Token) -> tuple[Mention, Mention] | None:
    """Both behind "between", or both before the noun: "China-Russia ties", "Sino-Indian relations"."""
    for token in objects_of(noun, _BETWEEN):
        if pair := _pair(mentions_at(cast, token)):
            return pair
    before = [m for t in noun.children if t.dep in MODIFIERS for inner in t.subtree() for m in cast.at(inner.i)]
    return _pair(before)


def _sides(cast: Cast, noun: Token) -> tuple[Mention, Mention] | None:
    """One before the noun (or the subject of its verb), the other behind it."""
    behind = _TARGETS.get(noun.lemma, _WITH)
    others = [m for token in objects_of(noun, behind) for m in mentions_at(cast, token)]
    if not others:
        return None
    owners = [m for t in noun.children if t.dep == "poss" or t.dep in MODIFIERS for m in mentions_at(cast, t)]
    owners = owners or _subject(cast, noun)
    return _pair([*owners[:1], *others])


def _subject(cast: Cast, noun: Token) -> list[Mention]:
    """The subject of the verb whose object the noun is: "Cuba has close ties with Angola"."""
    verb = noun.head
    if noun.dep not in ("dobj", "attr") or verb.pos not in ("VERB", "AUX"):
        return []
    subject = verb.child("nsubj")
    while subject is None and verb.dep in ("conj", "xcomp"):
        verb = verb.head
        subject = verb.child("nsubj")
    return mentions_at(cast, subject) if subject else []


def _pair(mentions: Iterable[Mention]) -> tuple[Mention, Mention] | None:
    """The first two mentions of different actors."""
    first: Mention | None = None
    for mention in mentions:
        if first is None:
            first = mention
        elif mention.actor != first.actor:
            return first, mention
    return None


def _last_two_states(draft: Draft, noun: Token) -> tuple[Mention, Mention] | None:
    """The two states that the sentence names, or it and the one before; None if they are not just two."""
    sentence = draft.parse.sentence_of(noun)
    found = _states(draft, sentence)
    if len(found) < _PAIR and sentence.i and draft.parse.sentences[sentence.i - 1].story == sentence.story:
        found = {**_states(draft, draft.parse.sentences[sentence.i - 1]), **found}
    return _pair(found.values()) if len(found) == _PAIR else None


def _states(draft: Draft, sentence: Sentence) -> dict[str, Mention]:
    """The states that a sentence names, each with its first mention."""
    found: dict[str, Mention] = {}
    for token in sentence.tokens:
        for mention in draft.cast.at(token.i):
            if draft.cast.actor(mention.actor).kind == "state":
                found.setdefault(mention.actor, mention)
    return found
