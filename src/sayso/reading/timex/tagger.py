"""Finds expressions of time in a sentence's tokens: only around trigger words is anything looked at."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.reading.timex import amounts, chunks, phrases
from sayso.reading.timex.patterns import Grammar
from sayso.reading.timex.words import has_digits, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.reading.syntax import Token
    from sayso.reading.timex.expressions import Expression
    from sayso.reading.timex.words import Vocabulary

# What counts as an expression when the grammar is done.
_COMPLETE = ("DAY", "SPAN", "TIME", "AMOUNT", "NAMED", "SET", "REF")
# How often the upper level runs: what one rule has made can be part of another, twice over.
_PASSES = 3
# A run longer than this is a table of numbers, no phrase: it is cut.
_LONGEST_RUN = 40


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens [first, end) of the parse say this."""

    first: int
    end: int
    expression: Expression

    def head(self, tokens: Sequence[Token]) -> Token:
        """The token of the expression that depends on something outside it."""
        inside = tokens[self.first : self.end]
        return next((t for t in inside if t.head is t or not self.first <= t.head.i < self.end), inside[-1])


class Tagger:
    """The two levels of the grammar with their vocabulary."""

    def __init__(self) -> None:
        self._lower = Grammar((*chunks.RULES, *amounts.RULES))
        self._upper = Grammar(phrases.RULES)
        self._words: Vocabulary = vocabulary(self._lower.literals | self._upper.literals)

    def find(self, tokens: Sequence[Token]) -> Iterator[Found]:
        """The expressions in text order, without overlaps; token indices are those of ``tokens``."""
        done = 0
        triggers = self._words.triggers
        for token in tokens:
            if token.i < done or not (token.lower in triggers or has_digits(token.lower)):
                continue
            first, end = self._run(tokens, token.i, done)
            done = end
            following = tokens[end] if end < len(tokens) else None
            yield from self._parse(tokens[first:end], first, following)

    def _run(self, tokens: Sequence[Token], at: int, lowest: int) -> tuple[int, int]:
        """The known words around a trigger, in its sentence: [first, end)."""
        sentence = tokens[at].sentence
        first = at
        while first > max(lowest, at - _LONGEST_RUN) and self._stays(tokens[first - 1], sentence):
            first -= 1
        end = at + 1
        while end < min(len(tokens), at + _LONGEST_RUN) and self._stays(tokens[end], sentence):
            end += 1
        return first, end

    def _stays(self, token: Token, sentence: int) -> bool:
        return token.sentence == sentence and (token.lower in self._words.known or has_digits(token.lower))

    def _parse(self, tokens: Sequence[Token], offset: int, following: Token | None) -> Iterator[Found]:
        items = self._lower.apply(self._words.items(tokens, following))
        for _ in range(_PASSES):
            items = self._upper.apply(items)
        for item in items:
            for category in _COMPLETE:
                if category in item.senses:
                    yield Found(offset + item.first, offset + item.end, item.senses[category])


@functools.cache
def tagger() -> Tagger:
    """The tagger, built once per process."""
    return Tagger()
