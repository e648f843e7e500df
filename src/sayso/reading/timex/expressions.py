"""What an expression of time means before it is anchored: a closed family of small records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sayso.lexicon.times import Feast
    from sayso.reading.calendar import Unit
    from sayso.records.reading import TimeType

type Base = Literal["now", "story"]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that needs no anchor: ``2018-09-03``, ``PRESENT_REF``, ``P1W``."""

    value: str


@dataclass(frozen=True, slots=True)
class Amount:
    """So many units of time: "three weeks" is 3 W, "a few days" None D, "two hours" 2 TH, "two decades" 2 Y by 10."""

    number: float | None
    letter: str
    scale: int = 1


@dataclass(frozen=True, slots=True)
class Relative:
    """The unit so many steps from publication ("now") or from where the story is: "last week", "that month".

    ``ago``: it is told by the distance ("a year ago", "a year earlier").
    """

    unit: Unit
    steps: int
    base: Base = "now"
    ago: bool = False


@dataclass(frozen=True, slots=True)
class InWeek:
    """A weekday, 1 (Monday) to 7; ``turn`` is -1 for "last", 1 for "next", 0 for "this", None where nothing is said."""

    weekday: int
    turn: int | None = None
    base: Base = "now"


@dataclass(frozen=True, slots=True)
class InYear:
    """A part of a year: a month, a day of a month, a quarter, half or season, a feast; its year is told or not.

    Attributes:
        unit: what it is.
        index: which month, quarter, half (from 1) or season (from 0).
        day: the day of the month, where ``unit`` is "day" and it is no feast.
        feast: the feast, if it is one.
        weekday: the day of the week that stands beside the date; it helps to find the year.
        year: the year: a number, relative, or None where nothing is said.
        turn: -1 for "last March", 1 for "next March", 0 for "this March".
    """

    unit: Unit
    index: int = 0
    day: int = 0
    feast: Feast | None = None
    weekday: int | None = None
    year: int | Relative | None = None
    turn: int | None = None
    base: Base = "now"


@dataclass(frozen=True, slots=True)
class InMonth:
    """A day of the month that the story is in, or the nearest one that the tense allows: "the 14th"."""

    day: int


@dataclass(frozen=True, slots=True)
class Definite:
    """The unit that the story speaks of: "the quarter", "the year", "the latest period" (unit None)."""

    unit: Unit | None


@dataclass(frozen=True, slots=True)
class Moved:
    """So many units from another expression: "the day before last Tuesday"."""

    core: Core
    unit: Unit
    steps: int


@dataclass(frozen=True, slots=True)
class Counterpart:
    """What the story's quarter is in ``year``: "the 1988 period"; the whole year where no quarter is spoken of."""

    year: int


type Core = Fixed | Amount | Relative | InWeek | InMonth | InYear | Definite | Moved | Counterpart


@dataclass(frozen=True, slots=True)
class Expression:
    """A core with its TIMEX3 type, and what follows the day in its value: ``TMO``, ``T22:00``."""

    core: Core
    kind: TimeType = "DATE"
    tail: str = ""
