"""Who does what in a clause, whatever its form: active, passive, participle, relative, infinitive, coordinated.

Subject and object here are logical ones: the agent of a passive is its subject, and what stands before it its object.
All answers are head tokens; what is coordinated with them is left for the caller (``Token.conjuncts``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.reading.syntax import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
VERBAL = frozenset(("VERB", "AUX"))
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"))
_RELATIVES = frozenset(("who", "whom", "which", "that"))
# Prepositions behind whose gerund the object of the main verb is the one who acts: "accused them of firing".
# Whose infinitive tells what the object does, though the parse hangs it on the verb as a purpose.
_OBJECT_CONTROL = frozenset({"invite", "ask", "urge", "order", "tell", "persuade", "instruct", "beg"})
_OBJECT_CONTROL_PREPOSITIONS = frozenset(("of", "for", "from", "into"))
# Verbs whose object does not do what the infinitive tells: "promised them to leave", "used force to disperse".
_SUBJECT_CONTROL = frozenset(("promise", "vow", "pledge", "swear", "threaten", "offer", "use"))
# How far a shared subject is sought up the tree: "wants to be able to begin to talk".
_MOST_HOPS = 8


def is_passive(verb: Token) -> bool:
    """Whether what stands before the verb, or what the participle modifies, undergoes what it tells."""
    if verb.tag != "VBN":
        return False
    if verb.child("nsubjpass", "auxpass") is not None:
        return True
    if verb.child("aux", "nsubj") is not None:
        return False
    if verb.dep == "conj" and verb.head.tag == "VBN":
        return is_passive(verb.head)
    return verb.dep in ("acl", "relcl", "advcl", "amod", "oprd") or verb.child("agent") is not None


def subjects(verb: Token) -> list[Token]:
    """Who does what the verb tells; [] if the text does not say."""
    if is_passive(verb):
        return agents(verb)
    found = surface_subject(verb)
    return [found] if found is not None else []


def objects(verb: Token) -> list[Token]:
    """Whom or what it is done to; [] if the text does not say."""
    direct = verb.child("dobj")
    if direct is not None:
        antecedent = _antecedent(direct, verb)
        return [antecedent or direct]
    if is_passive(verb):
        found = surface_subject(verb)
        return [found] if found is not None else []
    gap = _object_gap(verb)
    return [gap] if gap is not None else _shared_object(verb)


def indirect_objects(verb: Token) -> list[Token]:
    """To whom it is given or told: "gave *them* food"; in the passive, who "was given food"."""
    found = [token for token in verb.all_children("dative") if token.pos in _NOMINAL]
    if not found and is_passive(verb) and verb.child("dobj") is not None:
        held = surface_subject(verb)
        return [held] if held is not None else []
    return found


def agents(verb: Token) -> list[Token]:
    """By whom, in a passive; also where the phrase hangs on what the verb keeps: "was denied a visa *by Chad*"."""
    own = [held for by in verb.all_children("agent") for held in by.all_children("pobj")]
    if own or verb.child("nsubjpass") is None:
        return own
    return [held for kept in verb.all_children("dobj", "oprd") for held in behind(kept, "by") if held.dep == "pobj"]


def surface_subject(verb: Token) -> Token | None:
    """What stands as the verb's subject, its own or one that it shares with the verb that governs it."""
    here = verb
    for _ in range(_MOST_HOPS):
        own = here.child(*SUBJECTS)
        if own is not None:
            return _antecedent(own, here) or own
        above = here.head
        if above is here or here.child("expl") is not None:
            return None
        shared = _from_governor(here, above)
        if shared is not None:
            return shared
        if not _shares(here, above):
            return None
        here = above if above.pos in VERBAL else above.head
    return None


def _from_governor(verb: Token, above: Token) -> Token | None:
    """Who does it by the verb's place: the noun it modifies, or the object of the verb that governs it."""
    if verb.dep in ("acl", "relcl") and above.pos in _NOMINAL:
        return _owner(above) if verb.tag == "VB" else above
    if _is_complement(verb, above):
        held = above.child("dobj", "dative")
        if held is not None and held.i < verb.i:
            return held
        return above.child("nsubjpass") if is_passive(above) else None
    if verb.dep == "pcomp" and above.lower in _OBJECT_CONTROL_PREPOSITIONS:
        return above.head.child("dobj", "nsubjpass")
    return None


def _is_complement(verb: Token, above: Token) -> bool:
    """Whether the object of the verb above does what the verb tells: "invited *him* to come"."""
    if verb.dep == "advcl":
        return verb.tag == "VB" and above.lemma in _OBJECT_CONTROL
    return verb.dep in ("xcomp", "ccomp") and above.lemma not in _SUBJECT_CONTROL


def _owner(noun: Token) -> Token | None:
    """Whose plan, decision, offer it is: "Iran's plan to withdraw"."""
    return noun.child("poss")


def _shares(verb: Token, above: Token) -> bool:
    """Whether a verb without a subject has that of the word above it."""
    if verb.dep in ("conj", "xcomp", "ccomp", "advcl", "dep", "acl", "acomp"):
        return True
    return verb.dep in ("pcomp", "prep") or (above.dep in ("prep", "mark") and above.head.pos in VERBAL)


def _antecedent(word: Token, verb: Token) -> Token | None:
    """What a relative pronoun stands for."""
    if word.lower not in _RELATIVES or word.pos == "NOUN":
        return None
    clause = verb
    while clause.dep in ("conj", "xcomp", "ccomp") and clause.head is not clause:
        clause = clause.head
    return clause.head if clause.dep == "relcl" else None


def _object_gap(verb: Token) -> Token | None:
    """The noun that a relative clause without an object modifies: "the man (that) they freed"."""
    clause = verb
    while clause.dep in ("xcomp", "conj") and clause.head is not clause and clause.child("nsubj") is None:
        clause = clause.head
    own = clause.child(*SUBJECTS)
    if clause.dep == "relcl" and own is not None and own.lower not in _RELATIVES:
        return clause.head
    return None


def _shared_object(verb: Token) -> list[Token]:
    """The object of the next verb: "attacked and looted the village"."""
    following = verb.child("conj")
    if following is None or following.pos not in VERBAL or following.child(*SUBJECTS) is not None:
        return []
    direct = following.child("dobj")
    return [direct] if direct is not None else []


def behind(head: Token, preposition: str) -> list[Token]:
    """What stands behind a preposition that hangs on the word: nouns, and gerunds ("before *meeting* him")."""
    return [
        held
        for link in head.children
        if link.lower == preposition and link.dep in ("prep", "agent", "dative", "prt", "mark", "advmod")
        for held in link.children
        if held.dep in ("pobj", "pcomp")
    ]
