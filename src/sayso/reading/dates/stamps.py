"""Stamps: a line near the top of a text that tells when it was published: "Published: 12 June 2018"."""

from __future__ import annotations

import functools
import re
from datetime import date

from sayso.lexicon.datelines import datelines

# Stamps stand in the first lines; further down a date on a line of its own is part of the story.
_TOP_CHARACTERS = 600
_TOP_LINES = 6
_LEAD = r"\s*(?:(?:first\s+)?(?:published|posted|updated|last updated|issued|released|date)\s*(?:on|at)?\s*:?\s*)?"
_DAY_NAME = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_REST = r"(?:[,;|·\s-]+(?:at\s+)?\d{1,2}[:.]\d\d.*)?\s*$"


@functools.cache
def _pattern() -> re.Pattern[str]:
    months = "|".join(sorted(map(str.lower, datelines().months), key=len, reverse=True))
    return re.compile(
        rf"{_LEAD}{_DAY_NAME}(?:(?P<day>\d{{1,2}})\s+(?P<month>{months})\.?,?\s+(?P<year>(?:19|20)\d\d)"
        rf"|(?P<month2>{months})\.?\s+(?P<day2>\d{{1,2}}),?\s+(?P<year2>(?:19|20)\d\d)"
        rf"|(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?:T[\d:.]+\S*)?){_REST}",
        re.IGNORECASE,
    )


def stamp_in(text: str) -> str | None:
    """The ISO date of the first stamp in the first lines of a text; None if there is none."""
    for line in text[:_TOP_CHARACTERS].splitlines()[:_TOP_LINES]:
        found = _pattern().match(line)
        if found is not None and (told := _day(found)) is not None:
            return told
    return None


def _day(found: re.Match[str]) -> str | None:
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"]).isoformat()
        months = {name.lower(): number for name, number in datelines().months.items()}
        month = months[(found["month"] or found["month2"]).lower()]
        return date(int(found["year"] or found["year2"]), month, int(found["day"] or found["day2"])).isoformat()
    except ValueError:
        return None
