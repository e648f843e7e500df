"""The public development sets: what is read for each, and which script scores it.

The sets and their scorers are not part of this repository: they hold text that is not ours to publish.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_TEXT = "text.py"
_EVENTS = "events.py"


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure: the rows that ``docs`` writes for a set, and how ``score`` is called on what was read.

    Attributes:
        name: what the figure is called in the baseline.
        set: the folder of the set.
        script: the scorer's file.
        docs: further arguments of ``docs``.
        score: further arguments of ``score``.
        coder: what codes events: the setting of that name.
    """

    name: str
    set: str
    script: str
    docs: tuple[str, ...] = ()
    score: tuple[str, ...] = ()
    coder: str = "both"

    def fingerprint(self, bench: Path) -> str:
        """SHA-256 of the set's files: a figure is compared only with one taken on the same data."""
        digest = hashlib.sha256()
        for name in ("docs.jsonl", "gold.jsonl"):
            digest.update((bench / "data" / self.set / name).read_bytes())
        return digest.hexdigest()

    def size(self, bench: Path) -> int:
        """How many documents the set has."""
        with (bench / "data" / self.set / "gold.jsonl").open(encoding="utf-8") as rows:
            return sum(1 for row in rows if row.strip())


def _side_by_side(name: str, *docs: str) -> tuple[Measure, ...]:
    """A set's figure with frames and the learned coder together, and with each alone."""
    shown = " ".join((name, *(word.strip("-") for word in docs)))
    return tuple(
        Measure(shown if coder == "both" else f"{shown}, {coder} alone", name, _EVENTS, docs=docs, coder=coder)
        for coder in ("both", "frames", "learned")
    )


MEASURES = (
    Measure("pages_dev", "pages_dev", _TEXT),
    Measure("times_dev", "times_dev", _TEXT),
    Measure("times_dev undated", "times_dev", _TEXT, docs=("--undated",)),
    Measure("places_dev GeoWebNews", "places_dev", _TEXT, score=("--only", "gwn")),
    Measure("places_dev LGL", "places_dev", _TEXT, score=("--only", r"^\d")),
    Measure("polnear_dev", "polnear_dev", _TEXT),
    Measure("chains_dev", "chains_dev", _TEXT),
    Measure("stories_dev", "stories_dev", _TEXT),
    Measure("actors_dev", "actors_dev", _EVENTS),
    *_side_by_side("cameo_dev"),
    *_side_by_side("modes_dev"),
    *_side_by_side("plv_dev"),
    *_side_by_side("plv_dev", "--pairs"),
    *_side_by_side("wire_dev"),
)
