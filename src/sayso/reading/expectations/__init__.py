"""Stage *expectations*: which events are announced or expected, and when that can be checked.

Every event that is told as planned makes one; an event that is merely possible makes one where a time is told with it.
A window that does not end after the publication date can't be one of the future, and is refused as such.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.records import Expectation

if TYPE_CHECKING:
    from sayso.reading.draft import Draft
    from sayso.reading.stage import StageFunction
    from sayso.records import Event
    from sayso.settings import Settings

NO_TIME = "the text tells no time by which it should have come"
PAST_WINDOW = "the time that is told lies before the publication"
# A window of more than a year is no appointment: whatever comes would meet it.
TOO_VAGUE = "the time that is told is vaguer than a year"
_VAGUE = frozenset({"decade", "century"})


def make(settings: Settings) -> StageFunction:  # noqa: ARG001 - every stage is made alike
    """The stage."""

    def stage(draft: Draft) -> Draft:
        published = draft.document.published
        found = [_expectation(event, published) for event in draft.events if _is_announced(event)]
        return replace(draft, expectations=tuple(found))

    return stage


def _is_announced(event: Event) -> bool:
    return event.status == "planned" or (event.status == "possible" and event.time is not None)


def _expectation(event: Event, published: str | None) -> Expectation:
    """The window of an event; ``published`` is as precise as it is known, so its first day counts."""
    time = event.time
    start, end = (time.from_, time.to) if time else (None, None)
    why_not = _why_not(end, published, time.precision if time else None)
    return Expectation(event.id, start, end, checkable=why_not is None, why_not=why_not)


def _why_not(end: str | None, published: str | None, precision: str | None) -> str | None:
    if end is None:
        return NO_TIME
    if precision in _VAGUE:
        return TOO_VAGUE
    if published is not None and end <= published:
        return PAST_WINDOW
    return None
