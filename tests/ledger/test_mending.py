"""Readings as verdicts have them: pure."""

from __future__ import annotations

from typing import Any

from readings import actor, written
from sayso.ledger.happenings import reports_of
from sayso.ledger.mending import Mender
from sayso.ledger.verdicts import Verdict

PERU, CHILE = actor("Peru", "PER"), actor("Chile", "CHL")
BOLIVIA: dict[str, Any] = {
    "into": "a-other",
    "as": {"name": "Bolivia", "kind": "state", "country": "BOL", "sectors": "GOV MIL", "office": None, "basis": "text"},
}
READING = (
    written("a", "Peru met Chile.", published="2018-05-03")
    .event("CONSULT", "met", by=PERU, to=CHILE, on="2018-05-02")
    .event("ACCUSE", "met", by=CHILE)
    .done()
)


def verdict(number: int, kind: Any, target: str, **payload: Any) -> Verdict:
    document = None if kind in ("merge", "split") else "hash"
    return Verdict(number, "2025-01-01T00:00:00Z", "Ana", "so", kind, document, target, payload)


def test_without_verdicts_a_reading_is_as_it_was_read() -> None:
    made = Mender(()).mended(READING, "hash")
    assert (made.reading, made.verdicts) == (READING, {})


def test_a_rejected_event_is_gone_and_its_verdict_told() -> None:
    made = Mender([verdict(1, "reject", "e-a-0")]).mended(READING, "hash")
    assert [event.id for event in made.reading.events] == ["e-a-1"]
    assert made.verdicts == {"e-a-0": {1}}
    assert Mender([verdict(1, "reject", "e-a-0")]).mended(READING, "another").reading == READING


def test_days_and_type_are_the_new_ones() -> None:
    days = {"from": "2018-06-01", "to": "2018-07-01", "precision": "month"}
    held = [verdict(1, "redate", "e-a-0", **days), verdict(2, "retype", "e-a-0", type="ASSAULT", mode="abduct")]
    event, other = Mender(held).mended(READING, "hash").reading.events
    assert event.time is not None
    assert (event.time.from_, event.time.to, event.time.precision) == ("2018-06-01", "2018-07-01", "month")
    assert (event.type, event.act, event.mode, event.quad) == ("ASSAULT", "ASSAULT", "abduct", "material-conflict")
    assert other == READING.events[1]


def test_who_takes_part_is_who_it_is_in_events_and_their_reports() -> None:
    made = Mender([verdict(1, "merge", PERU.id, **BOLIVIA)]).mended(READING, "hash")
    assert [(who.id, who.country, who.sectors) for who in made.reading.actors] == [
        ("a-other", "BOL", ("GOV", "MIL")),
        (CHILE.id, "CHL", ("GOV",)),
    ]
    assert [report.actors for report in reports_of(made.reading)] == [{"BOL"}, {"CHL"}]
    assert made.verdicts == {"e-a-0": {1}}


def test_a_split_bears_on_its_documents_alone() -> None:
    held = [verdict(1, "split", PERU.id, **BOLIVIA, documents=["hash"])]
    assert Mender(held).mended(READING, "another").reading == READING
    assert Mender(held).mended(READING, "hash").verdicts == {"e-a-0": {1}}
