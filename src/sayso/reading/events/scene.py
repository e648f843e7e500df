"""Scene: the clauses and occasions in whose time and place an act is told as well, where it has none of its own.

"*Speaking in Lima on Sunday*, he vowed", "*At talks in Lima last week*, they vowed", "they flew to Lima on Sunday *to
meet* him" are one scene. Of coordinated acts the second shares the place, and the time where that stands before both
("*On Sunday* they met in Lima and signed") or the second is plainly the sequel of the first ("and *then* shot at
*them*"). A coordinated clause with a subject of its own shares no place, and only the time before both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.lexicon.scenes import scene_words
from sayso.lexicon.status import status_words
from sayso.reading.clauses import SUBJECTS, VERBAL
from sayso.reading.events.attachment import is_occasion

if TYPE_CHECKING:
    from sayso.reading.events.attachment import Hosts
    from sayso.reading.syntax import Token

# A longer chain of clauses is no sentence but a list without stops.
_MOST_HOPS = 8
# A word with more children than these heads no clause but a list.
_MOST_CHILDREN = 40
# Conjunctions behind which a clause without a subject tells of another time: "after meeting him".
_OTHER_TIME = frozenset({"after", "before", "since", "until", "once", "if", "unless"})


@dataclass(frozen=True, slots=True, eq=False)
class Share:
    """A word whose time and place count for an act as well.

    Attributes:
        token: the word.
        before: the index of the first verb, or its subject: of times, only those before that count; None: all.
        close: whether it is the same scene; else the acts are only coordinated.
        apart: whether it is another's act, which shares no place.
    """

    token: Token
    before: int | None = None
    close: bool = True
    apart: bool = False


def shares(hosts: Hosts) -> list[Share]:
    """What an act shares its time and place with, nearest first."""
    here = hosts.clause
    found = _following(here)
    coordinated = False
    for _ in range(_MOST_HOPS):
        found += [share for share in _below(here) if share.token.i < here.i or not coordinated]
        share = _above_verb(here, hosts) if here.pos in VERBAL else _above_noun(here)
        if share is None:
            break
        found.append(share)
        if share.apart:
            break
        here, coordinated = share.token, coordinated or share.before is not None
    return found


def _above_verb(verb: Token, hosts: Hosts) -> Share | None:
    above = verb.head
    if above is verb:
        return None
    if verb.dep == "pcomp" and above.lower in scene_words().means and above.head.pos in VERBAL:
        return Share(above.head)
    if above.pos not in VERBAL or (verb.dep != "conj" and _subject(verb) is not None):
        return None
    if verb.dep == "conj":
        return _coordinated(verb, above, hosts)
    same = verb.dep == "xcomp" and above.lemma not in status_words().governors
    same = same or (verb.dep == "advcl" and not any(child.lower in _OTHER_TIME for child in verb.children))
    return Share(above) if same else None


def _is_joined(verb: Token, above: Token) -> bool:
    """Whether a comma or conjunction joins two verbs; if none does, a subject has been taken for something else."""
    between = (child for child in above.children[:_MOST_CHILDREN] if above.i < child.i < verb.i)
    return any(child.dep in ("cc", "punct") for child in between)


def _coordinated(verb: Token, above: Token, hosts: Hosts) -> Share | None:
    subject = _subject(verb)
    if not _is_joined(verb, above):
        return None
    if hosts.on_the_spot and _is_sequel(verb):
        return Share(above, close=False)
    if subject is None:
        return Share(above, before=above.i, close=False)
    first = _subject(above)
    return Share(above, before=first.i if first is not None else above.i, close=False, apart=True)


def _is_sequel(verb: Token) -> bool:
    """Whether it is told of what follows at once, or is done to those of the clause before."""
    for child in verb.children:
        if child.dep == "advmod" and child.lower in scene_words().sequel and not child.children:
            return True
        held = child if child.dep == "dobj" else child.child("pobj") if child.dep == "prep" else None
        if held is not None and held.tag == "PRP" and held.i > verb.i:
            return True
    return False


def _above_noun(noun: Token) -> Share | None:
    """The clause that tells what took place at an occasion: "*arrived* for talks", "the attack *killed* ten"."""
    above = noun.head
    if noun.dep == "conj" and is_occasion(above):
        return Share(above)
    if noun.dep in ("nsubj", "nsubjpass") and above.pos == "VERB":
        return Share(above)
    if noun.dep != "pobj" or above.head is above:
        return None
    up, words = above.head, scene_words()
    if above.lower == "of" and up.lemma in words.sites:
        return _above_noun(up)
    leads = above.lower in words.during or (above.lower == "for" and up.lemma in words.goers)
    return Share(up) if leads and up.pos in VERBAL else None


def _below(here: Token) -> list[Share]:
    """The occasions and participles below a word that are its scene."""
    words = scene_words()
    found: list[Share] = []
    for child in here.children[:_MOST_CHILDREN]:
        if child.dep == "prep" and here.pos in VERBAL and child.lower in words.during:
            found += [Share(noun) for held in child.all_children("pobj") for noun in _occasions(held)]
        elif child.dep == "advcl" and child.tag == "VBG" and _subject(child) is None:
            if child.i < here.i or child.lemma in words.speeches:
                found.append(Share(child))
        elif child.dep in ("acl", "relcl") and here.pos not in VERBAL and child.lemma in words.sited:
            found.append(Share(child))
    return found


def _occasions(noun: Token) -> list[Token]:
    """The noun, or what it is the sidelines of, if that takes place."""
    if is_occasion(noun) or noun.lemma not in scene_words().sites:
        return [noun] if is_occasion(noun) else []
    return [held for of in noun.all_children("prep") for held in of.all_children("pobj") if is_occasion(held)]


def _following(verb: Token) -> list[Share]:
    """The next verb, where all that stands behind it is common to both: "attacked and looted the town on Sunday"."""
    following = verb.child("conj")
    if verb.pos not in VERBAL or following is None or following.pos not in VERBAL or _subject(following) is not None:
        return []
    between = (child for child in verb.children[:_MOST_CHILDREN] if verb.i < child.i < following.i)
    return [Share(following)] if all(child.dep in ("cc", "punct", "prt") for child in between) else []


def _subject(verb: Token) -> Token | None:
    return verb.child(*SUBJECTS)
