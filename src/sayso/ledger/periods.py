"""Days, months and years as half-open intervals of days."""

from __future__ import annotations

import re
from datetime import date, timedelta

_PERIOD = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_DECEMBER = 12


def days_of(period: str) -> tuple[str, str] | None:
    """(first day, day after the last) of ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; None if it is no such period."""
    found = _PERIOD.fullmatch(period)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        after = first + timedelta(days=1) if day else _next_month(first) if month else _next_year(first)
    except (ValueError, OverflowError):
        return None
    return first.isoformat(), after.isoformat()


def _next_month(first: date) -> date:
    if first.month == _DECEMBER:
        return first.replace(year=first.year + 1, month=1)
    return first.replace(month=first.month + 1)


def _next_year(first: date) -> date:
    return first.replace(year=first.year + 1)
