"""Places beside states and the gazetteer: continents, seas, regions across borders, from ``regions.yaml``."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.errors import LexiconError
from sayso.lexicon.loading import load_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILE = "regions.yaml"


@dataclass(frozen=True, slots=True)
class Region:
    """A place called ``name``; ``country`` is None where it lies in several, in none, or where that is in dispute."""

    name: str
    geonames: int | None
    lat: float
    lon: float
    country: str | None
    acts: bool = False


@dataclass(frozen=True, slots=True)
class Regions:
    """Regions by the forms of their names, and by words for those who live there; the case is kept."""

    names: Mapping[str, Region]
    people: Mapping[str, Region]


@functools.cache
def load_regions() -> Regions:
    """The lexicon, read once.

    Raises:
        LexiconError: if a form stands for two regions.
    """
    names: dict[str, Region] = {}
    people: dict[str, Region] = {}
    for entry in load_yaml(_FILE):
        lat, lon = entry["at"]
        region = Region(entry["name"], entry["geonames"], float(lat), float(lon), entry["country"])
        for form in (entry["name"], *entry.get("also", ())):
            _add(names, form, region)
        for form in entry.get("people", ()):
            _add(people, form, region)
    return Regions(names, people)


def _add(forms: dict[str, Region], form: str, region: Region) -> None:
    if forms.setdefault(form, region) != region:
        message = f"'{form}' stands for {forms[form].name} and for {region.name}"
        raise LexiconError(message, where=_FILE)
