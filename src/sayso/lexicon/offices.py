"""Offices: the titles that persons hold, from ``offices.yaml``."""

from __future__ import annotations

import functools
from collections.abc import Mapping  # noqa: TC003 - the annotations of dataclasses stay resolvable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from sayso.errors import LexiconError
from sayso.lexicon.loading import load_yaml
from sayso.lexicon.roles import SECTORS, Phrase
from sayso.lexicon.wording import plural_of, words_of

_FILE = "offices.yaml"


@dataclass(frozen=True, slots=True)
class Office:
    """A title, called ``name``, whose holder has these PLOVER ``sectors``.

    Attributes:
        rank: its place in the file: the lower, the higher the office.
        dependent: whether companies, clubs and courts have it as well; then the holder's sectors are theirs.
        plural: whether the form that was looked up is the plural.
    """

    name: str
    sectors: tuple[str, ...]
    rank: int
    dependent: bool
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Offices:
    """All offices.

    Attributes:
        by_name: name → Office.
        forms: words in lower case, singular and plural → Office.
        courtesies: a word before a name ("mr") → the gender that it tells, or None.
    """

    by_name: Mapping[str, Office]
    forms: Mapping[Phrase, Office]
    courtesies: Mapping[str, str | None]


@functools.cache
def load_offices() -> Offices:
    """The lexicon of offices, loaded once per process.

    Raises:
        LexiconError: if the lexicon contradicts itself.
    """
    return offices_from(load_yaml(_FILE))


def offices_from(data: Any) -> Offices:
    """Offices from what the YAML holds.

    Raises:
        LexiconError: if a form names two offices, or a sector is none of PLOVER's.
    """
    by_name: dict[str, Office] = {}
    forms: dict[Phrase, Office] = {}
    for rank, entry in enumerate(data["offices"]):
        office = Office(entry["name"], _sectors(entry), rank, bool(entry.get("dependent")))
        by_name[office.name] = office
        many = Office(office.name, office.sectors, rank, office.dependent, plural=True)
        for form in entry["forms"]:
            _add(forms, form, office)
            if not form.endswith("."):
                _add(forms, plural_of(form), many)
        for form in entry.get("plurals", ()):
            _add(forms, form, many)
    courtesies = {
        word: None if gender == "x" else gender for gender, words in data["courtesies"].items() for word in words
    }
    return Offices(MappingProxyType(by_name), MappingProxyType(forms), MappingProxyType(courtesies))


def _sectors(entry: Any) -> tuple[str, ...]:
    sectors = tuple(entry["sectors"])
    if not SECTORS.issuperset(sectors):
        message = f"the office '{entry['name']}' has a sector that PLOVER lacks"
        raise LexiconError(message, where=_FILE)
    return sectors


def _add(forms: dict[Phrase, Office], form: str, office: Office) -> None:
    if forms.setdefault(words_of(form), office).name != office.name:
        message = f"'{form}' names both {forms[words_of(form)].name} and {office.name}"
        raise LexiconError(message, where=_FILE)
