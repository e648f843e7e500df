"""Which events of its text an expectation hangs on."""

from __future__ import annotations

import pytest

from sayso.ledger.outcomes import Clause, hangs_on

DAY = ("2018-07-20", "2018-07-21")


def clause(event: int, words: str, text: str, status: str, *, on: tuple[str, str] | None = None) -> Clause:
    start = text.index(words)
    return Clause(event, start, start + len(words), status, on or (None, None))


@pytest.mark.parametrize(
    ("text", "condition", "hangs"),
    [
        ("Soto visits Lima on Friday, once he has met Ruiz.", "once he has met Ruiz", [1]),
        ("Soto visits Lima on Friday, provided that he has met Ruiz.", "that he has met Ruiz", [1]),
        ("Soto visits Lima on Friday, and he has met Ruiz.", "he has met Ruiz", []),
        ("Soto visits Lima on Friday. Once he meets Ruiz, all is said.", "Once he meets Ruiz", []),
    ],
)
def test_conditions(text: str, condition: str, hangs: list[int]) -> None:
    expected = clause(0, "Soto visits Lima on Friday", text, "planned", on=DAY)
    assert list(hangs_on(expected, [expected, clause(1, condition, text, "planned")], text)) == hangs


def test_what_happened_is_no_condition() -> None:
    text = "Soto visits Lima on Friday, once he has met Ruiz."
    expected = clause(0, "Soto visits Lima on Friday", text, "planned", on=DAY)
    assert not list(hangs_on(expected, [clause(1, "once he has met Ruiz", text, "actual")], text))


def test_a_purpose_hangs_on_its_meeting_and_not_the_other_way() -> None:
    text = "They meet on Friday to sign an accord."
    meeting = clause(0, "They meet on Friday", text, "planned", on=DAY)
    signing = clause(1, text[:-1], text, "planned", on=DAY)
    assert list(hangs_on(signing, [meeting, signing], text)) == [0]
    assert not list(hangs_on(meeting, [meeting, signing], text))
