"""Questions asked of a ledger of readings that were built by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from readings import actor, written
from sayso import Ledger
from sayso.errors import UnreadableInput
from sayso.views.events import events
from sayso.views.expectations import expectations
from sayso.views.search import search
from sayso.views.statements import statements

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PERU, CHILE, FRANCE = actor("Peru", "PER"), actor("Chile", "CHL"), actor("France", "FRA")
SOTO = actor("Ana Soto", "PER", office="foreign minister")
RUIZ = actor("Luis Ruiz", "CHL", office="president")
RADIO = actor("Radio Andina", None)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    met = written("met", "Ana Soto met Luis Ruiz in Lima.", published="2018-05-03", outlet="Northbridge Wire")
    met.event("CONSULT", "met", by=SOTO, to=RUIZ, on="2018-05-02", place="Lima")

    again = written(
        "again", "Luis Ruiz had met Ana Soto, said Radio Andina.", published="2018-05-04", outlet="Meridian"
    )
    said = again.said("Luis Ruiz had met Ana Soto", RADIO)
    again.event("CONSULT", "met", by=RUIZ, to=SOTO, statement=said)

    accused = written(
        "accused", "Peru accused France, Ana Soto told Radio Andina. France denied hegemony.", published="2018-06"
    )
    said = accused.said("Peru accused France", RADIO, SOTO, stance=(SOTO, "opposes", "France"))
    accused.event("ACCUSE", "accused", by=PERU, to=FRANCE, on="2018-06-10", status="denied", statement=said, dead=3)
    accused.said("hegemony", "France", certainty="denies")

    plan = written("plan", "Peru and Chile will meet. Unnamed officials expect France to help one day.")
    plan.event("AGREE", "meet", by=PERU, to=CHILE, on="2018-07", status="planned").expected("2018-07")
    plan.event("AGREE", "help", by=FRANCE, status="possible").expected(None, why_not="no time is told")
    plan.said("France to help one day", None, certainty="hedges")

    with Ledger.open(tmp_path_factory.mktemp("views") / "a.db") as kept:
        for page in (met, again, accused, plan):
            assert kept.add(page.done())
        yield kept


def types(ledger: Ledger, **asked: Any) -> list[tuple[str, str]]:
    return [(answer.document.id, answer.type) for answer in events(ledger, **asked)]


MET, AGAIN, ACCUSED = ("met", "CONSULT"), ("again", "CONSULT"), ("accused", "ACCUSE")
PLAN, HELP = ("plan", "AGREE"), ("plan", "AGREE")


def test_events_stand_by_day_and_the_undated_by_publication(ledger: Ledger) -> None:
    assert types(ledger) == [MET, AGAIN, ACCUSED, PLAN, HELP]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"actor": "PER"}, [MET, AGAIN, ACCUSED, PLAN]),
        ({"actor": "Peru"}, [MET, AGAIN, ACCUSED, PLAN]),
        ({"actor": "Paris"}, [ACCUSED, HELP]),
        ({"actor": "ana soto"}, [MET, AGAIN]),
        ({"actor": "Ana"}, [MET, AGAIN]),
        ({"actor": "Soto"}, [MET, AGAIN]),
        ({"actor": "Sot"}, [MET, AGAIN]),
        ({"actor": "PER", "with_": "CHL"}, [MET, AGAIN, PLAN]),
        ({"actor": "PER", "with_": "PER"}, []),
        ({"by": "CHL"}, [AGAIN]),
        ({"to": "CHL"}, [MET, PLAN]),
        ({"type": "consult"}, [MET, AGAIN]),
        ({"status": "denied"}, [ACCUSED]),
        ({"since": "2018-06"}, [ACCUSED, PLAN]),
        ({"until": "2018-05-02"}, [MET]),
        ({"since": "2018-05-04", "until": "2018-05"}, [AGAIN]),
        ({"actor": "Nobody"}, []),
        ({"actor": '50% _ * " OR'}, []),
    ],
    ids=str,
)
def test_events_are_narrowed(ledger: Ledger, asked: dict[str, Any], found: list[tuple[str, str]]) -> None:
    assert types(ledger, **asked) == found


def test_an_event_brings_all_that_belongs_to_it(ledger: Ledger) -> None:
    first, *_, accused = (answer for answer in events(ledger) if answer.type in ("CONSULT", "ACCUSE"))
    (who,), (whom,) = first.actors, first.recipients
    assert (who.name, who.country, who.office, whom.name) == ("Ana Soto", "PER", "foreign minister", "Luis Ruiz")
    assert (first.from_, first.to, first.place, first.chain) == ("2018-05-02", "2018-05-03", "Lima", ())
    assert first.words == "Ana Soto met Luis Ruiz in Lima."
    assert (first.document.outlet, first.document.published) == ("Northbridge Wire", "2018-05-03")
    assert (accused.chain, accused.dead) == (("Radio Andina", "Ana Soto"), 3)


def test_counts_of_reports_documents_and_outlets(ledger: Ledger) -> None:
    tally = events(ledger).tally()
    assert (tally.reports, tally.documents, tally.outlets) == (5, 4, 2)
    assert len(list(events(ledger).first(2))) == 2


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["again", "accused", "accused", "plan"]),
        ({"by": "Radio Andina"}, ["again", "accused"]),
        ({"by": "PER"}, ["accused"]),
        ({"by": "france"}, ["accused"]),
        ({"about": "FRA"}, ["accused", "plan"]),
        ({"about": "hegemony"}, ["accused"]),
        ({"actor": "PER"}, ["again", "accused"]),
        ({"actor": "CHL", "with_": "PER"}, ["again"]),
        ({"since": "2018-06"}, ["accused", "accused"]),
        ({"until": "2018-05"}, ["again"]),
    ],
    ids=str,
)
def test_statements_are_narrowed(ledger: Ledger, asked: dict[str, Any], found: list[str]) -> None:
    assert [answer.document.id for answer in statements(ledger, **asked)] == found


def test_a_statement_brings_its_chain_and_positions(ledger: Ledger) -> None:
    said = next(answer for answer in statements(ledger, by="Ana Soto"))
    assert [(link.name, link.country) for link in said.chain] == [("Radio Andina", None), ("Ana Soto", "PER")]
    assert [(p.name, p.stance, p.words) for p in said.positions] == [("Ana Soto", "opposes", "France")]
    assert (said.words, said.about) == ("Peru accused France", ("Peru", "France"))


def test_nobody_named_is_called_so(ledger: Ledger) -> None:
    *_, last = statements(ledger)
    assert [(link.name, link.certainty) for link in last.chain] == [("an unnamed source", "hedges")]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["meet"]),
        ({"since": "2018-07-15", "until": "2018-07-15"}, ["meet"]),
        ({"since": "2018-08"}, []),
        ({"outcome": "refused"}, ["help"]),
        ({"outcome": "refused", "actor": "PER"}, []),
        ({"since": "2018-07", "type": "AGREE"}, ["meet"]),
        ({"type": "CONSULT"}, []),
    ],
    ids=str,
)
def test_expectations_are_narrowed(ledger: Ledger, asked: dict[str, Any], found: list[str]) -> None:
    assert [answer.event.trigger for answer in expectations(ledger, **asked)] == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("meeting", {"plan"}),
        ("accuse", {"accused"}),
        ("Peru France", {"accused", "plan"}),
        ('"accused France"', {"accused"}),
        ('"France accused"', set()),
        ("heg*", {"accused"}),
        ("lima", {"met"}),
        ("NEAR( AND ^", set()),
    ],
)
def test_search(ledger: Ledger, words: str, found: set[str]) -> None:
    assert {answer.document.id for answer in search(ledger, words)} == found


def test_search_as_of_a_day_finds_what_was_known_and_counts_no_more(tmp_path: Path) -> None:
    days = iter(("2025-01-01", "2025-01-01", "2025-01-02", "2025-01-02", "2025-01-03"))
    with Ledger.open(tmp_path / "then.db", clock=lambda: f"{next(days)}T12:00:00Z") as kept:
        first = written("a", "Peru met Chile.", outlet="Meridian").event("CONSULT", "met", by=PERU).done()
        kept.add(first)
        kept.add(written("b", "Peru, Peru, Peru.", outlet="Kestrel").done())
        kept.add(replace(first, events=()))
        assert [answer.document.id for answer in search(kept, "Peru").first(1)] == ["b"]
        then = search(kept, "Peru", as_of="2025-01-01")
        assert [(answer.document.id, answer.events) for answer in then.first(1)] == [("a", 1)]
        assert (then.tally().documents, then.tally().outlets) == (1, 1)
        assert sorted(answer.events for answer in search(kept, "Peru")) == [0, 0]


def test_a_find_brings_its_words(ledger: Ledger) -> None:
    (answer,) = search(ledger, "hegemony")
    assert answer.finds == ("hegemony",)
    assert (answer.events, answer.statements) == (1, 2)


@pytest.mark.parametrize("asked", [{"actor": "?!"}, {"since": "soon"}, {"until": "2018-02-30"}])
def test_what_can_not_be_asked_is_told(ledger: Ledger, asked: dict[str, Any]) -> None:
    with pytest.raises(UnreadableInput):
        list(events(ledger, **asked))


def test_no_words_are_told(ledger: Ledger) -> None:
    with pytest.raises(UnreadableInput, match="no word to search for"):
        search(ledger, "…")


def test_a_reading_that_is_superseded_is_not_asked(tmp_path: Path) -> None:
    old = written("a", "Peru met Chile.").event("CONSULT", "met", by=PERU, to=CHILE).done()
    new = written("a", "Peru met Chile.").event("AGREE", "met", by=PERU, to=CHILE).done()
    with Ledger.open(tmp_path / "a.db") as kept:
        assert kept.add(old)
        assert kept.add(new)
        assert [answer.type for answer in events(kept)] == ["AGREE"]
        assert [answer.events for answer in search(kept, "Peru")] == [1]
