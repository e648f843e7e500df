"""Which events of its text an expectation hangs on: without them it can't come as it was announced."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# "once he has met him", "provided that the talks go on"; "if" makes both clauses hypothetical, and no expectation.
_CONDITION = re.compile(
    r"[\s,—–-]*(?:once|provided|providing|as soon as|as long as|on condition|on the condition)\b", re.IGNORECASE
)
_AHEAD = frozenset(("planned", "possible", "hypothetical"))
# Between a clause and its condition stand no more characters than these: ", provided that ".
_GAP = 30


@dataclass(frozen=True, slots=True)
class Clause:
    """Event ``event`` is told in characters [``start``, ``end``) as ``status``, to come in the days ``window``."""

    event: int
    start: int
    end: int
    status: str
    window: tuple[str | None, str | None]


def hangs_on(expected: Clause, others: Iterable[Clause], text: str) -> Iterator[int]:
    """The events that this one hangs on: its conditions, and the meeting that it is the purpose of."""
    for other in others:
        ahead = other.event != expected.event and other.status in _AHEAD
        if ahead and (_is_condition(expected, other, text) or _is_occasion(expected, other)):
            yield other.event


def _is_condition(expected: Clause, other: Clause, text: str) -> bool:
    """It follows at once, and a word makes it a condition: "will visit …, once he has met …"."""
    if not expected.end <= other.end or not 0 <= other.start - expected.end <= _GAP:
        return False
    return _CONDITION.match(text[expected.end : other.end]) is not None


def _is_occasion(expected: Clause, other: Clause) -> bool:
    """“They will meet in Lima on Friday to sign an accord”: the clause of the signing holds that of the meeting."""
    holds = expected.start <= other.start and other.end < expected.end
    return holds and other.status == "planned" and expected.window == other.window
