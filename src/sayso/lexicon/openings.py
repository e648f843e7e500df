"""Words that tell where a story opens, from ``openings.yaml``."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from sayso.lexicon.loading import load_yaml


@dataclass(frozen=True, slots=True)
class Openings:
    """Words in lower case: what hangs on what came before, what is no telling name, what is no name at all."""

    backward: frozenset[str]
    no_names: frozenset[str]
    plain: frozenset[str]


@functools.cache
def openings() -> Openings:
    """The lexicon, read once.

    Raises:
        LexiconError: if the file can't be read.
    """
    data = load_yaml("openings.yaml")
    return Openings(frozenset(data["backward"]), frozenset(data["no_names"]), frozenset(data["plain"]))
