"""What stands with the word of an act itself: auxiliaries, negation, adverbs, tense, the opening of its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.clauses import VERBAL
from sayso.reading.events.standing.forms import (
    FORMS_OF_BE,
    WOULD,
    has_have,
    has_to,
    is_at_no_time,
    is_imperative,
    is_inverted,
    is_may,
    is_modal,
    is_not_only,
    is_or_not,
    is_present,
    is_progressive,
    is_year,
    lasts,
    opening_pairs,
)
from sayso.reading.events.standing.order import further, furthest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.lexicon.status import StatusWords
    from sayso.reading.syntax import Token
    from sayso.records.reading import Status

_NOBODY = frozenset(("no", "neither", "nobody", "none", "nothing"))
# Who these are is open: what they do is supposed.
_ANYBODY = frozenset(("anyone", "anybody", "whoever", "those"))
_CONDITIONS = frozenset(("if", "unless", "should", "provided", "assuming", "lest"))
_EVEN = "even"
# Before a noun these make it one to come: "*next week's* signing".
_TO_COME = frozenset(("tomorrow", "next"))
_WHETHER = "whether"
_ELSE = frozenset(("else", "otherwise"))
_OR_ELSE = frozenset(("or", "and"))
_COULD = frozenset(("could", "can"))
_MODAL_PAST = frozenset(("could", "should", "would", "'d", "’d", "need"))
# So far from a verb stand words that may tell its time.
_NEAR = 20
_BESIDE = ("npadvmod", "prep", "advmod", "dobj")


class Own:
    """Reads single words; knows those of ``status.yaml``."""

    def __init__(self, words: StatusWords) -> None:
        self._words = words

    def of(self, token: Token, *, headline: bool = False) -> Status:
        """How the word stands by what stands with it."""
        return self.of_verb(token, headline=headline) if token.pos in VERBAL else self._of_noun(token)

    def of_verb(self, verb: Token, *, headline: bool = False) -> Status:
        """The same of a verb; ``headline``: whether a present tells what is done."""
        opening = further(self._of_opening(verb), self._of_condition(verb))
        if opening == "hypothetical":
            return opening
        return furthest((opening, *self._told(verb, headline=headline)))

    def _told(self, verb: Token, *, headline: bool) -> Iterator[Status]:
        yield from (self._of_auxiliary(child, verb) for child in verb.all_children("aux"))
        yield from (self._of_child(child, verb) for child in verb.children)
        if verb.dep == "ROOT" and verb.tag == "VB" and has_to(verb):
            yield "planned"
        if self._is_ongoing(verb) or is_progressive(verb) or lasts(verb):
            yield "ongoing"
        if is_present(verb):
            yield self._of_present(verb, headline=headline)

    def _of_child(self, child: Token, verb: Token) -> Status:
        if child.dep in ("nsubj", "nsubjpass", "dobj"):
            return "denied" if _is_nobody(child) else "actual"
        if child.dep == "neg" and is_may(verb):
            return "possible"
        if child.dep in ("neg", "advmod", "preconj", "cc", "mark") and not is_not_only(child, verb):
            return self._words.adverbs.get(child.lower, "actual")
        return "denied" if is_at_no_time(child) else "actual"

    def _is_ongoing(self, verb: Token) -> bool:
        """Whether it says that an act goes on, by itself or with its particle: "*keeps up* its patrols"."""
        particles = (f"{verb.lemma}-{child.lower}" for child in verb.all_children("prt", "advmod"))
        return not self._words.ongoing.isdisjoint((verb.lemma, *particles))

    def _of_auxiliary(self, auxiliary: Token, verb: Token) -> Status:
        if has_have(verb) and auxiliary.lower in _MODAL_PAST:
            return "hypothetical"
        if auxiliary.lower in WOULD and verb.lemma in self._words.preferring:
            return "actual"
        if auxiliary.lower in WOULD:
            return "planned" if self.is_reported(verb) else "hypothetical"
        return self._words.auxiliaries.get(auxiliary.lower, "actual") if auxiliary.tag == "MD" else "actual"

    def _of_opening(self, verb: Token) -> Status:
        """What the words that open its clause make of it: "if", "as though", "until" before a present, "or else"."""
        pairs = opening_pairs(verb)
        marks = [child for child in verb.children if child.dep in ("mark", "advmod") and child.i < verb.i]
        found = furthest(self._words.links.get(pair, "actual") for pair in pairs)
        return furthest((found, *(self._of_mark(mark, verb, pairs) for mark in marks)))

    def _of_mark(self, mark: Token, verb: Token, pairs: set[str]) -> Status:
        if mark.lower == "before" and any(aux.lower in _COULD for aux in verb.all_children("aux")):
            return "denied"
        if mark.lower == _WHETHER:
            return "hypothetical" if is_or_not(mark, verb) else "possible"
        if mark.lower in _ELSE and is_modal(verb):
            return "hypothetical"
        told = self._words.links.get(mark.lower, "actual") if f"{_EVEN} {mark.lower}" not in pairs else "actual"
        return further(told, self._words.awaiting.get(mark.lower, "actual")) if is_present(verb) else told

    def _of_condition(self, verb: Token) -> Status:
        """Whether it hangs on a condition: "will answer *if they attack*", "pay *or* we leave"."""
        hangs = is_modal(verb) and any(self._is_condition(child) for child in verb.all_children("advcl", "prep"))
        anybody = verb.dep == "relcl" and is_present(verb) and _is_anybody(verb.head)
        return "hypothetical" if is_inverted(verb) or hangs or anybody or _is_or_else(verb) else "actual"

    def _is_condition(self, clause: Token) -> bool:
        if clause.dep == "prep":
            held = clause.child("pobj")
            return held is not None and self._words.phrases.get(f"{clause.lower} {held.lower}") == "hypothetical"
        marks = {child.lower for child in clause.all_children("mark", "advmod")}
        return (not _CONDITIONS.isdisjoint(marks) and _EVEN not in marks) or is_inverted(clause)

    def _of_present(self, verb: Token, *, headline: bool) -> Status:
        """What the present tense tells: with a time to come a plan, else a habit, but for a headline or a caption."""
        if verb.all_children("aux"):
            return "actual"
        if self._is_to_come(verb):
            return "planned"
        done = headline or verb.lemma in self._words.governors or any(map(is_year, _beside(verb)))
        return "actual" if done else "ongoing"

    def _is_to_come(self, verb: Token) -> bool:
        """Whether a time to come stands with a verb in the present: "meets him *on Thursday*"."""
        words = _beside(verb)
        return not self._words.coming.isdisjoint(words) and not any(map(is_year, words))

    def _of_noun(self, noun: Token) -> Status:
        return furthest(self._of_modifier(child) for child in noun.children if child.i < noun.i)

    def _of_modifier(self, child: Token) -> Status:
        if child.dep in ("amod", "compound", "advmod"):
            return self._words.modifiers.get(child.lower, "actual")
        if child.dep == "poss":
            return "planned" if any(word.lower in _TO_COME for word in child.subtree()) else "actual"
        return "denied" if child.dep in ("det", "neg") and child.lower == "no" else "actual"

    def is_reported(self, verb: Token) -> bool:
        """Whether "would" is a "will" that somebody said or promised: "said it would send troops"."""
        clause = verb
        while clause.dep == "conj" and clause.head is not clause:
            clause = clause.head
        is_judgement = verb.lemma in FORMS_OF_BE and verb.child("attr", "acomp") is not None
        return clause.dep in ("ccomp", "acl") and not is_judgement and self._foretells(clause.head)

    def _foretells(self, cue: Token) -> bool:
        words = self._words
        known = words.governors.get(cue.lemma)
        says = known in (None, "planned") or cue.lemma in words.asserting
        told = cue.tag == "VBD" or known is not None or cue.dep in ("xcomp", "advcl")
        return says and told and cue.lemma not in words.wishing


def _beside(verb: Token) -> list[str]:
    """The words that may tell its time, as far as they are near."""
    near = [child for child in verb.all_children(*_BESIDE) if abs(child.i - verb.i) <= _NEAR]
    return [word.lower for child in near for word in child.subtree(without=lambda t: abs(t.i - verb.i) > _NEAR)]


def _is_nobody(word: Token) -> bool:
    """Whether a subject or an object says that it was not done: "no president", "neither side", "no tests"."""
    determiners = (child.lower for child in word.children if child.dep in ("det", "neg", "preconj"))
    return not _NOBODY.isdisjoint((word.lower, *determiners))


def _is_anybody(noun: Token) -> bool:
    """Whether it is nobody in particular: "anyone who helps", "employers who hire them *would face* prison"."""
    return noun.lower in _ANYBODY or (noun.dep in ("nsubj", "nsubjpass") and is_modal(noun.head))


def _is_or_else(verb: Token) -> bool:
    """Whether it is what follows if an order is not obeyed, or is: "free our men *or* we shell the town"."""
    joined = verb.dep == "conj" and any(child.lower in _OR_ELSE for child in verb.head.all_children("cc"))
    return joined and is_imperative(verb.head) and not is_imperative(verb)
