"""Seats: buildings and streets that the press names instead of those who sit there, from ``seats.yaml``."""

from __future__ import annotations

import functools
from collections.abc import Mapping  # noqa: TC003 - the annotations of dataclasses stay resolvable
from types import MappingProxyType
from typing import Any

from sayso.errors import LexiconError
from sayso.lexicon.loading import load_yaml
from sayso.lexicon.organisations import Organisation
from sayso.records.reading import ActorKind  # noqa: TC001 - as above

_FILE = "seats.yaml"
# A seat outside any state stands for a body of states.
_IGOS = frozenset({"EUR", "UNO"})


@functools.cache
def load_seats() -> Mapping[str, Organisation]:
    """Form as written → who sits there, as a body of that name. Loaded once per process.

    Raises:
        LexiconError: if a form stands twice.
    """
    return seats_from(load_yaml(_FILE))


def seats_from(data: Any) -> Mapping[str, Organisation]:
    """Form → body, from what the YAML holds.

    Raises:
        LexiconError: if a form stands twice.
    """
    found: dict[str, Organisation] = {}
    for entry in data["seats"]:
        kind: ActorKind = "igo" if entry["country"] in _IGOS else "organisation"
        body = Organisation(entry["name"], kind, entry["country"], tuple(entry["sectors"]))
        for form in (entry["name"], *entry.get("also", ())):
            if found.setdefault(form, body) != body:
                message = f"the seat '{form}' stands twice"
                raise LexiconError(message, where=_FILE)
    return MappingProxyType(found)
