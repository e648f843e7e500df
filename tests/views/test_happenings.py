"""Happenings of a ledger of real readings: their history, what they rest on, and what sources disagree on."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from readings import actor, written
from sayso import Ledger
from sayso.errors import MissingInput
from sayso.ledger.schema import SHINGLES
from sayso.records import Document, to_dict
from sayso.views.event_question import EventQuestion
from sayso.views.happenings import happening, happenings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sayso.reading.pipeline import Reader
    from sayso.records import Reading
    from sayso.views.happening_answers import HappeningAnswer

CONVOY = "The Taliban attacked a convoy of Afghan soldiers in Kabul on Wednesday"
ATTACK = (
    f"{CONVOY} and killed 12 people, the police said. "
    "Shops in the street stayed shut, and the ministry promised to look into the matter before long."
)
PAGES = (
    ("2018-05-10", "Meridian", "Donald Trump will meet Kim Jong Un in Singapore on June 12."),
    ("2018-05-16", "Kestrel", "Officials praised the summit of Donald Trump and Kim Jong Un in Singapore."),
    ("2018-05-24", "Northbridge", "Donald Trump called off his meeting with Kim Jong Un in Singapore on Thursday."),
    ("2018-06-12", "Meridian", "Donald Trump and Kim Jong Un met in Singapore on Tuesday."),
    ("2018-05-03", "Northbridge", ATTACK),
    ("2018-05-03", "Meridian", ATTACK.split(" Shops", maxsplit=1)[0]),
    (
        "2018-05-03",
        "Kestrel",
        f"{CONVOY} and killed 15 people, officials said to those who had waited since noon.",
    ),
    ("2018-05-04", "Lantern", f"{CONVOY.replace('attacked', 'denied that they attacked')}."),
    ("2018-07-05", None, "MOSCOW, July 5, 2018 (Radio Oka) — Russia expelled three diplomats of Britain on Wednesday."),
)


@pytest.fixture(scope="module")
def read(reader: Reader) -> list[Reading]:
    documents = [Document(text, published=day, published_basis="given", outlet=outlet) for day, outlet, text in PAGES]
    return list(reader.read_many(documents))


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory, read: list[Reading]) -> Iterator[Ledger]:
    with Ledger.open(tmp_path_factory.mktemp("happenings") / "a.db") as kept:
        for reading in read:
            kept.add(reading)
        yield kept


def one(ledger: Ledger, **asked: str) -> HappeningAnswer:
    (found,) = happenings(ledger, EventQuestion(**asked))
    return found


def test_a_summit_planned_called_off_and_held_has_that_history(ledger: Ledger) -> None:
    summit = one(ledger, actor="PRK", type="consult")
    assert [(step.status, step.published) for step in summit.history] == [
        ("planned", "2018-05-10"),
        ("denied", "2018-05-24"),
        ("actual", "2018-06-12"),
    ]
    assert (summit.status, summit.from_, summit.to, summit.place) == ("actual", "2018-06-12", "2018-06-13", "Singapore")
    assert [member.country for member in summit.actors] == ["USA", "PRK"]
    assert summit.recipients == ()
    assert summit.disagreements == ()


def test_calling_off_is_a_happening_of_its_own(ledger: Ledger) -> None:
    off = one(ledger, actor="PRK", type="REJECT")
    assert (off.act, off.status, off.from_, off.reports) == ("REJECT", "actual", "2018-05-24", 1)


def attack(ledger: Ledger) -> HappeningAnswer:
    found = happenings(ledger, EventQuestion(type="ASSAULT"))
    return next(h for h in found if "convoy" in str(h.recipients))


def test_a_wire_text_counts_once_whoever_prints_it_and_however_much(ledger: Ledger) -> None:
    found = attack(ledger)
    assert (found.documents, found.outlets) == (4, 3)


def test_different_numbers_and_a_denial_are_kept_with_who_says_so(ledger: Ledger) -> None:
    versions = attack(ledger).disagreements
    told = [(v.about, v.value, v.outlet, v.chain) for v in versions]
    assert ("dead", 12, "Northbridge", ("police",)) in told
    assert ("dead", 15, "Kestrel", ("officials",)) in told
    assert [(v.outlet, v.value) for v in versions if v.about == "done" and v.value == "denied"] == [
        ("Lantern", "denied")
    ]
    for version in versions:
        text = next(text for _, outlet, text in PAGES if outlet == version.outlet and "convoy" in text)
        assert version.words == text[version.start : version.end]


def test_where_a_document_names_no_outlet_its_dateline_does(ledger: Ledger) -> None:
    assert one(ledger, type="SANCTION").outlets == 1


def test_happenings_stand_by_day_and_are_narrowed(ledger: Ledger) -> None:
    days = [found.from_ or found.reported or "" for found in happenings(ledger, EventQuestion())]
    assert days == sorted(days)
    assert one(ledger, since="2018-07").act == "SANCTION"
    assert one(ledger, status="planned").act == "CONSULT"
    assert not list(happenings(ledger, EventQuestion(actor="FRA")))
    assert len(list(happenings(ledger, EventQuestion()).first(2))) == 2


def test_counts_stand_side_by_side(ledger: Ledger) -> None:
    found = list(happenings(ledger, EventQuestion()))
    tally = happenings(ledger, EventQuestion()).tally()
    assert (tally.happenings, tally.reports) == (len(found), sum(h.reports for h in found))
    assert (tally.documents, tally.outlets) == (len(PAGES), 5)


def test_one_opens_down_to_its_sentences(ledger: Ledger) -> None:
    summit = one(ledger, actor="PRK", type="CONSULT")
    opened = happening(ledger, summit.id[:8])
    assert opened.happening == summit
    assert len(opened.reports) == len(opened.statuses) == summit.reports
    texts = {reading.document.id: reading.document.text for reading in ledger.readings()}
    for report in opened.reports:
        assert report.words == texts[report.document.id][report.start : report.end]


@pytest.mark.parametrize("name", ["h-0", "h-nothing", "%%%%%%%%"])
def test_an_id_that_there_is_not_is_told(ledger: Ledger, name: str) -> None:
    with pytest.raises(MissingInput, match="sayso happenings"):
        happening(ledger, name)


def test_answers_do_not_depend_on_the_order_of_arrival(ledger: Ledger, read: list[Reading], tmp_path: Path) -> None:
    expected = [to_dict(found) for found in happenings(ledger, EventQuestion())]
    for seed in range(5):
        with Ledger.open(tmp_path / f"{seed}.db") as other:
            for reading in random.Random(seed).sample(read, len(read)):
                other.add(reading)
            assert [to_dict(found) for found in happenings(other, EventQuestion())] == expected


def test_lists_of_doers_disagree_where_neither_holds_the_other(tmp_path: Path) -> None:
    peru, chile, spain = actor("Peru", "PER"), actor("Chile", "CHL"), actor("Spain", "ESP")
    france = actor("France", "FRA")
    told = {"a": (peru, chile), "b": (peru, spain), "c": (peru,)}
    with Ledger.open(tmp_path / "a.db") as kept:
        for name, (first, *others) in told.items():
            page = written(name, "Peru and Chile and Spain attacked France.", published="2018-05-03", outlet=name)
            page.event("ASSAULT", "attacked", by=first, to=france, on="2018-05-02")
            for other in others:
                page.also(other)
            kept.add(page.done())
        found = one(kept, type="ASSAULT")
    assert [(v.about, v.value, v.outlet) for v in found.disagreements] == [
        ("actors", "Peru and Chile", "a"),
        ("actors", "Peru and Spain", "b"),
        ("actors", "Peru", "c"),
    ]


def test_what_tells_copies_is_kept_with_each_document(tmp_path: Path) -> None:
    text = " ".join(f"word{n}" for n in range(400))
    with Ledger.open(tmp_path / "a.db") as kept:
        kept.add(written("a", text).done())
        with kept.reading_from() as connection:
            assert 10 < len(connection.execute(select(SHINGLES)).all()) < 50
