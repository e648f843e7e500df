"""What tells two reports of one event from reports of two, from ``happenings.yaml``."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.errors import LexiconError
from sayso.lexicon.loading import load_yaml
from sayso.lexicon.plover import codebook

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "happenings.yaml"


@dataclass(frozen=True, slots=True)
class HappeningWords:
    """Acts and words by what they mean for matching; words are in lower case.

    Attributes:
        mutual: PLOVER types that the parties do together.
        spoken: PLOVER types that are acts of words.
        ranks: rank → what finds its words in a name or an office.
        occasions: nouns for what is held on a day.
        members: body of states → the codes of its members.
        empty: words that say nothing about what an act is about.
    """

    mutual: frozenset[str]
    spoken: frozenset[str]
    ranks: Mapping[str, re.Pattern[str]]
    occasions: frozenset[str]
    members: Mapping[str, tuple[str, ...]]
    empty: frozenset[str]

    def rank(self, title: str) -> str | None:
        """The rank that a name or an office tells; None if it tells none. "Prime minister" is a leader."""
        found = {name: m.end() - m.start() for name, p in self.ranks.items() if (m := p.search(title.lower()))}
        return max(found, key=lambda name: (found[name], name), default=None)


@functools.cache
def happening_words() -> HappeningWords:
    """The lexicon, read once.

    Raises:
        LexiconError: if an act is no PLOVER type.
    """
    data = load_yaml(FILE)
    mutual, spoken = frozenset(data["mutual"].split()), frozenset(data["spoken"].split())
    unknown = sorted((mutual | spoken) - codebook().types.keys())
    if unknown:
        message = f"{FILE}: {', '.join(unknown)} is no PLOVER type"
        raise LexiconError(message, where=FILE)
    ranks = {name: _any_of(words.split(", ")) for name, words in data["ranks"].items()}
    members = {body: tuple(codes.split()) for body, codes in data["members"].items()}
    occasions, empty = frozenset(data["occasions"].split(", ")), frozenset(data["empty"].split())
    return HappeningWords(mutual, spoken, ranks, occasions, members, empty)


def _any_of(words: list[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})s?\b")
