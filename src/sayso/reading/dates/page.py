"""Page: what the rules of dating look at: the sentences of a page's articles, their words and expressions of time."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.lexicon.wording import fold
from sayso.reading.quotes import quotations
from sayso.reading.timex.tagger import tagger
from sayso.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sayso.reading.draft import Draft
    from sayso.reading.syntax import Sentence, Token
    from sayso.reading.timex.expressions import Core


# A sentence with more expressions of time than this is a table or a list, and tells no story.
_MOST = 12


@dataclass(frozen=True, slots=True)
class When:
    """An expression of time: tokens [first, end) of the parse say ``core``; ``head`` hangs on what it dates."""

    first: int
    end: int
    core: Core
    head: Token


@dataclass(frozen=True, slots=True)
class Page:
    """An undated page.

    Attributes:
        tokens: of the whole page; indices of tokens count in these.
        written, words: the tokens' texts without accents, as written and in lower case.
        sentences: those of articles, tables aside; what a teaser tells may be from another day.
        whens: sentence → its expressions of time, in text order.
    """

    text: str
    tokens: Sequence[Token]
    written: Sequence[str]
    words: Sequence[str]
    sentences: Sequence[Sentence]
    whens: Mapping[int, Sequence[When]]
    _quoted: tuple[tuple[int, int], ...]

    def is_quoted(self, token: Token) -> bool:
        """Whether it stands in quotation marks: what was said once may be printed much later."""
        i = bisect_right(self._quoted, (token.start, len(self.text))) - 1
        return i >= 0 and token.start < self._quoted[i][1]

    def of(self, first: int, end: int) -> str:
        """The text of tokens [first, end)."""
        return self.span(first, end).of(self.text)

    def span(self, first: int, end: int) -> Span:
        """The characters of tokens [first, end)."""
        return Span(self.tokens[first].start, self.tokens[end - 1].end)


def page_of(draft: Draft) -> Page:
    """The page of a draft that has been parsed."""
    tokens = draft.parse.tokens
    written = [fold(token.text) for token in tokens]
    whens: dict[int, list[When]] = {}
    for when in _whens(tokens):
        whens.setdefault(when.head.sentence, []).append(when)
    articles = {i for i, story in enumerate(draft.stories) if story.kind == "article"}
    sentences = [
        sentence
        for sentence in draft.parse.sentences
        if (sentence.story in articles or not draft.stories) and len(whens.get(sentence.i, ())) <= _MOST
    ]
    quoted = tuple((quotation.start, quotation.end) for quotation in quotations(draft.text))
    return Page(draft.text, tokens, written, [word.lower() for word in written], sentences, whens, quoted)


def _whens(tokens: Sequence[Token]) -> Iterator[When]:
    for found in tagger().find(tokens):
        if found.expression.kind in ("DATE", "TIME"):
            yield When(found.first, found.end, found.expression.core, found.head(tokens))
