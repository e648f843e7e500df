"""Chunks: the stretches of a text that are names, from the lexicons and from the recogniser, with overlaps decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sayso.lexicon.leaders import rank_of
from sayso.lexicon.offices import load_offices
from sayso.lexicon.wording import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.reading.actors.known import Known, Names
    from sayso.reading.syntax import Name, Parse, Token

# known: one of the lexicons' · person, body, place, people: as the recogniser labels what no lexicon has
type ChunkKind = Literal["known", "person", "body", "place", "people"]

_KINDS: dict[str, ChunkKind] = {
    "PERSON": "person",
    "ORG": "body",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "people",
}
# Names of these are no names of states, though one may stand in them: "the South China Sea", "the Korean War".
_NO_STATES = frozenset({"LOC", "EVENT", "WORK_OF_ART", "LANGUAGE"})
# The recogniser often takes a surname for a body's or a city's name.
_OF_PEOPLE = frozenset({"PERSON", "ORG", "GPE", "NORP"})
# Uses of a known name that may be a part of a longer one: "Jordan Pickford", "Moscow State University".
_PARTIAL = frozenset({"state", "adjective", "people", "capital", "town", "surname", "seat"})
_NOT_IN_NAMES = frozenset({"the", "a", "an", "'s", "’s", "'", "’", ",", ".", "-", '"', "“", "”", "and", "&", "(", ")"})
# Longer than any name; what the recogniser gives beyond that is none.
_LONGEST = 12
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "poss", "conj", "pobj", "appos", "dative"})
# A surname this short needs the recogniser.
_SHORT = 3
_NOMINAL = frozenset({"PROPN", "NOUN", "ADJ"})
# What the Koreas are called, with an article.
HALVES = frozenset({"North", "South"})


@dataclass(frozen=True, slots=True)
class Chunk:
    """Tokens [first, end) are one name.

    Attributes:
        known: what the lexicons hold it for, the likeliest first; () for what only the recogniser tells.
        parts: known names within it that it swallowed: "Ethiopia" in "Ministry of Health of Ethiopia".
    """

    first: int
    end: int
    kind: ChunkKind
    known: tuple[Known, ...] = ()
    parts: tuple[Known, ...] = ()

    @property
    def use(self) -> str:
        """What a known name is used as ("state", "capital" …), else the kind."""
        return self.known[0].use if self.known else self.kind


def chunks_in(parse: Parse, names: Names) -> list[Chunk]:
    """The names of a text, in text order; they overlap only where an adjective opens a longer name."""
    tokens = parse.tokens
    written = [token.text for token in tokens]
    lower = [token.lower if token.lower.isascii() else fold(token.lower) for token in tokens]
    known = [
        Chunk(start, end, "known", fitting)
        for start, end, fitting in names.find(lower, written)
        if _is_name(tokens[start:end], fitting, tokens[end].pos if end < len(tokens) else "")
    ]
    return _merged(known, list(_recognised(parse.names, tokens)))


def _is_name(tokens: Sequence[Token], fitting: tuple[Known, ...], behind: str) -> bool:
    """Whether the words are one sentence's, and a surname is one that the recogniser sees too.

    "The Nation" is a newspaper and "The Nation Building Authority" none: ``behind`` is the next word's part of speech.
    """
    if tokens[0].sentence != tokens[-1].sentence or (tokens[0].lower == "the" and behind in _NOMINAL):
        return False
    name = tokens[0].name
    if fitting[0].use in ("state", "adjective"):
        return name is None or name.label not in _NO_STATES or len(name.tokens) == len(tokens)
    if fitting[0].use != "surname":
        return True
    if name is not None:
        return name.label in _OF_PEOPLE and (name.tokens[-1] is tokens[-1] or name.tokens[0] is tokens[0])
    # The recogniser misses some; one that is an argument in a sentence is no month and no colour.
    last = tokens[-1]
    if last.dep not in _ARGUMENTS or len(last.text) <= _SHORT:
        return False
    return last.tag == "NNP" or (last.tag == "NN" and last.child("det") is None and _heads_a_state(fitting[0]))


def _heads_a_state(known: Known) -> bool:
    """Whether someone of that surname was a head of state or government: the parser may take it for a common noun."""
    least = load_offices().by_name["prime minister"].rank
    return any(rank_of(leader.term_on(None)) <= least for leader in known.leaders)


def _recognised(names: Sequence[Name], tokens: Sequence[Token]) -> Iterator[Chunk]:
    for name in names:
        kind = _KINDS.get(name.label)
        if kind is None or name.tokens[-1].text in HALVES:
            continue
        first, end = name.tokens[0].i, name.tokens[-1].i + 1
        while first < end and tokens[first].lower in _NOT_IN_NAMES:
            first += 1
        while end > first and tokens[end - 1].lower in _NOT_IN_NAMES:
            end -= 1
        if kind == "person":
            first, end = _without_titles(tokens, first, end), _with_hyphens(tokens, end)
        if all(token.text.islower() for token in tokens[first:end]):
            continue
        if first < end <= first + _LONGEST and tokens[first].sentence == tokens[end - 1].sentence:
            yield Chunk(first, end, kind)


def _without_titles(tokens: Sequence[Token], first: int, end: int) -> int:
    """Where a personal name begins that the recogniser opens with a title: "Prince Harry"."""
    offices = load_offices()
    while first + 1 < end and ((tokens[first].lower,) in offices.forms or tokens[first].lower in offices.courtesies):
        first += 1
    return first


def _with_hyphens(tokens: Sequence[Token], end: int) -> int:
    """The end of a name that the recogniser cuts at a hyphen: "Moon Jae" of "Moon Jae-in"."""
    while end + 1 < len(tokens) and tokens[end].text == "-" and tokens[end - 1].end == tokens[end].start:
        if tokens[end + 1].start != tokens[end].end or not tokens[end + 1].text.isalpha():
            break
        end += 2
    return end


def _merged(known: list[Chunk], recognised: list[Chunk]) -> list[Chunk]:
    """Both lists as one, in text order: a longer name swallows what is a part of it, else the lexicons are right."""
    kept: list[Chunk] = []
    place = 0
    for chunk in recognised:
        while place < len(known) and known[place].end <= chunk.first:
            kept.append(known[place])
            place += 1
        inside = place
        while inside < len(known) and known[inside].first < chunk.end:
            inside += 1
        kept += _decided(chunk, known[place:inside])
        place = inside
    kept += known[place:]
    kept.sort(key=lambda chunk: (chunk.first, -chunk.end))
    return kept


def _decided(longer: Chunk, parts: list[Chunk]) -> list[Chunk]:
    if not parts:
        return [longer]
    if any(part.first < longer.first or part.end > longer.end for part in parts):
        return parts
    if longer.kind not in ("person", "body") or any(_fills(part, longer) for part in parts):
        return parts
    opening = [part for part in parts if part.first == longer.first and part.use in ("adjective", "state", "body")]
    if longer.kind == "body":
        return [*opening, Chunk(longer.first, longer.end, "body", (), tuple(part.known[0] for part in parts))]
    if opening and opening[0].use == "adjective":
        return [opening[0], Chunk(opening[0].end, longer.end, "person")]
    return [longer]


def _fills(part: Chunk, longer: Chunk) -> bool:
    """Whether the part is as good as the longer name: its whole, or its end and more than a place or a surname."""
    if (part.first, part.end) == (longer.first, longer.end):
        return True
    return part.end == longer.end and (part.use == "leader" or (longer.kind == "body" and part.use not in _PARTIAL))
