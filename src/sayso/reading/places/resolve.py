"""Resolve: which place a name stands for.

What a state or a region is called needs no choice. Of the gazetteer's places of one name, people, kind, containment
("Springfield, Ohio"), and what else the document names decide; each name has one sense in a document.
"""

from __future__ import annotations

import functools
import math
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.lexicon.countries import load_countries
from sayso.lexicon.divisions import division_called
from sayso.lexicon.gazetteer import load_gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sayso.lexicon.gazetteer import Entry, Gazetteer
    from sayso.reading.places.candidates import Candidate

# What each piece of evidence is worth, in powers of ten of people.
_CONTAINED = 8.0
_SAME_DIVISION = 3.0
_SAME_COUNTRY = 2.0
_CAPITAL = 2.5
_DIVISION = 1.0
_COUNTY = -1.5
_ALTERNATE = -1.0
# Words that say a name is of a second-level division.
_COUNTY_WORDS = ("County", "Parish", "District", "Province", "Borough", "Region", "Governorate")


class Resolver:
    """Resolves the candidates of one document."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._gazetteer = load_gazetteer()
        self._candidates = list(candidates)
        self._inside = _containers(self._candidates)
        self._countries = Counter(c.country.code for c in self._candidates if c.country is not None)
        self._senses: dict[str, Entry | None] = {}
        first = {c.words: self._best(c) for c in self._open()}
        self._divisions = Counter(e.admin1 if e.kind != "admin1" else e.row for e in first.values() if e is not None)
        self._countries.update(e.country for e in first.values() if e is not None)

    def _open(self) -> list[Candidate]:
        return [c for c in self._candidates if c.country is None and c.region is None]

    def entry(self, candidate: Candidate) -> Entry | None:
        """The gazetteer's place for a name; None if it has none."""
        if candidate.words not in self._senses:
            self._senses[candidate.words] = self._best(candidate, settled=True)
        return self._senses[candidate.words]

    def named(self, words: str) -> Entry | None:
        """The place of a name that is no candidate, by what the document names."""
        return self._choose(words, settled=True)

    def _best(self, candidate: Candidate, *, settled: bool = False) -> Entry | None:
        return self._choose(candidate.words, settled=settled)

    def _choose(self, words: str, *, settled: bool) -> Entry | None:
        division = division_called(words)
        if division is not None:
            return division
        main, other = self._gazetteer.find(words), self._gazetteer.find_alternates(words)
        scored = [(self._score(e, words, settled=settled), -e.row, e) for e in main]
        scored += [(self._score(e, words, settled=settled) + _ALTERNATE, -e.row, e) for e in other]
        return max(scored, key=lambda item: item[:2])[2] if scored else None

    def _score(self, entry: Entry, words: str, *, settled: bool) -> float:
        score = math.log10(entry.population + 10)
        if entry.kind == "admin1":
            score += _DIVISION if not self._has_seat(entry) else -_DIVISION
        elif entry.kind == "admin2":
            score += 0.0 if words.endswith(_COUNTY_WORDS) else _COUNTY
        if entry.row in capitals(self._gazetteer):
            score += _CAPITAL
        container = self._inside.get(words)
        if container is not None and _is_in(entry, container, self._gazetteer):
            score += _CONTAINED
        if settled:
            own = entry.row if entry.kind == "admin1" else entry.admin1
            score += _SAME_DIVISION * _share(self._divisions, own)
        return score + _SAME_COUNTRY * _share(self._countries, entry.country)

    def _has_seat(self, entry: Entry) -> bool:
        """Whether a town of the division's name lies in it: "Beijing" is the town."""
        return any(e.kind == "town" and e.admin1 == entry.row for e in self._gazetteer.find(entry.name))


def _share[T](counts: Mapping[T, int], what: T) -> float:
    total = sum(counts.values())
    return counts.get(what, 0) / total if total else 0.0


def _containers(candidates: list[Candidate]) -> dict[str, Candidate]:
    """Name → the candidate that stands behind it after a comma: "Springfield, Ohio"."""
    found: dict[str, Candidate] = {}
    for inner, outer in pairwise(candidates):
        if outer.tokens[0].i == inner.tokens[-1].i + 2 and outer.start - inner.end <= len(", ") and not outer.people:
            found.setdefault(inner.words, outer)
    return found


def _is_in(entry: Entry, container: Candidate, gazetteer: Gazetteer) -> bool:
    if container.country is not None:
        return entry.country == container.country.code or _is_division(entry, container.words, gazetteer)
    return _is_division(entry, container.words, gazetteer)


def _is_division(entry: Entry, words: str, gazetteer: Gazetteer) -> bool:
    told = division_called(words)
    rows = {told.row} if told is not None else {e.row for e in gazetteer.find(words)}
    return entry.admin1 in rows or entry.admin2 in rows


@functools.cache
def capitals(gazetteer: Gazetteer) -> frozenset[int]:
    """The rows of the seats of government."""
    found = set()
    for code, country in load_countries().by_code.items():
        if country.capital:
            towns = [
                e
                for e in (*gazetteer.find(country.capital), *gazetteer.find_alternates(country.capital))
                if e.country == code
            ]
            towns = [e for e in towns if e.kind == "town"]
            if towns:
                found.add(max(towns, key=lambda e: e.population).row)
    return frozenset(found)
