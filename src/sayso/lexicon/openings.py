"""Words that tell where a story opens, from ``openings.yaml``."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from sayso.lexicon.loading import load_yaml


@dataclass(frozen=True, slots=True)
class Openings:
    """Words in lower case that tell where a story opens.

    Attributes:
        backward: first words that hang on what came before.
        no_names: capitalised words that tell nothing of whom or what a paragraph is about.
        plain: words that stand capitalised at the start of a sentence and are no names.
        anaphora: nouns that, behind "the", speak of what was told before.
    """

    backward: frozenset[str]
    no_names: frozenset[str]
    plain: frozenset[str]
    anaphora: frozenset[str]


@functools.cache
def openings() -> Openings:
    """The lexicon, read once.

    Raises:
        LexiconError: if the file can't be read.
    """
    data = load_yaml("openings.yaml")
    return Openings(
        frozenset(data["backward"]), frozenset(data["no_names"]), frozenset(data["plain"]), frozenset(data["anaphora"])
    )
