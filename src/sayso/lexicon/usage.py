"""Words that tell how the name of a place is used, from ``usage.yaml``."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from sayso.lexicon.loading import load_yaml


@dataclass(frozen=True, slots=True)
class UsageWords:
    """Dictionary forms: nouns behind a place, verbs of motion, verbs of states, prepositions before a party."""

    places: frozenset[str]
    motion: frozenset[str]
    states: frozenset[str]
    with_: frozenset[str]


@functools.cache
def usage_words() -> UsageWords:
    """The lexicon, read once.

    Raises:
        LexiconError: if the file can't be read.
    """
    data = load_yaml("usage.yaml")
    return UsageWords(*(frozenset(data[name]) for name in ("places", "motion", "states", "with")))
