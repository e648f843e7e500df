"""First-level divisions by other words than the gazetteer has, from ``divisions.yaml``: "W.Va.", "OH", "Texan"."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sayso.errors import LexiconError
from sayso.lexicon.gazetteer import load_gazetteer
from sayso.lexicon.loading import load_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.lexicon.gazetteer import Entry

_FILE = "divisions.yaml"


@dataclass(frozen=True, slots=True)
class Divisions:
    """Divisions by their names, abbreviations and adjectives, the case kept.

    Attributes:
        names: full names and abbreviations.
        people: adjectives and words for those who live there.
        guarded: abbreviations that are also words or titles ("Miss.", "Ore.", "OK"): a place only behind a comma.
    """

    names: Mapping[str, Entry]
    people: Mapping[str, Entry]
    guarded: frozenset[str]


@functools.cache
def load_divisions() -> Divisions:
    """The lexicon, read once.

    Raises:
        LexiconError: if the gazetteer has no such division, or a form stands for two.
    """
    return divisions_from(load_yaml(_FILE))


def divisions_from(data: Any) -> Divisions:
    """Divisions from what the YAML holds.

    Raises:
        LexiconError: if the gazetteer has no such division, or a form stands for two.
    """
    names: dict[str, Entry] = {}
    people: dict[str, Entry] = {}
    guarded: set[str] = set()
    for country, divisions in data["divisions"].items():
        for name, forms in divisions.items():
            entry = _entry(name, country)
            for form in (name, *forms.get("short", ()), *forms.get("guarded", ())):
                _add(names, form, entry)
            for form in forms.get("people", ()):
                _add(people, form, entry)
            guarded.update(forms.get("guarded", ()))
    return Divisions(names, people, frozenset(guarded))


def _entry(name: str, country: str) -> Entry:
    for entry in load_gazetteer().find(name):
        if entry.country == country and entry.kind == "admin1":
            return entry
    message = f"the gazetteer has no division {name} of {country}"
    raise LexiconError(message, where=_FILE)


def _add(forms: dict[str, Entry], form: str, entry: Entry) -> None:
    if forms.setdefault(form, entry) != entry:
        message = f"'{form}' stands for {forms[form].name} and for {entry.name}"
        raise LexiconError(message, where=_FILE)
