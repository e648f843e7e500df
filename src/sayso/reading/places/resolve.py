"""Resolve: which place each name of a document stands for.

A name has one sense in a document. Each sense starts from its weight (fame, in powers of ten of people) and gains by
what speaks for it: the place that it is told to lie in, where the outlet is at home, and above all the other names of
the document, each of which votes for the divisions and states of its own senses, the more the surer it is. Votes are
counted a few times over, so that sure names make doubtful ones sure.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.reading.places.atlas import senses_of
from sayso.reading.places.containment import is_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sayso.reading.places.atlas import Sense
    from sayso.reading.places.home import Home
    from sayso.reading.places.spot import Spot


# The town that an outlet is called by counts as much as one that is named so often.
_HOME_COUNT = 4
# How votes for one division or state count: by their share of all, and by their number; so few count for nothing.
_SHARED, _MANY, _NONE = 0.75, 2.0, 0.01
# In degrees of latitude and longitude together, from which places lie elsewhere.
_FAR = 1.0


@dataclass(frozen=True, slots=True)
class Weights:
    """What each piece of evidence is worth, in powers of ten of people.

    Attributes:
        contained, within_state: the place told behind it holds it: a division or a town, or no less than a state.
        division, county, country: all other names lie in the same one.
        home: the outlet is at home in its country.
        titled, level: the outlet bears its name: that share of what it lacks to a place of fame ``level``.
        peopled: the people of that state is named too.
        rounds: how often votes are counted.
        sharpness, sharper: how much the likeliest sense outvotes the others at first, and how that grows by round.
        doubt: by how little the best must lead for the choice to be told as doubtful.
    """

    contained: float = 9.0
    within_state: float = 4.5
    division: float = 7.0
    county: float = 7.0
    country: float = 4.0
    home: float = 5.0
    titled: float = 0.8
    level: float = 9.0
    peopled: float = 4.0
    rounds: int = 6
    sharpness: float = 0.5
    sharper: float = 1.75
    doubt: float = 0.3


WEIGHTS = Weights()


@dataclass(slots=True, eq=False)
class _Name:
    """One name of the document with its senses and how sure each is."""

    key: str
    senses: tuple[Sense, ...]
    count: int
    containers: list[Spot]
    base: list[float]
    scores: list[float]
    shares: list[float]

    @property
    def best(self) -> Sense:
        """The likeliest sense; the first of those that are alike."""
        return self.senses[self.scores.index(max(self.scores))]


@dataclass(frozen=True, slots=True)
class Resolution:
    """What the names of a document stand for.

    Attributes:
        senses: key → sense, for the names that have any.
        doubts: key → what it may be as well, where the text hardly tells.
    """

    senses: Mapping[str, Sense]
    doubts: Mapping[str, Sense]


def resolve(spots: list[Spot], *, home: Home, weights: Weights = WEIGHTS) -> Resolution:
    """The senses of the spots' names; ``home`` is what is known of the outlet.

    Where no outlet is known, the text is more likely of the world than of a county.
    """
    if not home.words:
        weights = replace(weights, division=weights.division / 2, county=weights.county / 2)
    names = _names(spots, home, weights)
    sharpness = weights.sharpness
    for name in names:
        name.shares = _shares(name.scores, sharpness)
    for _ in range(weights.rounds):
        tally = _tally(names)
        sharpness *= weights.sharper
        for name in names:
            if len(name.senses) > 1:
                name.scores = _scores(name, tally, weights)
                name.shares = _shares(name.scores, sharpness)
    doubts = {name.key: other for name in names if name.key and (other := _doubt(name, weights)) is not None}
    return Resolution({name.key: name.best for name in names}, doubts)


def _doubt(name: _Name, weights: Weights) -> Sense | None:
    """The place that is nearly as likely as the best and lies elsewhere, if there is one."""
    best, top = name.best, max(name.scores)
    for sense, score in zip(name.senses, name.scores, strict=True):
        far = abs(sense.lat - best.lat) + abs(sense.lon - best.lon) > _FAR
        if far and top - score < weights.doubt:
            return sense
    return None


def _names(spots: list[Spot], home: Home, weights: Weights) -> list[_Name]:
    grouped: dict[str, list[Spot]] = defaultdict(list)
    for spot in spots:
        if spot.senses:
            grouped[spot.key].append(spot)
    names = [*_at_home(home)]
    peoples = frozenset(group[0].senses[0].country for group in grouped.values() if group[0].people)
    for key, group in grouped.items():
        senses = max(group, key=_knowledge).senses
        containers = [spot.container for spot in group if spot.container is not None]
        base = [_base(sense, key, containers, home, weights) for sense in senses]
        if senses[0].kind == "country" and senses[0].country in peoples:
            base[0] += weights.peopled
        names.append(_Name(key, senses, len(group), containers, base, base, []))
    return names


def _knowledge(spot: Spot) -> tuple[bool, int]:
    return spot.known, len(spot.senses)


def _at_home(home: Home) -> Iterator[_Name]:
    """The town that an outlet is called by, as one more name, under a key that no spot has."""
    senses = senses_of(home.rest) if home.rest else ()
    if home.country is not None:
        senses = tuple(sense for sense in senses if sense.country == home.country)
    if senses:
        base = [sense.weight for sense in senses]
        yield _Name("", senses, _HOME_COUNT, [], base, base, [])


def _base(sense: Sense, key: str, containers: list[Spot], home: Home, weights: Weights) -> float:
    score = sense.weight
    tops = [top for spot in containers for top in spot.senses if is_in(sense, top)]
    if tops:
        score += weights.within_state if all(top.kind == "country" for top in tops) else weights.contained
    if home.country is not None and sense.country == home.country:
        score += weights.home
    if sense.kind == "town" and sense.main and home.is_called(key):
        score += max(weights.level - sense.weight, 0.0) * weights.titled
    return score


def _shares(scores: list[float], sharpness: float) -> list[float]:
    top = max(scores)
    powers = [math.exp(sharpness * (score - top)) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


@dataclass(slots=True)
class _Tally:
    """Votes for divisions and states; each name has one, however often it stands there."""

    admin1: Mapping[int, float]
    admin2: Mapping[int, float]
    country: Mapping[str, float]
    total: float


def _tally(names: list[_Name]) -> _Tally:
    admin1: dict[int, float] = defaultdict(float)
    admin2: dict[int, float] = defaultdict(float)
    country: dict[str, float] = defaultdict(float)
    total = 0.0
    for name in names:
        weight = 1.0 + math.log2(name.count) / 2
        total += weight
        for sense, share in zip(name.senses, name.shares, strict=True):
            vote = share * weight
            if vote < _NONE:
                continue
            if sense.admin1 is not None:
                admin1[sense.admin1] += vote
            if sense.admin2 is not None:
                admin2[sense.admin2] += vote
            if sense.country is not None:
                country[sense.country] += vote
    return _Tally(admin1, admin2, country, total)


def _scores(name: _Name, tally: _Tally, weights: Weights) -> list[float]:
    """The scores of a name's senses by their base and by the votes of all other names."""
    own = _tally([name])
    others = max(tally.total - own.total, 1.0)
    scores = []
    for sense, base in zip(name.senses, name.base, strict=True):
        division = _strength(tally.admin1, own.admin1, sense.admin1, others)
        county = _strength(tally.admin2, own.admin2, sense.admin2, others)
        if sense.kind == "admin1":
            county = division / 2
        country = _strength(tally.country, own.country, sense.country, others)
        gain = weights.division * division + weights.county * county + weights.country * country
        scores.append(base + gain * sense.counted)
    return scores


def _strength[K](votes: Mapping[K, float], own: Mapping[K, float], where: K | None, others: float) -> float:
    """How strongly other names point there, from 0 to 1: by their share of all, and by their number."""
    if where is None:
        return 0.0
    given = votes.get(where, 0.0) - own.get(where, 0.0)
    return (given / others) ** _SHARED * (1.0 - math.exp(-_MANY * given)) if given > _NONE else 0.0
