"""Places beside states and the gazetteer: continents, seas, rivers, disputed areas, from ``regions.yaml``."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sayso.errors import LexiconError
from sayso.lexicon.countries import load_countries
from sayso.lexicon.loading import load_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FILE = "regions.yaml"
_OF_LAND = ("continent", "region", "peninsula", "island", "mountains", "desert", "site", "disputed", "union")
KINDS = frozenset((*_OF_LAND, "sea", "strait", "canal", "river", "lake"))


@dataclass(frozen=True, slots=True)
class Region:
    """A place that is no state and not in the gazetteer.

    Attributes:
        name: in English.
        kind: one of ``KINDS``.
        geonames: its GeoNames id, or None where it isn't known for sure.
        lat, lon: a point near its middle, in degrees (WGS 84).
        country: alpha-3; None where it lies in several states, in none, or where that is in dispute.
        claimed: the states that claim or hold a disputed area; () elsewhere.
    """

    name: str
    kind: str
    geonames: int | None
    lat: float
    lon: float
    country: str | None
    claimed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Regions:
    """Regions by the forms of their names, and by words for those who live there; the case is kept."""

    names: Mapping[str, Region]
    people: Mapping[str, Region]


@functools.cache
def load_regions() -> Regions:
    """The lexicon, read once.

    Raises:
        LexiconError: if a form stands for two regions, a kind or a code is none, or a disputed area has no claimants.
    """
    return regions_from(load_yaml(_FILE))


def regions_from(data: Any) -> Regions:
    """Regions from what the YAML holds.

    Raises:
        LexiconError: if a form stands for two regions, a kind or a code is none, or a disputed area has no claimants.
    """
    names: dict[str, Region] = {}
    people: dict[str, Region] = {}
    for entry in data:
        region = _region(entry)
        _add(names, (region.name, *entry.get("also", ())), region)
        _add(people, entry.get("people", ()), region)
    return Regions(names, people)


def _region(entry: dict[str, Any]) -> Region:
    lat, lon = entry["at"]
    country, claimed = entry.get("country"), tuple(entry.get("claimed", ()))
    region = Region(entry["name"], entry["kind"], entry.get("geonames"), float(lat), float(lon), country, claimed)
    if region.kind not in KINDS:
        _refuse(f"'{region.name}' is called a {region.kind}, which is no kind of region")
    for code in (*claimed, *([country] if country else ())):
        if code not in load_countries().by_code:
            _refuse(f"'{region.name}' is said to be of {code}, which is no country")
    if (region.kind == "disputed") != bool(claimed):
        _refuse(f"'{region.name}' must say by whom it is claimed if, and only if, it is disputed")
    return region


def _add(forms: dict[str, Region], told: Iterable[str], region: Region) -> None:
    for form in told:
        if form in forms:
            _refuse(f"'{form}' stands for {forms[form].name} and for {region.name}")
        forms[form] = region


def _refuse(message: str) -> None:
    raise LexiconError(message, where=_FILE)
