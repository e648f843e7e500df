"""Offsets: acts that the text places by others: "three weeks after *C fell*, *A met* B"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from sayso.lexicon.times import time_lexicon
from sayso.reading.calendar import period_of
from sayso.reading.clauses import VERBAL
from sayso.reading.events.attachment import rungs
from sayso.reading.events.moments import moved
from sayso.records import EventTime

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from sayso.reading.calendar import Unit
    from sayso.reading.events.expressions import Expression
    from sayso.reading.syntax import Token
    from sayso.records.reading import Precision

type OffsetUnit = Literal["H", "D", "W", "M", "Y"]

_LINKS = {"after": 1, "before": -1}
_UNITS: dict[OffsetUnit, Unit] = {"D": "day", "W": "week", "M": "month", "Y": "year"}
# "About three weeks after" may be so many days off, for each unit.
_SLACK_DAYS: dict[OffsetUnit, int] = {"H": 0, "D": 1, "W": 4, "M": 15, "Y": 180}
_UNIT_DAYS: dict[OffsetUnit, int] = {"H": 0, "D": 1, "W": 7, "M": 30, "Y": 365}
_PRECISION: dict[OffsetUnit, Precision] = {"H": "day", "D": "day", "W": "week", "M": "month", "Y": "year"}
# So many of a verb's children are looked at for another clause.
_MOST_CHILDREN = 12
_ARTICLES = frozenset(("the", "a", "one"))
# Nouns that name a day by what happens on or after it: "on the eve of the vote".
DAYS_OF = {"eve": -1, "day": 0}


@dataclass(frozen=True, slots=True, eq=False)
class Offset:
    """``main`` came ``amount`` units after ``other`` (below zero: before it); ``loose``: about so many."""

    main: Token
    other: Token
    amount: int
    unit: OffsetUnit
    loose: bool = False

    def of_main(self, other: EventTime | None) -> EventTime | None:
        """When the main act was, by when the other was."""
        return _shifted(other, self.amount, self)

    def of_other(self, main: EventTime | None) -> EventTime | None:
        """When the other act was, by when the main one was."""
        return _shifted(main, -self.amount, self)


def offsets_in(tokens: Sequence[Token], expressions: Sequence[Expression], timed: Container[int]) -> Iterator[Offset]:
    """The offsets of a document, in text order; ``timed`` are the indices of the expressions' words."""
    lengths = {e.inside[-1].i: e for e in expressions if e.time.type == "DURATION"}
    for link in tokens:
        sign = _LINKS.get(link.lower)
        if sign is None or link.i == 0:
            continue
        amount = _amount(tokens, link.i - 1, lengths)
        ends = _ends(link, timed) if amount is not None else None
        if amount is not None and ends is not None:
            yield Offset(*ends, sign * amount[0], amount[1], amount[2])


def _amount(
    tokens: Sequence[Token], last: int, lengths: Mapping[int, Expression]
) -> tuple[int, OffsetUnit, bool] | None:
    """(number, unit, loosely told) of the length of time whose last word this is; None if there is none."""
    word = tokens[last]
    unit = time_lexicon().unit(word.lower)
    if unit.startswith("T"):
        return 0, "H", False
    told = lengths.get(last)
    if told is not None:
        body = told.time.value.removeprefix("P")
        if not body[:-1].isdecimal() or body[-1] not in _UNITS:
            return None
        return int(body[:-1]), body[-1], not time_lexicon().about.isdisjoint(told.words)
    if unit in _UNITS and last > 0 and tokens[last - 1].lower in _ARTICLES:
        return 1, unit, False
    return None


def _ends(link: Token, timed: Container[int]) -> tuple[Token, Token] | None:
    """(the act that is placed, the act or occasion behind the link)."""
    if link.dep == "mark":
        other = link.head
        main = _main_below(other, link) if other.head is other else _host(other.head)
        return (main, other) if main is not None else None
    other_ = link.child("pobj", "pcomp")
    if other_ is None or other_.i in timed:
        return None
    above = link.head
    while above.head is not above and (above.i in timed or above.pos == "ADP" or _is_unit(above)):
        above = above.head
    return (_host(above), other_) if above is not link else None


def _main_below(other: Token, link: Token) -> Token | None:
    """The main clause, where the parser has hung it below the other: "*A met B*, a week after C had fallen"."""
    for child in other.children[:_MOST_CHILDREN]:
        if child.i > link.i:
            break
        found = child if child.pos in VERBAL else child.child("acl", "relcl")
        if found is not None and found.pos in VERBAL and found.dep != "aux":
            return found
    return None


def _is_unit(token: Token) -> bool:
    return bool(time_lexicon().unit(token.lower))


def _host(token: Token) -> Token:
    """The verb or occasion that a word belongs to."""
    if token.pos in VERBAL:
        return token
    found = rungs(token)
    return token if not found else next((rung.token for rung in found if rung.token.pos in VERBAL), token)


def _shifted(anchor: EventTime | None, amount: int, offset: Offset) -> EventTime | None:
    if anchor is None or anchor.from_ is None:
        return None
    first = date.fromisoformat(anchor.from_)
    if offset.loose or offset.unit == "H":
        return _around(first, amount, offset) if anchor.precision == "day" else None
    unit = _UNITS[offset.unit]
    base: Unit = anchor.precision if anchor.precision in ("day", "week", "month", "year") else "decade"
    return moved(period_of(first, base), unit, amount, None)


def _around(day: date, amount: int, offset: Offset) -> EventTime | None:
    slack = timedelta(_SLACK_DAYS[offset.unit])
    try:
        middle = day + timedelta(amount * _UNIT_DAYS[offset.unit])
        first, after = middle - slack, middle + slack + timedelta(1)
    except OverflowError:
        return None
    return EventTime(first.isoformat(), after.isoformat(), _PRECISION[offset.unit], None)
