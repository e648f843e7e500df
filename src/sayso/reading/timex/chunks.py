"""The lower level of the grammar, first half: days and longer spans of the calendar, each by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.calendar import SEASONS, day
from sayso.reading.timex.expressions import (
    Amount,
    Counterpart,
    Definite,
    Expression,
    Fixed,
    InMonth,
    InWeek,
    InYear,
    Relative,
)
from sayso.reading.timex.patterns import Caught, Rule
from sayso.reading.timex.units import amount_of, duration, unit_of

if TYPE_CHECKING:
    from sayso.reading.calendar import Unit
    from sayso.reading.timex.expressions import Base


def _year(c: Caught) -> int | None:
    year = c.get("YEAR")
    return int(year) if year is not None else None


def _date(c: Caught) -> Expression | None:
    """As in "Sept. 3", "3 September 2025", "Monday, Sept. 3"."""
    year = _year(c)
    if year is not None:
        named = day(year, c["MONTH"], c["DAYNUM"])
        return Expression(Fixed(named.value)) if named else None
    if day(2000, c["MONTH"], c["DAYNUM"]) is None:  # a leap year: any day that some year has
        return None
    return Expression(InYear("day", c["MONTH"], c["DAYNUM"], weekday=c.get("WEEKDAY")))


def _numeric(year: int, month: int, number: int) -> Expression | None:
    named = day(year, month, number)
    return Expression(Fixed(named.value)) if named else None


def _iso(c: Caught) -> Expression | None:
    if c.has("ISO"):
        year, month, number = map(int, c["ISO"].split("-"))
        return _numeric(year, month, number)
    month, number = c.all("TWO")
    return _numeric(c["YEAR"], month, number)


def _slashed(c: Caught) -> Expression | None:
    """American order, as in American news; the other where only that makes a date."""
    first, second, year = c["SLASHED"]
    return _numeric(year, first, second) or _numeric(year, second, first)


def _month(c: Caught) -> Expression | None:
    year = _year(c)
    return Expression(Fixed(f"{year:04}-{c['MONTH']:02}") if year else InYear("month", c["MONTH"]))


def _turned(c: Caught) -> Expression | None:
    """As in "last March", "the following Friday", "this summer", "next Christmas"."""
    base: Base = "story" if c.has("STORYTURN") else "now"
    turn = c.get("STORYTURN") if c.has("STORYTURN") else c.all("TURN")[-1]
    if c.has("WEEKDAY"):
        return Expression(InWeek(c["WEEKDAY"], turn, base))
    if c.has("MONTH") and c.has("DAYNUM"):
        return Expression(InYear("day", c["MONTH"], c["DAYNUM"], turn=turn, base=base))
    if c.has("MONTH"):
        return Expression(InYear("month", c["MONTH"], turn=turn, base=base))
    if c.has("SEASON"):
        return Expression(InYear("season", SEASONS.index(c["SEASON"]), turn=turn, base=base))
    return Expression(InYear("day", feast=c["FEAST"], turn=turn, base=base))


def _near_day(c: Caught) -> Expression:
    return Expression(Relative("day", c["NEARDAY"]))


def _beyond(c: Caught) -> Expression | None:
    """As in "the day before yesterday", "the day after tomorrow"."""
    return Expression(Relative("day", c["NEARDAY"] + (-1 if c.has("before") else 1))) if c["NEARDAY"] else None


def _feast(c: Caught) -> Expression | None:
    return Expression(InYear("day", feast=c["FEAST"], year=_year(c)))


def _season(c: Caught) -> Expression:
    index, year = SEASONS.index(c["SEASON"]), _year(c)
    return Expression(Fixed(f"{year:04}-{SEASONS[index]}") if year else InYear("season", index))


def _relative_unit(c: Caught) -> Expression | None:
    """As in "last week", "this year", "the previous month", "that day"."""
    unit = unit_of(c["UNIT"])
    if unit is None or c["UNIT"] == "N":
        return None  # "last night" is a part of a day
    base: Base = "story" if c.has("STORYTURN") or c.has("that") else "now"
    if unit in ("decade", "century") and c.get("TURN"):
        return duration(amount_of(c["UNIT"], 1.0))  # "the past decade" is the ten years up to now
    steps = c["STORYTURN"] if c.has("STORYTURN") else 0 if c.has("that") else c["TURN"]
    if unit == "day" and base == "now" and steps:
        base = "story"  # "the next day", "the last day": publication is told of as "tomorrow", "yesterday"
    return Expression(Relative(unit, steps, base))


def _coming(c: Caught) -> Expression:
    """As in "the coming Sunday": the first one that is still to come."""
    return Expression(InWeek(c["WEEKDAY"], 0))


def _counterpart(c: Caught) -> Expression:
    return Expression(Counterpart(int(c["YEAR"])))


def _business_year(_: Caught) -> Expression:
    """As in "the year ended March 31": no year of the calendar."""
    return duration(Amount(1, "Y"))


def _definite(c: Caught) -> Expression | None:
    unit = unit_of(c["UNIT"]) if c.has("UNIT") else None
    return Expression(Definite(unit)) if unit or c.has("period") else None


def _year_ago(c: Caught) -> Expression | None:
    """As in "the year-earlier quarter", "year-ago results"."""
    return Expression(Relative("year", -1, "story", ago=True)) if c["UNIT"] == "Y" else None


def _plain_year(c: Caught) -> Expression | None:
    number = int(next(c.get(name) for name in ("YEAR", "WHOLEYEAR", "FISCAL", "NUM") if c.has(name)))
    return Expression(Fixed(f"{number:04}")) if 0 < number <= 9999 else None  # noqa: PLR2004 - the calendar's last year


def _quarter(c: Caught) -> Expression | None:
    number = c.get("QUARTER") or c.get("ORD")
    return _part_of_year("quarter", number, _year(c)) if number in range(1, 5) else None


def _half(c: Caught) -> Expression | None:
    number = c.get("HALF") or c.get("ORD") or (2 if c.has("last") else None)
    return _part_of_year("half", number, _year(c)) if number in (1, 2) else None


def _part_of_year(unit: Unit, index: int, year: int | None) -> Expression:
    letter = "Q" if unit == "quarter" else "H"
    return Expression(Fixed(f"{year:04}-{letter}{index}") if year else InYear(unit, index))


def _decade(c: Caught) -> Expression:
    number = c.get("DECADE") or c.get("WHOLEDECADE")
    return Expression(Fixed(f"{number:03}X"))


def _century(c: Caught) -> Expression | None:
    return Expression(Fixed(f"{c['ORD'] - 1:02}XX")) if 1 <= c["ORD"] <= 22 else None  # noqa: PLR2004 - of the common era


# fmt: off
RULES = (
    Rule(
        "DAY",
        (
            "WEEKDAY ,? MONTH the? DAYNUM ,? YEAR?",
            "WEEKDAY ,? the? DAYNUM of? MONTH ,? YEAR?",
            "MONTH the? DAYNUM ,? YEAR",
            "MONTH the? DAYNUM",
            "the? DAYNUM of? MONTH ,? YEAR?",
        ),
        _date,
    ),
    Rule("DAY", ("MONTH DAYNUM -|to|and DAYNUM ,|of YEAR",), _date, trail=4),
    Rule("DAY", ("MONTH DAYNUM -|to|and DAYNUM YEAR",), _date, trail=3),
    Rule("DAY", ("DAYNUM -|to|and DAYNUM MONTH YEAR",), _date, trail=4),
    Rule("DAY", ("DAYNUM -|to|and DAYNUM MONTH",), _date, trail=3),
    Rule("DAY", ("ISO", "YEAR - TWO - TWO"), _iso),
    Rule("DAY", ("SLASHED",), _slashed),
    Rule("DAY", ("WEEKDAY",), lambda c: Expression(InWeek(c["WEEKDAY"]))),
    Rule("DAY", ("this|the? coming|upcoming WEEKDAY",), _coming),
    Rule("DAY", ("the? TURN WEEKDAY", "this TURN WEEKDAY", "the? STORYTURN WEEKDAY"), _turned),
    Rule("DAY", ("this? TURN WEEKDAY ,? MONTH the? DAYNUM",), _date),
    Rule("DAY", ("TURN MONTH the? DAYNUM",), _turned),
    Rule("DAY", ("TURN FEAST", "this TURN FEAST"), _turned),
    Rule("DAY", ("FEAST of? YEAR?",), _feast),
    Rule("DAY", ("the MONTHDAY",), lambda c: Expression(InMonth(c["MONTHDAY"]))),
    Rule("DAY", ("NEARDAY",), _near_day),
    Rule("DAY", ("the day before|after NEARDAY",), _beyond),
    Rule("SPAN", ("MONTH", "MONTH ,? of? YEAR"), _month),
    Rule("SPAN", ("TURN MONTH", "this TURN MONTH", "the? STORYTURN MONTH"), _turned),
    Rule("SPAN", ("TURN SEASON", "this TURN SEASON", "the? STORYTURN SEASON"), _turned),
    Rule("SPAN", ("the? SEASON", "the? SEASON of? YEAR"), _season),
    Rule("SPAN", ("YEAR", "WHOLEYEAR", "the year YEAR|NUM", "the? fiscal year? YEAR", "FISCAL"), _plain_year),
    Rule("SPAN", ("the? TURN fiscal? UNIT", "the? STORYTURN UNIT", "that same? UNIT"), _relative_unit),
    Rule("SPAN", ("the fiscal|full UNIT", "the latest fiscal? UNIT", "the latest period"), _definite),
    Rule("SPAN", ("the YEAR period", "the YEAR UNIT"), _counterpart),
    Rule("AMOUNT", ("the fiscal? year ended|ending",), _business_year, trail=1),
    Rule("THE", ("the UNIT", "UNIT - end", "UNIT 's end", "UNIT end"), _definite),
    Rule("SPAN", ("UNIT - ago|earlier", "the? UNIT - ago|earlier UNIT|period",
                  "the? UNIT - ago|earlier ORD -? quarter"), _year_ago),
    Rule("SPAN", ("a|the UNIT - ago|earlier",), _year_ago, lead=1),
    Rule("SPAN", ("the? fiscal? -? ORD quarter of? YEAR?", "fiscal? -? ORD - quarter of? YEAR?", "QUARTER of? YEAR?"),
         _quarter),
    Rule("SPAN", ("the? YEAR ORD -? quarter",), _quarter),
    Rule("SPAN", ("the? ORD half of? YEAR?", "HALF of? YEAR?", "the last half of? YEAR?"), _half),
    Rule("SPAN", ("the? ' DECADE", "the? DECADE", "the? WHOLEDECADE"), _decade),
    Rule("SPAN", ("the? ORD -? century",), _century),
)
