"""What the word above makes of an act: "failed *to reach*", "on the eve of *meeting*", "the *raid* never came"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.reading.clauses import VERBAL
from sayso.reading.events.standing.forms import (
    FORMS_OF_BE,
    enters_span,
    has_to,
    has_would,
    is_finite,
    is_indefinite,
    is_modal,
    is_nth_span,
    is_progressive,
    is_subjunctive,
    is_untrue,
    of_be_to,
    shares_form,
)
from sayso.reading.events.standing.order import further

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.lexicon.status import StatusWords
    from sayso.reading.events.standing.own import Own
    from sayso.reading.syntax import Token
    from sayso.records.reading import Status

_WHETHER = "whether"
_UNTIL = frozenset(("until", "till", "to", "by"))
_IN_VAIN = frozenset(("vain", "unsuccessfully", "fruitlessly"))
# What a verb and its complement are joined by, as "talk Seoul *out of* shelling".
_LINKED = ("prep", "agent", "dative", "prt", "advmod")


@dataclass(frozen=True, slots=True)
class Step:
    """A step up the tree.

    Attributes:
        effect: what the word above makes of the act below.
        up: where to climb on; None: the climb ends.
        end: the word that says the act is over; ``effect`` holds if that came about.
    """

    effect: Status
    up: Token | None
    end: Token | None = None


_STOP = Step("actual", None)


class Governors:
    """Reads what governs a word; knows the words of ``status.yaml``."""

    def __init__(self, words: StatusWords, own: Own) -> None:
        self._words = words
        self._own = own
        verb_steps: dict[str, Callable[[Token], Step]] = {
            "conj": self._beside,
            "advcl": self._adverbial,
            "pcomp": self._behind_links,
            "pobj": self._behind_links,
            "ccomp": self._clause,
            "csubj": self._clause,
            "xcomp": self._complement,
            "acl": self._complement,
        }
        noun_steps: dict[str, Callable[[Token], Step]] = {
            "conj": lambda noun: Step("actual", noun.head),
            "pobj": self._behind_links,
            "nsubj": self._subject,
            "dobj": self._object,
            "nsubjpass": self._object,
            "attr": self._object,
            "oprd": self._object,
            "acomp": lambda noun: Step("actual", noun.head),
            "compound": self._first_of_compound,
            "nmod": self._first_of_compound,
            "poss": self._first_of_compound,
        }
        self._steps = {True: verb_steps, False: noun_steps}

    def step(self, token: Token) -> Step:
        """The step from a word to the one above it."""
        if token.head is token:
            return _STOP
        make = self._steps[token.pos in VERBAL or token.tag == "VBG"].get(token.dep)
        return make(token) if make is not None else _STOP

    def is_double(self, governor: Token) -> bool:
        """Whether a word that denies is denied itself: "did not *hesitate* to fire"."""
        return self._made_by(governor) == "denied" and self._own.of(governor, headline=True) == "denied"

    # Steps from verbs.

    def _beside(self, verb: Token) -> Step:
        return Step("actual", verb.head if shares_form(verb, verb.head) else None)

    def _adverbial(self, verb: Token) -> Step:
        if has_to(verb) and verb.tag == "VB":
            return Step(self._of_purpose(verb.head), None)
        return Step("actual", None if is_finite(verb) else verb.head)

    def _of_purpose(self, above: Token) -> Status:
        """What a purpose is by what serves it: of something planned it is planned, of an attempt in vain denied."""
        if _is_too_much(above) or _is_in_vain(above):
            return "denied"
        if above.lemma in self._words.implicative:
            return "actual"
        known = self._made_by(above)
        if known != "actual" and above.lemma not in self._words.announcing:
            return known
        own = self._own.of_verb(above, headline=True)
        return own if own in ("planned", "denied", "hypothetical") else "possible"

    def _clause(self, verb: Token) -> Step:
        """A clause that is said, thought or hoped: what is said stays as it is said."""
        above = verb.head
        if not is_finite(verb):
            return self._complement(verb)
        if _is_sentence_apart(verb) or _has_whether(verb):
            return _STOP
        if is_subjunctive(verb):
            return Step("possible", None)
        if above.lemma in self._words.wishing:
            return Step("hypothetical", None)
        if above.lemma in FORMS_OF_BE:
            return Step("denied" if is_untrue(above) else "actual", None)
        effect = self._governor(above) if above.lemma not in self._words.asserting else "actual"
        effect = effect if effect in ("possible", "denied", "hypothetical") else "actual"
        return Step(self._hedge_before(above) if effect == "actual" and is_modal(verb) else effect, None)

    def _hedge_before(self, cue: Token) -> Status:
        """The hedge that the parse hangs on the verb of speech: "*Perhaps*, he said, they will meet"."""
        hedges = (child for child in cue.all_children("advmod") if child.i < cue.i)
        return "possible" if any(self._words.adverbs.get(h.lower) == "possible" for h in hedges) else "actual"

    def _complement(self, verb: Token) -> Step:
        above = verb.head
        if _has_whether(verb):
            return _STOP
        if verb.tag == "VBG" and self._is_end(above):
            return Step("actual", None, end=above)
        effect = self._governor(above, "to" if has_to(verb) else "")
        if has_to(verb):
            effect = further(effect, self._of_infinitive(verb, above))
            if _is_too_much(above) or _is_in_vain(above):
                effect = "denied"
        return Step(effect, above)

    def _of_infinitive(self, verb: Token, above: Token) -> Status:
        """What an infinitive is by its place alone: of "is to", of a headline's noun ("Mayor *to ban* march")."""
        if above.pos in VERBAL:
            return of_be_to(above, verb)
        return "planned" if verb.dep == "acl" and above.dep == "ROOT" else "actual"

    # Steps from nouns.

    def _object(self, noun: Token) -> Step:
        above = noun.head
        if self._is_end(above):
            return Step("denied" if above.lemma in self._words.halting else "actual", None, end=above)
        if has_would(above) and is_indefinite(noun) and not self._own.is_reported(above):
            return Step("hypothetical", None)
        undone = above.lemma in self._words.undoing and noun.lemma in self._words.governors
        effect = "denied" if undone else self._governor(above)
        return Step(effect, self._beyond(above, noun))

    def _first_of_compound(self, noun: Token) -> Step:
        """The act that another noun is about: "ceasefire *hopes*"."""
        effect = self._words.governors.get(noun.head.lemma)
        return Step(effect, noun.head) if effect is not None else _STOP

    def _subject(self, noun: Token) -> Step:
        """What a verb makes of the act that is its subject: "the attack *failed*", "a strike *would* hurt it"."""
        verb = noun.head
        if verb.lemma in self._words.fruitless:
            return _STOP
        if has_would(verb) or (is_modal(verb) and is_indefinite(noun)):
            return Step("planned" if self._own.is_reported(verb) else "hypothetical", None)
        if verb.lemma in FORMS_OF_BE:
            return Step(self._predicative(verb), verb)
        if enters_span(verb) or is_progressive(verb):
            return Step("ongoing", None)
        return Step(self._governor(verb), self._beyond(verb, verb))

    def _predicative(self, copula: Token) -> Status:
        """A meeting that "is possible", "is due on Friday", "is off the table", "is under way"."""
        told = copula.child("acomp", "attr")
        if told is not None:
            return further(self._governor(told), self._words.modifiers.get(told.lower, "actual"))
        phrases = (_phrase(link) for link in copula.all_children("prep", "advmod", "prt"))
        known = next((self._words.phrases[phrase] for phrase in phrases if phrase in self._words.phrases), None)
        return known or ("planned" if copula.child("xcomp") is not None else "actual")

    # Steps from either.

    def _behind_links(self, token: Token) -> Step:
        """What stands behind prepositions: "ahead of *talks*", "backed away from *closing*", "out of *shelling*"."""
        links = [token.head]
        while links[-1].head.pos == "ADP" and links[-1].dep in ("prep", "pcomp") and links[-1].head is not links[-1]:
            links.append(links[-1].head)
        owner = links[-1].head
        effect = further(
            self._link(links[0]),
            self._governor(owner, "-".join(link.lower for link in reversed(links))),
            self._words.phrases.get(f"{owner.head.lower} {owner.lower}", "actual") if owner.dep == "pobj" else "actual",
            "ongoing" if is_nth_span(owner) else "actual",
        )
        return Step(effect, self._beyond(owner, token))

    def _link(self, link: Token) -> Status:
        near = (link.head, *link.all_children("advmod", "prep", "pcomp"))
        before = next((f"{word.lower} {link.lower}" for word in near if word.i == link.i - 1), link.lower)
        return further(self._words.links.get(link.lower, "actual"), self._words.links.get(before, "actual"))

    # Governors.

    def _governor(self, token: Token, via: str = "") -> Status:
        if not self.is_double(token):
            return self._made_by(token, via)
        return "possible" if self._is_one_of(token, self._words.excluding) else "actual"

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

    def _is_end(self, governor: Token) -> bool:
        """Whether it says that an act is over: "stopped *shelling*", "gave up the *search*"."""
        return self._is_one_of(governor, self._words.ending)

    @staticmethod
    def _is_one_of(word: Token, table: frozenset[str]) -> bool:
        """Whether the table has the word, alone or with its particle."""
        particles = (f"{word.lemma}-{child.lower}" for child in word.all_children("prt"))
        return not table.isdisjoint((word.lemma, *particles))

    def _beyond(self, owner: Token, below: Token) -> Token | None:
        """Whether the status of the owner is also that of what it carries: light verbs and governors pass theirs on."""
        words = self._words
        carries = any(owner.lemma in table for table in (words.light, words.ongoing, words.governors, words.telling))
        undone = owner.lemma in words.undoing and below.lemma in words.governors
        return owner if carries or undone else None


def _phrase(link: Token) -> str:
    held = link.child("pobj")
    return f"{link.lower} {held.lower}" if held is not None else link.lower


def _has_whether(verb: Token) -> bool:
    return any(child.lower == _WHETHER for child in verb.all_children("mark", "advmod"))


def _is_too_much(word: Token) -> bool:
    """Whether something is too much for what its infinitive tells: "*too* weak to attack"."""
    parts = (word, *word.all_children("acomp", "attr", "oprd", "advmod"))
    return any(child.lower == "too" for part in parts for child in part.all_children("advmod"))


def _is_in_vain(word: Token) -> bool:
    """Whether an attempt came to nothing: "tried *in vain* to retake it"."""
    links = word.all_children("prep", "advmod")
    return any(child.lower in _IN_VAIN for child in (*links, *(held for link in links for held in link.children)))


def _is_sentence_apart(verb: Token) -> bool:
    """Whether a semicolon divides a clause from the verb that the parse puts over it."""
    return any(mark.text == ";" and verb.i < mark.i < verb.head.i for mark in (*verb.head.children, *verb.children))
