"""Cohesion: what a paragraph names and tells of, and whether it goes on with the story before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.lexicon.openings import openings

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d,.]*")
_SENTENCE = re.compile(r"[.?!][”\"'’)]*\s+|^|[:;—–]\s+|[“\"]")
# Shorter words tell little of what a text is about.
_SHORTEST = 5
# These may stand before the name that a story opens with: "The Arctic Council", "In Niger".
_BEFORE_NAMES = frozenset(("The", "In"))
# Letters by which forms of one word are held to be the same.
_STEM = 6


@dataclass(frozen=True, slots=True)
class Matter:
    """What a paragraph is about.

    Attributes:
        names: the capitalised words that are no titles, days or the like, in lower case, without a possessive.
        words: stems of its longer words.
        length: how many words it has.
        opens: whether its first words could open a story: no pronoun, no "but", no quotation, no definite reference.
    """

    names: frozenset[str]
    words: frozenset[str]
    length: int
    opens: bool


def matter_of(paragraph: str) -> Matter:
    """What the words of a paragraph tell of its matter."""
    known = openings()
    starts = {found.end() for found in _SENTENCE.finditer(paragraph)}
    names, words, length = set(), set(), 0
    for found in _WORD.finditer(paragraph):
        length += 1
        word = _bare(found[0])
        lower = word.lower()
        if lower in known.no_names:
            continue
        if word[:1].isupper() and not (found.start() in starts and lower in known.plain):
            names.add(lower)
        elif len(lower) >= _SHORTEST and lower not in known.plain:
            words.add(lower[:_STEM])
    return Matter(frozenset(names), frozenset(words), length, _opens(paragraph))


def _bare(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word.rstrip("'’")


def _opens(paragraph: str) -> bool:
    first = _WORD.match(paragraph)
    if first is None or not first[0][:1].isupper():
        return False
    following = _WORD.match(paragraph, first.end() + 1)
    named = (
        following is not None and following[0][:1].isupper() and _bare(following[0]).lower() not in openings().no_names
    )
    return first[0].lower() not in openings().backward or (first[0] in _BEFORE_NAMES and named)


@dataclass(frozen=True, slots=True)
class Memory:
    """What a story has told so far: in how many paragraphs each name stood, and its words."""

    names: dict[str, int]
    words: frozenset[str]

    @classmethod
    def of(cls, matters: Iterable[Matter]) -> Memory:
        """The memory of these paragraphs."""
        names: dict[str, int] = {}
        words: set[str] = set()
        for matter in matters:
            words |= matter.words
            for name in sorted(matter.names):
                names[name] = names.get(name, 0) + 1
        return cls(names, frozenset(words))

    def shared_names(self, matter: Matter) -> int:
        """How many of a paragraph's names the story knows."""
        return sum(name in self.names for name in matter.names)

    def shared_words(self, matter: Matter) -> float:
        """The part of a paragraph's words that the story knows; 0 for a paragraph without any."""
        return len(matter.words & self.words) / len(matter.words) if matter.words else 0.0
