"""Amounts of time and the TIMEX3 values of durations and sets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.reading.timex.expressions import Amount, Expression, Fixed

if TYPE_CHECKING:
    from sayso.reading.calendar import Unit

# The lexicon's codes: an optional factor, and TIMEX3's letter ("10Y" is a decade).
_CODE = re.compile(r"(\d*)([A-Z]+)$")
_UNITS: dict[str, Unit] = {
    "D": "day", "N": "day", "W": "week", "WE": "weekend", "M": "month", "Q": "quarter", "Y": "year",
    "10Y": "decade", "100Y": "century",
}  # fmt: skip
# A half of a unit is told in the next smaller one where that comes out whole.
_SMALLER = {"Y": (12, "M"), "TH": (60, "TM"), "TM": (60, "TS"), "D": (24, "TH")}


def unit_of(code: str) -> Unit | None:
    """The calendar unit of a lexicon code; None for clock units and odd ones (a fortnight)."""
    return _UNITS.get(code)


def amount_of(code: str, number: float | None) -> Amount:
    """So many of the unit with this lexicon code; None is an unknown number."""
    found = _CODE.match(code)
    assert found is not None
    return Amount(number, found[2], int(found[1] or 1))


def period_value(amount: Amount) -> str:
    """The TIMEX3 duration: ``P3W``, ``PT2H``, ``P1Y6M``, ``P20Y`` for two decades, ``PXD`` for a few days."""
    letter = {"N": "D", "WE": "W"}.get(amount.letter, amount.letter)
    prefix, letter = ("PT", letter[1:]) if letter.startswith("T") else ("P", letter)
    if amount.number is None:
        vague = {10: "DE", 100: "CE"}.get(amount.scale, letter)
        return f"{prefix}X{vague}"
    number = amount.number * amount.scale
    whole = int(number)
    if number == whole:
        return f"{prefix}{whole}{letter}"
    return _with_fraction(prefix, letter, whole, number - whole)


def _with_fraction(prefix: str, letter: str, whole: int, rest: float) -> str:
    smaller = _SMALLER.get(("T" if prefix == "PT" else "") + letter)
    head = f"{whole}{letter}" if whole else ""
    if smaller is None or not (rest * smaller[0]).is_integer():
        return f"{prefix}{whole + rest:g}{letter}"
    number, code = int(rest * smaller[0]), smaller[1]
    if code.startswith("T") and prefix == "P":
        return f"P{head}T{number}{code[1:]}"
    return f"{prefix}{head}{number}{code.removeprefix('T')}"


def duration(amount: Amount) -> Expression:
    """An expression of this length."""
    return Expression(amount, "DURATION")


def set_of(amount: Amount) -> Expression:
    """An expression of what comes back after this length."""
    return Expression(Fixed(period_value(amount)), "SET")
