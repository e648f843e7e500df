"""Casts of parses built by hand: what ``parses.parse`` reads, and the names in it as ``"0-2 PERSON, 5-6 GPE"``."""

from __future__ import annotations

from dataclasses import replace

from parses import parse, text_of
from sayso.reading.actors import make
from sayso.reading.draft import Draft
from sayso.reading.syntax import Name, Parse
from sayso.records import Actor, Document, Place
from sayso.settings import Settings

STAGE = make(Settings())


def named(source: str, names: str = "") -> Parse:
    parsed = parse(source)
    found = []
    for entry in filter(None, names.split(", ")):
        stretch, label = entry.split()
        first, end = map(int, stretch.split("-"))
        tokens = parsed.tokens[first:end]
        name = Name(tokens[0].start, tokens[-1].end, label, tokens)
        for token in tokens:
            token.name = name
        found.append(name)
    return replace(parsed, names=tuple(found))


def read(source: str, names: str = "", *, day: str | None = None, places: tuple[Place, ...] = ()) -> Draft:
    parsed = named(source, names)
    return STAGE(Draft(Document(text_of(parsed), published=day), parse=parsed, places=places))


def who(draft: Draft, words: str, nth: int = 0) -> list[Actor]:
    """The actors with a mention of exactly these words; of the nth place where they stand."""
    found = [m for m in draft.cast.mentions if m.span.of(draft.text) == words]
    starts = sorted({m.span.start for m in found})
    ids = dict.fromkeys(m.actor for m in found if starts and m.span.start == starts[nth])
    return [draft.cast.actor(actor) for actor in ids]


def one(draft: Draft, words: str, nth: int = 0) -> Actor:
    actors = who(draft, words, nth)
    assert len(actors) == 1, (words, [actor.name for actor in draft.cast.actors])
    return actors[0]
