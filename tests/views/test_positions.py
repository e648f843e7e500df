"""Who stands how to what, asked of a ledger of readings that were built by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from readings import actor, written
from sayso import Ledger
from sayso.errors import UnreadableInput
from sayso.views.positions import positions

if TYPE_CHECKING:
    from collections.abc import Iterator

PERU, CHILE, FRANCE = actor("Peru", "PER"), actor("Chile", "CHL"), actor("France", "FRA")
SOTO = actor("Ana Soto", "PER", office="foreign minister")
RADIO = actor("Radio Andina", None)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    later = written(
        "later",
        "Peru opposes Hegemonism and war games, Ana Soto told Radio Andina.",
        published="2018-06-02",
        outlet="M",
    )
    later.said(
        "Peru opposes Hegemonism and war games", RADIO, SOTO, stance=(PERU, "opposes", "Hegemonism and war games")
    )
    first = written("first", "Radio Andina: Chile told France that it wants warships.", published="2018-05")
    first.known(FRANCE)
    first.said("wants warships", RADIO, CHILE, stance=(CHILE, "demands", "warships"))
    first.said("Chile told France that it wants warships", RADIO, stance=(CHILE, "demands", "warships"))
    undated = written("undated", "France opposes the war\ngames.")
    undated.said("the war\ngames", FRANCE, stance=(FRANCE, "opposes", "the war\ngames"))
    undated.said("games", FRANCE, stance=(FRANCE, "supports", "games"))
    with Ledger.open(tmp_path_factory.mktemp("views") / "a.db") as kept:
        for page in (later, first, undated):
            assert kept.add(page.done())
        yield kept


def stances(ledger: Ledger, **asked: Any) -> list[tuple[str | None, str]]:
    return [(answer.name, answer.stance) for answer in positions(ledger, **asked)]


DEMAND, OPPOSED = ("Chile", "demands"), ("Peru", "opposes")
AGAINST, FOR = ("France", "opposes"), ("France", "supports")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, [DEMAND, OPPOSED, AGAINST, FOR]),
        ({"by": "PER"}, [OPPOSED]),
        ({"by": "Soto"}, []),
        ({"by": "Radio Andina"}, []),
        ({"stance": "Opposes"}, [OPPOSED, AGAINST]),
        ({"about": "hegemonism"}, [OPPOSED]),
        ({"about": "hegemon*"}, [OPPOSED]),
        ({"about": "hegemon"}, []),
        ({"about": "war"}, [OPPOSED, AGAINST]),
        ({"about": "games war"}, [OPPOSED, AGAINST]),
        ({"about": '"war games"'}, [OPPOSED, AGAINST]),
        ({"about": '"games war"'}, []),
        ({"about": "FRA"}, [DEMAND]),
        ({"about": ".* games"}, [OPPOSED, AGAINST, FOR]),
        ({"about": "games", "by": "FRA", "stance": "supports"}, [FOR]),
        ({"since": "2018-06"}, [OPPOSED]),
        ({"until": "2018-05"}, [DEMAND]),
    ],
    ids=str,
)
def test_positions_are_narrowed(ledger: Ledger, asked: dict[str, Any], found: list[tuple[str, str]]) -> None:
    assert stances(ledger, **asked) == found


def test_a_position_brings_its_chain_and_its_words(ledger: Ledger) -> None:
    (answer,) = positions(ledger, by="PER")
    assert [link.name for link in answer.chain] == ["Radio Andina", "Ana Soto"]
    assert (answer.words, answer.about, answer.country) == ("Hegemonism and war games", ("Peru",), "PER")
    assert (answer.start, answer.end, answer.document.id) == (13, 37, "later")


def test_what_nested_statements_repeat_is_one_position_in_the_outermost(ledger: Ledger) -> None:
    (answer,) = positions(ledger, by="CHL")
    assert [link.name for link in answer.chain] == ["Radio Andina"]
    assert set(answer.about) == {"Chile", "France"}
    assert positions(ledger, by="CHL").tally().reports == 1


def test_counts_of_positions_documents_and_outlets(ledger: Ledger) -> None:
    tally = positions(ledger).tally()
    assert (tally.reports, tally.documents, tally.outlets) == (4, 3, 1)
    assert len(list(positions(ledger).first(2))) == 2


@pytest.mark.parametrize("asked", [{"by": "?!"}, {"about": "…"}, {"stance": "against"}, {"until": "2018-13"}])
def test_what_can_not_be_asked_is_told(ledger: Ledger, asked: dict[str, Any]) -> None:
    with pytest.raises(UnreadableInput):
        positions(ledger, **asked)
