"""Verdicts as they are given, kept, and found again after a document was read anew."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from readings import actor, written
from sayso import Ledger
from sayso.errors import MissingInput, SettingError, UnreadableInput
from sayso.ledger import corrections
from sayso.ledger.judging import states_now

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sayso import Reading
    from sayso.ledger.verdicts import Verdict

PERU, CHILE = actor("Peru", "PER"), actor("Chile", "CHL")
WHO = {"author": "Ana Soto", "reason": "the text says otherwise"}


def page(name: str, text: str = "Peru met Chile.") -> Reading:
    return written(name, text).event("CONSULT", "met", by=PERU, to=CHILE).done()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    moments = iter(f"2025-01-{day:02}T12:00:00Z" for day in range(1, 30))
    with Ledger.open(tmp_path / "a.db", clock=lambda: next(moments)) as kept:
        kept.add(page("first"))
        kept.add(page("other", "Peru met Chile again."))
        yield kept


def state(ledger: Ledger, verdict: Verdict) -> str:
    with ledger.reading_from() as connection:
        return states_now(connection, ledger.verdicts())[verdict.verdict]


def test_a_verdict_comes_back_as_it_was_given(ledger: Ledger) -> None:
    given = corrections.retype(ledger, "e-first-0", "aid", **WHO)
    assert ledger.verdicts() == (given,)
    assert (given.verdict, given.kind, given.target, given.payload) == (
        1,
        "retype",
        "e-first-0",
        {"type": "AID", "mode": None},
    )
    assert (given.author, given.reason, given.moment[:10]) == ("Ana Soto", "the text says otherwise", "2025-01-05")


def test_verdicts_as_of_a_day(ledger: Ledger) -> None:
    given = corrections.reject(ledger, "e-first-0", **WHO)
    assert ledger.verdicts(as_of="2025-01-04") == ()
    assert ledger.verdicts(as_of=given.moment) == ledger.verdicts(as_of="2025-01-05") == (given,)


def test_verdicts_are_never_changed(ledger: Ledger) -> None:
    corrections.reject(ledger, "e-first-0", **WHO)
    with closing(sqlite3.connect(ledger.path)) as opened:
        for statement in ("UPDATE verdicts SET reason = 'x'", "DELETE FROM verdicts"):
            with pytest.raises(sqlite3.IntegrityError, match="never changed"):
                opened.execute(statement)


def test_a_verdict_lies_dormant_while_no_reading_has_its_event(ledger: Ledger) -> None:
    given = corrections.reject(ledger, "e-first-0", **WHO)
    assert state(ledger, given) == "in force"
    ledger.add(replace(page("first"), events=()))
    assert state(ledger, given) == "dormant"
    longer = replace(page("first"), events=tuple(replace(event, rule="another") for event in page("first").events))
    ledger.add(longer)
    assert state(ledger, given) == "in force"


def test_an_undo_can_be_undone_but_not_done_twice(ledger: Ledger) -> None:
    given = corrections.reject(ledger, "e-first-0", **WHO)
    undo = corrections.undo(ledger, given.verdict, **WHO)
    assert state(ledger, given) == "undone"
    with pytest.raises(UnreadableInput, match="undone already, by verdict 2"):
        corrections.undo(ledger, given.verdict, **WHO)
    corrections.undo(ledger, undo.verdict, **WHO)
    assert state(ledger, given) == "in force"


def test_an_event_of_several_documents_is_told_apart_by_its_document(ledger: Ledger) -> None:
    for name in ("one", "two"):
        twin = page(name, f"Peru met Chile {name}.")
        ledger.add(replace(twin, events=(replace(twin.events[0], id="e-twin-0"),)))
    with pytest.raises(MissingInput, match=r"2 events .* --in"):
        corrections.reject(ledger, "e-twin", **WHO)
    one, two = (corrections.reject(ledger, "e-twin", document=name, **WHO) for name in ("one", "two"))
    assert one.document != two.document


def test_an_actor_is_found_by_id_and_by_name(ledger: Ledger) -> None:
    given = corrections.merge(ledger, "Peru", "a-Chil", **WHO)
    assert (given.target, given.payload["into"], given.payload["as"]["country"]) == ("a-Peru", "a-Chile", "CHL")


def test_a_split_makes_an_actor_that_others_can_be_merged_into(ledger: Ledger) -> None:
    parted = corrections.split(ledger, "Peru", ["first"], "Peru FC", **WHO)
    merged = corrections.merge(ledger, "Chile", parted.payload["into"], **WHO)
    assert merged.payload["as"]["name"] == "Peru FC"
    assert state(ledger, parted) == "in force"


@pytest.mark.parametrize(
    ("days", "kept"),
    [
        (("2018-05-02",), ("2018-05-02", "2018-05-03", "day")),
        (("2018-05",), ("2018-05-01", "2018-06-01", "month")),
        (("2018-05-30", "2018-06"), ("2018-05-30", "2018-07-01", "range")),
    ],
)
def test_days_are_half_open(ledger: Ledger, days: tuple[str, ...], kept: tuple[str, ...]) -> None:
    assert tuple(corrections.redate(ledger, "e-first-0", *days, **WHO).payload.values()) == kept


@pytest.mark.parametrize(
    ("decide", "error", "told"),
    [
        (lambda ledger: corrections.reject(ledger, "e-none", **WHO), MissingInput, "sayso events --json"),
        (lambda ledger: corrections.reject(ledger, "e-first-0", author=" ", reason="so"), SettingError, "SAYSO_AUTHOR"),
        (lambda ledger: corrections.reject(ledger, "e-first-0", author="Ana", reason=""), UnreadableInput, "--reason"),
        (
            lambda ledger: corrections.retype(ledger, "e-first-0", "MEETING", **WHO),
            UnreadableInput,
            "it has AGREE, CONSULT",
        ),
        (lambda ledger: corrections.retype(ledger, "e-first-0", "CONSULT/strike", **WHO), UnreadableInput, "visit"),
        (lambda ledger: corrections.redate(ledger, "e-first-0", "soon", **WHO), UnreadableInput, "YYYY-MM-DD"),
        (
            lambda ledger: corrections.redate(ledger, "e-first-0", "2018", "2017", **WHO),
            UnreadableInput,
            "earlier one first",
        ),
        (lambda ledger: corrections.merge(ledger, "Peru", "a-Peru", **WHO), UnreadableInput, "same actor"),
        (lambda ledger: corrections.merge(ledger, "Peru", "Nobody", **WHO), MissingInput, "no actor 'Nobody'"),
        (lambda ledger: corrections.split(ledger, "Peru", [], "Peru FC", **WHO), UnreadableInput, "--in and --as"),
        (lambda ledger: corrections.undo(ledger, 7, **WHO), MissingInput, "sayso correct list"),
    ],
)
def test_what_can_not_be_decided_is_told_and_not_kept(ledger: Ledger, decide: Any, error: Any, told: str) -> None:
    with pytest.raises(error, match=told):
        decide(ledger)
    assert ledger.verdicts() == ()
