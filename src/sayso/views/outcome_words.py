"""Why an expectation has its outcome, as a sentence."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from sayso.ledger.outcomes import GRACE
from sayso.records.wording import days_words, listing, published_words
from sayso.views.tallies import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.views.answers import StepAnswer

_TURNS = {"met": "met", "unmet": "told not to have come", "cancelled": "called off", "confirmed": "announced again"}


def reason_words(
    name: str, late: int | None, evidence: Sequence[StepAnswer], window: tuple[str | None, str | None]
) -> str:
    """The sentence for the outcome ``name``; silence is called silence, not proof that nothing happened."""
    day = published_words(evidence[0].told) if evidence else ""
    match name:
        case "met":
            return f"told {day}, {late_words(late)}"
        case "postponed":
            moved = listing(days_words(step.from_, step.to) for step in evidence)
            return f"told {day} to come {moved}"
        case "cancelled":
            return f"called off, told {day}"
        case "void":
            return f"what it hangs on was called off, told {day}"
        case "missed" if evidence:
            return f"told {day} not to have come"
    return _silence(name, window)


def _silence(name: str, window: tuple[str | None, str | None]) -> str:
    last = date.fromisoformat(window[1] or "") - timedelta(days=1)
    if name == "missed":
        return f"nothing told by {published_words((last + timedelta(days=GRACE)).isoformat())}"
    if name == "due":
        return "the window has begun, nothing told yet"
    return f"the window begins {published_words(window[0])}" if window[0] else "the window has not begun"


def late_words(late: int | None) -> str:
    """``in time``, ``3 days late``, ``1 day early``."""
    if late is None:
        return "on a day that is not told"
    if not late:
        return "in time"
    return counted(abs(late), "day") + (" late" if late > 0 else " early")


def history_words(announced: str, history: Sequence[StepAnswer]) -> str:
    """``announced 10 May 2018; called off 24 May 2018; met 12 June 2018``: each turn once, by the day it was told."""
    turns = ["announced " + published_words(announced)]
    before = "confirmed"
    for step in history:
        if step.effect != before:
            turns.append(f"{_turn(step)} {published_words(step.told)}")
        before = step.effect
    return "; ".join(turns)


def _turn(step: StepAnswer) -> str:
    return _TURNS.get(step.effect) or f"moved to {days_words(step.from_, step.to)}, told"
