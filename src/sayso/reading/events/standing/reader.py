"""Climbs from an act up the tree; the step furthest from fact decides how the act stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.events.standing.above import Governors
from sayso.reading.events.standing.order import further
from sayso.reading.events.standing.own import Own

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.lexicon.status import StatusWords
    from sayso.reading.events.standing.above import Step
    from sayso.reading.syntax import Token
    from sayso.records.reading import Status

_MOST_HOPS = 8
_QUESTION = "?"


class StatusReader:
    """Tells how predicates stand; knows the words of ``status.yaml``."""

    def __init__(self, words: StatusWords) -> None:
        self._own = Own(words)
        self._governors = Governors(words, self._own)

    def status(self, trigger: Token, *, question: bool = False, headline: bool = False) -> Status:
        """How the act at ``trigger`` stands; the others say whether its sentence asks, or is a headline."""
        found: Status = "hypothetical" if question else "actual"
        here: Token | None = trigger
        for _ in range(_MOST_HOPS):
            if here is None:
                break
            if here is trigger or not self._governors.is_double(here):
                found = further(found, self._own.of(here, headline=headline))
            step = self._governors.step(here)
            found = further(found, self._effect(step))
            here = step.up
        return found

    def _effect(self, step: Step) -> Status:
        """What a step makes of the act. One that ends goes on, if its end is to come, denied or only demanded."""
        if step.end is None or self.status(step.end, headline=True) == "actual":
            return step.effect
        return "ongoing"


def last_question(sentence: Sequence[Token]) -> int:
    """The index of the last question mark of a sentence: what stands before it is asked; -1 if there is none."""
    return next((token.i for token in reversed(sentence) if token.text == _QUESTION), -1)
