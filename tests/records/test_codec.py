from __future__ import annotations

import dataclasses
import json

import jsonschema
import pytest

from sayso.records import (
    Actor,
    Argument,
    Counts,
    Dateline,
    Document,
    Event,
    EventTime,
    Expectation,
    Link,
    Notice,
    Place,
    Position,
    Reading,
    Relation,
    Span,
    Statement,
    Story,
    Time,
    from_json,
    json_schema,
    to_dict,
    to_json,
)

WHEN = EventTime("2018-04-27", "2018-04-28", "day", 0)
FULL = Reading(
    document=Document("Kim met Moon on Friday.", published="2018-04-27", published_basis="given"),
    stories=(Story(0, 23, "article", Dateline(0, 3, 0, "Northbridge Wire", "2018-04-27")),),
    times=(Time(16, 22, "DATE", "2018-04-27", "2018-04-27", "2018-04-28"),),
    places=(Place(8, 12, "Moon", None, None, None, None, "literal"),),
    actors=(Actor("a-1", "Kim Jong Un", "person", "PRK", ("GOV",), "leader", "lexicon", (Span(0, 3),)),),
    statements=(
        Statement(
            "s-1", 0, 23, (Span(4, 22),), "mixed", (Span(4, 7),),
            (Link(None, None, None, "reports"), Link("a-1", Span(0, 3), Span(4, 7), "asserts")),
            (Position("a-1", "supports", Span(8, 12)),),
        ),
    ),
    events=(
        Event(
            "e-1", "CONSULT", "CONSULT", None, ("diplomatic",), "verbal-cooperation", 2.5, "04", Span(4, 7), 0, 22,
            (Argument("a-1", Span(0, 3)),), (), WHEN, 0, "actual", "s-1", Counts(size=2), "meet/plain",
        ),
    ),
    relations=(Relation("trade", "improving", "a-1", "a-2", Span(0, 3), WHEN, None),),
    expectations=(Expectation("e-1", None, None, checkable=False, why_not="no time"),),
    notices=(Notice("refused", "no actor", Span(4, 7)), Notice("language", "not English")),
)  # fmt: skip


def test_what_is_written_is_read_back() -> None:
    assert from_json(to_json(FULL)) == FULL


def test_the_json_fulfils_the_schema() -> None:
    validator = jsonschema.Draft202012Validator(json_schema())
    for reading in (FULL, Reading(Document(""))):
        assert list(validator.iter_errors(json.loads(to_json(reading)))) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [(("stories", 0, "kind"), "essay"), (("events", 0, "trigger"), [4]), (("document", "published_basis"), None)],
)
def test_the_schema_refuses_what_the_contract_does_not_have(path: tuple[str | int, ...], value: object) -> None:
    data = to_dict(FULL)
    inner = data
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    assert not jsonschema.Draft202012Validator(json_schema()).is_valid(data)


def test_names_are_those_of_the_contract() -> None:
    data = to_dict(FULL)
    assert next(iter(data)) == "schema"
    assert data["times"][0]["from"] == "2018-04-27"
    assert data["events"][0]["trigger"] == [4, 7]
    assert data["expectations"][0]["why_not"] == "no time"


@pytest.mark.parametrize("line", ["", "[]", "{}", '{"schema": "sayso.reading/2"}', "no"])
def test_what_is_no_reading_is_refused(line: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - a JSONDecodeError or our own
        from_json(line)


def test_a_lone_surrogate_is_escaped() -> None:
    line = to_json(Reading(Document("a \ud800 b")))
    assert line.encode("utf-8")
    assert json.loads(line)["document"]["text"] == "a \ud800 b"


def test_records_are_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        FULL.document = Document("")  # type: ignore[misc]


def test_ids_follow_from_content() -> None:
    assert Document("a").id == Document("a").id != Document("b").id
    assert Document("a", id="mine").id == "mine"
