"""Attributions written as Statement records."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from sayso.reading.statements.nest import chain
from sayso.reading.statements.tree import antecedent, noun_phrase
from sayso.records import Link, Position, Span, Statement, content_id

if TYPE_CHECKING:
    from sayso.reading.cast import Cast
    from sayso.reading.quotes import Quotation
    from sayso.reading.statements.attribution import Attribution, Range
    from sayso.reading.syntax import Token
    from sayso.records.reading import Certainty, Manner


class Writer:
    """Writes the statements of one document."""

    def __init__(self, text: str, tokens: tuple[Token, ...], cast: Cast, quotes: tuple[Quotation, ...]) -> None:
        self._text = text
        self._tokens = tokens
        self._cast = cast
        self._quotes = quotes
        self._starts = [quote.start for quote in quotes]

    def statement(self, made: Attribution, positions: tuple[Position, ...] = ()) -> Statement:
        """The record of one attribution with its whole chain."""
        content = tuple(self.span(part) for part in made.content)
        quotes = self.quotes_in(content)
        links = self._links(made)
        spans = [*content, *(s for link in links for s in (link.source, link.cue) if s)]
        start, end = min(s.start for s in spans), max(s.end for s in spans)
        key = [[s.start, s.end] for s in content]
        told = [
            [link.source and [link.source.start, link.source.end], link.cue and [link.cue.start, link.cue.end]]
            for link in links
        ]
        return Statement(
            content_id("s", self._text[start:end], key, told),
            start,
            end,
            content,
            self._manner(content, quotes),
            quotes,
            links,
            positions,
        )

    def span(self, part: Range) -> Span:
        """The characters of a range of tokens."""
        return Span(self._tokens[part[0]].start, self._tokens[part[1] - 1].end)

    def quotes_in(self, content: tuple[Span, ...]) -> tuple[Span, ...]:
        """The quotations, marks included, that overlap the content."""
        return tuple(dict.fromkeys(quote for span in content for quote in self._overlapping(span)))

    def _overlapping(self, span: Span) -> list[Span]:
        found = []
        i = max(0, bisect_left(self._starts, span.start) - 1)
        while i < len(self._quotes) and self._quotes[i].start < span.end:
            quote = self._quotes[i].span
            if quote.overlaps(span):
                found.append(quote)
            i += 1
        return found

    def _manner(self, content: tuple[Span, ...], quotes: tuple[Span, ...]) -> Manner:
        if not quotes:
            return "indirect"
        return "mixed" if any(self._has_words_outside(span) for span in content) else "direct"

    def _has_words_outside(self, span: Span) -> bool:
        """Whether a word of the span stands in no quotation."""
        place = span.start
        for quote in self._overlapping(span):
            if _has_words(self._text[place : max(place, quote.start)]):
                return True
            place = max(place, quote.end)
        return _has_words(self._text[place : span.end])

    def _links(self, made: Attribution) -> tuple[Link, ...]:
        return tuple(
            self._link(part.source, part.cue, _certainty(part.certainty, last=part is made)) for part in chain(made)
        )

    def _link(self, source: Token | None, cue: Range | None, certainty: Certainty) -> Link:
        if source is None:
            return Link(None, None, cue and self.span(cue), certainty)
        return Link(self._actor(source), self.span(noun_phrase(source)), cue and self.span(cue), certainty)

    def _actor(self, source: Token) -> str | None:
        """Who the source is; None where that is not known, or where it is more than one."""
        stands_for = antecedent(source) or source
        mentions = self._cast.at(source.i) or self._cast.at(stands_for.i)
        return mentions[0].actor if len(mentions) == 1 else None


def _certainty(certainty: Certainty, *, last: bool) -> Certainty:
    return "reports" if not last and certainty == "asserts" else certainty


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)
