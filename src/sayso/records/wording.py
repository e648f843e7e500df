"""How records are put into words for a person: names, chains, days, and the quoted words themselves.

Whatever comes from a text is cleaned by ``clean`` before it is shown: a wire text may hold control characters that
would steer a terminal or turn the writing direction of all that follows.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.records.reading import Actor, Counts, Link, Relation
    from sayso.records.span import Span

# Code points that steer instead of showing: C0 and C1 controls, bidi marks, embeddings and isolates, the BOM, and lone
# surrogates, which no output stream can hold.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_SPACE = re.compile(r"\s+")

UNNAMED = "an unnamed source"

# How much of the words before the trigger a shortened quotation keeps: what follows a verb tells more than its subject.
_LEAD_SHARE = 0.4

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905 - legible
)

# In these the relation runs from a to b; the others hold both ways.
_DIRECTED = frozenset({"aid", "arms", "support", "membership"})

_CERTAINTY = {"asserts": "", "reports": "", "hedges": " (as a belief)", "denies": " (denies it)"}


def clean(text: str) -> str:
    """``text`` on one line: runs of white space as one space, steering characters as U+FFFD."""
    return _STEERING.sub("\ufffd", _SPACE.sub(" ", text)).strip()


def clean_lines(text: str) -> str:
    """``text`` with its line breaks and its length in code points, steering characters as U+FFFD."""
    return _STEERING.sub("\ufffd", text)


def actor_words(actor: Actor) -> str:
    """The actor's name, and the country where the name is not the state's own: ``Kim Jong Un (PRK)``."""
    name = clean(actor.name)
    return f"{name} ({actor.country})" if actor.country and actor.kind not in ("state", "igo") else name


def listing(words: Iterable[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    *most, last = [*dict.fromkeys(words)] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def link_words(link: Link, text: str, actors: Mapping[str, Actor]) -> str:
    """Who speaks in this link, and whether it is a belief or a denial."""
    actor = actors.get(link.actor) if link.actor else None
    source = link.source.of(text) if link.source else UNNAMED
    return clean(actor.name if actor else source) + _CERTAINTY[link.certainty]


def chain_words(chain: Sequence[Link], text: str, actors: Mapping[str, Actor]) -> str:
    """The chain outermost first: ``KCNA ← Choe Son Hui``."""
    return " ← ".join(link_words(link, text, actors) for link in chain)


def relation_words(relation: Relation, actors: Mapping[str, Actor]) -> str:
    """Both ends of the relation, with an arrow where it runs one way."""
    a, b = (actor_words(actors[end]) if end in actors else end for end in (relation.a, relation.b))
    return f"{a} {'→' if relation.kind in _DIRECTED else '–'} {b}"


def counts_words(counts: Counts) -> str:
    """``12 dead, 30 injured``; empty if nothing was counted."""
    told = (("dead", counts.dead), ("injured", counts.injured), ("arrested", counts.arrested), ("strong", counts.size))
    return ", ".join(f"{number:,} {what}" for what, number in told if number is not None)


def days_words(start: str | None, end: str | None) -> str:
    """The half-open days [start, end) as a person writes them, both ends included.

    Whole months and years are named as such: ``May 2018``. An open side reads ``from …`` or ``until …``; both open
    is the empty string.
    """
    first, after = _day(start), _day(end)
    last = after - timedelta(days=1) if after else None
    if first and last:
        return _whole(first, last) or _stretch(first, last)
    if first:
        return f"from {_long(first)}"
    return f"until {_long(last)}" if last else ""


def published_words(published: str | None) -> str:
    """``2018-05-24`` as ``24 May 2018``, ``2018-05`` as ``May 2018``; what is no date as it stands."""
    if not published:
        return ""
    if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", published):
        return f"{_MONTHS[int(published[5:]) - 1]} {published[:4]}"
    day = _day(published)
    return _long(day) if day else clean(published)


def _day(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def _long(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _whole(first: date, last: date) -> str:
    """The name of the year or month that these days fill; empty if they fill none."""
    after = last + timedelta(days=1) if last < date.max else last
    if first.day != 1 or after.day != 1:
        return ""
    if (after.year - first.year) * 12 + after.month - first.month == 1:
        return f"{_MONTHS[first.month - 1]} {first.year}"
    return str(first.year) if first.month == 1 and (after.year, after.month) == (first.year + 1, 1) else ""


def _stretch(first: date, last: date) -> str:
    if first >= last:
        return _long(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_long(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} – {_long(last)}"
    return f"{_long(first)} – {_long(last)}"


def quoted(text: str, within: Span, *, around: Span | None = None, width: int) -> tuple[str, str, str]:
    """The words of ``within`` on one line as (before, middle, after), shortened to about ``width`` characters.

    Args:
        text: the document's text.
        within: what may be quoted.
        around: what must stay, as the middle (a trigger); None keeps the beginning and leaves the middle empty.
        width: in code points; white space is folded first, and cuts fall between words.
    """
    if around is None or not within.covers(around):
        return "", "", _head(clean(within.of(text)), width)
    before, middle, after = text[within.start : around.start], around.of(text), text[around.end : within.end]
    gaps = (" " if before[-1:].isspace() else "", " " if after[:1].isspace() else "")
    before, middle, after = clean(before), _head(clean(middle), width), clean(after)
    room = max(width - len(middle), 0)
    lead = max(int(room * _LEAD_SHARE), room - len(after))
    before = _tail(before, lead)
    return before + gaps[0] * bool(before), middle, gaps[1] * bool(after) + _head(after, room - len(before))


def _head(words: str, width: int) -> str:
    """The beginning of ``words``, cut between words, with an ellipsis where something is left out."""
    if len(words) <= width:
        return words
    cut = words[: max(width - 1, 0)]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:") + " …"


def _tail(words: str, width: int) -> str:
    if len(words) <= width:
        return words
    cut = words[len(words) - max(width - 1, 0) :]
    return "… " + (cut.partition(" ")[2] or cut).lstrip(" ,;:")
