"""When an event happened: by the expression that governs it, or by another event that the text places it by.

The publication date is never a default: an event whose text tells no time has none.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from sayso.reading.events.attachment import governor, sharing_clauses
from sayso.records import EventTime

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.reading.draft import Draft
    from sayso.reading.syntax import Token
    from sayso.records import Time
    from sayso.records.reading import Precision

_MOST_HOPS = 8
# A longer chain of verbs is no sentence but a list without stops.
_MOST_CONJOINED = 12
_UNIT_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}
# What comes "three weeks after" may be so many days off, for each unit of the duration.
_SLACK_DAYS = {"D": 0, "W": 4, "M": 15, "Y": 180}
_SLACK_PRECISION: dict[str, Precision] = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_SEASONS = frozenset(("SP", "SU", "FA", "WI"))


class Clock:
    """The times of one document, by the words that they hang on."""

    def __init__(self, draft: Draft) -> None:
        self._times = draft.times
        self._tokens = draft.parse.tokens
        self._by_governor: dict[int, list[int]] = {}
        self._offsets: dict[int, tuple[Token, int, str]] = {}
        starts = {token.start: token for token in self._tokens} if draft.times else {}
        for number, time in enumerate(draft.times):
            token = starts.get(time.start)
            if token is None:
                continue
            inside = self._inside(token, time.end)
            if time.type == "DURATION":
                self._note_offset(inside, time)
            elif time.from_ is not None or time.to is not None:
                self._by_governor.setdefault(governor(_root(inside)).i, []).append(number)

    def time_of(self, hosts: Sequence[Token]) -> EventTime | None:
        """When the event happened whose words are ``hosts``, trigger first; None if the text does not tell."""
        own = self._of_any(hosts)
        if own is not None:
            return own
        return self._on_the_eve(hosts[0]) or self._by_other(hosts) or self._of_any(sharing_clauses(hosts[-1]))

    def _inside(self, first: Token, end: int) -> list[Token]:
        found = []
        for token in self._tokens[first.i :]:
            if token.start >= end:
                break
            found.append(token)
        return found

    def _of_any(self, hosts: Sequence[Token]) -> EventTime | None:
        for host in hosts:
            for number in self._by_governor.get(host.i, ()):
                time = self._times[number]
                return EventTime(time.from_, time.to, precision_of(time), number)
        return None

    def _note_offset(self, inside: list[Token], time: Time) -> None:
        """Keep "three weeks after" by the verb or noun that stands behind it."""
        last = inside[-1].i + 1
        link = self._tokens[last] if last < len(self._tokens) else None
        amount, unit = _amount(time.value)
        if link is None or link.lower not in ("after", "before") or not amount:
            return
        later = link.head if link.dep == "mark" else link.child("pobj", "pcomp")
        if later is not None and unit in _UNIT_DAYS:
            self._offsets[later.i] = (link, amount if link.lower == "after" else -amount, unit)

    def _by_other(self, hosts: Sequence[Token]) -> EventTime | None:
        """By the event that came so much later or earlier: "A met B three weeks after *C fell*"."""
        for here in (*hosts, *sharing_clauses(hosts[-1]), *_conjoined(hosts[-1])):
            if here.i not in self._offsets:
                continue
            link, amount, unit = self._offsets[here.i]
            main = here.head if link.dep == "mark" else link.head
            anchor = self._of_any([main, *main.all_children("nsubj", "nsubjpass", "dobj")])
            day = _day(anchor)
            if day is not None:
                return _around(day - timedelta(days=amount * _UNIT_DAYS[unit]), unit)
        return None

    def _on_the_eve(self, trigger: Token) -> EventTime | None:
        """The day after that of the clause: "on the eve of *meeting* him, she said Sunday"."""
        here = trigger
        for _ in range(_MOST_HOPS):
            if here.head is here:
                return None
            here = here.head
            if here.lemma == "eve":
                day = _day(self._of_any([governor(here)]))
                return _around(day + timedelta(days=1), "D") if day is not None else None
        return None


def _root(tokens: list[Token]) -> Token:
    numbers = {token.i for token in tokens}
    return next((t for t in tokens if t.head is t or t.head.i not in numbers), tokens[-1])


def _conjoined(token: Token) -> list[Token]:
    """The verbs that a coordinated verb is coordinated with, the nearest first."""
    found: list[Token] = []
    while token.dep == "conj" and token.head is not token and len(found) < _MOST_CONJOINED:
        token = token.head
        found.append(token)
    return found


def _amount(value: str) -> tuple[int, str]:
    """(number, unit) of a TIMEX3 duration such as ``P3W``; (0, "") if it has several parts or none that is a number."""
    body = value.removeprefix("P")
    return (int(body[:-1]), body[-1]) if body[:-1].isdecimal() and body[-1:] in _UNIT_DAYS else (0, "")


def _day(time: EventTime | None) -> date | None:
    return date.fromisoformat(time.from_) if time is not None and time.from_ and time.precision == "day" else None


def _around(day: date, unit: str) -> EventTime:
    slack = timedelta(days=_SLACK_DAYS[unit])
    return EventTime(
        (day - slack).isoformat(), (day + slack + timedelta(days=1)).isoformat(), _SLACK_PRECISION[unit], None
    )


def precision_of(time: Time) -> Precision:
    """How precise a TIMEX3 value is, by its form."""
    value = time.value.partition("T")[0]
    parts = value.split("-")
    if len(parts) == 1:
        return {4: "year", 3: "decade", 2: "century"}.get(len(value), "range")  # type: ignore[return-value]
    second = parts[1]
    if len(parts) == 2:  # noqa: PLR2004 - year and one part
        return _of_part(second)
    if second.startswith("W"):
        return "day" if parts[2] != "WE" else "range"
    return "day"


def _of_part(part: str) -> Precision:
    if part.startswith("W"):
        return "season" if part in _SEASONS else "week"
    if part.startswith("Q"):
        return "quarter"
    if part.startswith("H"):
        return "range"
    return "season" if part in _SEASONS else "month"
