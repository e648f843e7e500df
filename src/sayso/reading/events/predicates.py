"""Predicates: where in the text a pattern of the frames holds.

Each verb, noun and adjective is looked up by its dictionary form. Of the patterns that hold, ``meaning`` takes the
first whose frame gets what it needs; a frame that says "this is no event" ends the search.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.lexicon.quantities import quantities
from sayso.reading.clauses import VERBAL, is_passive, objects, subjects

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.lexicon.frames import FrameBook, Pattern
    from sayso.reading.syntax import Parse, Token

# In these places a verb tells nothing by itself: it helps another, or modifies a noun.
NO_PREDICATES = frozenset(("aux", "auxpass", "amod", "compound"))
_NOMINAL = frozenset(("NOUN", "PROPN"))
_LINKS = frozenset(
    ("prep", "prt", "agent", "advmod", "dative", "mark", "aux", "acomp", "oprd", "xcomp", "npadvmod", "advcl")
)
# What a word of a pattern that is no link may be to the verb: "go on a *hunger strike*", "take *hostage*".
_COMPLEMENTS = _LINKS | {"dobj", "pobj", "attr", "ccomp", "compound", "amod", "dep", "nmod", "det", "pcomp", "conj"}
# What a name stands for where a pattern wants a kind of thing: the recogniser's label → words of the classes.
_NAMES = {
    "PERSON": frozenset(("person", "leader")),
    "GPE": frozenset(("country", "city")),
    "LOC": frozenset(("region", "territory")),
    "ORG": frozenset(("organization", "group")),
    "NORP": frozenset(("people", "group")),
}


# What stands behind a preposition of time is no part of the predicate: "called the king *on Friday*".
_TIMES = frozenset(("DATE", "TIME"))


@dataclass(frozen=True, slots=True, eq=False)
class Predicate:
    """A pattern that holds at ``token``.

    Attributes:
        token: the head word.
        pattern: what holds.
        words: the pattern's further words, in its order.
        object: what fulfils the pattern's condition on its object; None if it has none.
        rest: what the pattern's last word, a preposition, governs; None if there is no such thing.
    """

    token: Token
    pattern: Pattern
    words: tuple[Token, ...]
    object: Token | None
    rest: Token | None


def find_predicates(parse: Parse, book: FrameBook) -> dict[int, tuple[Predicate, ...]]:
    """By the index of its head word, in text order, all that holds there, the one with most conditions first."""
    found: dict[int, tuple[Predicate, ...]] = {}
    for token in parse.tokens:
        patterns = _patterns(token, book)
        if patterns:
            predicates = tuple(hit for pattern in patterns if (hit := match(token, pattern)) is not None)
            if predicates:
                found[token.i] = predicates
    return found


def _patterns(token: Token, book: FrameBook) -> tuple[Pattern, ...]:
    if token.pos in VERBAL:
        return () if token.dep in NO_PREDICATES else book.verbs.get(token.lemma, ())
    if token.pos in _NOMINAL:
        is_date = token.name is not None and token.name.label in _TIMES and token.pos == "PROPN"  # "on March 27"
        return () if is_date or token.dep in ("compound", "nmod") else book.nouns.get(token.lemma, ())
    if token.pos == "ADJ" and token.dep not in ("amod", "compound"):
        return book.adjectives.get(token.lemma, ())
    return ()


def match(token: Token, pattern: Pattern) -> Predicate | None:
    """The pattern with what fulfils it, if it holds at the token."""
    if pattern.before and not _stands_before(token, pattern.before):
        return None
    words = _words_after(token, pattern.words)
    if words is None or not _in_its_form(token, pattern):
        return None
    rest = _governed(words[-1]) if words else None
    if rest is not None and rest.name is not None and rest.name.label in _TIMES:
        return None
    held = _fitting(_candidates(token, words, rest), pattern.objects) if pattern.objects else None
    return None if pattern.objects and held is None else Predicate(token, pattern, words, held, rest)


def _in_its_form(token: Token, pattern: Pattern) -> bool:
    """Whether voice, subject and what hangs below are as the pattern wants them."""
    frame = pattern.frame
    if frame.voice and not _has_voice(token, frame.voice):
        return False
    if pattern.subjects and _fitting(subjects(token), pattern.subjects) is None:
        return False
    if frame.modal and not _has_modal(token, frame.modal):
        return False
    return not (frame.unless and any(below.lemma in frame.unless for below in token.subtree()))


def _has_voice(token: Token, voice: str) -> bool:
    if voice == "intransitive":
        return not is_passive(token) and token.child("dobj", "ccomp") is None
    return (voice == "passive") == is_passive(token)


def _has_modal(token: Token, modals: tuple[str, ...]) -> bool:
    """Whether the complement has one of these auxiliaries: "said that they *must* leave", "… *have to* leave"."""
    for clause in token.all_children("ccomp"):
        for word in modals:
            first, _, to = word.partition(" ")
            if to and clause.lemma == first and clause.child("xcomp") is not None:
                return True
            if not to and any(child.dep == "aux" and child.lower == first for child in clause.children):
                return True
    return False


def _stands_before(token: Token, words: tuple[str, ...]) -> bool:
    """Whether these words modify the noun from before it; a hyphen between does not count."""
    modifiers = {form for child in token.children if child.i < token.i for form in (child.lemma, child.lower)}
    for child in token.children:
        if child.i < token.i and child.children:
            modifiers.update(inner.lower for inner in child.children)
    return all(word in modifiers for word in words)


def _words_after(token: Token, words: tuple[str, ...]) -> tuple[Token, ...] | None:
    """The tokens of the pattern's further words, each below the one before it or below the head; None if one lacks."""
    found: list[Token] = []
    for word in words:
        hit = next(
            (hit for owner in (*reversed(found), token) if (hit := _below(owner, word, token)) is not None), None
        )
        if hit is None:
            return None
        found.append(hit)
    return tuple(found)


def _below(owner: Token, word: str, head: Token) -> Token | None:
    for child in owner.children:
        if word in (child.lower, child.lemma) and child.dep in _COMPLEMENTS and _on_its_side(child, head):
            return child
    return None


def _on_its_side(child: Token, head: Token) -> bool:
    """Particles and complements follow; only in a relative clause may a preposition stand before its verb."""
    return child.i > head.i or child.dep == "prep"


def _governed(link: Token) -> Token | None:
    for child in link.children:
        if child.dep in ("pobj", "pcomp"):
            return child
    if link.dep in ("prt", "advmod"):
        return None
    return next((c for c in link.children if c.i > link.i and c.dep in ("dobj", "ccomp", "xcomp", "npadvmod")), None)


def _candidates(token: Token, words: tuple[Token, ...], rest: Token | None) -> list[Token]:
    """Where a pattern's object may stand: behind its last preposition, as the verb's object, behind a noun's "of"."""
    if rest is not None:
        return [rest]
    if token.pos in VERBAL:
        return [held for verb in (token, *words) if verb.pos in VERBAL for held in objects(verb)] or objects(token)
    return [held for link in token.all_children("prep") for held in link.all_children("pobj")]


def _fitting(candidates: Iterable[Token], wanted: frozenset[str]) -> Token | None:
    for candidate in candidates:
        for member in candidate.conjuncts():
            hit = _fits(member, wanted)
            if hit is not None:
                return hit
    return None


def _fits(token: Token, wanted: frozenset[str]) -> Token | None:
    """The token, or what its "of" counts, if it is one of the wanted words; an alternative may be of several words."""
    if token.lemma in wanted or token.lower in wanted:
        return token
    if token.name is not None and wanted & _NAMES.get(token.name.label, frozenset()):
        return token
    for child in token.children:
        if child.dep in ("compound", "amod") and f"{child.lower} {token.lemma}" in wanted:
            return token
        if child.dep == "compound" and token.pos == "PROPN" and (child.lemma in wanted or child.lower in wanted):
            return token
        if child.lower == "of" and (token.pos == "NUM" or token.lemma in quantities().counting):
            held = child.child("pobj")
            if held is not None:
                return held if held.lemma in wanted else None
    return None
