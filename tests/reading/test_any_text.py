"""Whatever the text, a reading is made, its spans lie inside, and its JSON fulfils the contract."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.records import Document, Reading, Span, json_schema, to_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.reading.pipeline import Reader

VALIDATOR = jsonschema.Draft202012Validator(json_schema())

# What news is made of, so that random text reaches the code behind every trigger word.
PIECES = (
    "LIMA, Peru (Northbridge) —", "Foreign Minister Ana Soto", "Peru", "Chile's", "the two countries", "met",
    "agreed to", "said", "“", "”", '"', "''", ",", ".", "\n", "\n\n", "on Monday", "next month",
    "three weeks after", "2018-05-04", "1400 GMT", "in Santiago", "they", "her", "according to",
    "Reuters reported", "as saying that", "was quoted", "denied", "may", "attacked", "killing 12 people",
    "ties", "between", "and", "who", "the North", "its", "expected to", "is", "troops", "\x00", "\u202e",
    "\ufeff", "👩‍🚀", "é", "ا", "北京", "\ud800", "-", "—", "(", ")", "U.S.", "the", "of", "’s", "…", "\t",
    "\r\n",
)  # fmt: skip
# What may tell when an undated page was published.
DATING = (
    "Sunday, September 28", "the 80th", "founding", "anniversary of", "its", "independence", "the Workers' Party", "'s",
    "next month", "President Barack Obama", "said Tuesday", "will mark", "on 3 May 2031", "in 1990", "the end of",
)  # fmt: skip
NEWSLIKE = st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)
ANY_TEXT = st.one_of(
    st.text(max_size=300), NEWSLIKE, st.lists(st.one_of(st.text(max_size=8), st.sampled_from(PIECES))).map("".join)
)


def spans_of(value: Any) -> Iterator[Span]:
    """Every span in a record, whether a Span or a pair of start and end."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_of(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        if hasattr(value, "start") and hasattr(value, "end"):
            yield Span(value.start, value.end)
        for field in dataclasses.fields(value):
            yield from spans_of(getattr(value, field.name))


def holds(reading: Reading) -> None:
    text = reading.document.text
    for span in spans_of(reading):
        assert 0 <= span.start < span.end <= len(text), span
    data = json.loads(to_json(reading))
    assert list(VALIDATOR.iter_errors(data)) == []
    actors = {actor.id for actor in reading.actors}
    statements = {statement.id for statement in reading.statements}
    events = {event.id for event in reading.events}
    assert len(statements) == len(reading.statements)
    assert len(events) == len(reading.events)
    for event in reading.events:
        assert event.actors
        assert {a.actor for a in (*event.actors, *event.recipients)} <= actors
        assert event.statement is None or event.statement in statements
        assert event.place is None or event.place < len(reading.places)
    for statement in reading.statements:
        assert statement.chain
        assert {link.actor for link in statement.chain} - {None} <= actors
    assert {expectation.event for expectation in reading.expectations} <= events
    for relation in reading.relations:
        assert {relation.a, relation.b} <= actors


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(ANY_TEXT)
def test_any_text_is_read(reader: Reader, text: str) -> None:
    holds(reader.read(Document(text, published="2018-05-04", published_basis="given")))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(st.lists(st.sampled_from((*PIECES, *DATING)), max_size=60).map(" ".join))
def test_any_undated_text_is_read(reader: Reader, text: str) -> None:
    holds(reader.read(Document(text)))


LONG_SENTENCE = "The minister of trade said that " * 2000 + "Peru signed a treaty with Chile."


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n\t ",
        "\x00",
        "a",
        ".",
        "\u202e\u202d",
        "((((" * 500,
        "“" * 1000,
        LONG_SENTENCE,
        "Peru and " * 3000,
        "x" * 100_000,
    ],
    ids=[
        "empty",
        "blank",
        "nul",
        "letter",
        "stop",
        "bidi",
        "brackets",
        "quotes",
        "long sentence",
        "long list",
        "long word",
    ],
)
def test_odd_texts_are_read(reader: Reader, text: str) -> None:
    holds(reader.read(Document(text)))


def test_the_same_text_gives_the_same_bytes(reader: Reader) -> None:
    text = "LIMA, Peru — Peru and Chile signed a treaty on Monday, Foreign Minister Ana Soto said. Chile denied it."
    documents = [Document(text, published="2018-05-04"), Document("Other.\n\n" + text, published="2018-05-04")]
    alone = [to_json(reader.read(document)) for document in documents]
    assert [to_json(reading) for reading in reader.read_many(documents)] == alone
