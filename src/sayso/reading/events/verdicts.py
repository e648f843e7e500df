"""Verdicts: which of the frames and the learned coder is followed where the words leave it open.

A word is *silent* if no frame has it. Of a given pair the frames may be silent as well; what they tell of it is *torn*
if frames that disagree have the word and no condition tells them apart ("strike", "charge", "hold"), or if their words
name others than these two.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.reading.marking import NONE, PARTIES, Question
from sayso.records import Span

if TYPE_CHECKING:
    from sayso.reading.cast import Mention
    from sayso.reading.draft import Draft
    from sayso.reading.events.meaning import Meaning
    from sayso.reading.learned import Answer
    from sayso.reading.syntax import Token

# Who does these with whom does it together; a visit has a host.
_MUTUAL = frozenset({"CONSULT", "COOPERATE"})
_ONE_SIDED = frozenset({"visit"})
# Of a sentence of more characters the coder sees so many to either side of the word: it reads no more anyway, and a
# text that is one sentence would be read whole for each of its verbs.
_LONGEST = 1200
_AROUND = 300


@dataclass(frozen=True, slots=True)
class Doubt:
    """A kind of question to the learned coder.

    Attributes:
        name: what ``Event.rule`` and a refusal say of it.
        least: how sure the coder must be to be followed; below it abstains, and what the frames tell stands.
        may_refuse: whether the coder may say that the words tell no act at all.
    """

    name: str
    least: float
    may_refuse: bool


# The thresholds were set on the dev sets. No frame has the word; asked where no frame is (``coder="learned"``):
SILENT = Doubt("learned", 0.92, may_refuse=True)
# The frames tell nothing of the pair:
PAIR_SILENT = Doubt("learned, of a pair", 0.25, may_refuse=False)
# What they tell is of others as well:
PAIR_TORN = Doubt("learned, of a torn pair", 0.95, may_refuse=False)


def question(meaning: Meaning, draft: Draft, hint: str | None) -> Question:
    """What the learned coder is asked of a meaning: its sentence, with its first parties and its word marked."""
    here = _surroundings(meaning.predicate.token, draft)
    parties = _parties(meaning)
    marks = [(role, mention.span) for role, mention in zip(PARTIES, parties, strict=False)]
    if not any(span.overlaps(meaning.predicate.token.span) for _, span in marks):
        marks.append(("P", meaning.predicate.token.span))
    inside = tuple((role, s.start - here.start, s.end - here.start) for role, s in marks if here.covers(s))
    return Question(here.of(draft.text), inside, hint)


def about(trigger: Token, draft: Draft) -> Question:
    """What the learned coder is asked of a word alone: its sentence, with the word marked."""
    here = _surroundings(trigger, draft)
    return Question(here.of(draft.text), (("P", trigger.start - here.start, trigger.end - here.start),))


def _surroundings(trigger: Token, draft: Draft) -> Span:
    """The sentence; of a very long one, what stands around the word."""
    sentence = draft.parse.sentence_of(trigger)
    first, last = sentence.tokens[0].start, sentence.tokens[-1].end
    if last - first > _LONGEST:
        first, last = max(first, trigger.start - _AROUND), min(last, trigger.end + _AROUND)
    return Span(first, last)


def _parties(meaning: Meaning) -> tuple[Mention, ...]:
    """Who does it, and to or with whom, the first of each."""
    return (*meaning.actors[:1], *(meaning.recipients or meaning.actors[1:])[:1])


def judged(meaning: Meaning, doubt: Doubt, hint: str | None, answer: Answer) -> Meaning | str | None:
    """The meaning as the coder has it, or why it tells nothing; None if it abstains, or the frames say the same."""
    best = answer.best(refusing=doubt.may_refuse)
    if answer.types[best] < doubt.least or best in (hint, meaning.type):
        return None
    if best == NONE:
        return f"{doubt.name}: the words tell no act between these"
    mode = answer.mode_of(best)
    parties = meaning.actors, meaning.recipients
    if best in _MUTUAL and mode not in _ONE_SIDED:
        parties = (*meaning.actors, *meaning.recipients), ()
    return replace(meaning, type=best, act=best, mode=mode, actors=parties[0], recipients=parties[1], by=doubt.name)
