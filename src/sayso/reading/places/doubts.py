"""Doubts: notices of names whose place the text hardly tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon.gazetteer import load_gazetteer
from sayso.records import Notice, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.reading.places.atlas import Sense
    from sayso.reading.places.resolve import Resolution
    from sayso.reading.places.spot import Spot


def doubts_of(spots: list[Spot], resolution: Resolution) -> Iterator[Notice]:
    """A notice for each doubtful name that stands somewhere without its container, at the first such place."""
    told: set[str] = set()
    for spot in spots:
        other = resolution.doubts.get(spot.key)
        if other is None or spot.container is not None or spot.key in told:
            continue
        told.add(spot.key)
        taken = resolution.senses[spot.key]
        message = f"{_told(taken)} is taken, though it may as well be {_told(other)}"
        yield Notice("doubtful-place", message, Span(spot.start, spot.end))


def _told(sense: Sense) -> str:
    """A sense with where it lies: "Springfield (Illinois, USA)"."""
    within = load_gazetteer().entry(sense.admin1).name if sense.admin1 is not None else None
    around = [part for part in (within, sense.country) if part and part != sense.name]
    return f"{sense.name} ({', '.join(around)})" if around else sense.name
