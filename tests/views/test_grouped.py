"""Happenings and dyads as they were at a time, and with what verdicts make of them."""

from __future__ import annotations

import contextlib
import random
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from readings import actor, written
from sayso import Ledger
from sayso.errors import InputError
from sayso.ledger import corrections
from sayso.ledger.happenings import group, reports_of
from sayso.ledger.happenings.keeping import named
from sayso.ledger.identity import document_hash
from sayso.ledger.mending import Mender
from sayso.ledger.verdicts import standing
from sayso.records import Document, Span, to_dict
from sayso.records.reading import Relation
from sayso.views.dyad import dyad
from sayso.views.event_question import EventQuestion
from sayso.views.happenings import happening, happenings
from summit import SUMMIT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from sayso import Reading
    from sayso.reading.pipeline import Reader
    from sayso.views.happening_answers import HappeningAnswer

WHO = {"author": "Ana", "reason": "so"}
PERU, CHILE = actor("Peru", "PER"), actor("Chile", "CHL")
FRANCE, BOLIVIA = actor("France", "FRA"), actor("Bolivia", "BOL")
PAGES = (
    *SUMMIT,
    ("2018-07-09", "Meridian", "North Korea accused the United States of hostility on Sunday."),
    ("2018-09-04", "Meridian", "The friendship between China and Russia is deepening."),
)


class Clock:
    """Tells the day that it was set to."""

    def __init__(self) -> None:
        self.day = 1

    def __call__(self) -> str:
        return f"2025-01-{self.day:02}T12:00:00Z"


def keep(path: Path, readings: Iterable[Reading]) -> tuple[Ledger, Clock]:
    """A ledger that learns a reading a day, from the first on."""
    clock = Clock()
    ledger = Ledger.open(path, clock=clock)
    for clock.day, reading in enumerate(readings, 1):
        ledger.add(reading)
    return ledger, clock


def all_of(ledger: Ledger, **asked: Any) -> list[dict[str, Any]]:
    return [to_dict(found) for found in happenings(ledger, EventQuestion(), **asked)]


def one(ledger: Ledger, type_: str, **asked: Any) -> HappeningAnswer:
    (found,) = happenings(ledger, EventQuestion(type=type_), **asked)
    return found


@pytest.fixture(scope="module")
def read(reader: Reader) -> list[Reading]:
    documents = [Document(text, published=day, published_basis="given", outlet=outlet) for day, outlet, text in PAGES]
    return list(reader.read_many(documents))


@pytest.mark.parametrize("seed", [None, 1, 2])
def test_as_of_a_day_is_a_ledger_that_never_held_the_later_documents(
    read: list[Reading], tmp_path: Path, seed: int | None
) -> None:
    arriving = read if seed is None else random.Random(seed).sample(read, len(read))
    ledger, _ = keep(tmp_path / "all.db", arriving)
    for number in range(len(read) + 1):
        earlier, _ = keep(tmp_path / f"{number}.db", arriving[:number])
        day = f"2025-01-{number:02}" if number else "2024"
        assert all_of(ledger, as_of=day) == all_of(earlier)
        assert happenings(ledger, EventQuestion(), as_of=day).tally() == happenings(earlier, EventQuestion()).tally()
        for narrow in ({"actor": "PRK"}, {"type": "CONSULT"}, {"since": "2018-06"}, {"status": "planned"}):
            then = happenings(ledger, EventQuestion(**narrow), as_of=day)
            assert list(then) == list(happenings(earlier, EventQuestion(**narrow)))
        for pair in (("USA", "PRK"), ("CHN", "RUS"), ("Donald Trump", "Kim Jong Un")):
            assert to_dict(dyad(ledger, *pair, as_of=day)) == to_dict(dyad(earlier, *pair))
        for found in happenings(earlier, EventQuestion()):
            assert happening(ledger, found.id, as_of=day) == happening(earlier, found.id)


def test_as_of_a_day_before_documents_were_read_anew_the_earlier_readings_are_grouped(
    read: list[Reading], tmp_path: Path
) -> None:
    ledger, clock = keep(tmp_path / "a.db", read)
    before, pair = all_of(ledger), to_dict(dyad(ledger, "USA", "PRK"))
    clock.day = 20
    for reading in read[::2]:
        ledger.add(replace(reading, events=()))
    assert all_of(ledger) != before
    assert all_of(ledger, as_of="2025-01-19") == before
    assert to_dict(dyad(ledger, "USA", "PRK", as_of="2025-01-19")) == pair
    corrections.retype(ledger, read[3].events[0].id, "AID", **WHO)
    assert all_of(ledger, as_of="2025-01-19") == before


def told(name: str, words: str = "accused", **event: Any) -> Reading:
    """Peru accuses Chile on 2 May, as told by an outlet of this name."""
    page = written(name, f"Peru {words} Chile of a theft, the paper {name} wrote.", published="2018-05-03", outlet=name)
    usual: dict[str, Any] = {"type_": "ACCUSE", "trigger": words, "by": PERU, "to": CHILE, "on": "2018-05-02"}
    return page.event(**usual | event).done()


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Ledger]:
    """Two reports of one accusation, of the 1st and 2nd January 2025; verdicts are given from the 10th on."""
    ledger, clock = keep(tmp_path / "two.db", (told("a"), told("b")))
    clock.day = 10
    with ledger:
        yield ledger


def test_a_rejected_report_is_not_counted_and_its_undo_brings_it_back(two: Ledger) -> None:
    as_read = one(two, "ACCUSE")
    assert (as_read.reports, as_read.outlets, as_read.documents, as_read.verdicts) == (2, 2, 2, ())
    given = corrections.reject(two, "e-a-0", **WHO)
    left = one(two, "ACCUSE")
    assert (left.reports, left.outlets, left.documents, left.verdicts) == (1, 1, 1, (1,))
    assert happenings(two, EventQuestion()).tally().reports == 1
    assert [report.id for report in happening(two, left.id).reports] == ["e-b-0"]
    (between,) = dyad(two, "PER", "CHL").happenings
    assert ([report.event for report in between.reports], between.outlets, between.verdicts) == (["e-b-0"], 1, (1,))
    assert one(two, "ACCUSE", raw=True) == as_read
    assert one(two, "ACCUSE", as_of="2025-01-09") == as_read
    assert dyad(two, "PER", "CHL", raw=True).tally.reports == 2
    corrections.undo(two, given.verdict, **WHO)
    assert one(two, "ACCUSE") == as_read
    assert dyad(two, "PER", "CHL").tally.reports == 2


def test_with_every_report_rejected_there_is_none(two: Ledger) -> None:
    corrections.reject(two, "e-a-0", **WHO)
    corrections.reject(two, "e-b-0", **WHO)
    assert all_of(two) == []
    assert dyad(two, "PER", "CHL").happenings == ()


def test_verdicts_and_as_of_go_together(two: Ledger) -> None:
    corrections.reject(two, "e-a-0", **WHO)
    assert all_of(two, as_of="2025-01-01", raw=True) != []
    assert one(two, "ACCUSE", as_of="2025-01-10").reports == 1
    assert one(two, "ACCUSE", as_of="2025-01-10", raw=True).reports == 2


def test_a_retyped_event_is_grouped_and_counted_by_its_new_type(two: Ledger) -> None:
    corrections.retype(two, "e-a-0", "ASSAULT/abduct", **WHO)
    assert (one(two, "ACCUSE").reports, one(two, "ACCUSE").verdicts) == (1, (1,))
    moved = one(two, "ASSAULT")
    assert (moved.act, moved.mode, moved.reports, moved.verdicts) == ("ASSAULT", "abduct", 1, (1,))
    (period,) = dyad(two, "PER", "CHL").periods
    assert (period.quads.verbal_conflict, period.quads.material_conflict) == (1, 1)
    intensities = {found.act: found.intensity for found in dyad(two, "PER", "CHL").happenings}
    assert intensities["ASSAULT"] < intensities["ACCUSE"]
    two.add(told("c", "abducted", type_="ASSAULT"))
    corrections.retype(two, "e-b-0", "ASSAULT", **WHO)
    corrections.retype(two, "e-c-0", "ASSAULT/abduct", **WHO)
    assert one(two, "ASSAULT").reports == 3
    assert len(all_of(two)) == 1


def test_a_redated_event_stands_and_is_grouped_by_its_new_days(two: Ledger) -> None:
    corrections.redate(two, "e-a-0", "2018-03-05", **WHO)
    assert sorted(found["from"] for found in all_of(two)) == ["2018-03-05", "2018-05-02"]
    found = dyad(two, "PER", "CHL")
    assert [(period.from_, len(period.happenings)) for period in found.periods] == [
        ("2018-03-01", 1),
        ("2018-04-01", 0),
        ("2018-05-01", 1),
    ]
    corrections.redate(two, "e-b-0", "2018-03-05", **WHO)
    assert [found["reports"] for found in all_of(two)] == [2]
    assert one(two, "ACCUSE").verdicts == (1, 2)


def test_merged_actors_are_who_they_are_in_groups_and_dyads(two: Ledger) -> None:
    two.add(told("c", by=BOLIVIA))
    assert sorted(found["reports"] for found in all_of(two)) == [1, 2]
    assert dyad(two, "PER", "CHL").tally.reports == 2
    corrections.merge(two, BOLIVIA.id, PERU.id, **WHO)
    merged = one(two, "ACCUSE")
    assert (merged.reports, [member.name for member in merged.actors], merged.verdicts) == (3, ["Peru"], (1,))
    (between,) = dyad(two, "PER", "CHL").happenings
    assert [report.verdicts for report in between.reports] == [(), (), (1,)]
    assert dyad(two, "Peru", "CHL").tally.reports == 3
    assert dyad(two, "PER", "CHL", raw=True).tally.reports == 2


def test_split_actors_are_others_in_that_document_alone(two: Ledger) -> None:
    corrections.split(two, PERU.id, ["a"], "Bolivia", country="BOL", **WHO)
    assert dyad(two, "PER", "CHL").tally.reports == 1
    assert dyad(two, "BOL", "CHL").tally.reports == 1
    assert sorted(found["actors"][0]["name"] for found in all_of(two)) == ["Bolivia", "Peru"]
    assert [found["verdicts"] for found in all_of(two)] == [[1], [1]]
    corrections.split(two, "a-Peru", ["b"], "Bolivia", country="BOL", **WHO)
    assert (dyad(two, "PER", "CHL").tally.reports, dyad(two, "BOL", "CHL").tally.reports) == (0, 2)


def test_relations_are_between_who_the_two_are(tmp_path: Path) -> None:
    page = written("a", "Peru and France are allies.", published="2018-05-03")
    page.known(PERU)
    page.known(FRANCE)
    kind = {"kind": "alliance", "trend": None, "time": None, "statement": None}
    standing = Relation(**kind, a=PERU.id, b=FRANCE.id, span=Span(16, 26))  # type: ignore[arg-type]
    ledger, clock = keep(tmp_path / "a.db", (replace(page.done(), relations=(standing,)),))
    clock.day = 10
    corrections.merge(ledger, FRANCE.id, PERU.id, **WHO)
    assert dyad(ledger, "PER", "FRA").relations == ()
    corrections.undo(ledger, 1, **WHO)
    corrections.split(ledger, FRANCE.id, ["a"], "Chile", country="CHL", **WHO)
    (relation,) = dyad(ledger, "PER", "CHL").relations
    assert (relation.a, relation.b, relation.verdicts) == ("Peru", "Chile", (3,))
    assert dyad(ledger, "PER", "FRA", raw=True).relations[0].b == "France"
    assert dyad(ledger, "PER", "CHL", as_of="2024").relations == ()


def test_a_rejected_link_parts_what_it_held_together(tmp_path: Path) -> None:
    """Of three reports, the one that tells no day is one with either of the others."""
    ledger, clock = keep(tmp_path / "a.db", (told("a"), told("m", on=None), told("z", on="2018-04-30")))
    assert [found["reports"] for found in all_of(ledger)] == [3]
    clock.day = 10
    corrections.reject(ledger, "e-m-0", **WHO)
    assert [(found["reports"], found["verdicts"]) for found in all_of(ledger)] == [(1, [1]), (1, [1])]


@pytest.mark.parametrize("seed", range(4))
def test_what_verdicts_make_of_groups_depends_on_no_order(read: list[Reading], tmp_path: Path, seed: int) -> None:
    def decide(ledger: Ledger) -> None:
        named = [(reading.events[0].id, {"document": reading.document.id, **WHO}) for reading in read[4:7]]
        corrections.reject(ledger, named[0][0], **named[0][1])
        corrections.redate(ledger, named[2][0], "2018-06", **named[2][1])
        corrections.retype(ledger, named[1][0], "THREATEN", **named[1][1])

    first, _ = keep(tmp_path / "first.db", read)
    decide(first)
    other, _ = keep(tmp_path / "other.db", random.Random(seed).sample(read, len(read)))
    decide(other)
    assert all_of(first) == all_of(other)
    assert to_dict(dyad(first, "USA", "PRK")) == to_dict(dyad(other, "USA", "PRK"))


def grouped_at_once(ledger: Ledger, as_of: str) -> set[tuple[str, frozenset[tuple[str, str]]]]:
    """(id, (document, event) of its reports) of each happening, if all reports of that day are grouped at once."""
    mender = Mender(standing(ledger.verdicts(as_of=as_of)))
    readings = [mender.mended(one, document_hash(one.document)).reading for one in ledger.readings(as_of=as_of)]
    members: dict[str, set[tuple[str, str]]] = {}
    for (document, event, _), name in named(group([told for one in readings for told in reports_of(one)])).items():
        members.setdefault(name, set()).add((document, event))
    return {(name, frozenset(reports)) for name, reports in members.items()}


def decide_at_random(ledger: Ledger, chance: random.Random) -> None:
    """A verdict on some event or actor that there is, if it can be given."""
    told = chance.choice([(one, event) for one in ledger.readings() for event in one.events])
    reading, event = told
    where = {"document": document_hash(reading.document), **WHO}
    one, other = chance.sample(sorted({who.id for each in ledger.readings() for who in each.actors}), 2)
    give: Callable[[], object] = chance.choice(
        (
            lambda: corrections.reject(ledger, event.id, **where),
            lambda: corrections.retype(ledger, event.id, chance.choice(("CONSULT", "ACCUSE", "AID")), **where),
            lambda: corrections.redate(ledger, event.id, chance.choice(("2018-06-12", "2018-07-08", "2017")), **where),
            lambda: corrections.merge(ledger, one, other, **WHO),
            lambda: corrections.split(ledger, one, [where["document"]], "Laos", country="LAO", **WHO),
            lambda: corrections.undo(ledger, chance.randint(1, 5), **WHO),
        )
    )
    with contextlib.suppress(InputError):
        give()


@pytest.mark.parametrize("seed", range(4))
def test_groups_are_those_of_all_reports_grouped_at_once(read: list[Reading], tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    ledger, clock = keep(tmp_path / "a.db", chance.sample(read, len(read)))
    for clock.day in range(len(read) + 1, len(read) + 13):
        decide_at_random(ledger, chance)
        if chance.random() < 0.3:
            held = chance.choice(list(ledger.readings()))
            ledger.add(chance.choice([replace(held, events=held.events[:-1]), *read]))
    for day in range(1, clock.day + 1):
        then = f"2025-01-{day:02}"
        found = list(happenings(ledger, EventQuestion(), as_of=then))
        opened = ((one.id, happening(ledger, one.id, as_of=then).reports) for one in found)
        shown = {(name, frozenset((told.document.id, told.id) for told in reports)) for name, reports in opened}
        assert shown == grouped_at_once(ledger, then)
        assert len(found) == happenings(ledger, EventQuestion(), as_of=then).tally().happenings
