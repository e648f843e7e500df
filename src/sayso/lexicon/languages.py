"""What tells languages apart: function words and scripts."""

from __future__ import annotations

import functools
from collections import defaultdict
from dataclasses import dataclass

from sayso.errors import LexiconError
from sayso.lexicon.loading import load_yaml


@dataclass(frozen=True, slots=True)
class Languages:
    """Function words and scripts.

    Attributes:
        codes: the languages that have function words, ISO 639-1, in the order of the file.
        words: function word → (language, weight) pairs; a word that n languages share weighs 1/n for each.
        scripts: (first, last, language) of the code points, both included, that tell a language by themselves.
        shared: the same for scripts of several languages, with the one that most texts are written in.
    """

    codes: tuple[str, ...]
    words: dict[str, tuple[tuple[str, float], ...]]
    scripts: tuple[tuple[int, int, str], ...]
    shared: tuple[tuple[int, int, str], ...]


@functools.cache
def languages() -> Languages:
    """The lexicon ``languages.yaml``.

    Raises:
        LexiconError: if a language's words are no text, or a script's range is upside down.
    """
    told = load_yaml("languages.yaml")
    scripts, shared = (tuple(_ranges(told[name])) for name in ("scripts", "shared"))
    return Languages(tuple(told["words"]), _words(told["words"]), scripts, shared)


def _words(told: dict[str, str]) -> dict[str, tuple[tuple[str, float], ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for code, words in told.items():
        if not isinstance(words, str) or words != words.lower():
            message = f"languages.yaml: the words of '{code}' are no text in lower case"
            raise LexiconError(message, where="languages.yaml")
        for word in dict.fromkeys(words.split()):
            found[word].append(code)
    return {word: tuple((code, 1 / len(codes)) for code in codes) for word, codes in found.items()}


def _ranges(told: dict[str, list[list[int]]]) -> list[tuple[int, int, str]]:
    ranges = [(first, last, code) for code, pairs in told.items() for first, last in pairs]
    for first, last, code in ranges:
        if first > last:
            message = f"languages.yaml: the script of '{code}' ends at {last:#x}, before it starts at {first:#x}"
            raise LexiconError(message, where="languages.yaml")
    return ranges
