"""Containment: a place told by the one that it lies in, "Springfield, Ohio", "Xville in Y County", "Aden (Yemen)"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.reading.places.atlas import Sense
    from sayso.reading.places.spot import Spot
    from sayso.reading.syntax import Token

_LINKS = frozenset(((",",), ("(",), (",", "in"), ("in",), ("of",), ("'s",)))
_COMMA = (",",)


def contain(spots: list[Spot], tokens: tuple[Token, ...]) -> None:
    """Gives spots the container that stands behind them, where the lexicons bear it out."""
    for inner, outer in pairwise(spots):
        between = tuple(token.lower for token in tokens[inner.last.i + 1 : outer.first.i])
        if inner.last.sentence != outer.first.sentence or between not in _LINKS:
            continue
        if not inner.people and not outer.people and may_contain(inner, outer, comma=between == _COMMA):
            inner.container = outer


def may_contain(inner: Spot, outer: Spot, *, comma: bool) -> bool:
    """Whether a sense of the one lies in a sense of the other; a place that nobody knows may lie in any state."""
    if not inner.senses:
        return comma and outer.known and outer.senses[0].kind in ("country", "admin1")
    tops = outer.senses
    if comma and outer.known:
        tops = tuple(sense for sense in tops if sense.kind in ("country", "admin1", "region"))
    return any(is_in(sense, top) for sense in inner.senses for top in tops)


def is_in(sense: Sense, top: Sense) -> bool:
    """Whether a place lies in a state or a division."""
    if sense is top:
        return False
    if top.kind == "country":
        return sense.country == top.country and sense.kind != "country"
    if top.kind == "admin1":
        return sense.admin1 == top.admin1 and sense.kind not in ("country", "admin1")
    if top.kind == "admin2":
        return sense.admin2 == top.admin2 and sense.kind == "town"
    return top.kind == "town" and sense.kind == "town" and _is_near(sense, top)


def _is_near(sense: Sense, town: Sense) -> bool:
    """Whether a town is a part or a suburb of a greater one: "Brooklyn, New York"."""
    return (
        sense.country == town.country
        and sense.weight < town.weight
        and abs(sense.lat - town.lat) + abs(sense.lon - town.lon) < 0.5  # noqa: PLR2004 - degrees: some 40 km
    )


def sense_of(spot: Spot, senses: Mapping[str, Sense]) -> Sense | None:
    """What a spot stands for: the sense of its name in the document, or what lies in the place told behind it.

    "Springfield, Ohio" is there though the document's Springfield is another.
    """
    own = senses.get(spot.key)
    top = senses.get(spot.container.key) if spot.container is not None else None
    if own is None or top is None or is_in(own, top):
        return own
    inside = [sense for sense in spot.senses if is_in(sense, top)]
    return max(inside, key=_weight, default=own)


def _weight(sense: Sense) -> float:
    return sense.weight
