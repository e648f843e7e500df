"""The gazetteer: towns of 500 people and more, first- and second-level divisions, by name, with their GeoNames ids.

``gazetteer.bin`` is generated from GeoNames (https://www.geonames.org, CC BY 4.0) by ``sayso.lexicon.gazetteer_build``.
It is read whole: 60 ms and 20 MB for some 280,000 places. A place becomes an object when it is asked for.

The file: a magic line; a line of JSON (the version, the countries' codes, the sections with their lengths); then all
sections as one zlib stream. Places stand in rows: first-level divisions, then second-level ones, then towns, ordered by
country and division. Numbers that grow slowly from row to row are kept as differences.
"""

from __future__ import annotations

import functools
import json
import unicodedata
import zlib
from array import array
from dataclasses import dataclass
from importlib import resources
from itertools import accumulate
from typing import Literal

from sayso.errors import LexiconError

type Kind = Literal["admin1", "admin2", "town"]

MAGIC = b"sayso gazetteer 1\n"
FILE = "gazetteer.bin"
BUCKET_BITS = 18
# Coordinates are whole numbers of this many to a degree: to about 100 m.
PER_DEGREE = 1000
# A population is kept as a power of this: one byte reaches 350 million.
STEP = 1.09

# Letters that no decomposition takes apart.
_LETTERS = str.maketrans(
    {
        "ø": "o", "đ": "d", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ə": "a",
        "ħ": "h",
        "-": " ", "–": " ", "/": " ", ",": " ",
        "'": "", "’": "", "‘": "", "ʼ": "", "ʻ": "", "`": "", ".": "", '"': "",
    }
)  # fmt: skip
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}


def fold(name: str) -> str:
    """The form under which a name is looked up: lower case, no accents, apostrophes or dots, "saint" as "st"."""
    folded = name.casefold()
    if not folded.isascii():
        folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    words = folded.translate(_LETTERS).split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join([_SHORT.get(word, word) for word in words])


def bucket_of(folded: str) -> int:
    """The bucket of the name index that this folded name falls into."""
    return zlib.crc32(folded.encode()) >> (32 - BUCKET_BITS)


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer.

    Attributes:
        row: its number in the gazetteer.
        id: its GeoNames id.
        name: its main name.
        kind: a first- or second-level division, or a town.
        lat, lon: in degrees (WGS 84); of a division the mean of its towns, weighted by people.
        country: ISO 3166-1 alpha-3, KOS for Kosovo.
        admin1, admin2: the rows of the divisions that it lies in, or None.
        population: people, to about 5 %; of a division, of its towns.
    """

    row: int
    id: int
    name: str
    kind: Kind
    lat: float
    lon: float
    country: str
    admin1: int | None
    admin2: int | None
    population: int


class Gazetteer:
    """Places by name.

    Raises:
        LexiconError: if the file is not one that this version reads.
    """

    def __init__(self, data: bytes) -> None:
        if not data.startswith(MAGIC):
            message = f"{FILE} is no gazetteer of this version: rebuild it with python -m sayso.lexicon.gazetteer_build"
            raise LexiconError(message, where=FILE)
        head, _, body = data[len(MAGIC) :].partition(b"\n")
        header = json.loads(head)
        parts = _sections(zlib.decompress(body), header["sections"])
        self._countries: list[str] = header["countries"]
        self._admin1s, self._admin2s = header["admin1s"], header["admin2s"]
        self._ids = _summed("q", parts["ids"])
        self._lats = _summed("i", parts["lats"])
        self._lons = _summed("i", parts["lons"])
        self._country = _array("B", parts["country"])
        self._admin1 = _array("H", parts["admin1"])
        self._admin2 = _array("H", parts["admin2"])
        self._population = _array("B", parts["population"])
        self._names = parts["names"]
        self._offsets = array("I", accumulate(parts["name_lengths"], initial=0))
        # Names after the first of each row belong to these rows.
        self._alternates = _array("I", parts["alternates"])
        self._order = _array("I", parts["order"])
        self._buckets = array("I", accumulate(parts["bucket_sizes"], initial=0))
        self._found: dict[str, tuple[Entry, ...]] = {}
        self._alias: dict[str, tuple[Entry, ...]] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def find(self, name: str) -> tuple[Entry, ...]:
        """The places with this main name, whatever its case and accents, in row order; () if there is none."""
        return self._look_up(name)[0]

    def find_alternates(self, name: str) -> tuple[Entry, ...]:
        """The places that have this as another name: "Kiev", "Bombay", "Bavaria"."""
        return self._look_up(name)[1]

    def entry(self, row: int) -> Entry:
        """The place in this row.

        Raises:
            IndexError: if there is no such row.
        """
        admin1, admin2 = self._admin1[row], self._admin2[row]
        kind: Kind = "town"
        if row < self._admin1s + self._admin2s:
            kind = "admin1" if row < self._admin1s else "admin2"
        return Entry(
            row=row,
            id=self._ids[row],
            name=self._name(row),
            kind=kind,
            lat=self._lats[row] / PER_DEGREE,
            lon=self._lons[row] / PER_DEGREE,
            country=self._countries[self._country[row]],
            admin1=admin1 - 1 if admin1 else None,
            admin2=self._admin1s + admin2 - 1 if admin2 else None,
            population=people(self._population[row]),
        )

    def _name(self, number: int) -> str:
        return self._names[self._offsets[number] : self._offsets[number + 1]].decode()

    def _look_up(self, name: str) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
        if name not in self._found:
            folded = fold(name)
            bucket = bucket_of(folded)
            numbers = self._order[self._buckets[bucket] : self._buckets[bucket + 1]]
            same = [number for number in numbers if fold(self._name(number)) == folded]
            main = [number for number in same if number < len(self._ids)]
            other = sorted({self._alternates[number - len(self._ids)] for number in same if number >= len(self._ids)})
            if len(self._found) > _KEPT:
                self._found.clear()
                self._alias.clear()
            self._found[name] = tuple(self.entry(row) for row in main)
            self._alias[name] = tuple(self.entry(row) for row in other if row not in main)
        return self._found[name], self._alias[name]


# Look-ups that are kept: a name comes again and again in one document, and so does the news of a day.
_KEPT = 20_000


def people(step: int) -> int:
    """The population that a byte of the file stands for: each step is 9 %; 0 is unknown."""
    return round(STEP**step) if step else 0


def _sections(body: bytes, lengths: dict[str, int]) -> dict[str, bytes]:
    parts, at = {}, 0
    for name, length in lengths.items():
        parts[name] = body[at : at + length]
        at += length
    return parts


def _array(typecode: str, data: bytes) -> array[int]:
    """Numbers whose bytes stand in planes (all lowest bytes first), which packs better."""
    numbers = array(typecode)
    width, size = numbers.itemsize, len(data) // numbers.itemsize
    mixed = bytearray(len(data))
    for plane in range(width):
        mixed[plane::width] = data[plane * size : (plane + 1) * size]
    numbers.frombytes(bytes(mixed))
    return numbers


def _summed(typecode: str, data: bytes) -> array[int]:
    return array(typecode, accumulate(_array("i", data)))


@functools.cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer that comes with the package, loaded once per process.

    Raises:
        LexiconError: if its file is missing or of another version.
    """
    try:
        data = (resources.files("sayso.lexicon") / FILE).read_bytes()
    except OSError as error:
        message = f"{FILE} can't be read: {error}; rebuild it with python -m sayso.lexicon.gazetteer_build"
        raise LexiconError(message, where=FILE) from error
    return Gazetteer(data)
