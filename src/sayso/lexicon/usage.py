"""Words around the names of places, from ``usage.yaml``: is a name one, and how is it used?"""

from __future__ import annotations

import functools
from dataclasses import dataclass, fields

from sayso.lexicon.loading import load_yaml

_FILE = "usage.yaml"


@dataclass(frozen=True, slots=True)
class UsageWords:
    """Dictionary forms in lower case; what each set is for stands in the file."""

    before: frozenset[str]
    fairly: frozenset[str]
    loosely: frozenset[str]
    going: frozenset[str]
    visiting: frozenset[str]
    livers: frozenset[str]
    bodies: frozenset[str]
    folk: frozenset[str]
    streets: frozenset[str]
    features: frozenset[str]
    capes: frozenset[str]
    media: frozenset[str]
    outlets: frozenset[str]
    teams: frozenset[str]
    titles: frozenset[str]
    never: frozenset[str]
    places: frozenset[str]
    motion: frozenset[str]
    states: frozenset[str]
    with_: frozenset[str]
    ways: frozenset[str]
    rulers: frozenset[str]


@functools.cache
def usage_words() -> UsageWords:
    """The lexicon, read once.

    Raises:
        LexiconError: if the file can't be read.
    """
    data = load_yaml(_FILE)
    return UsageWords(*(frozenset(data[field.name.rstrip("_")]) for field in fields(UsageWords)))
