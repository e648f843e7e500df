"""States: which countries a run of words names, by name or by adjective."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from sayso.lexicon.countries import load_countries
from sayso.lexicon.phrases import PhraseIndex
from sayso.lexicon.wording import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.reading.dates.page import Page


@functools.cache
def _index() -> PhraseIndex[tuple[tuple[str, ...], str]]:
    """Names and adjectives in lower case → as written, and the code; those of one country alone."""
    countries = load_countries()
    return PhraseIndex(
        (tuple(word.lower() for word in words), (words, code))
        for form, code in (*countries.names.items(), *countries.demonyms.items())
        for words in (words_of(form),)
    )


def states_in(page: Page, first: int, end: int) -> Iterator[tuple[int, int, str]]:
    """(first, end, code) of the countries that tokens [first, end) name."""
    i = first
    while i < end:
        hit = state_at(page, i)
        if hit is not None and hit[0] <= end:
            yield i, *hit
            i = hit[0]
        else:
            i += 1


def countries_of(page: Page) -> frozenset[str]:
    """The codes of all countries that the page names."""
    return frozenset(
        code
        for sentence in page.sentences
        for _, _, code in states_in(page, sentence.tokens[0].i, sentence.tokens[-1].i + 1)
    )


def state_at(page: Page, i: int) -> tuple[int, str] | None:
    """(end, code) of the country that is named from token ``i`` on."""
    for end, (words, code) in _index().all_at(page.words, i):
        if written_so(words, page.written[i:end]):
            return end, code
    return None


def written_so(form: tuple[str, ...], written: Sequence[str]) -> bool:
    """Whether the words have a capital where the form has one; a short form of capitals counts as it stands."""
    return all(
        (word == part if part.isupper() and part.isalpha() else word[0].isupper()) if part[0].isupper() else True
        for part, word in zip(form, written, strict=True)
    )
