"""Numbers written in words or in several tokens: "twenty-four", "two and a half", "2 1/2", "nineteen ninety-seven"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.lexicon.times import TimeLexicon

_FRACTIONS = {"1/2": 0.5, "½": 0.5, "1/4": 0.25, "¼": 0.25, "3/4": 0.75, "¾": 0.75}
_TENS = range(20, 100, 10)
# "nineteen ninety-seven", "twenty twenty-five": the first part of a year that is read in pairs.
_CENTURIES = range(13, 22)
_TEN = 10


@dataclass(frozen=True, slots=True)
class Numeral:
    """Words up to ``end`` write ``number``; ``is_year``: read in pairs, as years are."""

    end: int
    number: float
    is_year: bool = False


class Numerals:
    """Finds numbers at a place in a list of lower-case words."""

    def __init__(self, lexicon: TimeLexicon) -> None:
        self._small = lexicon.cardinals
        self._multiples = lexicon.multiples
        self.words = frozenset({*self._small, *self._multiples, *_FRACTIONS, "half", "and", "a", "-"})

    def at(self, words: Sequence[str], i: int) -> Numeral | None:
        """The number that starts at word ``i``; None if none does, or if it is one token of digits alone."""
        word = words[i]
        if word in self._small:
            return self._year(words, i) or self._with_half(words, self._spelt(words, i))
        if word in ("a", "an") and i + 1 < len(words) and words[i + 1] in self._multiples:
            return self._multiplied(words, i + 1, 1)
        if word.isdecimal() and word.isascii() and len(word) < 4:  # noqa: PLR2004 - "2 1/2", "2-and-a-half"
            hit = self._with_half(words, Numeral(i + 1, float(word)))
            return hit if hit.end > i + 1 else None
        return None

    def _below_hundred(self, words: Sequence[str], i: int) -> Numeral | None:
        """As in "twenty", "twenty-four", "twenty four", "seven"."""
        number = self._small.get(words[i]) if i < len(words) else None
        if number is None:
            return None
        if number in _TENS:
            after = i + 2 if i + 1 < len(words) and words[i + 1] == "-" else i + 1
            unit = self._small.get(words[after], _TEN) if after < len(words) else _TEN
            if unit < _TEN:
                return Numeral(after + 1, number + unit)
        return Numeral(i + 1, number)

    def _spelt(self, words: Sequence[str], i: int) -> Numeral:
        first = self._below_hundred(words, i)
        assert first is not None
        return self._multiplied(words, first.end, first.number)

    def _multiplied(self, words: Sequence[str], i: int, number: float) -> Numeral:
        """As in "… hundred", "… thousand", and what is added: "two hundred and ten"."""
        while i < len(words) and words[i] in self._multiples:
            number *= self._multiples[words[i]]
            i += 1
            after = i + 1 if i < len(words) and words[i] == "and" else i
            rest = self._below_hundred(words, after)
            if rest:
                number, i = number + rest.number, rest.end
        return Numeral(i, float(number))

    def _year(self, words: Sequence[str], i: int) -> Numeral | None:
        first = self._below_hundred(words, i)
        if first is None or first.number not in _CENTURIES:
            return None
        second = self._below_hundred(words, first.end)
        if second is None or second.number < _TEN:
            return None
        return Numeral(second.end, first.number * 100 + second.number, is_year=True)

    @staticmethod
    def _with_half(words: Sequence[str], hit: Numeral) -> Numeral:
        """As in "2 1/2", "two and a half", "two-and-a-half"."""
        i = hit.end
        if i < len(words) and words[i] in _FRACTIONS:
            return Numeral(i + 1, hit.number + _FRACTIONS[words[i]])
        rest = [word for word in words[i : i + 6] if word != "-"][:3]
        if rest == ["and", "a", "half"]:
            end = i
            seen = 0
            while seen < len(rest):
                seen += words[end] != "-"
                end += 1
            return Numeral(end, hit.number + 0.5)
        return hit
