"""Attribution: one link with its content, before links are nested into chains."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.reading.syntax import Token
    from sayso.records.reading import Certainty

# Tokens [a, b) of the document, by index.
type Range = tuple[int, int]


@dataclass(slots=True, eq=False)
class Attribution:
    """``source`` is presented by ``cue`` as saying ``content``.

    Attributes:
        cue: the tokens that signal the link; None for a quotation that nobody is named for.
        source: the head of the noun phrase that names who says it; None if nobody is named.
        content: the tokens of what is said, in order, without overlaps; [] until a quotation is found for it.
        certainty: by the cue.
        anchor: the token that the cue hangs on: where it stands decides whose content it lies in.
        speech: whether a quotation may be the content: "said" and not "vowed to".
        attitude: whether it tells of a stance ("opposes P"), which makes a link in the outlet's own voice only.
        relay: whether all that it holds is what another says: it makes a link and no statement of its own.
        by_noun: whether a noun is the cue, or a verb with a noun: "the claim that P", "denied reports that P".
        parent: in whose content it stands; may be set before ``nest``.
    """

    cue: Range | None
    source: Token | None
    content: list[Range]
    certainty: Certainty
    anchor: Token
    speech: bool = False
    attitude: bool = False
    relay: bool = False
    by_noun: bool = False
    parent: Attribution | None = field(default=None, repr=False)


def size(ranges: list[Range]) -> int:
    """How many tokens the ranges hold."""
    return sum(b - a for a, b in ranges)


def without(ranges: list[Range], hole: Range) -> list[Range]:
    """The ranges less the tokens of ``hole``."""
    left: list[Range] = []
    for a, b in ranges:
        if hole[1] <= a or b <= hole[0]:
            left.append((a, b))
            continue
        if a < hole[0]:
            left.append((a, hole[0]))
        if hole[1] < b:
            left.append((hole[1], b))
    return left


def within(ranges: list[Range], frame: Range) -> list[Range]:
    """What of the ranges lies in ``frame``."""
    cut = [(max(a, frame[0]), min(b, frame[1])) for a, b in ranges]
    return [(a, b) for a, b in cut if a < b]


def joined(ranges: list[Range]) -> list[Range]:
    """The ranges in order, empty ones left out, those that touch or overlap made one."""
    made: list[Range] = []
    for a, b in sorted(ranges):
        if a >= b:
            continue
        if made and a <= made[-1][1]:
            made[-1] = (made[-1][0], max(b, made[-1][1]))
        else:
            made.append((a, b))
    return made


def holds(ranges: list[Range], i: int) -> bool:
    """Whether token ``i`` lies in one of the ranges."""
    return any(a <= i < b for a, b in ranges)


def overlap(ranges: list[Range], frame: Range) -> bool:
    """Whether one of the ranges shares a token with ``frame``."""
    return any(a < frame[1] and frame[0] < b for a, b in ranges)
