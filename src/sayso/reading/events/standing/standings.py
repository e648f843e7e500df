"""How the acts of one document stand: by the rules and, where these are often wrong, by the learned coder.

The rules know what governs an act. Nouns and what hangs deep in a sentence are governed in more ways than they have
words for. There the coder's head for the status is asked, and followed where it is sure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.clauses import VERBAL
from sayso.reading.events.standing.forms import is_sentence
from sayso.reading.events.standing.reader import last_question
from sayso.reading.events.verdicts import about
from sayso.reading.learned import load_learned_coder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sayso.reading.draft import Draft
    from sayso.reading.events.standing.reader import StatusReader
    from sayso.reading.syntax import Token
    from sayso.records.reading import Status

# How sure the coder must be to be followed; set on the dev half of the gold in ``evals/gold/status`` and on lines of
# ``training/status`` that it has not learned from.
_LEAST = 0.7
# Surer where what the rules and the coder tell is easily taken for one another, and the rules know the words for it: a
# purpose and a plan, what goes on and what was done, what came to nothing and what never took place.
_LEAST_OF: dict[tuple[Status, Status], float] = dict.fromkeys(
    (("possible", "planned"), ("planned", "possible"), ("ongoing", "actual"), ("actual", "denied")), 0.95
)


class Standings:
    """Of the acts of ``draft``; ``readers`` by the side of their quad, cooperation or conflict."""

    def __init__(self, draft: Draft, readers: Mapping[str, StatusReader]) -> None:
        self._draft = draft
        self._readers = readers
        self._known: dict[tuple[int, str], Status] = {}
        self._last_marks: dict[int, int] = {}

    def of(self, trigger: Token, side: str) -> Status:
        """How the act at ``trigger`` stands, of a type on this side."""
        known = self._known.get((trigger.i, side))
        if known is None:
            tokens = self._draft.parse.sentence_of(trigger).tokens
            known = self._readers[side].status(
                trigger, question=self._asks(trigger), headline=not is_sentence(tokens[-1].text)
            )
            self._known[trigger.i, side] = known
        return known

    def ask(self, triggers: Iterable[Token]) -> None:
        """Have the coder settle those that are in doubt, all at once."""
        doubtful = [trigger for trigger in dict.fromkeys(triggers) if self._is_doubtful(trigger)]
        if not doubtful:
            return
        answers = load_learned_coder().answers([about(trigger, self._draft) for trigger in doubtful])
        for trigger, answer in zip(doubtful, answers, strict=True):
            for side in self._readers:
                known = self.of(trigger, side)
                if answer.statuses[answer.status] >= _LEAST_OF.get((known, answer.status), _LEAST):
                    self._known[trigger.i, side] = answer.status

    def _is_doubtful(self, trigger: Token) -> bool:
        """Whether it is a noun, or a verb that the rules take for anything but done: what says so may say more."""
        return trigger.pos not in VERBAL or any(self.of(trigger, side) != "actual" for side in self._readers)

    def _asks(self, trigger: Token) -> bool:
        """Whether a question mark follows the act in its sentence."""
        if trigger.sentence not in self._last_marks:
            self._last_marks[trigger.sentence] = last_question(self._draft.parse.sentence_of(trigger).tokens)
        return trigger.i < self._last_marks[trigger.sentence]
