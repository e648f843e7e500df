"""Words from which it is told when an undated page was published, from ``dating.yaml``."""

from __future__ import annotations

import functools
from collections.abc import Mapping  # noqa: TC003 - the annotations of dataclasses stay resolvable
from dataclasses import dataclass
from typing import Any

from sayso.errors import LexiconError
from sayso.lexicon.loading import load_yaml
from sayso.lexicon.offices import load_offices
from sayso.lexicon.roles import load_roles
from sayso.lexicon.times import time_lexicon
from sayso.lexicon.wording import words_of

_FILE = "dating.yaml"


@dataclass(frozen=True, slots=True)
class DatingWords:
    """Words in lower case; what each set is for stands in the file.

    Attributes:
        nouns: a noun such as "anniversary" → its own number of years, or None.
        ordinals: an ordinal in letters → its number.
        acts: a word → what it says is counted from: "establishment" → "founding".
        status: words before a title that say that the office is held at another time, or not at all.
        titles: words of a title that dates → the countries in which it does; None is all.
    """

    nouns: Mapping[str, int | None]
    ordinals: Mapping[str, int]
    acts: Mapping[str, str]
    fillers: frozenset[str]
    marking: frozenset[str]
    falling: frozenset[str]
    status: frozenset[str]
    present: frozenset[str]
    others: frozenset[str]
    titles: Mapping[tuple[str, ...], frozenset[str] | None]
    shifted: frozenset[str]
    conditions: frozenset[str]
    announced: frozenset[str]
    fiscal: frozenset[str]


@functools.cache
def dating_words() -> DatingWords:
    """The lexicon, loaded once per process.

    Raises:
        LexiconError: if a word says two things, or a title is none.
    """
    return dating_words_from(load_yaml(_FILE))


def dating_words_from(data: Mapping[str, Any]) -> DatingWords:
    """The lexicon from what the YAML holds.

    Raises:
        LexiconError: if a word says two things, or a title is none.
    """
    acts: dict[str, str] = {}
    for act, words in data["acts"].items():
        for word in words:
            if acts.setdefault(word, act) != act:
                message = f"'{word}' says both {acts[word]} and {act}"
                raise LexiconError(message, where=_FILE)
    sets = {name: frozenset(data[name]) for name in _SETS}
    sets["status"] |= load_roles().former
    ordinals = {**time_lexicon().ordinals, **data["tens"]}
    return DatingWords(nouns=data["nouns"], ordinals=ordinals, acts=acts, titles=_titles(data), **sets)


def _titles(data: Mapping[str, Any]) -> dict[tuple[str, ...], frozenset[str] | None]:
    told = {**dict.fromkeys(data["titles"]), **data["titles_of"]}
    titles = {words_of(title): frozenset(countries) if countries else None for title, countries in told.items()}
    if unknown := sorted(" ".join(title) for title in titles if title not in load_offices().forms):
        message = f"these titles are none: {', '.join(unknown)}"
        raise LexiconError(message, where=_FILE)
    return titles


_SETS = (
    "fillers", "marking", "falling", "status", "present", "others", "shifted", "conditions", "announced", "fiscal",
)  # fmt: skip
