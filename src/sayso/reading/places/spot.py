"""Spot: a stretch of words that may name a place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.reading.places.atlas import Sense
    from sayso.reading.syntax import Token


@dataclass(slots=True, eq=False)
class Spot:
    """Tokens that may name a place.

    Attributes:
        tokens: at least one.
        start, end: half-open, in code points of the document; less than the tokens where a hyphen binds more to them.
        key: its words, folded: spots with one key have one sense in a document.
        senses: what it may stand for; () if no lexicon has it.
        known: whether it is a phrase of the lexicons.
        people: whether it is an adjective, or names those who live there.
        guarded: whether it is a place only behind another and a comma.
        feature: whether it is called a river, an island or the like.
        county: whether it is listed as a county, without the word.
        shouted: whether it is in capitals as words beside it are, or as at the start of a dateline.
        container: the spot behind it that it lies in: "Springfield, Ohio".
    """

    tokens: tuple[Token, ...]
    start: int
    end: int
    key: str
    senses: tuple[Sense, ...]
    known: bool = False
    people: bool = False
    guarded: bool = False
    feature: bool = False
    county: bool = False
    shouted: bool = False
    container: Spot | None = field(default=None)

    @property
    def first(self) -> Token:
        """Its first token."""
        return self.tokens[0]

    @property
    def last(self) -> Token:
        """Its last token."""
        return self.tokens[-1]

    @property
    def head(self) -> Token:
        """The token that carries it in the tree."""
        low, high = self.first.i, self.last.i
        for token in self.tokens:
            if token.head is token or not low <= token.head.i <= high:
                return token
        return self.last
