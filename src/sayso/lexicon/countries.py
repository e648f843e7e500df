"""Countries: codes, names, peoples and where they lie, from ``countries.yaml``."""

from __future__ import annotations

import functools
from collections.abc import Mapping  # noqa: TC003 - the annotations of dataclasses stay resolvable
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from sayso.errors import LexiconError
from sayso.lexicon.loading import load_yaml

_FILE = "countries.yaml"


@dataclass(frozen=True, slots=True)
class Country:
    """A state, or a territory that has a code of its own.

    Attributes:
        code: ISO 3166-1 alpha-3; Kosovo is ``KOS``, as PLOVER has it.
        name: the short English name.
        geonames: its GeoNames id.
        lat, lon: a point near its middle, in degrees (WGS 84).
        capital: the seat of government, or None.
        names: surface forms as written: "U.S.", "United States", "Russian Federation".
        demonyms: adjectives and words for the people, singular and plural: "Swedish", "Swede", "Swedes".
        cow: its number in the Correlates of War project's list of states, or None.
        gw: its number in the list by Gleditsch and Ward, or None.
    """

    code: str
    name: str
    geonames: int | None
    lat: float
    lon: float
    capital: str | None
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    cow: int | None = None
    gw: int | None = None


@dataclass(frozen=True, slots=True)
class Countries:
    """All countries, and which of them a word stands for.

    A form that several countries share ("Korean", "Congo") stands in the ``ambiguous_…`` maps alone.

    Attributes:
        by_code: code to Country.
        names: surface form, the case kept, to code.
        demonyms: adjective or word for the people, the case kept, to code.
        ambiguous_names, ambiguous_demonyms: form to the codes that it may stand for, the likeliest first.
        contexts: form to code (None: no country at all) to the words of a text that decide for it.
        common_capitals: capitals that share their name with much else.
    """

    by_code: Mapping[str, Country]
    names: Mapping[str, str]
    demonyms: Mapping[str, str]
    ambiguous_names: Mapping[str, tuple[str, ...]]
    ambiguous_demonyms: Mapping[str, tuple[str, ...]]
    contexts: Mapping[str, Mapping[str | None, frozenset[str]]] = field(default_factory=dict)
    common_capitals: frozenset[str] = frozenset()


@functools.cache
def load_countries() -> Countries:
    """The lexicon of countries, loaded once per process.

    Raises:
        LexiconError: if the lexicon contradicts itself.
    """
    return countries_from(load_yaml(_FILE))


def countries_from(data: Any) -> Countries:
    """Countries from what the YAML holds.

    Raises:
        LexiconError: if a form stands under two countries, or under one and among the ambiguous, or a code is none.
    """
    by_code = {code: _country(code, entry) for code, entry in data["countries"].items()}
    ambiguous = data.get("ambiguous") or {}
    names = _ambiguous(ambiguous.get("names"), by_code)
    demonyms = _ambiguous(ambiguous.get("demonyms"), by_code)
    return Countries(
        by_code=MappingProxyType(by_code),
        names=_index({code: country.names for code, country in by_code.items()}, names),
        demonyms=_index({code: country.demonyms for code, country in by_code.items()}, demonyms),
        ambiguous_names=names,
        ambiguous_demonyms=demonyms,
        contexts=_contexts(ambiguous.get("context"), by_code),
        common_capitals=frozenset(ambiguous.get("capitals") or ()),
    )


def _country(code: str, entry: dict[str, Any]) -> Country:
    lat, lon = entry["at"]
    return Country(
        code=code,
        name=entry["name"],
        geonames=entry.get("geonames"),
        lat=float(lat),
        lon=float(lon),
        capital=entry.get("capital"),
        names=tuple(entry["names"]),
        demonyms=tuple(entry.get("demonyms", ())),
        cow=entry.get("cow"),
        gw=entry.get("gw"),
    )


def _ambiguous(entries: dict[str, list[str]] | None, by_code: Mapping[str, Country]) -> Mapping[str, tuple[str, ...]]:
    for form, codes in (entries or {}).items():
        for code in codes:
            if code not in by_code:
                message = f"'{form}' may stand for {code}, which is no country of {_FILE}"
                raise LexiconError(message, where=_FILE)
    return MappingProxyType({form: tuple(codes) for form, codes in (entries or {}).items()})


def _contexts(
    entries: dict[str, dict[str, list[str]]] | None, by_code: Mapping[str, Country]
) -> Mapping[str, Mapping[str | None, frozenset[str]]]:
    found: dict[str, Mapping[str | None, frozenset[str]]] = {}
    for form, codes in (entries or {}).items():
        for code in codes:
            if code not in by_code and code != "none":
                message = f"the context of '{form}' decides for {code}, which is no country of {_FILE}"
                raise LexiconError(message, where=_FILE)
        found[form] = {None if code == "none" else code: frozenset(words) for code, words in codes.items()}
    return MappingProxyType(found)


def _index(forms: dict[str, tuple[str, ...]], ambiguous: Mapping[str, tuple[str, ...]]) -> Mapping[str, str]:
    index: dict[str, str] = {}
    for code, words in forms.items():
        for word in words:
            other = index.setdefault(word, code)
            if other != code or word in ambiguous:
                message = f"'{word}' stands under {code} and also under {other if other != code else 'ambiguous'}"
                raise LexiconError(message, where=_FILE)
    return MappingProxyType(index)
