"""Whether an act is told as done, going on, planned, possible, denied or hypothetical.

Starting at the predicate, the tree is climbed word by word: its own auxiliaries, negation and adverbs first, then what
each governor makes of its complement ("failed *to reach*", "on the eve of *meeting*", "if they *attack*"). The step
furthest from fact decides. Governors that nobody has heard of leave it open, and the learned coder is asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.reading.clauses import VERBAL
from sayso.reading.events.forms import (
    FORMS_OF_BE,
    WOULD,
    enters_span,
    has_have,
    has_to,
    has_would,
    is_at_no_time,
    is_finite,
    is_imperative,
    is_inverted,
    is_modal,
    is_not_only,
    is_nth_span,
    is_present,
    is_progressive,
    is_subjunctive,
    is_year,
    lasts,
    of_be_to,
    opening_pairs,
    shares_form,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.lexicon.status import StatusWords
    from sayso.reading.syntax import Token
    from sayso.records.reading import Status

# From fact to the furthest from it.
_ORDER: tuple[Status, ...] = ("actual", "ongoing", "planned", "possible", "hypothetical", "denied")
_RANK = {status: rank for rank, status in enumerate(_ORDER)}
_MOST_HOPS = 8
_SUBORDINATE = frozenset(("xcomp", "ccomp", "acl", "pcomp", "advcl", "csubj"))
_NOBODY = frozenset(("no", "neither", "nobody", "none", "nothing"))
_CONDITIONS = frozenset(("if", "unless", "should", "provided", "assuming", "lest"))
_EVEN = "even"
_COULD = frozenset(("could", "can"))
_MODAL_PAST = frozenset(("could", "should", "would", "'d", "’d", "need"))
_WHETHER = "whether"
_UNTIL = frozenset(("until", "till", "to", "by"))
_OR_ELSE = frozenset(("or", "and"))
# Who these are is open: what they do is supposed.
_ANYBODY = frozenset(("anyone", "anybody", "whoever", "those"))
_ELSE = frozenset(("else", "otherwise"))
_QUESTION = "?"
_IN_VAIN = frozenset(("vain", "unsuccessfully", "fruitlessly"))
# Prepositions that a verb and its complement are joined by, as "talk Seoul *out of* shelling".
_LINKED = ("prep", "agent", "dative", "prt", "advmod")


@dataclass(frozen=True, slots=True)
class Standing:
    """How an act stands; ``sure``: whether every word that governs it is known, so that this is not a default."""

    status: Status
    sure: bool


class StatusReader:
    """Tells the status of predicates; knows the words of ``status.yaml``."""

    def __init__(self, words: StatusWords) -> None:
        self._words = words

    def status(self, trigger: Token, *, question: bool = False, headline: bool = False) -> Standing:
        """How the act at ``trigger`` stands; the others say whether its sentence asks, or is a headline."""
        found: Status = "hypothetical" if question else "actual"
        sure = True
        here = trigger
        for _ in range(_MOST_HOPS):
            if here is trigger or not self._is_double(here):
                found = further(found, self._own(here, headline=headline))
            step = self._above(here)
            found = further(found, step.effect)
            sure = sure and step.known
            if step.up is None:
                break
            here = step.up
        return Standing(found, sure or found != "actual")

    def _is_double(self, governor: Token) -> bool:
        """Whether a word that denies is denied itself: "did not *hesitate* to fire"."""
        return self._made_by(governor) == "denied" and self._own(governor, headline=True) == "denied"

    def _is_end(self, governor: Token) -> bool:
        """Whether it says that an act is over: "stopped *shelling*", "called off the *search*"."""
        known = self._words.ending
        return governor.lemma in known or any(f"{governor.lemma}-{c.lower}" in known for c in governor.all_children("prt"))

    def _of_ending(self, end: Token, over: Status) -> _Step:
        """What becomes of an act that ends: ``over``, unless its end is yet to come, denied or only demanded."""
        came = self.status(end, headline=True).status
        return _Step(over if came == "actual" else "ongoing", None)

    # What stands with the word itself.

    def _own(self, token: Token, *, headline: bool) -> Status:
        return self._of_verb(token, headline=headline) if token.pos in VERBAL else self._of_noun(token)

    def _of_verb(self, verb: Token, *, headline: bool) -> Status:
        opening = further(self._of_opening(verb), self._of_condition(verb))
        if opening == "hypothetical":
            return opening
        found = further(self._of_auxiliaries(verb), opening)
        for child in verb.children:
            if _is_nobody(child) if child.dep in ("nsubj", "nsubjpass", "dobj") else is_at_no_time(child):
                found = "denied"
            elif child.dep in ("neg", "advmod", "preconj", "cc", "mark") and not is_not_only(child, verb):
                found = further(found, self._words.adverbs.get(child.lower, "actual"))
        if verb.dep == "ROOT" and verb.tag == "VB" and has_to(verb):
            found = further(found, "planned")
        if self._is_ongoing(verb) or is_progressive(verb) or lasts(verb):
            found = further(found, "ongoing")
        return further(found, self._of_present(verb, headline=headline)) if is_present(verb) else found

    def _is_ongoing(self, verb: Token) -> bool:
        """Whether it says that an act goes on, by itself or with its particle: "*keeps up* its patrols"."""
        known = self._words.ongoing
        return verb.lemma in known or any(f"{verb.lemma}-{c.lower}" in known for c in verb.all_children("prt", "advmod"))

    def _of_auxiliaries(self, verb: Token) -> Status:
        found: Status = "actual"
        for child in verb.all_children("aux"):
            found = further(found, self._of_auxiliary(child, verb))
        return found

    def _of_auxiliary(self, auxiliary: Token, verb: Token) -> Status:
        if has_have(verb) and auxiliary.lower in _MODAL_PAST:
            return "hypothetical"
        if auxiliary.lower in WOULD:
            return "planned" if self._is_reported(verb) else "hypothetical"
        return self._words.auxiliaries.get(auxiliary.lower, "actual") if auxiliary.tag == "MD" else "actual"

    def _of_opening(self, verb: Token) -> Status:
        """What the words that open its clause make of it: "if", "as though", "until" before a present, "or else"."""
        marks = [child for child in verb.children if child.dep in ("mark", "advmod") and child.i < verb.i]
        pairs = opening_pairs(verb)
        found: Status = "actual"
        for pair in pairs:
            found = further(found, self._words.links.get(pair, "actual"))
        for child in marks:
            if child.lower == "before" and any(aux.lower in _COULD for aux in verb.all_children("aux")):
                found = further(found, "denied")
            elif child.lower == _WHETHER:
                found = further(found, "hypothetical" if _is_or_not(child, verb) else "possible")
            elif child.lower in _ELSE and is_modal(verb):
                found = further(found, "hypothetical")
            elif f"even {child.lower}" not in pairs:
                found = further(found, self._words.links.get(child.lower, "actual"))
            if is_present(verb) and child.dep != "neg":
                found = further(found, self._words.awaiting.get(child.lower, "actual"))
        return found

    def _of_condition(self, verb: Token) -> Status:
        """Whether it hangs on a condition: "will answer *if they attack*", "pay *or* we leave"."""
        if is_inverted(verb):
            return "hypothetical"
        if is_modal(verb) and any(self._is_condition(child) for child in verb.all_children("advcl", "prep")):
            return "hypothetical"
        if verb.dep == "relcl" and is_present(verb) and _is_anybody(verb.head):
            return "hypothetical"
        threat = verb.dep == "conj" and any(child.lower in _OR_ELSE for child in verb.head.all_children("cc"))
        return "hypothetical" if threat and is_imperative(verb.head) and not is_imperative(verb) else "actual"

    def _is_condition(self, clause: Token) -> bool:
        if clause.dep == "prep":
            held = clause.child("pobj")
            return held is not None and self._words.phrases.get(f"{clause.lower} {held.lower}") == "hypothetical"
        marks = {child.lower for child in clause.all_children("mark", "advmod")}
        return (not _CONDITIONS.isdisjoint(marks) and _EVEN not in marks) or is_inverted(clause)

    def _of_present(self, verb: Token, *, headline: bool) -> Status:
        """What the present tense tells: with a time to come a plan, else a habit, but for a headline."""
        if verb.all_children("aux"):
            return "actual"
        if self._is_to_come(verb):
            return "planned"
        headline = headline or any(is_year(token.lower) for token in verb.subtree())  # what a picture shows
        return "actual" if headline or verb.lemma in self._words.governors else "ongoing"

    def _is_to_come(self, verb: Token) -> bool:
        """Whether a time to come stands with a verb in the present: "meets him *on Thursday*"."""
        beside = [c for c in verb.children if c.dep in ("npadvmod", "prep", "advmod", "dobj")]
        words = [token.lower for child in beside for token in child.subtree()]
        return not self._words.coming.isdisjoint(words) and not any(map(is_year, words))

    def _of_noun(self, noun: Token) -> Status:
        found: Status = "actual"
        for child in noun.children:
            if child.dep in ("amod", "compound", "advmod") and child.i < noun.i:
                found = further(found, self._words.modifiers.get(child.lower, "actual"))
            elif child.dep in ("det", "neg") and child.lower == "no":
                found = "denied"
        return found

    # What governs it.

    def _above(self, token: Token) -> _Step:
        if token.head is token:
            return _END
        if token.pos in VERBAL or token.tag == "VBG":
            return self._above_verb(token)
        return self._above_noun(token)

    def _above_verb(self, verb: Token) -> _Step:
        above = verb.head
        if verb.dep == "conj":
            return _Step("actual", above if shares_form(verb, above) else None)
        if verb.dep == "advcl":
            return self._above_adverbial(verb, above)
        if verb.dep in ("pcomp", "pobj"):
            return self._behind_links(verb)
        if verb.dep not in _SUBORDINATE:
            return _END
        if _has_whether(verb):
            return _END
        if verb.dep in ("ccomp", "csubj") and is_finite(verb):
            return self._above_finite(verb, above)
        if verb.tag == "VBG" and self._is_end(above):
            return self._of_ending(above, "actual")
        effect = self._governor(above)
        if above.pos in VERBAL and has_to(verb):
            effect = further(effect, of_be_to(above, verb))
        if has_to(verb) and (_is_too_much(above) or _is_in_vain(above)):
            effect = "denied"
        if verb.dep == "acl" and has_to(verb) and above.dep == "ROOT":
            effect = further(effect, "planned")
        return _Step(effect, above, known=self._knows(above) or effect != "actual")

    def _above_finite(self, verb: Token, above: Token) -> _Step:
        """A clause that is said, thought or hoped: what is said stays as it is said."""
        if is_subjunctive(verb):
            return _Step("possible", None)
        if above.lemma in self._words.wishing:
            return _Step("hypothetical", None)
        effect = self._governor(above) if above.lemma not in self._words.asserting else "actual"
        effect = effect if effect in ("possible", "denied", "hypothetical") else "actual"
        if effect == "actual" and is_modal(verb):
            effect = self._hedge_before(above)
        return _Step(effect, None)

    def _hedge_before(self, cue: Token) -> Status:
        """The hedge that the parse hangs on the verb of speech: "*Perhaps*, he said, they will meet"."""
        first = min((child for child in cue.children if child.dep == "advmod"), key=lambda c: c.i, default=None)
        hedges = first is not None and first.i < cue.i
        found = self._words.adverbs.get(first.lower, "actual") if first is not None and hedges else "actual"
        return found if found == "possible" else "actual"

    def _above_adverbial(self, verb: Token, above: Token) -> _Step:
        if has_to(verb) and verb.tag == "VB":
            return _Step(self._of_purpose(above), None)
        return _Step("actual", None if is_finite(verb) else above)

    def _of_purpose(self, above: Token) -> Status:
        """What a purpose is by what serves it: of something planned it is planned, of an attempt in vain denied."""
        if _is_too_much(above) or _is_in_vain(above):
            return "denied"
        if above.lemma in self._words.implicative:
            return "actual"
        known = self._made_by(above)
        if known != "actual" and above.lemma not in self._words.announcing:
            return known
        own = self._of_verb(above, headline=True)
        return own if own in ("planned", "denied", "hypothetical") else "possible"

    def _behind_links(self, token: Token) -> _Step:
        """What stands behind prepositions: "ahead of *talks*", "backed away from *closing*", "out of *shelling*"."""
        links = [token.head]
        while links[-1].head.pos == "ADP" and links[-1].dep in ("prep", "pcomp") and links[-1].head is not links[-1]:
            links.append(links[-1].head)
        owner = links[-1].head
        via = "-".join(link.lower for link in reversed(links))
        effect = further(self._link(links[0]), self._governor(owner, via))
        if owner.dep == "pobj":
            effect = further(effect, self._words.phrases.get(f"{owner.head.lower} {owner.lower}", "actual"))
        if is_nth_span(owner):
            effect = further(effect, "ongoing")
        known = effect != "actual" or self._knows(owner) or token.pos not in VERBAL
        return _Step(effect, self._beyond(owner, token), known=known)

    def _above_noun(self, noun: Token) -> _Step:
        above = noun.head
        if noun.dep in ("conj", "appos"):
            return _Step("actual", above if noun.dep == "conj" else None)
        if noun.dep == "pobj":
            return self._behind_links(noun)
        if noun.dep == "nsubj":
            return self._of_subject(above)
        if noun.dep in ("dobj", "nsubjpass", "attr", "oprd"):
            if self._is_end(above):
                return self._of_ending(above, "denied" if above.lemma in self._words.halting else "actual")
            effect = self._governor(above)
            if above.lemma in self._words.undoing and self._is_governor(noun):
                effect = "denied"
            return _Step(effect, self._beyond(above, noun), known=effect != "actual" or self._knows(above))
        if noun.dep == "acomp":
            return _Step("actual", above)
        if noun.dep in ("compound", "nmod", "poss") and self._words.governors.get(above.lemma):
            return _Step(self._words.governors[above.lemma], above)
        return _END

    def _of_subject(self, verb: Token) -> _Step:
        """What a verb makes of the act that is its subject: "the attack *failed*", "a strike *would* hurt it"."""
        if verb.lemma in self._words.fruitless:
            return _END
        if enters_span(verb) or (is_progressive(verb) and verb.lemma not in FORMS_OF_BE):
            return _Step("ongoing", None)
        if has_would(verb):
            return _Step("planned" if self._is_reported(verb) else "hypothetical", None)
        if verb.lemma in FORMS_OF_BE:
            return _Step(self._predicative(verb), verb)
        return _Step(self._governor(verb), self._beyond(verb, verb))

    def _predicative(self, copula: Token) -> Status:
        """A meeting that "is possible", "is due on Friday", "is off the table", "is under way"."""
        told = copula.child("acomp", "attr")
        if told is not None:
            return further(self._governor(told), self._words.modifiers.get(told.lower, "actual"))
        for link in copula.all_children("prep", "advmod", "prt"):
            held = link.child("pobj")
            key = f"{link.lower} {held.lower}" if held is not None else link.lower
            found = self._words.phrases.get(key)
            if found is not None:
                return found
        return "planned" if copula.child("xcomp") is not None else "actual"

    def _governor(self, token: Token, via: str = "") -> Status:
        return "actual" if self._is_double(token) else self._made_by(token, via)

    def _made_by(self, governor: Token, via: str = "") -> Status:
        """What a word makes of its complement, with its particle if that says more: "*held back* from striking"."""
        known = self._words.governors
        keys = [f"{governor.lemma}-{via}"] if via else []
        keys += [f"{governor.lemma}-{child.lower}" for child in governor.all_children(*_LINKED)]
        found = next((known[key] for key in keys if key in known), known.get(governor.lemma, "actual"))
        return "planned" if found == "denied" and self._is_deferred(governor) else found

    def _is_deferred(self, governor: Token) -> bool:
        """Whether it is put off to a day that is named."""
        to_a_day = any(child.lower in _UNTIL for child in governor.all_children("prep"))
        return to_a_day and governor.lemma in self._words.deferring

    def _is_governor(self, token: Token) -> bool:
        return token.lemma in self._words.governors

    def _knows(self, governor: Token) -> bool:
        """Whether the word is known to leave its complement as it is."""
        words = self._words
        known = (words.factual, words.implicative, words.light, words.ongoing)
        return any(governor.lemma in table for table in known)

    def _link(self, link: Token) -> Status:
        near = (link.head, *link.all_children("advmod", "prep", "pcomp"))
        before = next((f"{word.lower} {link.lower}" for word in near if word.i == link.i - 1), link.lower)
        return further(self._words.links.get(link.lower, "actual"), self._words.links.get(before, "actual"))

    def _beyond(self, owner: Token, below: Token) -> Token | None:
        """Whether the status of the owner is also that of what it carries: light verbs and governors pass theirs on."""
        words = self._words
        carries = owner.lemma in words.light or owner.lemma in words.ongoing or self._is_governor(owner)
        undone = owner.lemma in words.undoing and self._is_governor(below)
        return owner if carries or undone else None

    def _is_reported(self, verb: Token) -> bool:
        """Whether "would" is a "will" that somebody said: "said it would send troops"."""
        clause = verb
        while clause.dep == "conj" and clause.head is not clause:
            clause = clause.head
        if verb.lemma in FORMS_OF_BE and verb.child("attr", "acomp") is not None:
            return False
        above = clause.head
        if clause.dep not in ("ccomp", "acl"):
            return False
        if above.lemma in self._words.wishing:
            return False
        foretold = self._words.governors.get(above.lemma, "planned") == "planned" or above.lemma in self._words.asserting
        return foretold and (above.tag == "VBD" or above.lemma in self._words.governors or above.dep in ("xcomp", "advcl"))


@dataclass(frozen=True, slots=True)
class _Step:
    """What the word above makes of the one below, where to climb on (None: the end), whether that word is known."""

    effect: Status
    up: Token | None
    known: bool = True


_END = _Step("actual", None)


def further(a: Status, b: Status) -> Status:
    """The one of the two that is further from fact."""
    return a if _RANK[a] >= _RANK[b] else b


def _is_nobody(word: Token) -> bool:
    """Whether a subject or an object says that it was not done: "no president", "neither side", "no tests"."""
    return not _NOBODY.isdisjoint(_with_determiners(word))


def _is_anybody(noun: Token) -> bool:
    """Whether it is nobody in particular: "anyone who helps", "employers who hire them *would face* prison"."""
    above = noun.head
    return noun.lower in _ANYBODY or (noun.dep in ("nsubj", "nsubjpass") and is_modal(above))


def _with_determiners(word: Token) -> Iterable[str]:
    return (word.lower, *(child.lower for child in word.children if child.dep in ("det", "neg", "preconj")))


def _has_whether(verb: Token) -> bool:
    return any(child.lower == _WHETHER for child in verb.all_children("mark", "advmod"))


def _is_or_not(whether: Token, verb: Token) -> bool:
    """Whether a "whether" covers both cases: "whether *or not* they sign"."""
    near = [token for token in (*verb.subtree(), *whether.subtree()) if 0 < token.i - whether.i <= 2]
    return {"or", "not"} <= {token.lower for token in near}


def _is_too_much(word: Token) -> bool:
    """Whether something is too much for what its infinitive tells: "*too* weak to attack"."""
    parts = (word, *word.all_children("acomp", "attr", "oprd", "advmod"))
    return any(child.lower == "too" for part in parts for child in part.all_children("advmod"))


def _is_in_vain(word: Token) -> bool:
    """Whether an attempt came to nothing: "tried *in vain* to retake it"."""
    beside = (*word.all_children("prep", "advmod"), *(h for link in word.all_children("prep") for h in link.children))
    return any(child.lower in _IN_VAIN for child in beside)


def asks(trigger: Token, sentence: Iterable[Token]) -> bool:
    """Whether a question mark follows the act in its sentence."""
    return any(token.text == _QUESTION and token.i > trigger.i for token in sentence)
