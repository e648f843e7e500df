"""Commitment: whether a verb says for sure that something has happened, or that it is still to come.

Stricter than the tense by which *times* chooses between two Mondays: where it is in doubt, nothing is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sayso.lexicon.dating import dating_words
from sayso.reading.timex.tense import sets_dates

if TYPE_CHECKING:
    from sayso.reading.syntax import Token

type Told = Literal["past", "future"]

_WILL = frozenset({"will", "'ll", "’ll", "shall", "wo"})
_PAST_AUX = frozenset({"was", "were", "been", "has", "have", "had", "'ve", "’ve", "did"})
_HAS = ({"has"}, {"have"})
_NOW = frozenset({"is", "are", "'s", "’s", "'re", "’re"})
# How far up the tree a verb is looked for.
_REACH = 20


def told_by(verb: Token) -> Told | None:
    """What the verb says of when it happens, seen from publication; None where that is in doubt."""
    if is_past(verb):
        return "past"
    return "future" if is_future(verb) else None


def is_past(verb: Token) -> bool:
    """Whether it says that something has happened: "met", "was held", "has met"; not "would meet", "were to meet"."""
    return is_done(verb) and not sets_dates(verb) and not _is_shifted(verb)


def is_done(verb: Token) -> bool:
    """Whether it says that somebody did it; what is dated beside it may be to come: "called a vote for Sunday"."""
    return _is_preterite(verb) and all(map(_keeps_past, (verb, *_verbs_above(verb))))


def _is_preterite(verb: Token) -> bool:
    auxiliaries = _auxiliaries(verb)
    if auxiliaries - _PAST_AUX:
        return False
    if verb.tag == "VBD":
        return True
    return verb.tag == "VBN" and bool(auxiliaries)


def _is_shifted(verb: Token) -> bool:
    """As in "said that the treaty expired in 2031": what is reported takes the past from the verb above."""
    return verb.dep == "ccomp" and verb.head.tag == "VBD" and verb.lemma in dating_words().shifted


def _keeps_past(verb: Token) -> bool:
    """Whether a verb is told of as a fact: neither supposed, nor to come."""
    if any(child.dep == "mark" and child.lower in dating_words().conditions for child in verb.children):
        return False
    return not _auxiliaries(verb) - _PAST_AUX - _NOW and verb.tag not in ("VB", "MD")


def is_future(verb: Token) -> bool:
    """Whether it says that something is still to come: "will be held", "is to meet", "is scheduled"; not "would"."""
    if _WILL & _auxiliaries(verb):
        return verb.tag in ("VB", "VBN") and "have" not in _auxiliaries(verb)
    if verb.tag == "VBN":
        return verb.lemma in dating_words().announced and bool(_NOW & _auxiliaries(verb))
    if verb.tag == "VB" and verb.dep == "xcomp" and verb.child("aux") is not None:
        above = verb.head
        return above.lemma in dating_words().announced and bool(
            _NOW & _auxiliaries(above) or (above.pos == "ADJ" and above.head.tag in ("VBZ", "VBP"))
        )
    return False


def is_present(verb: Token) -> bool:
    """Whether it says that something is so now, or has just come to be: "says", "has said"."""
    auxiliaries = _auxiliaries(verb)
    return (verb.tag == "VBN" and auxiliaries in _HAS) or (verb.tag in ("VBZ", "VBP") and not auxiliaries)


def is_under_way(verb: Token) -> bool:
    """Whether it says that something goes on: "is meeting"; not what is done to somebody."""
    return verb.tag == "VBG" and bool(_NOW & _auxiliaries(verb)) and verb.child("nsubjpass", "auxpass") is None


def _auxiliaries(verb: Token) -> set[str]:
    return {child.lower for child in verb.children if child.dep in ("aux", "auxpass") and child.lower != "to"}


def _verbs_above(verb: Token) -> list[Token]:
    """The verbs that govern a verb; not those that it is only joined to: "was built and will close"."""
    joined = {id(token.head) for token in (verb, *_all_above(verb)) if token.dep == "conj"}
    return [token for token in _all_above(verb) if id(token) not in joined]


def _all_above(verb: Token) -> list[Token]:
    found, node = list["Token"](), verb
    for _ in range(_REACH):
        if node.head is node:
            break
        node = node.head
        if node.pos in ("VERB", "AUX"):
            found.append(node)
    return found


def dated_by(head: Token) -> tuple[Token, str | None]:
    """(what an expression of time with this head dates, the preposition between them)."""
    if head.dep == "pobj" and head.head.pos in ("ADP", "SCONJ"):
        return head.head.head, head.head.lower
    return head.head, None
