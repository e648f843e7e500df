"""What changed between two readings of one text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from readings import actor, day, written
from sayso import Ledger, Span
from sayso.errors import MissingInput
from sayso.records import Place, Time
from sayso.views.diff_lines import diff_rows
from sayso.views.differences import differences
from sayso.views.diffs import document_diff, ledger_diff

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sayso import Reading

PERU, CHILE, SOTO = actor("Peru", "PER"), actor("Chile", "CHL"), actor("Ana Soto", "PER")
TEXT = "Peru met Chile in Lima on Monday, Ana Soto said."


def page(name: str = "a", text: str = TEXT) -> Reading:
    made = written(name, text)
    said = made.said("Peru met Chile in Lima", SOTO)
    made.event("CONSULT", "met", by=PERU, to=CHILE, on="2018-05-02", place="Lima", statement=said)
    start = text.index("Monday")
    return replace(made.done(), times=(Time(start, start + 6, "DATE", "2018-04-30"),))


def test_the_same_reading_has_none() -> None:
    assert differences(page(), page()) == []


def test_an_event_that_is_of_another_type_changed_though_its_id_did() -> None:
    old = page()
    event = replace(old.events[0], id="e-new", type="AID", time=day("2018-05-03"), place=None)
    (found,) = differences(old, replace(old, events=(event,)))
    assert (found.change, found.kind, found.words, found.fields) == (
        "changed",
        "event",
        "met",
        ("type", "from", "to", "place"),
    )
    assert found.before is not None
    assert found.after is not None
    assert (found.before["type"], found.after["type"], found.before["place"], found.after["place"]) == (
        "CONSULT",
        "AID",
        "Lima",
        None,
    )
    assert (found.before["actors"], found.before["chain"]) == (["Peru"], ["Ana Soto"])


def test_of_two_events_of_one_trigger_the_one_that_is_left_is_told_right() -> None:
    old = page()
    other = replace(old.events[0], id="e-other", type="AID")
    both = replace(old, events=(old.events[0], other))
    (found,) = differences(both, replace(old, events=(replace(other, id="e-changed"),)))
    assert (found.change, found.before and found.before["type"]) == ("went", "CONSULT")


def test_all_that_comes_and_goes_is_told_by_kind() -> None:
    old, nothing = page(), replace(page(), events=(), actors=(), statements=(), times=(), places=())
    kinds = ["event", "actor", "actor", "actor", "statement", "time", "place"]
    assert [(each.kind, each.change) for each in differences(old, nothing)] == [(kind, "went") for kind in kinds]
    assert [(each.kind, each.change) for each in differences(nothing, old)] == [(kind, "came") for kind in kinds]
    assert [each.words for each in differences(nothing, old)][1:4] == ["Peru", "Chile", "Ana Soto"]


def test_what_changes_of_the_others() -> None:
    old = page()
    new = replace(
        old,
        actors=tuple(replace(each, country="ECU") if each.id == PERU.id else each for each in old.actors),
        statements=(replace(old.statements[0], id="s-new", manner="direct"),),
        events=(replace(old.events[0], statement="s-new"),),
        times=(replace(old.times[0], value="2018-05-07"),),
        places=(Place(old.places[0].start, old.places[0].end, "Lima", 3936456, None, None, "PER", "literal"),),
    )
    told = {each.kind: each.fields for each in differences(old, new)}
    assert told == {
        "actor": ("country",),
        "statement": ("manner",),
        "time": ("value",),
        "place": ("geonames", "country"),
    }


def test_words_are_those_of_the_text() -> None:
    for each in differences(page(), replace(page(), events=(), times=())):
        assert Span(each.start, each.end).of(TEXT) == each.words


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Two documents on 1 January, the first read otherwise on the 3rd and the 5th, a third document on the 5th."""
    days = (1, 1, 1, 1, 3, 5, 5, 5)
    moments = iter(f"2025-01-{each:02}T12:00:00Z" for each in days)
    with Ledger.open(tmp_path / "a.db", clock=lambda: next(moments)) as kept:
        kept.add(page())
        kept.add(page("b", f"{TEXT} Again."))
        kept.add(replace(page(), events=()))
        kept.add(replace(page(), events=(), times=()))
        kept.add(page("c", f"{TEXT} Once more."))
        yield kept


def test_two_readings_of_a_document(ledger: Ledger) -> None:
    last = document_diff(ledger, "a")
    assert [(each.kind, each.change) for each in last.differences] == [("time", "went")]
    assert (last.old and last.old.number, last.new.number, last.new.learned) == (2, 3, "2025-01-05T12:00:00Z")
    both = document_diff(ledger, "a", old=1, new=3)
    assert [each.kind for each in both.differences] == ["event", "time"]
    assert [each.kind for each in document_diff(ledger, "a", new=2).differences] == ["event"]


@pytest.mark.parametrize(("asked", "told"), [({"old": 9}, "no reading 9"), ({"new": 1}, "no reading 0")])
def test_a_reading_that_there_is_not(ledger: Ledger, asked: dict[str, int], told: str) -> None:
    with pytest.raises(MissingInput, match=told):
        document_diff(ledger, "a", **asked)


def test_a_document_that_was_read_once(ledger: Ledger) -> None:
    with pytest.raises(MissingInput, match="sayso reread"):
        document_diff(ledger, "b")


def test_the_ledger_since_a_day(ledger: Ledger) -> None:
    def told(since: str, as_of: str | None = None) -> list[tuple[str, int | None, list[str]]]:
        found = ledger_diff(ledger, since, as_of=as_of)
        return [(d.document.id, d.old.number if d.old else None, [each.kind for each in d.differences]) for d in found]

    assert told("2025-01-02") == [("a", 1, ["event", "time"]), ("c", None, [])]
    assert told("2025-01-04") == [("a", 2, ["time"]), ("c", None, [])]
    assert told("2025-01-02", "2025-01-03") == [("a", 1, ["event"])]
    assert [name for name, old, _ in told("2025") if old is None] == ["a", "b", "c"]
    assert told("2025-01-06") == []


def test_rows_of_json(ledger: Ledger) -> None:
    rows = [row for each in ledger_diff(ledger, "2025-01-04") for row in diff_rows(each)]
    assert [(row["document"], row["change"], row["kind"]) for row in rows] == [
        ("a", "went", "time"),
        ("c", "came", "document"),
    ]
    assert rows[1]["events"] == 1
