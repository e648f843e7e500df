"""Answers as they were at a time, and with what verdicts make of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from readings import actor, written
from sayso import Ledger
from sayso.errors import UnreadableInput
from sayso.ledger import corrections
from sayso.views.events import events
from sayso.views.expectations import expectations
from sayso.views.positions import positions
from sayso.views.sources import sources
from sayso.views.statements import statements

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sayso import Reading

PERU, CHILE, FRANCE = actor("Peru", "PER"), actor("Chile", "CHL"), actor("France", "FRA")
SOTO = actor("Ana Soto", "PER", office="foreign minister")
CALLED = replace(actor("Sóto", None), basis="text", kind="person")
RADIO = actor("Radio Andina", None)
WHO = {"author": "Ana", "reason": "so"}


def met() -> Reading:
    made = written("met", "Sóto met France, said Radio Andina; Sóto opposes war.", published="2018-05-03")
    said = made.said("Sóto met France", RADIO, CALLED, stance=(CALLED, "opposes", "war"))
    return made.event("CONSULT", "met", by=CALLED, to=FRANCE, on="2018-05-02", statement=said).done()


def helped() -> Reading:
    made = written("helped", "Peru will help Chile. Sóto told Peru.", published="2018-05-04")
    made.event("AID", "help", by=PERU, to=CHILE, on="2018-06", status="planned").expected("2018-06")
    return made.event("ACCUSE", "told", by=CALLED, to=PERU, on="2018-05-01").done()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """The documents are learned on 1 January 2025 and the next day; the first verdict is given on the 5th."""
    moments = iter(f"2025-01-{day:02}T12:00:00Z" for day in (1, 1, 2, 2, *range(5, 30)))
    with Ledger.open(tmp_path / "a.db", clock=lambda: next(moments)) as kept:
        kept.add(met())
        kept.add(helped())
        yield kept


def types(ledger: Ledger, **asked: Any) -> list[str]:
    return [answer.type for answer in events(ledger, **asked)]


def test_before_any_verdict(ledger: Ledger) -> None:
    assert types(ledger) == ["ACCUSE", "CONSULT", "AID"]
    assert types(ledger, actor="PER") == ["ACCUSE", "AID"]
    assert all(answer.verdicts == () for answer in events(ledger))


def test_a_retyped_event_is_found_by_its_new_type_alone(ledger: Ledger) -> None:
    corrections.retype(ledger, "e-met-0", "ASSAULT/abduct", **WHO)
    (answer,) = events(ledger, type="ASSAULT")
    assert (answer.mode, answer.quad, answer.cameo, answer.verdicts) == ("abduct", "material-conflict", "18", (1,))
    assert types(ledger, type="CONSULT") == []
    assert types(ledger, type="CONSULT", raw=True) == ["CONSULT"]
    assert [raw.verdicts for raw in events(ledger, raw=True)] == [(), (), ()]


def test_a_rejected_event_is_left_out_and_not_counted(ledger: Ledger) -> None:
    corrections.reject(ledger, "e-met-0", **WHO)
    assert types(ledger) == ["ACCUSE", "AID"]
    assert events(ledger).tally().reports == 2
    assert events(ledger, raw=True).tally().reports == 3


def test_a_redated_event_stands_where_it_belongs(ledger: Ledger) -> None:
    corrections.redate(ledger, "e-helped-1", "2018-07", **WHO)
    assert types(ledger) == ["CONSULT", "AID", "ACCUSE"]
    assert types(ledger, since="2018-07") == ["ACCUSE"]
    assert types(ledger, until="2018-05-01") == []
    (answer,) = events(ledger, type="ACCUSE")
    assert (answer.from_, answer.to, answer.precision) == ("2018-07-01", "2018-08-01", "month")


def test_the_window_of_an_expectation_moves_with_its_event(ledger: Ledger) -> None:
    corrections.redate(ledger, "e-helped-0", "2018-09", **WHO)
    (answer,) = expectations(ledger, since="2018-09-15", until="2018-09-15")
    assert (answer.from_, answer.to, answer.checkable, answer.event.verdicts) == (
        "2018-09-01",
        "2018-10-01",
        True,
        (1,),
    )
    assert list(expectations(ledger, since="2018-06", until="2018-06")) == []
    assert len(list(expectations(ledger, since="2018-06", until="2018-06", raw=True))) == 1
    corrections.reject(ledger, "e-helped-0", **WHO)
    assert list(expectations(ledger)) == []


def test_a_merged_actor_takes_part_as_the_other(ledger: Ledger) -> None:
    kept = written("third", "Ana Soto spoke.").event("CONSULT", "spoke", by=SOTO).done()
    ledger.add(kept)
    corrections.merge(ledger, CALLED.id, SOTO.id, **WHO)
    assert types(ledger, by="PER") == ["ACCUSE", "CONSULT", "AID", "CONSULT"]
    assert types(ledger, by="Ana Sot") == ["ACCUSE", "CONSULT", "CONSULT"]
    assert types(ledger, by="soto") == ["ACCUSE", "CONSULT", "CONSULT"]
    answer = next(answer for answer in events(ledger) if answer.document.id == "met")
    (who,) = answer.actors
    assert (who.id, who.name, who.country, who.office, who.words) == (
        SOTO.id,
        "Ana Soto",
        "PER",
        "foreign minister",
        "met",
    )
    assert (answer.chain, answer.verdicts) == (("Radio Andina", "Ana Soto"), (1,))
    assert types(ledger, by="Ana", raw=True) == ["CONSULT"]


def test_a_country_that_is_merged_away_is_not_found(ledger: Ledger) -> None:
    corrections.merge(ledger, "a-France", "a-Chile", **WHO)
    assert types(ledger, actor="FRA") == []
    assert types(ledger, actor="CHL") == ["CONSULT", "AID"]
    assert types(ledger, actor="Fran") == ["CONSULT"]


def test_a_split_actor_is_another_in_that_document_alone(ledger: Ledger) -> None:
    corrections.split(ledger, CALLED.id, ["met"], "Luís Sóto", country="CHL", **WHO)
    assert types(ledger, by="Luis") == ["CONSULT"]
    assert types(ledger, by="CHL") == ["CONSULT"]
    assert types(ledger, by="Soto") == ["ACCUSE", "CONSULT"]
    names = {answer.document.id: [party.name for party in answer.actors] for answer in events(ledger, by="Soto")}
    assert names == {"met": ["Luís Sóto"], "helped": ["Sóto"]}


def test_who_says_and_stands_how_is_corrected_too(ledger: Ledger) -> None:
    corrections.split(ledger, CALLED.id, ["met"], "Luis Ruiz", country="CHL", **WHO)
    (said,) = statements(ledger, by="CHL")
    assert [(link.name, link.country) for link in said.chain] == [("Radio Andina", None), ("Luis Ruiz", "CHL")]
    assert ([stance.name for stance in said.positions], said.verdicts) == (["Luis Ruiz"], (1,))
    assert "Luis Ruiz" in said.about
    (stance,) = positions(ledger, by="Luis Ruiz")
    assert (stance.name, stance.country, stance.verdicts) == ("Luis Ruiz", "CHL", (1,))
    (source,) = sources(ledger).sources
    assert (source.name, source.country, source.verdicts) == ("Luis Ruiz", "CHL", (1,))
    assert list(statements(ledger, by="CHL", raw=True)) == []
    assert [each.name for each in sources(ledger, raw=True).sources] == ["Sóto"]


def test_a_verdict_survives_a_new_reading_and_its_undo_brings_back_what_was_read(ledger: Ledger) -> None:
    given = corrections.retype(ledger, "e-met-0", "AID", **WHO)
    event = met().events[0]
    ledger.add(replace(met(), events=(replace(event, rule="a better one"),)))
    assert types(ledger, type="AID") == ["AID", "AID"]
    corrections.undo(ledger, given.verdict, **WHO)
    assert types(ledger, type="AID") == ["AID"]


def test_as_of_a_day_the_readings_and_verdicts_of_then_hold(ledger: Ledger) -> None:
    corrections.retype(ledger, "e-met-0", "AID", **WHO)
    ledger.add(replace(helped(), events=(), expectations=()))
    assert types(ledger) == ["AID"]
    assert types(ledger, as_of="2025-01-05") == ["ACCUSE", "AID", "AID"]
    assert types(ledger, as_of="2025-01-04") == ["ACCUSE", "CONSULT", "AID"]
    assert types(ledger, as_of="2025-01-01") == ["CONSULT"]
    assert types(ledger, as_of="2024") == []
    assert types(ledger, as_of="2025-01-05", raw=True) == ["ACCUSE", "CONSULT", "AID"]
    assert [len(list(ledger.readings(as_of=day))) for day in ("2024", "2025-01-01", "2025-01-02", "2025")] == [
        0,
        1,
        2,
        2,
    ]


@pytest.mark.parametrize(
    ("moment", "found"),
    [
        ("2025-01-01T12:00:00Z", 1),
        ("2025-01-01T11:59:59Z", 0),
        ("2025-01-01T13:00:00+01:00", 1),
        ("2025-01-01T12:00", 1),
    ],
)
def test_as_of_a_moment(ledger: Ledger, moment: str, found: int) -> None:
    assert len(types(ledger, as_of=moment)) == found


def test_a_time_that_is_none_is_told(ledger: Ledger) -> None:
    with pytest.raises(UnreadableInput, match="no day and no moment"):
        events(ledger, as_of="soon")
