"""The lower level of the grammar, second half: amounts, times of day, sets and references, each by itself."""

from __future__ import annotations

from sayso.reading.timex.expressions import Expression, Fixed, Relative
from sayso.reading.timex.patterns import Caught, Rule
from sayso.reading.timex.units import amount_of, duration, set_of


def _ones(c: Caught) -> Expression | None:
    return duration(amount_of(c["UNIT"], 1.0))


def _vague(c: Caught) -> Expression | None:
    return duration(amount_of(c.get("UNITS") or c.get("UNIT"), None))


def _couple(c: Caught) -> Expression | None:
    return duration(amount_of(c["UNITS"], 2.0))


def _half_unit(c: Caught) -> Expression | None:
    return duration(amount_of(c["UNIT"], 0.5))


def _one_and_half(c: Caught) -> Expression | None:
    return duration(amount_of(c["UNIT"], 1.5))


def _counted(c: Caught) -> Expression | None:
    """As in "three weeks", "46-year-old", "two to three weeks" (the first is taken)."""
    return duration(amount_of(c.get("UNITS") or c.get("UNIT"), c.all("NUM")[0]))


def _clock(c: Caught) -> Expression | None:
    if c.has("CLOCKNAME"):
        return Expression(Fixed(""), "TIME", f"T{c['CLOCKNAME']}")
    if c.has("NUM"):
        number = c["NUM"]
        hour, minute = int(number), 0
        if number != hour or not 0 <= hour <= 24:  # noqa: PLR2004 - hours of the clock
            return None
    else:
        hour, minute = next(c.get(name) for name in ("CLOCK", "DOTCLOCK", "HHMM", "ZONED") if c.has(name))
    if c.has("MERIDIEM"):
        if not 1 <= hour <= 12:  # noqa: PLR2004 - a clock of twelve hours
            return None
        hour = hour % 12 + c["MERIDIEM"]
    return Expression(Fixed(""), "TIME", f"T{hour:02}:{minute:02}")


def _near_part(c: Caught) -> Expression:
    steps, part = c["NEARPART"]
    return Expression(Relative("day", steps), "TIME", f"T{part}")


def _this_part(c: Caught) -> Expression:
    return Expression(Relative("day", 0), "TIME", f"T{c['DAYPART']}")


def _last_night(c: Caught) -> Expression | None:
    return Expression(Relative("day", -1), "TIME", "TNI") if c["DAYPART"] == "NI" else None


def _story_part(c: Caught) -> Expression:
    """As in "that evening", "the next morning", "the previous night"."""
    steps = c.get("STORYTURN") if c.has("STORYTURN") else 1 if c.has("next") else 0
    return Expression(Relative("day", steps, "story"), "TIME", f"T{c['DAYPART']}")


def _every(c: Caught) -> Expression | None:
    code = c.get("UNIT") or c.get("UNITS")
    number = c.get("NUM") or c.get("ORD") or (2 if c.has("other") else 1)
    return set_of(amount_of(code, float(number)))


def _every_weekday(c: Caught) -> Expression:
    weekday = c.get("WEEKDAY") or c.get("WEEKDAYS")
    part = c.get("DAYPART") or c.get("DAYPARTS")
    return Expression(Fixed(f"XXXX-WXX-{weekday}" + (f"T{part}" if part else "")), "SET")


def _every_month(c: Caught) -> Expression:
    return Expression(Fixed(f"XXXX-{c['MONTH']:02}"), "SET")


def _every_season(c: Caught) -> Expression:
    return Expression(Fixed(f"XXXX-{c.get('SEASON') or c.get('SEASONS')}"), "SET")


def _every_part(c: Caught) -> Expression:
    return Expression(Fixed(f"XXXX-XX-XXT{c['DAYPART']}"), "SET")


def _every_feast(c: Caught) -> Expression:
    feast = c["FEAST"]
    return Expression(Fixed(f"XXXX-{feast.month:02}-{feast.day:02}" if feast.month else "P1Y"), "SET")


def _frequency(c: Caught) -> Expression:
    return Expression(Fixed(c["FREQUENCY"]), "SET")


def _reference(c: Caught) -> Expression:
    return Expression(Fixed(c.get("REF") or c.get("ADJREF")))


# fmt: off
RULES = (
    Rule("AMOUNT", ("NUM UNIT|UNITS", "NUM UNIT|UNITS long"), _counted),
    Rule("NAMED", ("NUM - UNIT|UNITS", "NUM - UNIT|UNITS - long"), _counted),
    Rule("AGE", ("NUM -? UNIT|UNITS -? old",), _counted),
    Rule("AMOUNT", ("NUM or|to|-|and NUM -? UNIT|UNITS", "between NUM and NUM UNITS"), _counted),
    Rule("AMOUNT", ("NUM more|full|straight|consecutive|additional|successive|whole|trading|business|working UNITS",),
         _counted),
    Rule("AMOUNT", ("a|an UNIT", "a|an additional|extra|full|whole|further UNIT", "an|one|a UNIT or so",
                    "UNIT -? long", "a UNIT or two"), _ones),
    Rule("BARE", ("UNITS", "UNITS or UNITS", "recent UNITS"), _vague),
    Rule("AMOUNT", ("a? VAGUE UNITS", "a few more? UNITS", "VAGUE - UNIT", "UNITS - long"), _vague),
    Rule("AMOUNT", ("a couple of? more? UNITS",), _couple),
    Rule("NAMED", ("the TURN couple of? UNITS",), _couple),
    Rule("AMOUNT", ("half a|an UNIT", "a? half -? UNIT"), _half_unit),
    Rule("AMOUNT", ("a|one UNIT and a half",), _one_and_half),
    Rule("CLOCKTIME", ("CLOCKNAME", "NUM|CLOCK|DOTCLOCK MERIDIEM ZONE?", "CLOCK ZONE?", "HHMM ZONE", "DOTCLOCK ZONE",
                       "ZONED"), _clock),
    Rule("CLOCKTIME", ("NUM o'clock",), _clock),
    Rule("TIME", ("this DAYPART",), _this_part),
    Rule("TIME", ("last DAYPART",), _last_night),
    Rule("TIME", ("that same? DAYPART", "the same|next|following|previous DAYPART", "the STORYTURN DAYPART"),
         _story_part),
    Rule("TIME", ("NEARPART",), _near_part),
    Rule("SET", ("every|each UNIT", "every NUM|ORD|other UNIT|UNITS"), _every),
    Rule("SET", ("every|each WEEKDAY DAYPART?", "WEEKDAYS", "WEEKDAY DAYPARTS"), _every_weekday),
    Rule("SET", ("every|each MONTH",), _every_month),
    Rule("SET", ("every|each SEASON",), _every_season),
    Rule("SET", ("every|each DAYPART",), _every_part),
    Rule("SET", ("every|each FEAST",), _every_feast),
    Rule("SET", ("FREQUENCY",), _frequency),
    Rule("REF", ("REF", "ADJREF"), _reference),
)
