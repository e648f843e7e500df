"""Whether an act is told as done, going on, planned, possible, denied or hypothetical.

Starting at the predicate, the tree is climbed word by word: its own auxiliaries, negation and adverbs first, then what
each governor makes of its complement ("failed *to reach*", "on the eve of *meeting*", "if they *attack*"). The step
furthest from fact decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.clauses import VERBAL

if TYPE_CHECKING:
    from sayso.lexicon.status import StatusWords
    from sayso.reading.syntax import Token
    from sayso.records.reading import Status

# From fact to the furthest from it.
_ORDER: tuple[Status, ...] = ("actual", "ongoing", "planned", "possible", "hypothetical", "denied")
_RANK = {status: rank for rank, status in enumerate(_ORDER)}
_MOST_HOPS = 8
_NON_FINITE = frozenset(("VB", "VBG", "VBN"))
_FORMS_OF_BE = frozenset(("be", "'s", "’s"))
_WOULD = frozenset(("would", "'d", "’d"))
# Before the subject these make a condition.
_INVERTED = frozenset(("had", "were", "should"))
_BE_TO = frozenset(("is", "are", "was", "were", "'s", "’s"))
_SUBORDINATE = frozenset(("xcomp", "ccomp", "acl", "pcomp", "advcl", "csubj"))
_NOBODY = frozenset(("no", "neither", "nobody", "none"))
# A question mark at the end makes a question of the sentence.
_QUESTION = "?"


class StatusReader:
    """Tells the status of predicates; knows the words of ``status.yaml``."""

    def __init__(self, words: StatusWords) -> None:
        self._words = words

    def status(self, trigger: Token, *, question: bool = False) -> Status:
        """The status of the act at ``trigger``; ``question`` says whether its sentence asks."""
        found: Status = "hypothetical" if question else "actual"
        here: Token | None = trigger
        for _ in range(_MOST_HOPS):
            if here is None:
                break
            found = further(found, "actual" if here is not trigger and self._is_double(here) else self._own(here))
            effect, here = self._above(here)
            found = further(found, effect)
        return found

    def _is_double(self, governor: Token) -> bool:
        """Whether a word that denies is denied itself: "did not *hesitate* to fire"."""
        return self._made_by(governor) == "denied" and self._own(governor) == "denied"

    def _own(self, token: Token) -> Status:
        """What stands with the word itself."""
        return self._of_verb(token) if token.pos in VERBAL else self._of_noun(token)

    def _of_verb(self, verb: Token) -> Status:
        found: Status = "actual"
        for child in verb.children:
            if child.dep == "aux":
                found = further(found, self._of_auxiliary(child, verb))
            elif child.dep in ("nsubj", "nsubjpass", "dobj") and _is_nobody(child):
                found = "denied"
            elif child.dep in ("neg", "advmod", "preconj", "cc", "mark", "prep"):
                found = further(
                    found, self._words.adverbs.get(child.lower, "actual") if child.dep != "prep" else "actual"
                )
                if child.dep in ("mark", "advmod"):
                    found = further(found, self._words.links.get(child.lower, "actual"))
        if _is_inverted(verb):
            found = further(found, "hypothetical")
        if verb.dep == "ROOT" and verb.tag == "VB" and _has_to(verb):
            found = further(found, "planned")
        if verb.lemma in self._words.ongoing or _is_progressive(verb):
            found = further(found, "ongoing")
        return found

    def _of_auxiliary(self, auxiliary: Token, verb: Token) -> Status:
        if auxiliary.lower in _WOULD:
            if _has_have(verb):
                return "hypothetical"
            return "planned" if _is_reported(verb, self._words) else "hypothetical"
        return self._words.auxiliaries.get(auxiliary.lower, "actual") if auxiliary.tag == "MD" else "actual"

    def _of_noun(self, noun: Token) -> Status:
        found: Status = "actual"
        for child in noun.children:
            if child.dep in ("amod", "compound", "advmod") and child.i < noun.i:
                found = further(found, self._words.modifiers.get(child.lower, "actual"))
            elif child.dep in ("det", "neg") and child.lower == "no":
                found = "denied"
        return found

    def _above(self, token: Token) -> tuple[Status, Token | None]:
        """(what the governor makes of the word, where to climb on), or None where the climb ends."""
        if token.head is token:
            return "actual", None
        if token.pos in VERBAL or token.tag == "VBG":
            return self._above_verb(token)
        return self._above_noun(token)

    def _above_verb(self, verb: Token) -> tuple[Status, Token | None]:
        above = verb.head
        if verb.dep == "conj":
            return "actual", above if _shares_form(verb, above) else None
        if verb.dep == "advcl":
            return self._above_adverbial(verb, above)
        if verb.dep == "pcomp":
            return further(self._link(above), self._governor(above.head)), self._beyond(above.head)
        if verb.dep not in _SUBORDINATE and not (verb.dep == "pobj" and verb.tag == "VBG"):
            return "actual", None
        effect = self._governor(above)
        if verb.dep in ("ccomp", "csubj") and _is_finite(verb):
            return effect if effect in ("possible", "denied", "hypothetical") else "actual", None
        if above.pos in VERBAL and _has_to(verb):
            effect = further(effect, _of_be_to(above, verb))
        return effect, above

    def _above_adverbial(self, verb: Token, above: Token) -> tuple[Status, Token | None]:
        if _has_to(verb) and verb.tag == "VB":
            unreal: Status = "hypothetical" if _has_would(above) else "possible"
            return further(unreal, self._governor(above)), None
        return "actual", None if _is_finite(verb) else above

    def _above_noun(self, noun: Token) -> tuple[Status, Token | None]:
        above = noun.head
        if noun.dep in ("conj", "appos"):
            return "actual", above if noun.dep == "conj" else None
        if noun.dep == "pobj":
            owner = above.head
            return further(self._link(above), self._governor(owner)), self._beyond(owner)
        if noun.dep == "nsubj":
            return self._of_subject(above)
        if noun.dep in ("dobj", "nsubjpass", "attr", "oprd"):
            return self._governor(above), self._beyond(above)
        return "actual", None

    def _of_subject(self, verb: Token) -> tuple[Status, Token | None]:
        """What a verb makes of the act that is its subject: "the attack *failed*", "a strike *would* hurt it"."""
        if verb.lemma in self._words.fruitless:
            return "actual", None
        if _has_would(verb):
            return "planned" if _is_reported(verb, self._words) else "hypothetical", None
        if verb.lemma in _FORMS_OF_BE:
            return self._predicative(verb), verb
        return self._governor(verb), self._beyond(verb)

    def _predicative(self, copula: Token) -> Status:
        """A meeting that "is possible", "is due on Friday"."""
        told = copula.child("acomp", "attr")
        if told is None:
            if any(child.dep == "prep" and child.lower == "under" for child in copula.children):
                return "ongoing"
            infinitive = copula.child("xcomp")
            return "planned" if infinitive is not None else "actual"
        return further(self._governor(told), self._words.modifiers.get(told.lower, "actual"))

    def _governor(self, token: Token) -> Status:
        return "actual" if self._is_double(token) else self._made_by(token)

    def _made_by(self, governor: Token) -> Status:
        """What a word makes of its complement, with its particle if that says more: "*held back* from striking"."""
        known = self._words.governors
        particles = (f"{governor.lemma}-{child.lower}" for child in governor.all_children("prt", "advmod"))
        return next((known[key] for key in particles if key in known), known.get(governor.lemma, "actual"))

    def _link(self, link: Token) -> Status:
        before = f"{link.head.lower} {link.lower}" if link.head.i == link.i - 1 else link.lower
        return further(self._words.links.get(link.lower, "actual"), self._words.links.get(before, "actual"))

    def _beyond(self, owner: Token) -> Token | None:
        """Whether the status of the owner is also that of what it carries: light verbs and governors pass theirs on."""
        words = self._words
        carries = owner.lemma in words.light or owner.lemma in words.ongoing or owner.lemma in words.governors
        return owner if carries else None


def further(a: Status, b: Status) -> Status:
    """The one of the two that is further from fact."""
    return a if _RANK[a] >= _RANK[b] else b


def _is_nobody(subject: Token) -> bool:
    """Whether a subject or an object says that it was not done: "no president", "neither side", "no tests"."""
    words = (subject.lower, *(child.lower for child in subject.children if child.dep in ("det", "neg", "preconj")))
    return not _NOBODY.isdisjoint(words)


def _has_would(verb: Token) -> bool:
    return any(child.dep == "aux" and child.lower in _WOULD for child in verb.children)


def _has_have(verb: Token) -> bool:
    return any(child.dep == "aux" and child.lemma == "have" for child in verb.children)


def _is_inverted(verb: Token) -> bool:
    """Whether an auxiliary before the subject makes a condition of it: "*Had* they withdrawn", "*Should* they go"."""
    subject = verb.child("nsubj", "nsubjpass", "expl")
    return subject is not None and any(
        child.dep in ("aux", "auxpass") and child.lower in _INVERTED and child.i < subject.i for child in verb.children
    )


def _of_be_to(above: Token, verb: Token) -> Status:
    """What "is to", "is going to", "was to have" and "has yet to" make of the infinitive."""
    if above.lemma == "go" and above.tag == "VBG":
        return "planned"
    if above.lemma == "have" and any(child.lower == "yet" for child in (*above.children, *verb.children)):
        return "denied"
    if above.lemma not in _FORMS_OF_BE or above.lower not in _BE_TO:
        return "actual"
    return "denied" if _has_have(verb) else "planned"


def _is_progressive(verb: Token) -> bool:
    """Whether it is going on: "is shelling", "has been shelling"; "was shelling" is over."""
    if verb.tag != "VBG":
        return False
    if verb.dep == "ROOT" and verb.child("aux") is None and verb.child("nsubj") is not None:
        return True  # a headline's: "Students occupying ministry"
    auxiliaries = {child.lower for child in verb.children if child.dep == "aux"}
    return bool(auxiliaries & {"is", "are", "'s", "'re", "’s", "’re", "am"}) or (
        "been" in auxiliaries and "had" not in auxiliaries
    )


def _is_reported(verb: Token, words: StatusWords) -> bool:
    """Whether "would" is a "will" that somebody said: "said it would send troops"."""
    clause = verb
    while clause.dep == "conj" and clause.head is not clause:
        clause = clause.head
    above = clause.head
    return clause.dep == "ccomp" and above.tag == "VBD" and above.lemma not in words.governors


def _is_finite(verb: Token) -> bool:
    if verb.tag not in _NON_FINITE:
        return True
    return any(
        child.dep in ("aux", "auxpass") and child.tag not in ("TO", "VBG", "VB", "VBN") for child in verb.children
    )


def _has_to(verb: Token) -> bool:
    return any(child.dep == "aux" and child.tag == "TO" for child in verb.children)


def _shares_form(verb: Token, above: Token) -> bool:
    """Whether a coordinated verb stands under the auxiliaries of the first: "will meet and discuss"."""
    if verb.pos not in VERBAL or above.pos not in VERBAL:
        return True
    own = verb.child("aux", "auxpass", "nsubj", "nsubjpass")
    return own is None and verb.tag == above.tag and verb.tag in _NON_FINITE


def is_question(last: str) -> bool:
    """Whether a sentence whose last word is this asks."""
    return last == _QUESTION


def is_will_not(verb: Token) -> bool:
    """Whether a "will not" or "would not" stands with the verb: somebody says that it won't be done."""
    will = any(child.dep == "aux" and child.lower in ("will", "wo", "would", "'ll", "’ll") for child in verb.children)
    return will and verb.child("neg") is not None
