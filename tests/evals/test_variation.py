"""Variations of a reading: other words in the text, and all that is told of it still holds."""

from __future__ import annotations

import itertools
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest
from evals.variation import variations

from sayso import Document, Settings, from_json, json_schema, read_paths, to_dict, to_json
from sayso.ledger import document_hash
from sayso.ledger.rows import Rows
from sayso.lexicon.countries import load_countries

if TYPE_CHECKING:
    from sayso import Reader, Reading

DEMO = Path(__file__).parents[2] / "demo" / "dispatches"
VARIED = 40


@pytest.fixture(scope="module")
def base(reader: Reader) -> list[Reading]:
    rows = read_paths([DEMO], max_characters=Settings().max_characters)
    return list(reader.read_many([row.document for row in itertools.islice(rows, 10) if row.document is not None]))


@pytest.fixture(scope="module")
def varied(base: list[Reading]) -> list[Reading]:
    return list(itertools.islice(variations(base, seed=3), VARIED))


def triggers(reading: Reading) -> Counter[tuple[str, str]]:
    return Counter((event.type, event.trigger.of(reading.document.text)) for event in reading.events)


def test_the_same_seed_gives_the_same_and_no_two_are_one_document(base: list[Reading], varied: list[Reading]) -> None:
    assert list(itertools.islice(variations(base, seed=3), VARIED)) == varied
    assert len({document_hash(reading.document) for reading in varied}) == VARIED
    assert len({event.id for reading in varied for event in reading.events}) == sum(len(one.events) for one in varied)


def test_some_tell_again_what_another_told_of_the_same_days(base: list[Reading]) -> None:
    def told(reading: Reading) -> tuple[object, ...]:
        return reading.document.published, *sorted(actor.name for actor in reading.actors)

    apart, together = (
        [told(one) for one in itertools.islice(variations(base, seed=3, retold=share), VARIED)] for share in (0, 1)
    )
    assert len(set(apart)) == VARIED
    assert len(set(together)) == len(base)


def test_all_that_is_told_stays(base: list[Reading], varied: list[Reading]) -> None:
    for old, new in zip(itertools.cycle(base), varied, strict=False):
        assert triggers(new) == triggers(old)
        for part in ("stories", "times", "places", "actors", "statements", "events", "expectations", "notices"):
            assert len(getattr(new, part)) == len(getattr(old, part))
        assert Counter(len(event.actors) for event in new.events) == Counter(len(event.actors) for event in old.events)


def test_each_fulfils_the_schema_comes_back_from_json_and_makes_rows(varied: list[Reading]) -> None:
    validator = jsonschema.Draft202012Validator(json_schema())
    for reading in varied:
        validator.validate(_lists(to_dict(reading)))
        assert from_json(to_json(reading)) == reading
        assert all(rows is not None for _, rows in Rows(reading, number=1).tables())


def _lists(value: object) -> object:
    if isinstance(value, dict):
        return {key: _lists(item) for key, item in value.items()}
    return [_lists(item) for item in value] if isinstance(value, (list, tuple)) else value


def test_lists_are_sorted_and_indices_hold(base: list[Reading], varied: list[Reading]) -> None:
    for old, new in zip(itertools.cycle(base), varied, strict=False):
        for parts in (new.stories, new.times, new.places, new.statements, new.events):
            starts = [part.start for part in parts]
            assert starts == sorted(starts)
        ids = {actor.id for actor in new.actors}
        assert len(ids) == len(new.actors)
        assert {party.actor for event in new.events for party in (*event.actors, *event.recipients)} <= ids
        assert {event.statement for event in new.events} <= {None, *(one.id for one in new.statements)}
        placed = [sorted(new.places[e.place].use for e in new.events if e.place is not None)]
        assert placed == [sorted(old.places[e.place].use for e in old.events if e.place is not None)]
        for event in new.events:
            if event.time and event.time.times is not None:
                assert event.time.times < len(new.times)


def test_states_are_named_in_the_text_as_the_reading_says(varied: list[Reading]) -> None:
    known = load_countries()
    named = right = 0
    for reading in varied:
        for place in reading.places:
            words = place.name if place.use == "demonym" else reading.document.text[place.start : place.end]
            if place.country and words in known.names:
                named += 1
                right += known.names[words] == place.country
    assert named > VARIED
    assert right == named


def test_days_move_by_whole_weeks_and_the_words_with_them(base: list[Reading], varied: list[Reading]) -> None:
    moved = [
        (reading.document.text[time.start : time.end], time.value)
        for reading in varied
        for time in reading.times
        if len(time.value) == len("2018-06-12")
    ]
    years = [(words, value) for words, value in moved if words[-5:].strip().isdigit() and len(words) > 4]
    assert years
    assert all(words.endswith(value[:4]) for words, value in years)
    old = {time.value for reading in base for time in reading.times}
    assert {value for _, value in moved} - old


def test_read_for_real_the_text_tells_the_same(reader: Reader, varied: list[Reading]) -> None:
    """The parser falls for a new name now and then; most of what a variation tells is what is read from its text."""
    documents = [Document(one.document.text, published=one.document.published) for one in varied[:20]]
    told = real = 0
    for made, read in zip(varied, reader.read_many(documents), strict=False):
        told += triggers(made).total()
        real += (triggers(made) & triggers(read)).total()
    assert real > 0.8 * told
