"""Attribution: one link with its content, before links are nested into chains."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.reading.syntax import Token
    from sayso.records.reading import Certainty

# Tokens [a, b) of the document, by index.
type Range = tuple[int, int]


@dataclass(slots=True)
class Attribution:
    """``source`` is presented by ``cue`` as saying ``content``.

    Attributes:
        cue: the tokens that signal the link.
        source: the head of the noun phrase that names who says it; None if nobody is named.
        content: the tokens of what is said, in order, without overlaps.
        certainty: by the cue.
        anchor: the token that the cue hangs on: where it stands decides whose content it lies in.
        via: a further link inside this one ("KCNA, *citing Kim*, said P").
        thought: whether the cue tells of a thought rather than of words.
    """

    cue: Range
    source: Token | None
    content: list[Range]
    certainty: Certainty
    anchor: Token
    via: Via | None = None
    thought: bool = False
    parent: Attribution | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Via:
    """Someone cited by the one who speaks: the next link inward, with the same content."""

    source: Token
    cue: Range


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
