"""Atlas: every place that a name may stand for, by the lexicons of countries, regions, divisions, and the gazetteer.

A sense's weight is how likely it is before anything else of the document is known, in powers of ten of people: a town
of 100,000 weighs 5. States and regions weigh what their fame is worth.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from sayso.lexicon.countries import load_countries
from sayso.lexicon.divisions import load_divisions
from sayso.lexicon.gazetteer import fold, load_gazetteer
from sayso.lexicon.phrases import PhraseIndex
from sayso.lexicon.regions import load_regions
from sayso.lexicon.towns import load_towns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sayso.lexicon.gazetteer import Entry
    from sayso.lexicon.regions import Region

type SenseKind = Literal["country", "region", "admin1", "admin2", "town"]

COUNTRY, REGION, STATE = 11.0, 11.0, 8.0
_CAPITAL, _FAMOUS = 2.5, 1.5
# A division that has a town of its own name is mostly not meant: "Beijing" is the town.
_NAMESAKE = -2.0
# … unless the town is this much smaller: "Quebec" is the province.
_SMALLER = 8
# Divisions are known beyond the number of their people, second-level ones less so unless they are called "County".
_DIVISION, _SECOND, _COUNTY = 0.5, -1.5, 1.0
# Another name is mostly that of a lesser place, or of one in another language.
_ALTERNATE = -2.5
# That other places lie in a second-level division speaks less for it than for a town there.
_HALF = 0.5
# In degrees of latitude and longitude together: some 50 km.
_NEAR = 0.7
_COUNTY_WORDS = ("county", "parish", "district", "province", "borough", "region", "governorate", "prefecture", "oblast")


@dataclass(frozen=True, slots=True)
class Sense:
    """A place that a name may stand for.

    Attributes:
        kind: what it is.
        name, geonames, lat, lon, country: as in a Place.
        weight: how likely it is without context.
        admin1, admin2: the rows in the gazetteer of the divisions that it lies in; its own where it is one.
        seat: whether it is a seat of government.
        main: whether the name that was looked up is its main one.
        counted: how much the votes of other names for where it lies count.
    """

    kind: SenseKind
    name: str
    geonames: int | None
    lat: float
    lon: float
    country: str | None
    weight: float
    admin1: int | None = None
    admin2: int | None = None
    seat: bool = False
    main: bool = True
    counted: float = 1.0


@dataclass(frozen=True, slots=True)
class Known:
    """What a phrase of the lexicons stands for.

    Attributes:
        senses: the likeliest first.
        people: whether it is an adjective, or names those who live there.
        guarded: whether it is a place only behind another and a comma: "Dayton, OH", "Jackson, Miss."
    """

    senses: tuple[Sense, ...]
    people: bool = False
    guarded: bool = False


@functools.cache
def load_phrases() -> PhraseIndex[Known]:
    """The names, adjectives and abbreviations of the lexicons, as tuples of words in the case they are printed in."""
    return PhraseIndex((words, known) for form, known in _known().items() for words in _printed(form))


def _known() -> dict[str, Known]:
    countries, regions, divisions, towns = load_countries(), load_regions(), load_divisions(), load_towns()
    found: dict[str, Known] = {}
    _fill(found, {f: (c,) for f, c in countries.names.items()} | dict(countries.ambiguous_names), people=False)
    _fill(found, {f: (c,) for f, c in countries.demonyms.items()} | dict(countries.ambiguous_demonyms), people=True)
    for form, region in regions.names.items():
        found.setdefault(form, Known((_of_region(region),)))
    for form, region in regions.people.items():
        found.setdefault(form, Known((_of_region(region),), people=True))
    for form, entry in divisions.names.items():
        guarded = form in divisions.guarded
        known = found.get(form)
        sense = _of_entry(entry, form)
        if form not in towns.names:
            sense = replace(sense, weight=STATE)
        senses = (*(known.senses if known else ()), sense)
        found[form] = Known(senses, guarded=guarded)
    for form, entry in (*divisions.people.items(), *towns.people.items()):
        found.setdefault(form, Known((_of_entry(entry, form),), people=True))
    for form, entry in towns.names.items():
        known = found.get(form)
        found[form] = Known((*(known.senses if known else ()), _of_entry(entry, form)))
    return found


def _fill(found: dict[str, Known], forms: Mapping[str, Iterable[str]], *, people: bool) -> None:
    for form, codes in forms.items():
        found.setdefault(form, Known(tuple(of_country(code) for code in codes), people=people))


def _printed(form: str) -> Iterator[tuple[str, ...]]:
    """The form as the parser's words; also in capitals, and without the full stop that it loses to the sentence."""
    words = tuple(form.replace("-", " - ").replace("'s", " 's").split())
    yield words
    if len(form) > 3 and form.upper() != form:  # noqa: PLR2004 - "US" is not "Us"
        yield tuple(word.upper() for word in words)
    if form.endswith(".") and "." in form[:-1]:
        yield (*words[:-1], words[-1][:-1])


@functools.cache
def of_country(code: str) -> Sense:
    """The state or territory of this code as a sense."""
    country = load_countries().by_code[code]
    return Sense("country", country.name, country.geonames, country.lat, country.lon, country.code, COUNTRY)


def _of_region(region: Region) -> Sense:
    return Sense("region", region.name, region.geonames, region.lat, region.lon, region.country, REGION)


@functools.lru_cache(maxsize=20_000)
def senses_of(name: str) -> tuple[Sense, ...]:
    """What the gazetteer has under this name, whatever its case and accents; () if nothing."""
    gazetteer = load_gazetteer()
    main = gazetteer.find(name)
    senses = [_of_entry(entry, name) for entry in main]
    alternates = gazetteer.find_alternates(name)
    if alternates:
        folded = fold(name)
        senses += [
            _of_entry(entry, name, alternate=_ALTERNATE if main else _own(entry, folded)) for entry in alternates
        ]
    return tuple(senses)


def _own(entry: Entry, folded: str) -> float:
    """What an alternate name costs where it is no other place's main name."""
    return 0.0 if fold(entry.name)[:2] == folded[:2] else -1.0


def _of_entry(entry: Entry, name: str, *, alternate: float = 0.0) -> Sense:
    weight = math.log10(entry.population + 10) + alternate
    admin1, admin2, counted = entry.admin1, entry.admin2, 1.0
    if entry.kind == "admin1":
        admin1 = entry.row
        weight += _NAMESAKE if _has_seat(entry) else _DIVISION
    elif entry.kind == "admin2":
        admin2 = entry.row
        is_called = fold(name).endswith(_COUNTY_WORDS)
        weight += _COUNTY if is_called else _SECOND
        counted = 1.0 if is_called else _HALF
    elif entry.row in capitals():
        weight += _CAPITAL
    elif entry.id in load_towns().famous:
        weight += _FAMOUS
    return Sense(
        entry.kind, entry.name, entry.id, entry.lat, entry.lon, entry.country, weight, admin1, admin2,
        seat=entry.row in capitals(), main=not alternate, counted=counted,
    )  # fmt: skip


def _has_seat(division: Entry) -> bool:
    """Whether a town of the division's name, about as great, lies in it."""
    gazetteer = load_gazetteer()
    called = (*gazetteer.find(division.name), *gazetteer.find_alternates(division.name))
    towns = [e for e in called if e.kind == "town" and e.country == division.country and _is_near(e, division)]
    return any(town.population * _SMALLER > division.population for town in towns) and not _is_state(division)


def _is_near(town: Entry, division: Entry) -> bool:
    """Whether a town lies in a division, or near its middle: some have a seat that is a division by itself."""
    return town.admin1 == division.row or abs(town.lat - division.lat) + abs(town.lon - division.lon) < _NEAR


def _is_state(division: Entry) -> bool:
    """Whether a division is known by its name as such, whatever towns are called so."""
    return division in load_divisions().names.values() and division.name != "New York"


@functools.cache
def capitals() -> frozenset[int]:
    """The rows of the seats of government."""
    found = set()
    gazetteer = load_gazetteer()
    for code, country in load_countries().by_code.items():
        if country.capital:
            named = (*gazetteer.find(country.capital), *gazetteer.find_alternates(country.capital))
            towns = [entry for entry in named if entry.kind == "town" and entry.country == code]
            if towns:
                found.add(max(towns, key=lambda entry: entry.population).row)
    return frozenset(found)
