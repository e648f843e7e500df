"""Organisations that are known by name: bodies, media, armed groups, from ``organisations.yaml``."""

from __future__ import annotations

import functools
from collections.abc import Mapping  # noqa: TC003 - the annotations of dataclasses stay resolvable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from sayso.errors import LexiconError
from sayso.lexicon.loading import load_yaml
from sayso.lexicon.roles import SECTORS
from sayso.records.reading import ActorKind  # noqa: TC001 - as above

_FILE = "organisations.yaml"
_KINDS = frozenset({"state", "organisation", "media", "igo", "group"})


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body, known by ``name``.

    Attributes:
        kind: as an Actor's.
        country: ISO 3166 alpha-3, or one of PLOVER's own codes (UNO, EUR, IGO, NGO, MNC, IMG).
        sectors: PLOVER sectors, the primary one first.
    """

    name: str
    kind: ActorKind
    country: str
    sectors: tuple[str, ...]


@functools.cache
def load_organisations() -> Mapping[str, Organisation]:
    """Form as written → Organisation, loaded once per process.

    Raises:
        LexiconError: if the lexicon contradicts itself.
    """
    return organisations_from(load_yaml(_FILE))


def organisations_from(data: Any) -> Mapping[str, Organisation]:
    """Form → Organisation, from what the YAML holds.

    Raises:
        LexiconError: if a form names two bodies, or a kind or a sector is none.
    """
    found: dict[str, Organisation] = {}
    for block in data:
        kind, sectors = block["kind"], tuple(block["sectors"])
        _check(kind, sectors)
        for name, also in block["names"].items():
            organisation = Organisation(name, kind, block["country"], sectors)
            for form in (name, *also):
                if found.setdefault(form, organisation) != organisation:
                    message = f"'{form}' names both {found[form].name} and {name}"
                    raise LexiconError(message, where=_FILE)
    return MappingProxyType(found)


def _check(kind: str, sectors: tuple[str, ...]) -> None:
    if kind not in _KINDS or not SECTORS.issuperset(sectors):
        message = f"a block has the kind '{kind}' and the sectors {list(sectors)}: one of them does not exist"
        raise LexiconError(message, where=_FILE)
