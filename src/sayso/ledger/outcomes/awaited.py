"""What is awaited, and what is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.ledger.happenings.report import Days

# (reading, event, what of it): a report's place in the ledger.
type Place = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Awaited:
    """Announced on the day ``told``, something is to come between the days [``first``, ``after``).

    Attributes:
        place: the report that announces it.
        first: None where only an end is told ("by Friday").
    """

    place: Place
    told: int
    first: int | None
    after: int

    @property
    def begin(self) -> int:
        """The day from which on it may come."""
        return self.told if self.first is None else self.first

    @property
    def last(self) -> int:
        """The last day on which it is in time."""
        return self.after - 1


@dataclass(frozen=True, slots=True)
class Telling:
    """On the day ``told``, a report of the same happening said that it stands so.

    Attributes:
        place: where the report is found.
        told: the day of publication (the last that it may be), or that on which the ledger learned it.
        status: how the act stands, by the report.
        done: whether the report's event is the act itself, not one about it, such as its calling off.
        days: when, by the report; None if it does not say.
    """

    place: Place
    told: int
    status: str
    done: bool
    days: Days | None
