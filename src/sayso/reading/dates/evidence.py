"""Evidence: words of a page that tell on which days it may have been published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.reading.dates.days import Days
    from sayso.records import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words at ``span`` leave these ``days``, because of what ``reason`` says: a clause without a full stop."""

    days: Days
    reason: str
    span: Span
