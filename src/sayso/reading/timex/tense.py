"""Tense: whether what an expression of time belongs to has happened, or is to come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.reading.syntax import Token

type Tense = Literal["past", "present", "future"]

_FUTURE_AUX = frozenset({
    "will", "'ll", "’ll", "wo", "shall", "would", "'d", "should", "may", "might", "can", "could", "must",
})  # fmt: skip
_PAST_AUX = frozenset({"had", "did", "was", "were", "has", "have", "'ve", "’ve", "been"})
# A participle or a noun after which comes what is still to be, whatever the tense around it.
_AHEAD = frozenset({
    "schedule", "plan", "expect", "due", "set", "slate", "propose", "intend", "aim", "hope", "agree", "vow", "pledge",
    "promise", "want", "wait", "prepare", "threaten", "deadline", "ask", "order", "urge", "call", "invite", "bind",
    "ready", "likely", "poise", "decide", "offer", "seek", "try", "need",
})  # fmt: skip
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_NONE = frozenset({"neither", "no", "none", "nobody"})
_PERFECT_AUX = frozenset({"has", "have", "'ve", "’ve"})
# What these set a date for is still to come.
_SETS_DATES = frozenset({"plan", "schedule", "expect", "extend", "postpone", "slate", "reschedule", "set", "delay"})
# How far up the tree a verb is looked for.
_REACH = 12


def tense_of(token: Token) -> Tense | None:
    """The tense of the nearest verb above a token that has one of its own; None if there is none."""
    node, previous = token, token
    for _ in range(_REACH):
        tense = _own_tense(node, previous)
        if tense is not None:
            return tense
        if node.head is node:
            return None
        previous, node = node, node.head
    return None


def sets_dates(verb: Token) -> bool:
    """Whether what is dated beside this verb may be what it sets a date for: "planned a rally for Sunday"."""
    return verb.lemma in _AHEAD or verb.lemma in _SETS_DATES


def _own_tense(node: Token, below: Token) -> Tense | None:
    ahead = below.dep not in _SUBJECTS and below.i > node.i
    if node.pos not in ("VERB", "AUX"):
        return "future" if node.lemma in _AHEAD and node is not below else None
    auxiliaries = [child.lower for child in node.children if child.dep in ("aux", "auxpass")]
    if "had" in auxiliaries:
        return "past"
    if any(word in _FUTURE_AUX for word in auxiliaries):
        return "past" if "could" in auxiliaries and _is_negated(node) else "future"
    reading = _BY_TAG.get(node.tag)
    return reading(_Verb(node, auxiliaries, ahead)) if reading else None


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb with its auxiliaries in lower case; ``sets``: what is dated stands where the verb can set its date."""

    token: Token
    auxiliaries: list[str]
    sets: bool


def _is_negated(verb: Token) -> bool:
    """As in "could not be reached Monday": it was tried on Monday."""
    subject = verb.child("nsubj", "nsubjpass")
    words = [subject, *subject.children] if subject is not None else []
    return verb.child("neg", "preconj") is not None or any(word.lower in _NONE for word in words)


def _preterite(verb: _Verb) -> Tense:
    """As in "planned a rally for Sunday", "extended the offer to Nov. 9": set in the past for a time to come."""
    return "future" if verb.sets and verb.token.lemma in _SETS_DATES else "past"


def _present(verb: _Verb) -> Tense:
    return "future" if verb.sets and verb.token.lemma in _AHEAD else "present"


def _participle(verb: _Verb) -> Tense | None:
    if not verb.auxiliaries and verb.token.child("nsubj") is not None:
        return _preterite(verb)  # the tagger has taken it for a participle
    perfect = any(word in _PERFECT_AUX for word in verb.auxiliaries)
    if verb.sets and verb.token.lemma in (_SETS_DATES if perfect else _AHEAD):
        return "future"
    if not verb.auxiliaries or any(word in _PAST_AUX for word in verb.auxiliaries):
        return "past"
    return "present"


def _infinitive(verb: _Verb) -> Tense | None:
    """As in "plans to meet", "is to meet": to come; "began to fall": as the verb above has it."""
    above = verb.token.head
    if above is verb.token:
        return "present"
    if above.lemma == "be" or above.lemma in _AHEAD or above.pos == "ADJ":
        return "future"
    return None


def _progressive(verb: _Verb) -> Tense | None:
    if any(word in ("was", "were", "been") for word in verb.auxiliaries):
        return "past"
    return "present" if verb.auxiliaries else None


_BY_TAG: dict[str, Callable[[_Verb], Tense | None]] = {
    "VBD": _preterite,
    "VBN": _participle,
    "VBZ": _present,
    "VBP": _present,
    "VB": _infinitive,
    "VBG": _progressive,
}
