from __future__ import annotations

from dataclasses import replace

from casts import STAGE, named, read
from parses import text_of
from sayso.reading.draft import Draft
from sayso.records import Dateline, Document, Story

SOURCE = (
    "Peru/PROPN/nsubj/3 and/CCONJ/cc/0 Chile/PROPN/conj/0 met/VERB/ROOT/3/meet ./PUNCT/punct/3 | It/PRON/nsubj/1 "
    "ended/VERB/ROOT/1/end"
)


def test_nothing_is_read_from_nothing() -> None:
    assert STAGE(Draft(Document(""))).cast.actors == ()


def test_a_reading_repeats_itself() -> None:
    one, other = (read(SOURCE, "0-1 GPE, 2-3 GPE").cast for _ in range(2))
    assert one == other


def test_ids_are_unique_and_actors_stand_in_order() -> None:
    cast = read(SOURCE, "0-1 GPE, 2-3 GPE").cast
    assert len({actor.id for actor in cast.actors}) == len(cast.actors)
    starts = [actor.mentions[0].start for actor in cast.actors]
    assert starts == sorted(starts)
    assert [m.span.start for m in cast.mentions] == sorted(m.span.start for m in cast.mentions)


def test_an_actor_has_a_span_for_each_mention() -> None:
    cast = read(SOURCE, "0-1 GPE, 2-3 GPE").cast
    for actor in cast.actors:
        assert set(actor.mentions) == {m.span for m in cast.mentions if m.actor == actor.id}


def test_a_dateline_names_no_actor() -> None:
    parsed = named("LIMA/PROPN/ROOT/0 -/PUNCT/punct/0 | Chile/PROPN/nsubj/1 won/VERB/ROOT/1/win", "0-1 GPE, 2-3 GPE")
    text = text_of(parsed)
    story = Story(0, len(text), dateline=Dateline(0, 6))
    cast = STAGE(replace(Draft(Document(text), parse=parsed), stories=(story,))).cast
    assert [actor.country for actor in cast.actors] == ["CHL"]
