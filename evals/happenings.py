"""Measures the grouping of reports into happenings on the demo's dispatches: ``python -m evals.happenings``.

``gold/happenings/gold.yaml`` says which places of the 64 dispatches tell one event. Counted are pairs of such places:
those that gold joins, those that matching joins, and those that both do.
"""

from __future__ import annotations

import argparse
import itertools
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from sayso.ledger.happenings import group, reports_of
from sayso.reading.pipeline import Reader
from sayso.settings import Settings
from sayso.sources import read_paths

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sayso.records import Event, Reading

_GOLD = Path(__file__).with_name("gold") / "happenings" / "gold.yaml"
_DEMO = Path(__file__).parents[1] / "demo" / "dispatches"


@dataclass(frozen=True, slots=True)
class Told:
    """A place that gold has: what gold joins it to, and what the reading made of it.

    Attributes:
        where: the file and the words.
        gold: ids of the happenings that it tells.
        event: the report that was read there, of the act that gold says; None if none was.
        found: the groups that this report is in.
    """

    where: str
    gold: frozenset[str]
    event: tuple[str, str, str] | None
    found: frozenset[object]


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and F1 of pairs."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)

    def __str__(self) -> str:
        return f"F1 {self.f1:.3f}   precision {self.precision:.3f}   recall {self.recall:.3f}"


def main() -> int:
    """Print the figures; with ``--errors``, pairs that are wrong."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--errors", type=int, default=0, help="print so many pairs that are wrong")
    given = parser.parse_args()
    places = told()
    read = by_event(place for place in places if place.event is not None)
    print(f"places of gold {len(places)}, of which an event was read at {sum(p.event is not None for p in places)}")
    print(f"pairs of events that were read   {pairs(read)}")
    print(f"pairs of all places              {pairs(places)}")
    for a, b in itertools.islice(wrong(read), given.errors):
        print(f"  {'two' if a.gold & b.gold else 'one'} for {a.where} + {b.where}")
    return 0


def told() -> list[Told]:
    """Every place of gold, with what was read there."""
    readings = read_demo()
    reports = [report for reading in readings.values() for report in reports_of(reading)]
    groups = group(reports)
    acts = {report.key: report.act for report in reports}
    gold = yaml.safe_load(_GOLD.read_text("utf-8"))
    return [
        _told(happening, report, readings[report["file"]], groups, acts)
        for happening in gold
        for report in happening["reports"]
    ]


def read_demo() -> dict[str, Reading]:
    """File name → reading, of each dispatch."""
    rows = read_paths([_DEMO], max_characters=Settings().max_characters)
    documents = {Path(row.where or "").name: row.document for row in rows if row.document is not None}
    return dict(zip(documents, Reader(Settings()).read_many(documents.values()), strict=True))


def _told(
    happening: dict[str, Any],
    report: dict[str, str],
    reading: Reading,
    groups: Mapping[tuple[str, str, str], object],
    acts: Mapping[tuple[str, str, str], str],
) -> Told:
    """A meeting that is called off is two reports: of these the one that tells the act of gold, else all."""
    event = event_at(reading, report, happening["type"])
    keys = [key for key in groups if event is not None and key[:2] == (reading.document.id, event.id)]
    own = [key for key in keys if acts[key] == happening["type"]] or keys
    found = frozenset(groups[key] for key in own)
    where = f"{report['file']} [{report['near']}]"
    return Told(where, frozenset([happening["id"]]), own[0] if own else None, found)


def event_at(reading: Reading, report: dict[str, str], type_: str) -> Event | None:
    """The event that is told at the words of gold; else one of its type whose clause holds them."""
    text = reading.document.text
    near = re.search(r"\W+".join(map(re.escape, re.findall(r"\w+", report["near"]))), text)
    if near is None:
        return None
    start = text.index(report["trigger"], near.start())
    end = start + len(report["trigger"])
    here = [event for event in reading.events if event.trigger.start < end and start < event.trigger.end]
    around = [
        event for event in reading.events if event.start <= start < event.end and type_ in (event.type, event.act)
    ]
    return next(iter((*here, *around)), None)


def by_event(places: Any) -> list[Told]:
    """One for each report: it may tell several happenings."""
    found: dict[tuple[str, str, str] | None, Told] = {}
    for place in places:
        known = found.get(place.event)
        gold = place.gold | known.gold if known else place.gold
        found[place.event] = Told(place.where, gold, place.event, place.found)
    return list(found.values())


def pairs(places: Sequence[Told]) -> Figures:
    """Precision and recall of the pairs that matching joins."""
    both = gold = found = 0
    for a, b in itertools.combinations(places, 2):
        one, joined = bool(a.gold & b.gold), bool(a.found & b.found)
        both += one and joined
        gold += one
        found += joined
    return Figures(both / max(1, found), both / max(1, gold))


def wrong(places: Sequence[Told]) -> Any:
    """The pairs that only one of gold and matching joins."""
    return ((a, b) for a, b in itertools.combinations(places, 2) if bool(a.gold & b.gold) != bool(a.found & b.found))


if __name__ == "__main__":
    sys.exit(main())
