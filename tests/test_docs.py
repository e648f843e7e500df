"""What docs/ says of its own examples is what a reading tells."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, get_args

import pytest
from evals.readme import ROOT

from sayso.ledger.schema import ACTOR_NAMES, DOCUMENT_WORDS, METADATA, RUNS, STATEMENT_WORDS
from sayso.ledger.verdicts import VerdictKind
from sayso.records import Document, Span, to_dict

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader
    from sayso.records import Reading

LEDGER = (ROOT / "docs" / "ledger.md").read_text(encoding="utf-8")
CODING = (ROOT / "docs" / "coding.md").read_text(encoding="utf-8")
JSON = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
# Sentences of times.md, and when a page was published that holds nothing else.
DATED = re.findall(
    r"^\| (\S.*\.) \| ([\d-]+|null) \|$", (ROOT / "docs" / "times.md").read_text(encoding="utf-8"), re.MULTILINE
)

# How docs/places.md says that borders in dispute are told: a name in the text → the state that it is indexed under.
INDEXED = {
    "Taiwan": "TWN",
    "Palestine": "PSE",
    "Kosovo": "KOS",
    "Western Sahara": "ESH",
    "Hong Kong": "HKG",
    "Gibraltar": "GIB",
    "Kashmir": None,
    "the Spratly Islands": None,
    "the Senkaku Islands": None,
    "the Kuril Islands": None,
    "Crimea": "UKR",
    "the Donbas": "UKR",
    "South Ossetia": "GEO",
    "Abkhazia": "GEO",
    "the Golan Heights": "SYR",
    "the West Bank": "PSE",
    "Simferopol": "UKR",
    "Srinagar": "IND",
    "Muzaffarabad": "PAK",
    "East Jerusalem": "PSE",
    "Jerusalem": "ISR",
}


def read(reader: Reader, text: str) -> Reading:
    return reader.read(Document(text, published="2018-06-13", published_basis="given"))


def worked(reader: Reader) -> Reading:
    """What is read from the sentence that coding.md follows."""
    quoted = re.search(r"^> (.+)$", CODING, re.MULTILINE)
    assert quoted is not None
    return read(reader, quoted[1])


def without_ids(value: Any) -> Any:
    """The value without what names records: the page shortens it."""
    if isinstance(value, dict):
        return {k: without_ids(v) for k, v in value.items() if k not in ("id", "actor", "statement")}
    return [without_ids(item) for item in value] if isinstance(value, list) else value


def test_the_worked_sentence_is_coded_as_it_is_told(reader: Reader) -> None:
    reading = worked(reader)
    (event,) = reading.events
    assert (event.type, event.mode, event.act) == ("SANCTION", "discontinue", "AID")
    assert (event.status, event.rule, event.place) == ("denied", "reject.cancel", None)
    assert event.time is not None
    assert event.time.from_ == "2018-06-08"
    (actor,), (recipient,) = event.actors, event.recipients
    assert (reading.actor(actor.actor).country, reading.actor(actor.actor).sectors) == ("KEN", ("GOV",))
    assert reading.actor(recipient.actor).country == "SDN"
    statement = next(s for s in reading.statements if s.id == event.statement)
    (link,) = statement.chain
    assert isinstance(link.source, Span)
    assert link.source.of(reading.document.text) == "officials"


def test_the_event_in_json_is_that_of_the_worked_sentence(reader: Reader) -> None:
    block = re.search(r"```json\n(.*?)```", JSON, re.DOTALL)
    assert block is not None
    (event,) = worked(reader).events
    assert without_ids(json.loads(block[1])) == without_ids(to_dict(event))


def test_cooperation_to_come_is_an_agreement(reader: Reader) -> None:
    (event,) = read(reader, "Kenya's government will send aid to Sudan next week, officials said.").events
    assert (event.type, event.act, event.rule) == ("AGREE", "AID", "aid.give, future-cooperation")


def test_nobody_is_guessed(reader: Reader) -> None:
    reading = read(reader, "Five people were killed in Sudan on Friday.")
    assert not reading.events
    assert ["nobody is named who does it" in notice.message for notice in reading.notices] == [True]


@pytest.mark.parametrize(("sentence", "published"), DATED)
def test_an_undated_page_is_dated_as_the_page_says(sentence: str, published: str, reader: Reader) -> None:
    assert (reader.read(Document(sentence)).document.published or "null") == published


def test_the_page_has_examples_of_dates_and_of_none() -> None:
    assert {"null", "2007-02"} < {published for _, published in DATED}


@pytest.fixture(scope="module")
def disputed(reader: Reader) -> Reading:
    return read(reader, " ".join(f"The reporters arrived in {name} on Monday." for name in INDEXED))


@pytest.mark.parametrize("name", INDEXED)
def test_disputed_places_are_indexed_as_the_page_says(name: str, disputed: Reading) -> None:
    name_itself = name.removeprefix("the ")
    found = [p for p in disputed.places if disputed.document.text[p.start : p.end] == name_itself]
    assert [place.country for place in found] == [INDEXED[name]]


def test_every_table_of_the_ledger_is_on_its_page() -> None:
    names = [*METADATA.tables, *(table.name for table in (DOCUMENT_WORDS, STATEMENT_WORDS, ACTOR_NAMES))]
    assert [name for name in names if f"`{name}`" not in LEDGER] == []
    told = LEDGER.partition("## Manifest")[2]
    assert [name for name in RUNS.c.keys() if f"`{name}`" not in told and name != "run"] == []  # noqa: SIM118 - no dict


def test_every_kind_of_verdict_is_on_its_page() -> None:
    assert [kind for kind in get_args(VerdictKind.__value__) if f"| `{kind}` |" not in LEDGER] == []
