"""A date of publication: as precise as it was told, and checked to be a day that exists."""

from __future__ import annotations

import re
from datetime import date, datetime

from sayso.errors import UnreadableInput

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def published_date(told: str, *, where: str | None = None) -> str:
    """``told`` as ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``: a full ISO 8601 time stamp is cut to its day, as printed.

    Raises:
        UnreadableInput: if it is anything else, or a day that no calendar has.
    """
    found = _day(told.strip())
    if found is None:
        message = f"'{_short(told)}' is no date: give YYYY-MM-DD, YYYY-MM or YYYY, for instance 2025-09-29"
        raise UnreadableInput(message, where=where)
    return found


def _day(told: str) -> str | None:
    try:
        if parts := _PARTIAL.fullmatch(told):
            date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1))
            return told
        if len(told) > len("YYYY-MM-DD") and told[4:5] == "-":
            return datetime.fromisoformat(told).date().isoformat()
    except ValueError:
        pass
    return None


def _short(told: str) -> str:
    longest_shown = 40
    return told if len(told) <= longest_shown else told[:longest_shown] + "…"
