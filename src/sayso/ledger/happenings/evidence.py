"""What speaks for and against two reports telling one event.

Each kind of evidence gives a number, or None where the two can't be one event whatever else is alike. The numbers add
up; ``ENOUGH`` was set on the gold in ``evals/gold/happenings``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.ledger.happenings.report import is_unnamed
from sayso.lexicon.happenings import happening_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.ledger.happenings.report import Days, Deed, Person, Report

# From this sum on two reports tell one event.
ENOUGH = 4.4
# Further apart, by the day that they tell or were published, no two reports are one event.
WINDOW = 130
# An act that is told in these may come at another time than it was told to.
_OPEN = frozenset(("planned", "possible", "denied", "hypothetical"))
_AHEAD = frozenset(("planned", "possible", "hypothetical"))
# (days that both intervals span at most, evidence): the narrower the days that they share, the more it tells.
_SHARED = ((2, 3.2), (10, 2.0), (32, 1.4))
# (days between, evidence), up to the last; beyond it the two are not one.
_MOVED = ((1, 1.4), (10, 0.0), (60, -0.3))
_TOLD_AFTER = ((3, 1.0), (14, 0.3), (45, -0.5))
_TOLD_BEFORE = ((21, 1.0), (100, 0.3))
_DENIED_BEFORE = ((30, 0.5), (60, 0.2))
_TOLD_NEAR = ((0, 1.2), (2, 1.2), (10, 0.5), (45, -0.5))
# A text may tell the day of an act by its own clock: so many days may be amiss.
_SLACK = 3
# From so many parties on a list may be told in part.
_MANY = 5
_BOTH = 2


def likeness(a: Report, b: Report) -> float | None:
    """What the evidence adds up to; None where something excludes that the two tell one event. Symmetric.

    Two acts that are called off, demanded or threatened are one if this is done of both at once.
    """
    if a.act != b.act or not _are_near(a.anchor, b.anchor):
        return None
    found = _total(a, b)
    if a.deed is None or b.deed is None or a.deed.type != b.deed.type:
        return found
    of_deeds = _total(_deed_of(a, a.deed), _deed_of(b, b.deed))
    return max((total for total in (found, of_deeds) if total is not None), default=None)


def _deed_of(report: Report, deed: Deed) -> Report:
    return replace(report, act=deed.type, mode=deed.mode, status="actual", days=deed.days, deed=None)


def _total(a: Report, b: Report) -> float | None:
    total = 0.0
    for kind in EVIDENCE:
        found = kind(a, b)
        if found is None:
            return None
        total += found
    return total


def are_one(a: Report, b: Report) -> bool:
    """Whether the evidence suffices that the two tell one event."""
    found = likeness(a, b)
    return found is not None and found >= ENOUGH


def _are_near(one: int | None, other: int | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= WINDOW


def of_time(a: Report, b: Report) -> float | None:
    """Days that both tell, or the day that one tells beside the publication of the other, or both publications."""
    if a.days is not None and b.days is not None:
        return _of_days(a, b, a.days, b.days)
    if a.days is not None:
        return _of_told(a.days, b)
    if b.days is not None:
        return _of_told(b.days, a)
    if a.published is None or b.published is None:
        return 0.0
    if a.key[0] == b.key[0]:
        return 0.0 if (a.status in _AHEAD) != (b.status in _AHEAD) else 1.0
    return _graded(abs(a.published - b.published), _TOLD_NEAR)


def _of_days(a: Report, b: Report, one: Days, other: Days) -> float | None:
    if one.overlaps(other):
        return _graded(max(one.width, other.width), _SHARED) or 0.0
    if {a.status, b.status} & _OPEN:
        return _graded(one.gap(other), _MOVED)
    return 0.5 if one.gap(other) < 1 and max(one.width, other.width) <= _SLACK else None


def _of_told(days: Days, undated: Report) -> float | None:
    """What a day says beside a report that tells none, but was published on a known one."""
    if undated.published is None or days.first is None:
        return 0.0
    last = days.after - 1 if days.after is not None else days.first
    ahead = days.first - undated.published
    if undated.status == "denied" and ahead > 0:
        return _graded(ahead, _DENIED_BEFORE)
    if undated.status in _AHEAD or (undated.spoken_of and ahead > 0):
        return _graded(max(ahead, 0), _TOLD_BEFORE) if ahead >= -_SLACK else None
    ago = undated.published - last
    return _graded(max(ago, 0), _TOLD_AFTER) if ago >= -_SLACK else None


def _graded(days: float, steps: tuple[tuple[int, float], ...]) -> float | None:
    return next((value for most, value in steps if days <= most), None)


def of_parties(a: Report, b: Report) -> float | None:
    """Who does it to whom; in a mutual act, who takes part, but for a visit, which has a host."""
    if a.act in happening_words().mutual and not a.mode == b.mode == "visit":
        return _of_mutual(a, b)
    same = _of_doers(a, b)
    if same is None:
        return None
    if a.recipients and b.recipients:
        return same + 1.0 if a.recipients & b.recipients else None
    return same


def _of_doers(a: Report, b: Report) -> float | None:
    """A group that no report names ("seven governments") excludes nobody."""
    if a.actors & b.actors:
        return 1.0 if a.actors == b.actors else 0.7
    unnamed = all(map(is_unnamed, a.actors)) or all(map(is_unnamed, b.actors))
    return 0.3 if unnamed and a.recipients & b.recipients else None


def _of_mutual(a: Report, b: Report) -> float | None:
    shared = a.parties & b.parties
    if a.parties == b.parties:
        return 0.7 if len(shared) == 1 else 2.0 if len(shared) == _BOTH else 2.5
    if len(shared) > 1:
        few, many = sorted((len(a.parties), len(b.parties)))
        return 1.2 if a.act != "CONSULT" or (many >= _MANY and few > _BOTH) else 0.0
    if shared and (a.parties <= b.parties or b.parties <= a.parties):
        return 0.5
    return None


def of_people(a: Report, b: Report) -> float | None:
    """Persons of one country: the same, or of one rank; others exclude each other."""
    total = 0.0
    for country in {p.country for p in a.people} & {p.country for p in b.people} - {None}:
        found = _of_countrymen(
            [p for p in a.people if p.country == country], [p for p in b.people if p.country == country]
        )
        if found is None:
            return None
        total += found
    return total


def _of_countrymen(these: list[Person], those: list[Person]) -> float | None:
    named, others = [p for p in these if p.names], [p for p in those if p.names]
    if named and others:
        same = min(_told_by_both(named, others), _told_by_both(others, named))
        return None if not same else 1.0 if same == 1 else 1.5
    ranks, others_ranks = {p.rank for p in these}, {p.rank for p in those}
    if None in ranks | others_ranks:
        return 0.0
    return 0.5 if ranks & others_ranks else None


def _told_by_both(these: list[Person], those: list[Person]) -> int:
    """How many of these are among those, with their full names or a part of them."""
    return sum(any(p.names <= q.names or q.names <= p.names for q in those) for p in these)


def of_mode(a: Report, b: Report) -> float:
    """The same mode; modes that differ speak against it, less so of meetings: a visit is for talks."""
    if a.mode is None or b.mode is None:
        return 0.0
    if a.mode == b.mode:
        return 0.5
    return -0.3 if a.act == "CONSULT" else -0.7 if a.act in happening_words().spoken else -2.0


def of_place(a: Report, b: Report) -> float:
    """The same place, another one in the same country, or another country."""
    if a.place is None or b.place is None:
        return 0.0
    if a.place == b.place:
        return 1.0
    if a.place[1] != b.place[1]:
        return -1.5
    return -0.3 if a.place[0] and b.place[0] else 0.0


def of_words(a: Report, b: Report) -> float:
    """What it is about, and by which word it is told. Acts of words must be about something alike."""
    alike = 0.4 if a.trigger == b.trigger or a.trigger in b.words or b.trigger in a.words else 0.0
    if a.trigger == b.trigger and (a.words, a.actors, a.recipients) == (b.words, b.actors, b.recipients):
        return alike + 1.5
    spoken = a.act in happening_words().spoken and (a.done or b.done) and "meet" not in (a.mode, b.mode)
    if not (a.words and b.words):
        return 3 * alike if a.recipients & b.recipients else alike - 0.5 * spoken
    shared = len(a.words & b.words) / min(len(a.words), len(b.words))
    dated = a.days is not None and b.days is not None and len(a.recipients & b.recipients) > 0
    return alike + 2.5 * shared - (1.5 if spoken and not shared and not dated else 0.0)


EVIDENCE: tuple[Callable[[Report, Report], float | None], ...] = (
    of_time,
    of_parties,
    of_people,
    of_mode,
    of_place,
    of_words,
)
