"""Spots: stretches of words that may name a place, whatever it is.

At each capitalised word the longest phrase is sought that the lexicons or the gazetteer know; what the recogniser holds
for a place and nobody knows is a spot without senses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon.gazetteer import fold
from sayso.lexicon.usage import usage_words
from sayso.reading.places.atlas import load_phrases, senses_of
from sayso.reading.places.refine import refined
from sayso.reading.places.spot import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.reading.places.atlas import Known, Sense
    from sayso.reading.syntax import Parse, Sentence, Token

# No name that is looked up in the gazetteer has more words.
_LONGEST = 5
# Words in small letters inside a name: "Isle of Wight", "Stoke-on-Trent", "Rio de Janeiro".
_ARTICLES = ("the", "de", "la", "le", "les", "du", "del", "da", "do", "dos", "das", "el", "al", "ez", "es", "ash", "i")
_INNER = frozenset(("of", "and", "on", "upon", "-", *_ARTICLES))
# Kinds of words that begin no name unless the recogniser holds them for part of one.
_NO_NAME = frozenset(("DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "PUNCT", "PART", "SYM", "NUM", "INTJ"))
_PLACES = frozenset(("GPE", "LOC"))
# Korean words for villages, towns, quarters, districts and provinces, behind a hyphen.
_SUFFIXES = frozenset(("ri", "ni", "dong", "eup", "myeon", "gun", "gu", "si", "do"))


def spots_in(text: str, parse: Parse) -> list[Spot]:
    """All spots, in text order, without overlaps."""
    words = [token.text for token in parse.tokens]
    found = [spot for sentence in parse.sentences for spot in _in_sentence(text, parse, sentence, words)]
    taken = {token.i for spot in found for token in spot.tokens}
    found += (spot for spot in _unknown(text, parse) if taken.isdisjoint(token.i for token in spot.tokens))
    found.sort(key=_start)
    return refined(found, parse.tokens)


def _start(spot: Spot) -> int:
    return spot.start


def _in_sentence(text: str, parse: Parse, sentence: Sentence, words: list[str]) -> Iterator[Spot]:
    if not sentence.tokens:
        return
    i, end = sentence.tokens[0].i, sentence.tokens[-1].i + 1
    tokens, phrases = parse.tokens, load_phrases()
    while i < end:
        if not words[i][:1].isupper():
            i += 1
            continue
        hit = phrases.at(words, i)
        spot = _known(tokens, i, *hit) if hit is not None and hit[0] <= end else _hyphened(tokens[i])
        for longer in (_in_gazetteer, _feature, _suffixed):
            spot = longer(text, tokens, i, end, spot) or spot
        if spot is not None:
            yield spot
        i = i + 1 if spot is None else spot.last.i + 1


def _known(tokens: tuple[Token, ...], first: int, end: int, known: Known) -> Spot:
    inside = tokens[first:end]
    key = " ".join(token.text for token in inside)
    return Spot(
        inside, inside[0].start, inside[-1].end, fold(key), known.senses, known=True, people=known.people,
        guarded=known.guarded,
    )  # fmt: skip


def _in_gazetteer(text: str, tokens: tuple[Token, ...], first: int, end: int, known: Spot | None) -> Spot | None:
    """The longest name of the gazetteer from here, if it is as long as the known one; of that, with all senses."""
    if tokens[first].lower == "the" or (tokens[first].pos in _NO_NAME and not _is_recognised(tokens[first])):
        return None
    least = 1 if known is None else len(known.tokens)
    for last in range(_run_end(tokens, first, end), first + least - 1, -1):
        inside = tokens[first:last]
        if not inside[-1].text[:1].isupper():
            continue
        name = text[inside[0].start : inside[-1].end]
        senses = senses_of(name)
        if not senses or (known is None and not _may_be_name(tokens, first, last)):
            continue
        if known is not None and len(known.tokens) == len(inside):
            return _joined(known, senses)
        return Spot(inside, inside[0].start, inside[-1].end, fold(name), senses)
    return None


def _feature(text: str, tokens: tuple[Token, ...], first: int, end: int, spot: Spot | None) -> Spot | None:
    """A river, an island or the like from here that is longer than what is known: "Xville Lake", "Mount X"."""
    words = usage_words()
    last = (first if spot is None else spot.last.i) + 1
    if last >= end or (spot is None and tokens[first].pos != "PROPN"):
        return None
    if not tokens[last].text[:1].isupper():
        return None
    before, behind = tokens[first].lower, tokens[last].lower
    if behind in words.features or (
        before in words.capes and (spot is None or spot.last.i == first) and tokens[last].pos == "PROPN"
    ):
        inside = tokens[first : last + 1]
        start, stop = inside[0].start, inside[-1].end
        return Spot(inside, start, stop, fold(text[start:stop]), (), feature=True)
    return None


def _suffixed(text: str, tokens: tuple[Token, ...], first: int, end: int, spot: Spot | None) -> Spot | None:
    """A village by the hyphen and the word for one behind it: "Xville-ri"."""
    last = (first if spot is None else spot.last.i) + 2
    if last >= end or tokens[last - 1].text != "-" or tokens[last].lower not in _SUFFIXES:
        return None
    inside = tokens[first : last + 1]
    if inside[-1].start - inside[-3].end != 1 or (spot is not None and spot.known):
        return None
    name = text[inside[0].start : inside[-1].end]
    return Spot(inside, inside[0].start, inside[-1].end, fold(name), senses_of(name), feature=True)


def _joined(known: Spot, senses: tuple[Sense, ...]) -> Spot:
    if not known.people and not known.guarded and known.senses[0].kind != "region":
        if known.senses[0].kind == "country":
            senses = tuple(sense for sense in senses if sense.main)
        ids = {sense.geonames for sense in known.senses}
        known.senses = (*known.senses, *(sense for sense in senses if sense.geonames not in ids))
    return known


def _is_recognised(token: Token) -> bool:
    return token.name is not None and token.name.label in _PLACES


def _may_be_name(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether these words may be a town: no words of the language, unless the division stands behind them."""
    words = " ".join(token.lower for token in tokens[first:last])
    if words in usage_words().never:
        return _is_told_within(tokens, last)
    return last > first + 1 or tokens[first].pos == "PROPN" or tokens[first].name is not None


def _is_told_within(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a comma and the short form of a division stand here: "Tower, Minn."."""
    if i + 1 >= len(tokens) or tokens[i].text != "," or not tokens[i + 1].text[:1].isupper():
        return False
    hit = load_phrases().at([token.text for token in tokens[i + 1 : i + 1 + _LONGEST]], 0)
    short = tokens[i + 1].text.endswith(".") or (hit is not None and hit[1].guarded)
    return hit is not None and short and hit[1].senses[0].kind == "admin1"


def _run_end(tokens: tuple[Token, ...], first: int, end: int) -> int:
    """One past the last token of the capitalised stretch from ``first``, at most as long as a name."""
    last = first + 1
    limit = min(end, first + _LONGEST)
    at = last
    while at < limit:
        word = tokens[at].text
        if word[:1].isupper():
            last = at + 1
        elif word not in _INNER and not (word == "." and len(tokens[at - 1].text) <= 3):  # noqa: PLR2004 - "St ."
            break
        at += 1
    return last


def _hyphened(token: Token) -> Spot | None:
    """The place before a hyphen that the parser does not split: "U.S.-led"."""
    word, hyphen, _ = token.text.partition("-")
    if not hyphen:
        return None
    hit = load_phrases().at([word], 0)
    if hit is None:
        return None
    known = hit[1]
    return Spot(
        (token,), token.start, token.start + len(word), fold(word), known.senses, known=True, people=known.people
    )


def _unknown(text: str, parse: Parse) -> Iterator[Spot]:
    for name in parse.names:
        if name.label in _PLACES:
            tokens = name.tokens[1:] if name.tokens[0].lower == "the" else name.tokens
            while tokens and not tokens[-1].text[:1].isupper() and not tokens[-1].text[:1].isdigit():
                tokens = tokens[:-1]
            if tokens and tokens[0].text[:1].isupper():
                start, end = tokens[0].start, tokens[-1].end
                yield Spot(tokens, start, end, fold(text[start:end]), ())
