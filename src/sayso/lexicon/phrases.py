"""PhraseIndex: many phrases looked for at once in a sequence of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class PhraseIndex[T]:
    """Phrases (sequences of words) with what they stand for; found longest first, in one pass.

    Words are compared as they are given: hand in lower-case words on both sides for a match without regard to case.
    """

    def __init__(self, entries: Iterable[tuple[Sequence[str], T]]) -> None:
        self._values: dict[tuple[str, ...], T] = {}
        # First word → lengths of the phrases that begin so, longest first.
        self._lengths: dict[str, tuple[int, ...]] = {}
        for words, value in entries:
            phrase = tuple(words)
            if not phrase:
                continue
            self._values[phrase] = value
            known = set(self._lengths.get(phrase[0], ())) | {len(phrase)}
            self._lengths[phrase[0]] = tuple(sorted(known, reverse=True))

    def all_at(self, words: Sequence[str], i: int) -> Iterator[tuple[int, T]]:
        """(end, value) of each phrase that starts at word ``i``, longest first."""
        for length in self._lengths.get(words[i], ()):
            value = self._values.get(tuple(words[i : i + length]))
            if value is not None and i + length <= len(words):
                yield i + length, value

    def at(self, words: Sequence[str], i: int) -> tuple[int, T] | None:
        """(end, value) of the longest phrase that starts at word ``i``; None if none does."""
        return next(self.all_at(words, i), None)

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int, T]]:
        """(start, end, value) of the phrases, left to right, longest first, without overlaps; half-open, in words."""
        i = 0
        while i < len(words):
            hit = self.at(words, i) if words[i] in self._lengths else None
            if hit is None:
                i += 1
            else:
                yield i, hit[0], hit[1]
                i = hit[0]
