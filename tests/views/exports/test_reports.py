"""Exports as of a day, and with what verdicts make of reports."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from readings import actor, written
from sayso import Ledger, export
from sayso.ledger import corrections
from sayso.views.event_question import EventQuestion
from sayso.views.happenings import happenings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sayso import Reading

WHO = {"author": "Ana", "reason": "so"}
PERU, CHILE, BOLIVIA = actor("Peru", "PER"), actor("Chile", "CHL"), actor("Bolivia", "BOL")


def told(name: str) -> Reading:
    page = written(name, f"Peru accused Chile of a theft, the paper {name} wrote.", published="2018-05-03")
    said = page.said("Peru accused Chile", PERU)
    return page.event("ACCUSE", "accused", by=PERU, to=CHILE, on="2018-05-02", statement=said).done()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Three reports of one event: of 1, 2 and 3 January; verdicts are given from the 4th on."""
    moments = (f"2025-01-{day:02}T12:00:00Z" for day in (1, 1, 2, 2, 3, 3, *range(4, 30)))
    with Ledger.open(tmp_path / "a.db", clock=lambda: next(moments)) as kept:
        for name in ("a", "b", "c"):
            kept.add(told(name))
        yield kept


def rows(ledger: Ledger, folder: Path, **asked: Any) -> list[dict[str, Any]]:
    export(ledger, "jsonl", folder / "out.jsonl", force=True, **asked)
    return [json.loads(line) for line in (folder / "out.jsonl").read_text().splitlines()]


def test_as_of_a_day_is_a_ledger_that_never_held_the_later_documents(ledger: Ledger, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "b.db", clock=lambda: "2025-01-02T12:00:00Z") as earlier:
        for name in ("a", "b"):
            earlier.add(told(name))
        expected = rows(earlier, tmp_path)
    then = rows(ledger, tmp_path, as_of="2025-01-02")
    clocks = ("learned",)
    assert [{**row, **dict.fromkeys(clocks)} for row in then] == [{**row, **dict.fromkeys(clocks)} for row in expected]
    assert rows(ledger, tmp_path, as_of="2024") == []


def test_a_rejected_report_is_in_no_export_until_that_is_undone(ledger: Ledger, tmp_path: Path) -> None:
    as_read = rows(ledger, tmp_path)
    corrections.reject(ledger, "e-a-0", **WHO)
    assert [row["document"] for row in rows(ledger, tmp_path)] == ["b", "c"]
    assert rows(ledger, tmp_path, raw=True) == as_read
    assert rows(ledger, tmp_path, as_of="2025-01-03") == as_read
    corrections.undo(ledger, 1, **WHO)
    assert rows(ledger, tmp_path) == as_read


def test_an_export_names_the_happenings_that_the_question_does(ledger: Ledger, tmp_path: Path) -> None:
    corrections.retype(ledger, "e-a-0", "ASSAULT", **WHO)
    corrections.redate(ledger, "e-b-0", "2018-02-01", **WHO)
    told_in = {row["happening"]: row["document"] for row in rows(ledger, tmp_path)}
    assert set(told_in) == {found.id for found in happenings(ledger, EventQuestion())}
    assert len(told_in) == 3
    assert [(row["type"], row["from_day"], row["verdicts"]) for row in rows(ledger, tmp_path)] == [
        ("ACCUSE", "2018-02-01", [2]),
        ("ASSAULT", "2018-05-02", [1]),
        ("ACCUSE", "2018-05-02", []),
    ]


def test_merged_actors_are_who_they_are(ledger: Ledger, tmp_path: Path) -> None:
    ledger.add(written("d", "Bolivia met Chile.").event("CONSULT", "met", by=BOLIVIA, to=CHILE).done())
    corrections.merge(ledger, PERU.id, BOLIVIA.id, **WHO)
    found = rows(ledger, tmp_path, by="BOL", type="ACCUSE")
    assert [(row["actors"], row["actor_countries"], row["chain"]) for row in found] == 3 * [
        (["Bolivia"], ["BOL"], ["Bolivia"])
    ]
    assert {tuple(row["verdicts"]) for row in found} == {(1,)}
    assert rows(ledger, tmp_path, by="PER") == []


def test_a_feed_says_as_of_when_it_is(ledger: Ledger, tmp_path: Path) -> None:
    export(ledger, "atom", tmp_path / "then.xml", as_of="2025-01-02", raw=True)
    assert "all, as of 2025-01-02, as it was read" in (tmp_path / "then.xml").read_text()
