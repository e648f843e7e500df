"""What is looked up by its parties is all that can be one event."""

from __future__ import annotations

import random
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from sayso.ledger.happenings import Report, are_one, group, reports_of
from sayso.ledger.happenings.blocking import looks_under, stands_under
from sayso.ledger.happenings.grouping import Groups
from sayso.ledger.happenings.report import Days, Deed
from sayso.records import Document

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader

SEED = 7
PARTIES = ("USA", "PRK", "KOR", "CHN", "?rebels", "?gunmen")


def made_up(chance: random.Random, number: int) -> Report:
    act = chance.choice(("CONSULT", "CONSULT", "AGREE", "ASSAULT", "SANCTION", "REJECT"))
    actors = chance.sample(PARTIES, chance.choice((1, 1, 2, 3)))
    others = [party for party in PARTIES if party not in actors]
    deed = Deed("REJECT", "meet", None) if act == "CONSULT" and chance.random() < 0.3 else None
    return Report(
        key=(f"d{number}", "e", "act"),
        act=act,
        mode=chance.choice((None, "visit")) if act == "CONSULT" else None,
        status=chance.choice(("actual", "planned", "denied")),
        deed=deed,
        actors=frozenset(actors),
        recipients=frozenset(chance.sample(others, chance.choice((0, 1, 2)))),
        people=(),
        days=Days(day := chance.randrange(736_000, 736_004), day + 1) if chance.random() < 0.7 else None,
        published=736_005,
        place=(1, "SGP"),
        words=frozenset({"summit", "border"}),
        trigger="met",
        spoken_of=False,
    )


def grouped_by_all_pairs(reports: list[Report]) -> dict[tuple[str, str, str], tuple[str, str, str]]:
    groups: Groups[tuple[str, str, str]] = Groups()
    for a, b in combinations(reports, 2):
        if are_one(a, b):
            groups.join(a.key, b.key)
    return {report.key: groups.find(report.key) for report in reports}


def test_both_look_where_the_other_stands() -> None:
    chance = random.Random(SEED)
    reports = [made_up(chance, number) for number in range(300)]
    for a, b in combinations(reports, 2):
        assert bool(looks_under(a) & stands_under(b)) == bool(looks_under(b) & stands_under(a))


def test_no_pair_is_lost() -> None:
    chance = random.Random(SEED)
    reports = [made_up(chance, number) for number in range(600)]
    alike = [(a, b) for a, b in combinations(reports, 2) if are_one(a, b)]
    assert len(alike) > 100
    assert all(looks_under(a) & stands_under(b) for a, b in alike)
    assert group(reports) == grouped_by_all_pairs(reports)


@pytest.mark.parametrize("parties", [("USA", "PRK"), ("USA", "CHN")])
def test_pairs_that_share_one_of_two_are_not_compared(parties: tuple[str, str], reader: Reader) -> None:
    text = "Donald Trump met Kim Jong Un in Singapore on June 12."
    (report,) = reports_of(reader.read(Document(text, published="2018-06-13")))
    other = made_up(random.Random(SEED), 1)
    told = {"act": "CONSULT", "mode": None, "deed": None, "actors": frozenset(parties), "recipients": frozenset()}
    other = type(other)(**{name: getattr(other, name) for name in Report.__slots__} | told)
    assert bool(looks_under(report) & stands_under(other)) == (parties == ("USA", "PRK"))
