"""Towns by other names than the gazetteer has, and what their people are called, from ``towns.yaml``."""

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

_FILE = "towns.yaml"


@dataclass(frozen=True, slots=True)
class Towns:
    """Towns by other names and by words for their people, the case kept; and the ids of famous ones."""

    names: Mapping[str, Entry]
    people: Mapping[str, Entry]
    famous: frozenset[int]


@functools.cache
def load_towns() -> Towns:
    """The lexicon, read once.

    Raises:
        LexiconError: if the gazetteer has no such town, or a form stands twice.
    """
    return towns_from(load_yaml(_FILE))


def towns_from(data: Any) -> Towns:
    """Towns from what the YAML holds.

    Raises:
        LexiconError: if the gazetteer has no such town, or a form stands twice.
    """
    names: dict[str, Entry] = {}
    people: dict[str, Entry] = {}
    famous: set[int] = set()
    for entry in data:
        town = _town(entry["name"], entry["country"])
        if entry.get("famous"):
            famous.add(town.id)
        for forms, told in ((names, entry.get("also", ())), (people, entry.get("people", ()))):
            for form in told:
                if form in forms:
                    message = f"'{form}' stands twice"
                    raise LexiconError(message, where=_FILE)
                forms[form] = town
    return Towns(names, people, frozenset(famous))


def _town(name: str, country: str) -> Entry:
    towns = [entry for entry in load_gazetteer().find(name) if entry.country == country and entry.kind == "town"]
    if not towns:
        message = f"the gazetteer has no town {name} of {country}"
        raise LexiconError(message, where=_FILE)
    return max(towns, key=lambda entry: (entry.population, -entry.row))
