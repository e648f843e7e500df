"""What speaks for and against two reports telling one event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sayso.ledger.happenings import Report, are_one, likeness
from sayso.ledger.happenings.packing import packed, unpacked
from sayso.ledger.happenings.report import Days, Deed, Person


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def on(text: str) -> Days:
    return Days(day(text), day(text) + 1)


SUMMIT = Report(
    key=("d1", "e1", "act"),
    act="CONSULT",
    mode=None,
    status="planned",
    deed=None,
    actors=frozenset({"USA", "PRK"}),
    recipients=frozenset(),
    people=(),
    days=on("2018-06-12"),
    published=day("2018-05-10"),
    place=(1880252, "SGP"),
    words=frozenset(),
    trigger="meet",
    spoken_of=False,
)
OFF = replace(
    SUMMIT,
    key=("d2", "e2", "act"),
    status="denied",
    deed=Deed("REJECT", "meet", on("2018-05-24")),
    actors=frozenset({"USA"}),
    recipients=frozenset({"PRK"}),
    days=None,
    published=day("2018-05-24"),
    place=None,
    trigger="call",
)


def person(*names: str) -> Person:
    return Person("PRK", frozenset(names), "leader")


def test_it_is_symmetric() -> None:
    assert likeness(SUMMIT, OFF) == likeness(OFF, SUMMIT)
    one = replace(SUMMIT, people=(person("kim"),))
    two = replace(OFF, people=(person("kim", "jong"), person("kim", "yo")))
    assert likeness(one, two) == likeness(two, one)


def test_what_is_called_off_on_one_day_is_one_though_a_party_is_not_told() -> None:
    again = replace(OFF, key=("d3", "e3", "act"), recipients=frozenset(), published=day("2018-06-12"))
    assert are_one(OFF, again)
    other_day = replace(again, deed=Deed("REJECT", "meet", on("2018-04-02")))
    assert not are_one(OFF, other_day)
    assert not are_one(OFF, replace(again, deed=None))


def test_a_noun_without_a_day_may_speak_of_what_is_to_come() -> None:
    told = replace(SUMMIT, key=("d4", "e4", "act"), status="actual", days=None, published=day("2018-05-30"))
    assert likeness(SUMMIT, told) is None
    assert likeness(SUMMIT, replace(told, spoken_of=True)) is not None


def test_two_of_many_are_not_the_many() -> None:
    brics = frozenset({"BRA", "RUS", "IND", "CHN", "ZAF"})
    summit = replace(SUMMIT, actors=brics)
    pair = replace(SUMMIT, key=("d5", "e5", "act"), actors=frozenset({"IND", "CHN"}))
    three = replace(pair, actors=frozenset({"IND", "CHN", "RUS"}))
    assert (likeness(summit, pair) or 0) < (likeness(summit, three) or 0)


def test_a_report_is_the_same_after_it_was_kept() -> None:
    assert unpacked(packed(OFF)) == OFF
    assert unpacked(packed(SUMMIT)) == SUMMIT
