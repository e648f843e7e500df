"""Verdicts: which of the frames and the learned coder is followed where the words leave it open.

A word is *torn* if frames that disagree have it and no condition tells them apart ("strike", "charge", "hold"), and
*silent* if no frame has it. What frames tell of a given pair is torn as well, unless their words name just these two.
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

# Who does these with whom does it together; a visit has a host.
_MUTUAL = frozenset({"CONSULT", "COOPERATE"})
_ONE_SIDED = frozenset({"visit"})


@dataclass(frozen=True, slots=True)
class Doubt:
    """A kind of question to the learned coder.

    Attributes:
        name: what ``Event.rule`` and a refusal say of it.
        says: what it means, in a sentence.
        least: how sure the coder must be to be followed; below it abstains, and what the frames tell stands.
        may_refuse: whether the coder may say that the words tell no act at all.
    """

    name: str
    says: str
    least: float
    may_refuse: bool


# The thresholds were set on the dev sets; docs/coding.md has the curves.
SILENT = Doubt("learned", "No frame has the word: the learned coder tells what it means.", 0.92, may_refuse=True)
TORN = Doubt("learned, of a torn word", "Frames that disagree have the word.", 0.95, may_refuse=True)
PAIR_SILENT = Doubt("learned, of a pair", "The frames tell nothing of the pair.", 0.25, may_refuse=False)
PAIR_TORN = Doubt("learned, of a torn pair", "What the frames tell is of others as well.", 0.95, may_refuse=False)


def question(meaning: Meaning, draft: Draft, hint: str | None) -> Question:
    """What the learned coder is asked of a meaning: its sentence, with its first parties and its word marked."""
    sentence = draft.parse.sentence_of(meaning.predicate.token)
    here = Span(sentence.tokens[0].start, sentence.tokens[-1].end)
    parties = _parties(meaning)
    marks = [(role, mention.span) for role, mention in zip(PARTIES, parties, strict=False)]
    if not any(span.overlaps(meaning.predicate.token.span) for _, span in marks):
        marks.append(("P", meaning.predicate.token.span))
    inside = tuple((role, s.start - here.start, s.end - here.start) for role, s in marks if here.covers(s))
    return Question(here.of(draft.text), inside, hint)


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
