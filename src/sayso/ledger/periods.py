"""Days, months and years as half-open intervals of days, and moments."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from sayso.errors import UnreadableInput

_MOMENT = "%Y-%m-%dT%H:%M:%SZ"
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


def moment_of(moment: datetime) -> str:
    """A moment as the ledger writes it: in UTC, to the second, ``2025-09-29T12:00:00Z``."""
    return moment.astimezone(UTC).strftime(_MOMENT)


def end_of(told: str) -> str:
    """What every moment up to the end of ``told`` sorts before, and none after it.

    Args:
        told: a day, month or year in UTC, which ends with its last second, or a moment, which is included:
            ``2025-09-29T12:00:00Z`` (without a zone, UTC).

    Raises:
        UnreadableInput: if it is neither.
    """
    days = days_of(told.strip())
    if days is not None:
        return days[1]
    return moment_of(_moment(told) + timedelta(seconds=1))


def start_of(told: str) -> str:
    """What every moment before ``told``, a day, month, year or moment, sorts before.

    Raises:
        UnreadableInput: if it is neither.
    """
    days = days_of(told.strip())
    return days[0] if days is not None else moment_of(_moment(told))


def _moment(told: str) -> datetime:
    try:
        moment = datetime.fromisoformat(told.strip()).replace(microsecond=0)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        message = f"'{told}' is no day and no moment: give YYYY-MM-DD, or a moment in UTC such as 2025-09-29T12:00:00Z"
        raise UnreadableInput(message, where=told) from error


def _next_month(first: date) -> date:
    if first.month == _DECEMBER:
        return first.replace(year=first.year + 1, month=1)
    return first.replace(month=first.month + 1)


def _next_year(first: date) -> date:
    return first.replace(year=first.year + 1)
