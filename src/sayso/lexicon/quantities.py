"""Numbers in words, and the words that say what is counted, from ``quantities.yaml``."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.lexicon.loading import load_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILE = "quantities.yaml"
KINDS = ("dead", "injured", "arrested")


@dataclass(frozen=True, slots=True)
class Quantities:
    """Words of counting, in lower case.

    Attributes:
        numbers: word → number below a hundred.
        multiples: word → what it multiplies by.
        verbs: dictionary form of a verb → whether its object is ``dead``, ``injured`` or ``arrested``.
        words: adjective or noun → the same of what stands with it.
        crowds: nouns for those who make up a crowd or a force.
        counting: nouns that count or group what stands behind their "of".
        units: what numbers stand before without counting anybody.
    """

    numbers: Mapping[str, int]
    multiples: Mapping[str, int]
    verbs: Mapping[str, str]
    words: Mapping[str, str]
    crowds: frozenset[str]
    counting: frozenset[str]
    units: frozenset[str]


@functools.cache
def quantities() -> Quantities:
    """The lexicon, read once.

    Raises:
        LexiconError: if the file can't be read.
    """
    data = load_yaml(_FILE)
    return Quantities(
        numbers={str(word): number for word, number in data["numbers"].items()},
        multiples=dict(data["multiples"]),
        verbs={verb: kind for kind in KINDS for verb in data[kind]["verbs"]},
        words={word: kind for kind in KINDS for word in data[kind]["words"]},
        crowds=frozenset(data["crowds"]),
        counting=frozenset(data["counting"]),
        units=frozenset(data["units"]),
    )
