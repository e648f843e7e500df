"""The dateline of a dispatch: "SEOUL, South Korea (AP) —", "BEIJING, Sept. 29 (Xinhua) --", "(Reuters) -"."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.lexicon.datelines import datelines
from sayso.records import Dateline

if TYPE_CHECKING:
    from collections.abc import Iterator

# No dateline is longer, in characters.
_LONGEST = 110
# Nor has the place of one more words in capitals: "SEDE BOKER, Israel", "SAINT-DENIS DE LA REUNION".
_MOST_WORDS = 5

# The mark between a dateline and the story: a dash of any make, an underscore of old teletype copy, a colon.
_MARK = re.compile(r"(?P<dash>\s*[—–―]|\s*--+|\s*-(?=\s)|\s_(?=\s))\s*|(?P<colon>:)\s+")
_BRACKETS = re.compile(r"[\s,.]*(?:\((?P<round>[^()]{2,45})\)|/(?P<slash>[^/\n]{2,30})/)\.?$")
# An agency in brackets at once before the story, without a mark: "(CNN)A judge".
_UNMARKED = re.compile(
    r"[^()\n]{0,60}\((?P<round>[A-Z][\w.&' -]{1,30})\)\s*(?=[A-Z“\"'‘])"
    r"|[^/\n]{2,60}/(?P<slash>[A-Z][\w -]{1,30})/\.?\s+(?=[A-Z“\"'‘])"
)
# A headline that an editor put on the line of the story.
_HEADLINE = re.compile(r"[^\n]{10,140}?\s?[.?!]\s+(?=[A-Z]{3})")
_STORY_STARTS = re.compile(r"[\"“‘'(\[]?[A-Z0-9$£€¥]")
_PLACE = re.compile(r"[^\W\d_]+(?:[ .,'’/-]+[^\W\d_]+)*\.?")


@dataclass(frozen=True, slots=True)
class Found:
    """A dateline, and whether it is sure enough to start a story in the middle of a page."""

    dateline: Dateline
    sure: bool


@functools.cache
def _date_pattern() -> re.Pattern[str]:
    months = "|".join(sorted(datelines().months, key=len, reverse=True))
    year = r"(?:,?\s*(?P<{}>(?:19|20)\d\d))?"
    return re.compile(
        rf"(?:^|[\s,.(]+)(?:(?P<month>{months})\.?\s+(?P<day>\d{{1,2}}){year.format('year')}"
        rf"|(?P<day2>\d{{1,2}})\s+(?P<month2>{months})\.?{year.format('year2')}"
        rf"|(?P<iso>(?:19|20)\d\d-\d\d-\d\d))[\s,.]*$",
        re.IGNORECASE,
    )


def find_dateline(text: str, start: int, end: int) -> Found | None:
    """The dateline of the paragraph at characters [start, end) of ``text``: at its start, or behind a headline."""
    found = _at(text, start, end)
    headline = _HEADLINE.match(text, start, end) if found is None else None
    return _at(text, headline.end(), end) if headline is not None else found


def _at(text: str, start: int, end: int) -> Found | None:
    head = text[start : min(end, start + _LONGEST)]
    if not (head[:1].isupper() or head[:1] == "("):
        return None
    for label_end, story, dashed in _cuts(head):
        if story < end - start and _STORY_STARTS.match(head, story):
            label = _label(head[:label_end], dashed=dashed)
            if label is not None:
                return Found(Dateline(start, start + label_end, None, label.agency, label.date), label.sure)
    return None


@dataclass(frozen=True, slots=True)
class _Label:
    """What stands before the mark: ``date`` is ISO 8601, ``--MM-DD`` where no year is told."""

    agency: str | None
    date: str | None
    sure: bool


def _cuts(head: str) -> Iterator[tuple[int, int, bool]]:
    """(where the label ends, where the story starts, whether a dash stands between) of every way to cut the head."""
    for mark in _MARK.finditer(head):
        if mark.start():
            yield mark.start(), mark.end(), mark["dash"] is not None
    unmarked = _UNMARKED.match(head)
    if unmarked is not None:
        label_end = len(unmarked[0].rstrip(" ."))
        yield label_end, unmarked.end(), False


def _label(label: str, *, dashed: bool) -> _Label | None:
    """What a label tells; None if it is none."""
    rest, agency, known = _without_agency(label)
    rest, date = _without_date(rest)
    place = rest.strip(" ,.")
    if not known and not (dashed and place.partition(",")[0].isupper()):
        return None
    if not place:
        return _Label(agency, date, sure=False) if agency else None
    if not _is_place(place, told_by_more=bool(agency or date)) or not (dashed or agency or _is_city(place)):
        return None
    return _Label(agency, date, sure=bool(agency or date) or _is_city(place))


def _without_agency(label: str) -> tuple[str, str | None, bool]:
    """(the label before its brackets, the agency in them, whether the brackets hold nothing else)."""
    found = _BRACKETS.search(label)
    if found is None:
        return label, None, True
    inside = (found["round"] or found["slash"]).strip()
    if _date_pattern().search(inside) is not None:
        return label, None, True
    name = datelines().agencies.get(inside)
    return label[: found.start()], name or inside, name is not None


def _without_date(label: str) -> tuple[str, str | None]:
    found = _date_pattern().search(label)
    if found is None:
        return label, None
    if found["iso"]:
        return label[: found.start()], found["iso"]
    months = {name.lower(): number for name, number in datelines().months.items()}
    month = months[(found["month"] or found["month2"]).lower()]
    day, year = found["day"] or found["day2"], found["year"] or found["year2"]
    written = f"{month:02d}-{int(day):02d}"
    return label[: found.start()], f"{year}-{written}" if year else f"--{written}"


def _is_place(place: str, *, told_by_more: bool) -> bool:
    first = place.partition(",")[0].strip()
    if first.upper() in datelines().not_places or not _PLACE.fullmatch(place) or len(place.split()) > _MOST_WORDS + 3:
        return False
    if first.isupper() and len(first) > 1:
        return len(first.split()) <= _MOST_WORDS
    return (told_by_more or place == first) and _is_city(first)


def _is_city(place: str) -> bool:
    return place.partition(",")[0].strip().lower() in datelines().cities
