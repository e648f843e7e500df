"""Attributions that nouns make: "his claim that P", "issued a warning that P", "denied reports that P"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.statements.attribution import Attribution
from sayso.reading.statements.relays import can_speak
from sayso.reading.statements.tree import VERBAL, subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.lexicon.cues import Cues
    from sayso.reading.statements.attribution import Range
    from sayso.reading.statements.tree import Tree
    from sayso.reading.syntax import Token
    from sayso.records.reading import Certainty


_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD", "VB"])


def noun_attributions(tree: Tree, cues: Cues) -> Iterator[Attribution]:
    """The attributions whose cue is a noun of this sentence, in text order."""
    for token in tree.sentence.tokens:
        if token.pos == "NOUN":
            certainty = cues.nouns.get(token.lemma)
            if certainty is not None:
                made = _attribution(token, certainty, tree, cues)
                if made is not None:
                    yield made


def _attribution(noun: Token, certainty: Certainty, tree: Tree, cues: Cues) -> Attribution | None:
    content, clause = _content(noun, tree, cues)
    if content is None:
        return None
    own = owner(noun, cues)
    verb = noun.head if noun.dep == "dobj" and noun.head.pos in VERBAL else None
    if verb is not None and own is None:
        entry = cues.verb(verb)
        if verb.lemma in cues.light_verbs or (entry is not None and "object" in entry.frames):
            who = subject(verb)
            sure = entry.certainty if entry is not None and entry.certainty == "denies" else certainty
            return Attribution((verb.i, noun.i + 1), who, [content], sure, verb, by_noun=True)
    if own is None and not clause:
        return None
    made = Attribution((noun.i, noun.i + 1), own, [content], certainty, noun, by_noun=True)
    if verb is not None and verb.lemma in cues.carrying:
        made.parent = Attribution((verb.i, verb.i + 1), subject(verb), [content], "reports", verb, relay=True)
    return made


def _content(noun: Token, tree: Tree, cues: Cues) -> tuple[Range | None, bool]:
    """(what the noun holds, whether it is a clause)."""
    above = noun.head
    if noun.dep == "nsubj" and above.lemma == "be":
        clause = above.child("ccomp")
        if clause is not None and clause.i > above.i:
            return tree.trimmed(tree.range(clause)), True
    for child in (*noun.children, *_of_owner(noun)):
        if child.i < noun.i:
            continue
        if child.dep in ("acl", "ccomp", "relcl", "advcl") and _holds(child):
            return tree.trimmed(tree.range(child)), True
        if child.dep == "prep" and child.lower in cues.noun_prepositions and tree.range(child)[1] > child.i + 1:
            return tree.trimmed((child.i + 1, tree.range(child)[1])), False
    return None, False


def _of_owner(noun: Token) -> list[Token]:
    """The clause that the parser hung on whose claim it is: "a claim by the rebels *that P*"."""
    by = next((child for child in noun.children if child.dep == "prep" and child.lower in ("by", "from")), None)
    held = by.child("pobj") if by is not None else None
    below = [child for child in held.children if child.dep in ("acl", "relcl")] if held is not None else []
    return [clause for clause in below if _opens_with_that(clause)]


def _opens_with_that(clause: Token) -> bool:
    """Whether a clause opens with "that" and has another subject."""
    first = min(clause.children, key=lambda child: child.i, default=None)
    who = clause.child("nsubj", "nsubjpass", "expl")
    return first is not None and first.lower == "that" and who is not None and who is not first


def _holds(clause: Token) -> bool:
    """Whether a clause is what the noun holds, not what is told of it."""
    if clause.dep == "ccomp":
        return True
    if _opens_with_that(clause):
        return True
    mark = clause.child("mark")
    if mark is not None and mark.lower in ("that", "whether", "if", "for"):
        return True
    if clause.dep == "advcl":
        return False
    to = clause.child("aux")
    if clause.dep == "acl" and to is not None and to.lower == "to":
        return True
    who = clause.child("nsubj")
    return clause.dep == "acl" and clause.tag in _FINITE and who is not None and who.tag not in ("WP", "WDT")


def owner(noun: Token, cues: Cues) -> Token | None:
    """Whose claim it is: "Kim's claim", "a claim by Kim", "the Xinhua report"."""
    for child in noun.children:
        if child.dep == "poss":
            return child
        if child.dep == "prep" and child.lower in ("by", "from"):
            return child.child("pobj")
    of = next((child for child in noun.children if child.lower == "of" and child.dep == "prep"), None)
    held = of.child("pobj") if of is not None else None
    if held is not None and noun.dep == "nsubj" and noun.head.lemma == "be" and can_speak(held, cues):
        return held
    return next((child for child in noun.children if child.dep in ("compound", "amod") and _is_body(child)), None)


def _is_body(word: Token) -> bool:
    """Whether the word before a noun names an organisation or a state: "the *Xinhua* report"."""
    return word.name is not None and word.name.label in ("ORG", "NORP", "GPE")
