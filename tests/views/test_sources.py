"""Who is cited, asked of a ledger of readings that were built by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from readings import actor, written
from sayso import Ledger
from sayso.errors import UnreadableInput
from sayso.views.cited import Certainties, Manners, Relay
from sayso.views.sources import sources
from sayso.views.tallies import cited_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sayso.views.cited import SourceAnswer

PERU = actor("Peru", "PER")
SOTO = actor("Ana Soto", "PER", office="foreign minister")
RADIO = actor("Radio Andina", None)
ENVOYS = replace(actor("Envoys", None), kind="group", basis="text")
GUARDS = replace(actor("Guards", "CHL"), kind="group", basis="text")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    first = written(
        "first", "Ana Soto told Radio Andina that Peru would wait. Two officials\nfled.", published="2018-05-03"
    )
    first.said("Peru would wait", RADIO, SOTO, manner="direct")
    first.said("would wait", "Radio", SOTO, certainty="hedges")
    first.said("fled", RADIO, RADIO, "Two officials\nfled")

    second = written(
        "second",
        "Ana Soto spoke, two officials fled, Envoys said. Guards went.",
        published="2018-06",
        outlet="Meridian",
    )
    second.said("spoke", SOTO, manner="mixed", certainty="denies")
    second.said("Ana Soto", "two officials fled", None, certainty="hedges")
    second.said("went", "two officials fled")
    second.said("fled", ENVOYS)
    second.said("Guards", GUARDS)

    third = written("third", "The envoys left: Peru.", outlet="Northbridge Wire")
    third.said("Peru", SOTO)
    third.said("left", "envoys")
    third.said("The")

    with Ledger.open(tmp_path_factory.mktemp("views") / "a.db") as kept:
        for page in (first, second, third):
            assert kept.add(page.done())
        yield kept


def named(ledger: Ledger, **asked: Any) -> dict[str, SourceAnswer]:
    return {source.name: source for source in sources(ledger, **asked).sources}


def test_the_most_cited_comes_first(ledger: Ledger) -> None:
    found = [(source.name, source.country, source.statements) for source in sources(ledger).sources]
    assert found == [
        ("Ana Soto", "PER", 4),
        ("an unnamed source", None, 2),
        ("envoys", None, 2),
        ("two officials fled", None, 2),
        ("Guards", "CHL", 1),
    ]


def test_a_source_brings_how_it_is_cited(ledger: Ledger) -> None:
    soto = named(ledger)["Ana Soto"]
    assert (soto.documents, soto.outlets, soto.anonymous) == (3, 2, False)
    assert soto.manners == Manners(direct=1, indirect=2, mixed=1)
    assert soto.certainties == Certainties(asserts=2, hedges=1, denies=1, reports=0)


def test_a_day_is_as_precise_as_it_is_known(ledger: Ledger) -> None:
    found = named(ledger)
    assert (found["Ana Soto"].first, found["Ana Soto"].last) == ("2018-05-03", "2018-06")
    third = named(ledger, outlet="northbridge")
    assert (third["Ana Soto"].first, third["Ana Soto"].last) == (None, None)


def test_who_passes_on_is_counted_once_a_statement(ledger: Ledger) -> None:
    found = named(ledger)
    assert found["Ana Soto"].relays == (Relay("Radio Andina", 1), Relay("radio", 1))
    assert found["two officials fled"].relays == (Relay("Radio Andina", 1),)
    assert found["an unnamed source"].relays == (Relay("two officials fled", 1),)


def test_those_whom_words_describe_are_one_by_their_words(ledger: Ledger) -> None:
    found = named(ledger)
    assert {name for name, source in found.items() if source.anonymous} == {
        "an unnamed source",
        "envoys",
        "two officials fled",
    }
    assert (found["two officials fled"].documents, found["envoys"].documents) == (2, 2)
    assert not found["Guards"].anonymous


def test_the_summary_counts_statements_that_name_nobody(ledger: Ledger) -> None:
    cited = sources(ledger)
    assert (cited.tally.reports, cited.tally.documents, cited.tally.outlets) == (11, 3, 2)
    assert (cited.anonymous, cited.unnamed) == (6, 2)
    assert cited_words(cited) == (
        "11 statements in 3 documents of 2 outlets: 6 anonymous, 2 of these with no source named; 5 sources"
    )


@pytest.mark.parametrize(
    ("asked", "statements"),
    [
        ({"actor": "PER"}, {"Ana Soto": 4}),
        ({"actor": "Soto"}, {"Ana Soto": 4}),
        ({"actor": "Radio Andina"}, {}),
        ({"actor": "Officials"}, {"two officials fled": 2}),
        ({"about": "Peru"}, {"Ana Soto": 2, "an unnamed source": 1}),
        ({"about": "flee"}, {}),
        ({"about": "waits"}, {"Ana Soto": 2}),
        ({"about": "fled"}, {"two officials fled": 1, "envoys": 1}),
        ({"outlet": "meridian", "actor": "Soto"}, {"Ana Soto": 1}),
        ({"outlet": "%"}, {}),
        ({"until": "2018-05", "actor": "Soto"}, {"Ana Soto": 2}),
        ({"since": "2018-06-10", "actor": "Soto"}, {"Ana Soto": 1}),
    ],
    ids=str,
)
def test_sources_are_narrowed(ledger: Ledger, asked: dict[str, Any], statements: dict[str, int]) -> None:
    assert {name: source.statements for name, source in named(ledger, **asked).items()} == statements


@pytest.mark.parametrize("asked", [{"actor": "?!"}, {"about": "…"}, {"since": "soon"}])
def test_what_can_not_be_asked_is_told(ledger: Ledger, asked: dict[str, Any]) -> None:
    with pytest.raises(UnreadableInput):
        sources(ledger, **asked)


def test_an_empty_ledger_cites_nobody(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as kept:
        cited = sources(kept)
    assert (cited.sources, cited_words(cited)) == ((), "no statement")


def test_a_reading_that_is_superseded_is_not_asked(tmp_path: Path) -> None:
    old, new = (written("a", "Peru spoke, Ana Soto said.") for _ in range(2))
    old.said("Peru spoke", SOTO)
    new.said("Peru spoke", PERU)
    with Ledger.open(tmp_path / "a.db") as kept:
        assert kept.add(old.done())
        assert kept.add(new.done())
        assert [source.name for source in sources(kept).sources] == ["Peru"]
