"""PLOVER's rules by status."""

from __future__ import annotations

import pytest

from sayso.reading.events.rules import RULES, Told, apply


@pytest.mark.parametrize("type_", ["CONSULT", "SUPPORT", "COOPERATE", "AID"])
def test_cooperation_to_come_is_an_agreement(type_: str) -> None:
    assert apply(Told(type_, None, "planned", will_not=False)) == ("AGREE", None, "future-cooperation")


def test_a_retreat_to_come_is_a_concession() -> None:
    assert apply(Told("RETREAT", "withdraw", "planned", will_not=False)) == ("CONCEDE", None, "future-retreat")


def test_a_concession_to_come_stays_one() -> None:
    assert apply(Told("CONCEDE", None, "planned", will_not=False)) == ("CONCEDE", None, None)


def test_will_not_meet_is_a_refusal_to_meet() -> None:
    assert apply(Told("CONSULT", "visit", "denied", will_not=True)) == ("REJECT", "meet", "future-refused")


def test_did_not_meet_is_no_refusal() -> None:
    assert apply(Told("CONSULT", None, "denied", will_not=False)) == ("CONSULT", None, None)


def test_forces_for_relief_are_aid() -> None:
    assert apply(Told("MOBILIZE", "troops", "actual", will_not=False, for_relief=True))[0] == "AID"
    assert apply(Told("MOBILIZE", "troops", "actual", will_not=False))[0] == "MOBILIZE"


def test_what_is_done_keeps_its_type() -> None:
    assert apply(Told("AID", None, "actual", will_not=False)) == ("AID", None, None)


def test_every_rule_says_what_it_does() -> None:
    assert all(rule.says.endswith(".") for rule in RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)
