"""Moments: the days that the times of a text give to what takes place then.

A time's own interval is that of its value: "early July" is July. Here what stands in and around it counts as well: a
part of the month, "since" and "until", the two ends of a range, and "a week earlier", which is a day and no week.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sayso.lexicon.times import time_lexicon
from sayso.reading.calendar import Period, period, precision_of
from sayso.reading.events.expressions import BEFORE_NOUN, loose_preposition, size_of_range, word_before
from sayso.records import EventTime

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.reading.calendar import Unit
    from sayso.reading.draft import Draft
    from sayso.reading.events.expressions import Expression
    from sayso.reading.syntax import Token

_DAY = timedelta(days=1)
# How many days of a month lie before each of its three parts, and before what follows: to the 10th, the 20th, the end.
_THIRDS = {1: (0, 10), 2: (10, 20), 3: (20, None)}
# What is counted, from the finest: a time can be counted from another only if that one is at least as fine.
_COUNTED: tuple[Unit, ...] = ("day", "week", "month", "year")
# So many times back one is sought that another is counted from.
_MOST_BACK = 8


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """What an expression, or a range of several, gives as the days of an act.

    Attributes:
        first: the expression, or the first of a range.
        bound: the preposition before it that makes its day an end: "since", "until"; "" if none does.
        days: the interval and its precision; None where it is only counted from another time.
        steps: "a week earlier": so many units from the time that it hangs on.
        base: the index of the time that ``steps`` are counted from in the value; None: from publication.
    """

    first: Expression
    bound: str = ""
    days: EventTime | None = None
    steps: tuple[Unit, int] | None = None
    base: int | None = None


def moments_of(draft: Draft, expressions: Sequence[Expression]) -> Iterator[Moment]:
    """What the expressions give, in text order; durations and what comes back give none."""
    named = period(draft.document.published) if draft.document.published else None
    now = named if named is not None and named.unit == "day" else None
    at = 0
    while at < len(expressions):
        size = size_of_range(expressions, at, draft.parse.tokens)
        first, last = expressions[at], expressions[at + size - 1]
        if size > 1:
            after = narrowed(last, now).to
            yield Moment(first, days=EventTime(narrowed(first, now).from_, after, "range", first.number))
        elif _is_clock_step(first):
            yield Moment(first, steps=("day", 0))
        elif first.is_dated and first.words[-1] in time_lexicon().counted:
            yield _counted(draft, expressions, at, now)
        elif first.is_dated:
            bound = _bound(first, draft.parse.tokens)
            yield Moment(first, bound, _bounded(narrowed(first, now), bound))
        at += size


def narrowed(expression: Expression, now: Period | None) -> EventTime:
    """The days of the part that is told of a time: "early July", "earlier this week", "overnight".

    Args:
        expression: one that names days of the calendar.
        now: the day of publication; None if it is not known.
    """
    time, words = expression.time, expression.words
    days = EventTime(time.from_, time.to, precision_of(time.value) or "range", expression.number)
    first, after = date.fromisoformat(str(days.from_)), date.fromisoformat(str(days.to))
    third = next((n for word, n in time_lexicon().thirds.items() if word in words), None)
    if third is not None and days.precision == "month":
        start, end = _THIRDS[third]
        return _between(first + start * _DAY, first + end * _DAY if end else after, days)
    if words == ["overnight"]:
        return _between(first - _DAY, after, days) if first > date.min else days
    if now is None or days.precision == "day" or "that" in words:
        return days
    return _up_to_now(words[0], first, after, date.fromordinal(now.number), days)


def _up_to_now(word: str, first: date, after: date, today: date, days: EventTime) -> EventTime:
    """As in "earlier this week": what is over of it; "later this week": what is to come."""
    if word == "earlier" and first < today < after:
        return _between(first, today, days)
    if word == "later" and first <= today < after - _DAY:
        return _between(today + _DAY, after, days)
    return days


def _between(first: date, after: date, days: EventTime) -> EventTime:
    return replace(days, from_=first.isoformat(), to=after.isoformat(), precision="range")


def _is_clock_step(expression: Expression) -> bool:
    """Whether it is "hours later", "two hours earlier": the same day as what it is counted from."""
    lexicon, words = time_lexicon(), expression.words
    return words[-1] in lexicon.counted and any(lexicon.unit(word).startswith("T") for word in words)


def _counted(draft: Draft, expressions: Sequence[Expression], at: int, now: Period | None) -> Moment:
    """As in "three weeks ago", "a year later": to the day, or the whole month or year, as it is counted."""
    here = expressions[at]
    plain = Moment(here, days=narrowed(here, now))
    named = period(here.time.value)
    if named is None or named.unit not in _COUNTED or not time_lexicon().about.isdisjoint(here.words):
        return plain
    from_now = here.words[-1] == "ago"
    number, base = (None, now) if from_now else _named_before(draft, expressions, at, named.unit) or (None, now)
    if base is None:
        return plain
    steps = named.number - base.within(named.unit).number
    if from_now:
        return replace(plain, days=moved(base, named.unit, steps, here.number) or plain.days)
    return replace(plain, steps=(named.unit, steps), base=number)


def _named_before(
    draft: Draft, expressions: Sequence[Expression], at: int, unit: Unit
) -> tuple[int | None, Period] | None:
    """The last time that the story names before this one, at least so fine: what the stage *times* counts from."""
    sentences = draft.parse.sentences
    story = sentences[expressions[at].inside[0].sentence].story
    for other in reversed(expressions[max(0, at - _MOST_BACK) : at]):
        if sentences[other.inside[0].sentence].story != story:
            return None
        named = period(other.time.value) if other.time.type != "SET" else None
        if named is not None and (unit == "year" or _is_as_fine(named, unit)):
            return other.number, named
    return None


def _is_as_fine(named: Period, unit: Unit) -> bool:
    fine: Unit = "week" if named.unit == "weekend" else named.unit
    return fine in _COUNTED and _COUNTED.index(fine) <= _COUNTED.index(unit)


def moved(base: Period, unit: Unit, steps: int, number: int | None) -> EventTime | None:
    """The days so many units from a period: of days and weeks the very day, of months and years the whole.

    Args:
        base: what it is counted from; a day, where days or weeks are counted.
        unit: what is counted.
        steps: how many; below zero, back in time.
        number: the index of the time that tells it.

    Returns:
        None if the base is too coarse to count from, or the days lie outside the years 1 to 9999.
    """
    if unit in ("day", "week"):
        named = base.shift(steps * (7 if unit == "week" else 1)) if base.unit == "day" else None
    else:
        named = base.within(unit).shift(steps) if _is_as_fine(base, unit) else None
    if named is None or named.interval is None:
        return None
    return EventTime(*named.interval, precision_of(named.value) or "range", number)


def _bound(expression: Expression, tokens: Sequence[Token]) -> str:
    """The preposition before an expression that makes an end of it."""
    loose = loose_preposition(expression.inside[0], expression.root, tokens)
    if expression.root.dep in BEFORE_NOUN and loose is None:
        return ""
    before = word_before(expression, tokens)
    return before if before in time_lexicon().bounds else ""


def _bounded(days: EventTime, bound: str) -> EventTime:
    match time_lexicon().bounds.get(bound):
        case "from":
            return replace(days, to=None, precision="range")
        case "to":
            return replace(days, from_=None, precision="range")
        case "before":
            return replace(days, from_=None, to=days.from_, precision="range")
        case "after":
            return replace(days, from_=days.to, to=None, precision="range")
    return days
