"""Cohesion: what a paragraph names and tells of, and whether it goes on with the story before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.lexicon.openings import openings

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d,.]*")
_SENTENCE = re.compile(r"[.?!][”\"'’)]*\s+|^|[:;—–]\s+|[“\"]")
_END = re.compile(r"[.?!][”\"'’)]*\s+[“\"]?[A-Z]")
# A full stop this near the start stands in a title or an abbreviation: "U.S. President".
_FIRST_WORDS = 40
_DEFINITE = frozenset(("the", "this", "these", "both", "that", "those", "their", "its"))
# Shorter words tell little of what a text is about.
_SHORTEST = 4
# These may stand before the name that a story opens with: "The Arctic Council", "In Niger".
_BEFORE_NAMES = frozenset(("The", "In"))
# Letters by which forms of one word are held to be the same.
_STEM = 6


@dataclass(frozen=True, slots=True)
class Matter:
    """What a paragraph is about.

    Attributes:
        names: the capitalised words that are no titles, days or the like, in lower case, without a possessive.
        sure: those of the names that do not merely open a sentence.
        words: stems of its longer words.
        length: how many words it has.
        opens: whether its first words could open a story: no pronoun, no "but", no quotation, no definite reference.
    """

    names: frozenset[str]
    sure: frozenset[str]
    words: frozenset[str]
    length: int
    opens: bool


def matter_of(paragraph: str) -> Matter:
    """What the words of a paragraph tell of its matter."""
    known = openings()
    starts = {found.end() for found in _SENTENCE.finditer(paragraph)}
    names, sure, words, length = set(), set(), set(), 0
    for found in _WORD.finditer(paragraph):
        length += 1
        word = _bare(found[0])
        lower = word.lower()
        if lower in known.no_names:
            continue
        if word[:1].isupper() and not (found.start() in starts and lower in known.plain):
            names.add(lower)
            if found.start() not in starts or _is_name(paragraph, found):
                sure.add(lower)
        elif len(lower) >= _SHORTEST and lower not in known.plain:
            words.add(lower[:_STEM])
    return Matter(frozenset(names), frozenset(sure), frozenset(words), length, _opens(paragraph))


def _is_name(paragraph: str, first: re.Match[str]) -> bool:
    """Whether the first word of a sentence is a name: by its possessive, or by the capital of the next word."""
    following = paragraph[first.end() : first.end() + 2]
    owns = first[0].endswith(("'s", "’s"))
    return owns or (following[:1] == " " and following[1:].isupper())


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
    backward = first[0].lower() in openings().backward and not (first[0] in _BEFORE_NAMES and named)
    return not backward and not _speaks_of_before(paragraph)


def _speaks_of_before(paragraph: str) -> bool:
    """Whether a paragraph's first sentence has "the talks", "both sides": what only makes sense behind another."""
    end = _END.search(paragraph, _FIRST_WORDS)
    words = [found[0].lower() for found in _WORD.finditer(paragraph, 0, end.start() if end else len(paragraph))]
    return any(a in _DEFINITE and b in openings().anaphora for a, b in pairwise(words))


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
