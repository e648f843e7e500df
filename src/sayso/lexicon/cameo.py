"""CAMEO's codes of events and actors, from ``cameo.yaml`` and the roots in ``plover.yaml``."""

from __future__ import annotations

import functools
from collections.abc import Mapping  # noqa: TC003 - the annotations of dataclasses stay resolvable
from dataclasses import dataclass
from typing import Any

from sayso.errors import LexiconError
from sayso.lexicon.loading import load_yaml
from sayso.lexicon.plover import codebook

_FILE = "cameo.yaml"


@dataclass(frozen=True, slots=True)
class Group:
    """What CAMEO has in place of a country that is none: actor types, and a known group or None."""

    types: tuple[str, ...]
    known: str | None


@dataclass(frozen=True, slots=True)
class Cameo:
    """CAMEO's codes.

    Attributes:
        codes: (PLOVER type, mode) to a code of three or four digits.
        sectors: PLOVER's sector to CAMEO's, where they differ.
        groups: PLOVER's "countries" that are none.
    """

    codes: Mapping[tuple[str, str], str]
    sectors: Mapping[str, str]
    groups: Mapping[str, Group]

    def code(self, type_: str, mode: str | None, root: str) -> str:
        """Three or four digits: that of the mode, or the root's own; ``root`` is the event's two digits."""
        return self.codes.get((type_, mode or ""), f"{root}0")

    def sector(self, sector: str) -> str:
        """CAMEO's name of a sector."""
        return self.sectors.get(sector, sector)


@functools.cache
def load_cameo() -> Cameo:
    """The codes, loaded once per process.

    Raises:
        LexiconError: if a mode is none of PLOVER's, or a code does not begin with its root.
    """
    return cameo_from(load_yaml(_FILE))


def cameo_from(data: Any) -> Cameo:
    """Cameo from what the YAML holds.

    Raises:
        LexiconError: as ``load_cameo``.
    """
    codes = {(kind, mode): code for kind, modes in data["codes"].items() for mode, code in modes.items()}
    for (kind, mode), code in codes.items():
        codebook().require(kind, mode, where=_FILE)
        root = codebook().cameo(kind, mode)
        if not code.startswith(root):
            message = f"{kind}/{mode} is {code}, but {root} by plover.yaml"
            raise LexiconError(message, where=_FILE)
    groups = {name: Group(tuple(entry["types"]), entry.get("known")) for name, entry in data["groups"].items()}
    return Cameo(codes, data["sectors"], groups)
