"""Narrowing: from pieces of evidence to the days that all of them leave, and to those pieces that it takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.reading.dates.days import days_of, domain, hull, overlap, size

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.reading.dates.days import Days, Stretch
    from sayso.reading.dates.evidence import Evidence

# What is so in more stretches of days than this, a weekday beside a date, counts where it leaves one of them alone.
_FEW = 3
# More different pieces than this are a table of dates, no story: the rest is left aside.
_MOST = 60


@dataclass(frozen=True, slots=True)
class Cut:
    """``evidence`` leaves the days of ``left``, after the cuts before it."""

    evidence: Evidence
    left: Stretch


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What is left of all days: ``left`` is None where the evidence contradicts itself.

    Attributes:
        cuts: the pieces that it takes to get there, bounds before what is so in many years; of a contradiction, those
            that make it.
    """

    left: Stretch | None
    cuts: tuple[Cut, ...]


def narrow(evidence: Iterable[Evidence]) -> Narrowed:
    """What these pieces of evidence, in text order, leave together."""
    pieces = _distinct(evidence)
    if len(_all_of(pieces)) > 1:
        pieces = [piece for piece in pieces if len(piece.days) <= _FEW]
    chosen = sorted(_needed(_greedily(pieces)), key=lambda piece: len(piece.days))
    cuts: list[Cut] = []
    left: Days = (domain(),)
    for piece in chosen:
        left = overlap(left, piece.days)
        cuts.append(Cut(piece, hull(left) if left else domain()))
    return Narrowed(hull(left) if left else None, tuple(cuts))


def _distinct(evidence: Iterable[Evidence]) -> list[Evidence]:
    """The first piece for each set of days; of those that bound one side alone, the tightest."""
    found: dict[Days, Evidence] = {}
    for piece in evidence:
        if piece.days:
            found.setdefault(piece.days, piece)
    lowest, highest = domain()
    later = [piece for days, piece in found.items() if days[-1][1] == highest and len(days) == 1]
    earlier = [piece for days, piece in found.items() if days[0][0] == lowest and len(days) == 1]
    bounds = {*map(id, later), *map(id, earlier)}
    others = [piece for piece in found.values() if id(piece) not in bounds]
    tightest = [max(later, key=lambda piece: piece.days[0][0], default=None),
                min(earlier, key=lambda piece: piece.days[0][1], default=None)]  # fmt: skip
    return [*filter(None, tightest), *others[:_MOST]]


def _greedily(pieces: Sequence[Evidence]) -> list[Evidence]:
    """Pieces, each the one that leaves the fewest days after those before it, until no other cuts the interval."""
    left: Days = (domain(),)
    waiting, chosen = list(pieces), list["Evidence"]()
    goal = _all_of(pieces)
    while waiting and left and _hull_or_none(left) != _hull_or_none(goal):
        best = min(waiting, key=lambda piece: size(overlap(left, piece.days)))
        left = overlap(left, best.days)
        waiting.remove(best)
        chosen.append(best)
    return chosen


def _needed(chosen: list[Evidence]) -> list[Evidence]:
    """The pieces without those that the later ones make idle."""
    goal = _hull_or_none(_all_of(chosen))
    for piece in list(chosen):
        others = [other for other in chosen if other is not piece]
        if _hull_or_none(_all_of(others)) == goal:
            chosen = others
    return chosen


def _all_of(pieces: Sequence[Evidence]) -> Days:
    left: Days = days_of([domain()])
    for piece in pieces:
        left = overlap(left, piece.days)
    return left


def _hull_or_none(days: Days) -> Stretch | None:
    return hull(days) if days else None
