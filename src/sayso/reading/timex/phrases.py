"""The upper level of the grammar: what stands around a day, a span or an amount and belongs to the same expression."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.reading.timex.expressions import Amount, Definite, Expression, Fixed, InWeek, InYear, Moved, Relative
from sayso.reading.timex.patterns import Caught, Rule
from sayso.reading.timex.units import set_of, unit_of

if TYPE_CHECKING:
    from sayso.reading.calendar import Unit
    from sayso.reading.timex.expressions import Base

# Units that "the …" alone may mean as a time: "the day", "the decade" seldom are.
_DAY_VALUE = len("2018-09-03")
_TOLD = frozenset({"week", "month", "quarter", "year", "weekend"})


def _first(c: Caught) -> Expression:
    """The expression inside, its modifiers left aside."""
    inside: Expression = next(
        c.get(name) for name in ("DAY", "SPAN", "AMOUNT", "NAMED", "TIME", "THE", "BARE") if c.has(name)
    )
    return inside


def _ago(c: Caught) -> Expression | None:
    """As in "three weeks ago" from publication, "a year later" from where the story is."""
    told = c.get("AMOUNT") or c["BARE"]
    amount = told.core
    if not isinstance(amount, Amount):
        return None
    earlier = any(c.has(word) for word in ("ago", "earlier", "BEFORE", "previously"))
    base: Base = "now" if c.has("ago") or c.has("from") or c.has("hence") else "story"
    if amount.number is None:
        return _vaguely(amount, earlier=earlier)
    if amount.letter.startswith("T"):
        return Expression(amount, "DURATION")  # hours and minutes: the clock is seldom told
    unit, steps = _steps(amount)
    return Expression(Relative(unit, -steps if earlier else steps, base, ago=True)) if unit else None


def _vaguely(amount: Amount, *, earlier: bool) -> Expression | None:
    return Expression(Fixed("PAST_REF" if earlier else "FUTURE_REF")) if amount.letter else None


def _steps(amount: Amount) -> tuple[Unit | None, int]:
    """In whole units: a decade is ten years, a year and a half eighteen months."""
    number = (amount.number or 0) * amount.scale
    if number.is_integer():
        return unit_of(amount.letter), int(number)
    return ("month", int(number * 12)) if amount.letter == "Y" else (None, 0)


def _bare(c: Caught) -> Expression:
    inside: Expression = c["BARE"]
    return inside


def _part(c: Caught) -> Expression | None:
    """As in "early 1990", "the end of the month", "later in the day": the value is the whole's."""
    inside = _first(c)
    return None if inside.kind not in ("DATE", "TIME") else inside


def _part_of_day(c: Caught) -> Expression:
    """As in "late tonight", "mid-afternoon"."""
    inside: Expression | None = c.get("TIME")
    return inside or Expression(Definite("day"), "TIME", f"T{c['DAYPART']}")


def _of_year(c: Caught) -> Expression | None:
    """As in "June last year", "the third quarter of this year", "last year's third quarter", "Christmas next year"."""
    spans = c.all("DAY") + c.all("SPAN")
    part = next((e.core for e in spans if isinstance(e.core, InYear)), None)
    year = next((e.core for e in spans if isinstance(e.core, Relative | Fixed)), None)
    if part is None or part.year is not None or year is None:
        return None
    if isinstance(year, Relative):
        return Expression(replace(part, year=year)) if year.unit == "year" else None
    return Expression(replace(part, year=int(year.value))) if year.value.isdecimal() else None


def _of_week(c: Caught) -> Expression | None:
    """As in "Monday of last week", "Wednesday this week"."""
    weekday, week = c["DAY"].core, c["SPAN"].core
    if not isinstance(weekday, InWeek) or weekday.turn is not None:
        return None
    if not isinstance(week, Relative) or week.unit != "week":
        return None
    return Expression(Moved(week, "day", weekday.weekday - 1))


def _same_month(c: Caught) -> Expression | None:
    """As in "Sept. 3-5", "June 1 to 4, 2018": the second day."""
    first, year = c["DAY"].core, c["SPAN"].core if c.has("SPAN") else None
    if isinstance(first, InYear) and first.unit == "day" and first.feast is None and first.day < c["DAYNUM"]:
        return Expression(replace(first, day=c["DAYNUM"], weekday=None)) if year is None else None
    if not isinstance(first, Fixed) or len(first.value) != _DAY_VALUE or int(first.value[-2:]) >= c["DAYNUM"]:
        return None
    return Expression(Fixed(f"{first.value[:-2]}{c['DAYNUM']:02}"))


def _next_to_that(c: Caught) -> Expression | None:
    """As in "the day before", "the year after", where nothing follows."""
    unit = c["THE"].core.unit
    return Expression(Relative(unit, -1 if c.has("BEFORE") else 1, "story")) if unit else None


def _timed(c: Caught) -> Expression | None:
    """As in "10 p.m. Wednesday", "Friday night", "noon on Sept. 3": the day with its time."""
    tails = [e.tail for e in c.all("CLOCKTIME") + c.all("TIME")] + [f"T{part}" for part in c.all("DAYPART")]
    day: Expression = c["DAY"]
    return None if day.tail else replace(day, kind="TIME", tail=tails[0])


def _clock(c: Caught) -> Expression:
    """A time of day whose day is not told here."""
    clock: Expression = c["CLOCKTIME"]
    return replace(clock, core=Definite("day"))


def _clock_part(c: Caught) -> Expression | None:
    """As in "4 in the morning", "9 this evening"."""
    part = c.get("DAYPART") or c["TIME"].tail[1:]
    core = c["TIME"].core if c.has("TIME") else Definite("day")
    if c.has("CLOCKTIME"):
        return Expression(core, "TIME", c["CLOCKTIME"].tail)
    hour = c["NUM"]
    if not hour.is_integer() or not 1 <= hour <= 12:  # noqa: PLR2004 - a clock of twelve hours
        return None
    return Expression(core, "TIME", f"T{int(hour) % 12 + (0 if part == 'MO' else 12):02}:00")


def _next_to(c: Caught) -> Expression | None:
    """As in "the day before last Tuesday", "the day after Christmas"."""
    core = (c.get("DAY") or c.get("SPAN")).core
    if isinstance(core, Amount | Definite):
        return None
    return Expression(Moved(core, "day", -1 if c.has("before") else 1))


def _week_of(c: Caught) -> Expression | None:
    core, unit = c["DAY"].core, c["THE"].core.unit
    return Expression(Moved(core, unit, 0)) if unit in ("week", "weekend") else None


def _rate(c: Caught) -> Expression | None:
    """As in "twice a week": a set."""
    amount = c["AMOUNT"].core
    return set_of(amount) if isinstance(amount, Amount) and amount.number == 1 else None


def _shown(c: Caught) -> Expression | None:
    """As in "the quarter", "the week": told where the text has named one."""
    told: Expression = c["THE"]
    return told if isinstance(told.core, Definite) and told.core.unit in _TOLD else None


# fmt: off
# The grammar is run more than once, so that what one rule has made can be part of another: "about two years" + "ago".
RULES = (
    Rule("SPAN", ("AMOUNT|BARE ago|earlier|later|hence|previously", "AMOUNT from now", "AMOUNT BEFORE"), _ago),
    Rule("AMOUNT", ("ABOUT AMOUNT", "more|less|fewer than AMOUNT", "no? more|less than AMOUNT", "up to AMOUNT",
                    "well? over AMOUNT", "as much|many|long|little as AMOUNT", "AMOUNT or so"), _first),
    Rule("NAMED", ("the? TURN AMOUNT", "the? first|latest|final|full AMOUNT", "the? STORYTURN AMOUNT", "the AMOUNT",
                   "the? TURN AMOUNT or so"), _first),
    Rule("NAMED", ("the? TURN BARE", "the? coming|early|first BARE", "the BARE ahead"), _bare),
    Rule("AMOUNT", ("recent BARE",), _bare),
    Rule("AMOUNT", ("for|within|over|after|in|of|lasting BARE",), _bare, lead=1),
    Rule("SPAN", ("SPAN of? 's? SPAN", "SPAN in SPAN", "SPAN ,? SPAN"), _of_year),
    Rule("DAY", ("DAY of? SPAN", "SPAN 's DAY"), _of_year),
    Rule("DAY", ("DAY of? SPAN",), _of_week),
    Rule("DAY", ("DAY -|to|and DAYNUM", "DAY -|to|and DAYNUM ,? SPAN"), _same_month, lead=2),
    Rule("DAY", ("THE BEFORE|AFTER",), _next_to_that),
    Rule("SPAN", ("THE of DAY",), _week_of),
    Rule("SPAN", ("the? PART SPAN", "PART - SPAN", "the PART|PARTNOUN of SPAN|THE", "PART in SPAN|THE", "around SPAN",
                  "PART THE"), _part),
    Rule("DAY", ("PART DAY", "the PART|PARTNOUN of DAY"), _part),
    Rule("TIME", ("PART -? TIME", "PART -? DAYPART", "the PART|PARTNOUN of TIME"), _part_of_day),
    Rule("TIME", ("DAY ,? at? CLOCKTIME", "CLOCKTIME ,? on? DAY", "CLOCKTIME local time ,? on? DAY"), _timed),
    Rule("TIME", ("DAY DAYPART", "DAY PART -? DAYPART",
                  "DAYPART of? DAY", "PART -? DAYPART ,? DAY", "DAY at DAYPART", "TIME DAY"), _timed),
    Rule("TIME", ("CLOCKTIME|NUM in the DAYPART", "CLOCKTIME|NUM TIME"), _clock_part),
    Rule("TIME", ("around CLOCKTIME", "CLOCKTIME"), _clock),
    Rule("DAY", ("the day before|after DAY",), _next_to),
    Rule("SET", ("once|twice|times AMOUNT",), _rate, lead=1),
    Rule("SPAN", ("THE",), _shown),
)
