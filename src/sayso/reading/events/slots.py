"""Slots: where in the tree a role of a frame is looked for.

A slot is a word of the frames' YAML: ``subject``, ``carrier``, ``speaker``, ``rest``, a preposition, or a class of
words. Each is answered by head tokens; who they name is for ``naming``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon.frame_files import frame_book
from sayso.reading.clauses import VERBAL, agents, behind, indirect_objects, objects, subjects, surface_subject

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.reading.events.predicates import Predicate
    from sayso.reading.syntax import Token

# What opens a clause that tells when, why or on what condition.
_CIRCUMSTANCES = frozenset({
    "after", "before", "when", "while", "because", "as", "since", "although", "though", "unless", "until", "if", "once",
    "whereas", "where",
})  # fmt: skip


class Slots:
    """Answers slots; ``light`` are the verbs that only carry an event noun."""

    def __init__(self, light: frozenset[str]) -> None:
        self._light = light
        self._special: dict[str, Callable[[Predicate], list[Token]]] = {
            "subject": self._subject,
            "object": _object,
            "indirect": _indirect,
            "complement": _complement,
            "infinitive": _infinitive,
            "carrier": self._carrier,
            "rest": _rest,
            "speaker": _speaker,
        }

    def tokens(self, predicate: Predicate, slot: str) -> list[Token]:
        """The head tokens that fill the slot; [] if nothing does."""
        special = self._special.get(slot)
        if special is not None:
            return special(predicate)
        return _beside(predicate.token, slot[1:]) if slot.startswith("%") else self._behind(predicate, slot)

    def bearer(self, noun: Token) -> Token | None:
        """The light verb that carries an event noun: "*held* talks", "talks *took place*", "*engaged* in talks"."""
        here = noun
        while here.dep == "conj" and here.head.pos not in VERBAL:
            here = here.head
        above = here.head
        if here.dep == "pobj" and above.dep in ("prep", "agent"):
            above = above.head
            if above.pos not in VERBAL and above.dep in ("dobj", "nsubj", "nsubjpass", "pobj"):
                return (
                    self.bearer(above)
                    if above.lemma in ("round", "series", "string", "spate", "wave", "number")
                    else None
                )
        elif here.dep not in ("dobj", "nsubj", "nsubjpass", "attr"):
            return self._participle(here)
        if above.pos in VERBAL and above.lemma in self._light:
            return above
        return self._participle(here)

    def _participle(self, noun: Token) -> Token | None:
        """The light verb that modifies the noun: "talks *held* by", "the attack that they *launched*"."""
        return next((t for t in noun.all_children("acl", "relcl") if t.lemma in self._light), None)

    def _subject(self, predicate: Predicate) -> list[Token]:
        token = predicate.token
        if token.pos in VERBAL:
            return subjects(token)
        if token.dep in ("acomp", "attr", "oprd") and token.head.pos in VERBAL:
            found = surface_subject(token.head)
            return [found] if found is not None else []
        return [token.head] if token.dep in ("amod", "acl", "relcl") else []

    def _carrier(self, predicate: Predicate) -> list[Token]:
        noun = predicate.token
        verb = self.bearer(noun)
        if verb is None:
            return []
        if verb.head is noun and verb.dep in ("acl", "relcl"):
            return agents(verb) or [t for t in subjects(verb) if t is not noun]
        return [t for t in subjects(verb) if t is not noun and noun not in t.conjuncts()]

    def _behind(self, predicate: Predicate, preposition: str) -> list[Token]:
        """What stands behind a preposition of the predicate, of its object, or of the verb that carries it."""
        token = predicate.token
        hosts = [token, *predicate.words]
        if predicate.object is not None:
            hosts.append(predicate.object)
        if token.pos in VERBAL:
            hosts.extend(objects(token))
        else:
            bearer = self.bearer(token)
            if bearer is not None:
                hosts.append(bearer)
        found = [held for host in dict.fromkeys(hosts) for held in behind(host, preposition)]
        if found or token.pos not in VERBAL:
            return found
        return [held for host in objects(token) for part in _parts(host) for held in behind(part, preposition)]


def _parts(noun: Token) -> list[Token]:
    """What stands behind the noun's own prepositions: "a ban on *exports* to Iran"."""
    return [held for link in noun.all_children("prep") for held in link.all_children("pobj")]


def _object(predicate: Predicate) -> list[Token]:
    return [held for held in objects(predicate.token) if held is not predicate.token]


def _indirect(predicate: Predicate) -> list[Token]:
    return indirect_objects(predicate.token) + behind(predicate.token, "to")


def _complement(predicate: Predicate) -> list[Token]:
    """The verb that the predicate takes as its complement: "allowed them *to hold*", "the plan *to leave*"."""
    token = predicate.token
    found = [
        child
        for child in token.children
        if child.dep in ("xcomp", "ccomp", "acl", "advcl")
        and child.i > token.i
        and child.pos in VERBAL
        and not _is_circumstance(child)
    ]
    if predicate.object is not None:
        found += [
            child
            for child in predicate.object.all_children("acl", "relcl")
            if child.pos in VERBAL and child.tag == "VB"
        ]
    return found


def _infinitive(predicate: Predicate) -> list[Token]:
    """The same where it is what somebody is to do: "told them *to leave*", not "told them that he *had left*"."""
    held = (verb for verb in _complement(predicate) if verb.tag == "VB")
    return [verb for verb in held if all(child.tag != "MD" for child in verb.all_children("aux"))]


def _speaker(predicate: Predicate) -> list[Token]:
    """Who announces what the clause tells: "*police* said two men had been held"."""
    here = predicate.token
    while here.dep in ("conj", "xcomp") and here.head.pos in VERBAL:
        here = here.head
    verb = here.head
    if here.dep != "ccomp" or verb.lemma not in frame_book().classes["announcing"]:
        return []
    return subjects(verb)


def _is_circumstance(clause: Token) -> bool:
    """Whether a clause tells when or why, not what: "vowed an inquiry *after seven were shot*"."""
    return clause.dep == "advcl" and any(child.lower in _CIRCUMSTANCES for child in clause.children)


def _beside(noun: Token, class_name: str) -> list[Token]:
    """A word of the class that takes part in the clause where the noun stands: "*protesters* wept during the rally"."""
    words = frame_book().classes[class_name]
    verb = next((above for above in noun.ancestors() if above.pos in VERBAL), None)
    if verb is None:
        return []
    taking_part = [*subjects(verb), *objects(verb), *_adjuncts(verb)]
    return [t for t in taking_part if t is not noun and any(member.lemma in words for member in t.conjuncts())][:1]


def _adjuncts(verb: Token) -> list[Token]:
    return [held for link in verb.all_children("prep", "agent") for held in link.all_children("pobj")]


def _rest(predicate: Predicate) -> list[Token]:
    return [predicate.rest] if predicate.rest is not None else []
