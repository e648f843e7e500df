"""Attachment: what a time or a place hangs on, and which words of the tree are one event.

"Their meeting in Beijing on Sunday": Beijing and Sunday hang on *meeting*. "They held talks on Sunday": Sunday hangs on
*held*, which carries the talks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.clauses import VERBAL

if TYPE_CHECKING:
    from sayso.reading.events.meaning import Meaning
    from sayso.reading.events.slots import Slots
    from sayso.reading.syntax import Token

_TRANSPARENT = frozenset(
    ("prep", "pobj", "npadvmod", "compound", "nmod", "amod", "advmod", "det", "nummod", "appos", "poss", "quantmod")
)
_MOST_HOPS = 8
# A clause of these kinds is told in the time and place of the clause above it, if it has none of its own.
_SHARING = frozenset(("xcomp", "conj", "advcl", "pcomp", "acl"))


def governor(token: Token) -> Token:
    """The verb or noun that a time or a place says something of."""
    here = token
    for _ in range(_MOST_HOPS):
        above = here.head
        if above is here or here.dep not in _TRANSPARENT:
            break
        here = above
        if here.pos in VERBAL or (here.pos in ("NOUN", "PROPN") and here.dep not in ("pobj", "npadvmod", "compound")):
            break
    return here


def hosts_of(meaning: Meaning, slots: Slots) -> list[Token]:
    """The words that are the event: its trigger, what its pattern names, the verb that carries it, nearest first."""
    predicate = meaning.predicate
    found = [predicate.token, *predicate.words]
    if predicate.object is not None:
        found.append(predicate.object)
    if predicate.token.pos not in VERBAL:
        bearer = slots.bearer(predicate.token)
        if bearer is not None:
            found.append(bearer)
    return list(dict.fromkeys(found))


def sharing_clauses(token: Token) -> list[Token]:
    """The verbs above a verb whose time and place are its own as well, nearest first; a clause of its own has none."""
    found: list[Token] = []
    here = token
    while here.head is not here and len(found) < _MOST_HOPS:
        if here.pos in VERBAL and (here.dep not in _SHARING or _is_clause_of_its_own(here)):
            break
        here = here.head
        if here.pos in VERBAL:
            found.append(here)
    return found


def _is_clause_of_its_own(verb: Token) -> bool:
    return verb.child("mark", "nsubj", "nsubjpass") is not None and verb.dep in ("advcl", "conj")
