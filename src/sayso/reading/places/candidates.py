"""Candidates: words that may name a place, before it is known which."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sayso.lexicon.countries import load_countries
from sayso.lexicon.gazetteer import load_gazetteer
from sayso.lexicon.phrases import PhraseIndex
from sayso.lexicon.regions import Region, load_regions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.lexicon.countries import Country
    from sayso.reading.syntax import Name, Parse, Token

type Known = tuple[Literal["country", "region"], str | Region, bool]

_PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))
_OTHER_LABELS = frozenset(("PERSON", "WORK_OF_ART", "PRODUCT", "LAW"))
_BEFORE_PLACES = frozenset(("in", "near", "at", "from", "outside", "across", "around", "off", "into", "throughout"))
# Behind these a capitalised word is a title or a part of a name, not a place.
_MOST_TOKENS = 4


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """Tokens [first, last] of the parse may name a place.

    Attributes:
        tokens: what names it.
        words: as looked up, without "the" and a possessive.
        country: the country that the lexicon says it is.
        region: the region that the lexicon says it is.
        people: whether the words are an adjective or name those who live there.
    """

    tokens: tuple[Token, ...]
    words: str
    country: Country | None = None
    region: Region | None = None
    people: bool = False

    @property
    def start(self) -> int:
        """Where it starts, in code points of the document."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.tokens[-1].end

    @property
    def head(self) -> Token:
        """The token that carries it in the tree."""
        inside = {token.i for token in self.tokens}
        return next((t for t in self.tokens if t.head is t or t.head.i not in inside), self.tokens[-1])


@functools.cache
def _index() -> PhraseIndex[Known]:
    countries, regions = load_countries(), load_regions()
    entries: list[tuple[tuple[str, ...], Known]] = []
    for names, people in ((countries.names, False), (countries.demonyms, True)):
        entries += [(_words(form), ("country", code, people)) for form, code in names.items()]
    for shared, people in ((countries.ambiguous_names, False), (countries.ambiguous_demonyms, True)):
        entries += [(_words(form), ("country", codes[0], people)) for form, codes in shared.items()]
    entries += [(_words(form), ("region", region, False)) for form, region in regions.names.items()]
    entries += [(_words(form), ("region", region, True)) for form, region in regions.people.items()]
    return PhraseIndex(entries)


def _words(form: str) -> tuple[str, ...]:
    return tuple(form.replace("-", " - ").replace("'s", " 's").split())


def candidates_in(parse: Parse) -> list[Candidate]:
    """All candidates, in text order, without overlaps: the lexicon's first, then the recogniser's, then by context."""
    taken: set[int] = set()
    found: list[Candidate] = []
    for candidate in (*_known(parse), *_named(parse), *_after_prepositions(parse)):
        numbers = {token.i for token in candidate.tokens}
        if taken.isdisjoint(numbers):
            taken |= numbers
            found.append(candidate)
    return sorted(found, key=_place)


def _place(candidate: Candidate) -> int:
    return candidate.start


def _known(parse: Parse) -> Iterator[Candidate]:
    countries = load_countries().by_code
    texts = [token.text for token in parse.tokens]
    for first, last, (kind, what, people) in _index().find(texts):
        tokens = parse.tokens[first:last]
        if not tokens[0].text[:1].isupper() or (not people and _is_other(tokens)):
            continue
        words = " ".join(token.text for token in tokens)
        if kind == "country":
            assert isinstance(what, str)
            yield Candidate(tokens, words, country=countries[what], people=people)
        else:
            assert isinstance(what, Region)
            yield Candidate(tokens, words, region=what, people=people)


def _is_other(tokens: tuple[Token, ...]) -> bool:
    """Whether the words are part of the name of a person or a work."""
    name = tokens[0].name
    return name is not None and name.label in _OTHER_LABELS and len(name.tokens) > len(tokens)


def _named(parse: Parse) -> Iterator[Candidate]:
    for name in parse.names:
        if name.label in _PLACE_LABELS:
            tokens = _bare(name)
            if tokens and tokens[0].text[:1].isupper():
                yield Candidate(
                    tokens, " ".join(token.text for token in tokens).replace(" - ", "-").replace(" 's", "'s")
                )


def _bare(name: Name) -> tuple[Token, ...]:
    """The name without an article before it and a possessive behind it."""
    tokens = name.tokens
    if tokens[0].lower == "the":
        tokens = tokens[1:]
    while tokens and tokens[-1].pos in ("PART", "PUNCT"):
        tokens = tokens[:-1]
    return tokens


def _after_prepositions(parse: Parse) -> Iterator[Candidate]:
    """Capitalised words behind "in", "near" and the like that the recogniser did not take, if a place is called so."""
    for token in parse.tokens:
        if token.lower not in _BEFORE_PLACES or token.pos != "ADP":
            continue
        following = _capitalised(parse.tokens, token.i + 1)
        if following and all(t.name is None or t.name.label in _PLACE_LABELS for t in following):
            words = " ".join(t.text for t in following)
            if load_gazetteer().find(words):
                yield Candidate(following, words)


def _capitalised(tokens: tuple[Token, ...], first: int) -> tuple[Token, ...]:
    last = first
    while last < len(tokens) and last < first + _MOST_TOKENS and tokens[last].pos == "PROPN":
        last += 1
    return tokens[first:last]
