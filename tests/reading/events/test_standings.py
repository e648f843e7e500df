"""Whom the learned coder is asked about how an act stands, and when it is followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from evals.parsing import parsed

from sayso.lexicon.status import status_words
from sayso.reading.events.standing import Standings, StatusReader, standings
from sayso.reading.learned import Answer
from sayso.records import Document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.reading.marking import Question
    from sayso.records.reading import Status

STATUSES: tuple[Status, ...] = ("actual", "ongoing", "planned", "possible", "denied", "hypothetical")
READERS = {"cooperation": StatusReader(status_words())}


class Coder:
    """Gives one answer to all questions, and notes them."""

    def __init__(self, status: Status, sure: float) -> None:
        rest = (1 - sure) / (len(STATUSES) - 1)
        self.answer = Answer({}, {}, {name: sure if name == status else rest for name in STATUSES})
        self.asked: list[str] = []

    def answers(self, questions: Sequence[Question]) -> list[Answer]:
        self.asked += [question.text[start:end] for question in questions for _, start, end in question.marks]
        return [self.answer for _ in questions]


def standing(monkeypatch: pytest.MonkeyPatch, text: str, word: str, coder: Coder) -> Status:
    monkeypatch.setattr(standings, "load_learned_coder", lambda: coder)
    (draft,) = parsed([Document(text)])
    token = next(token for token in draft.parse.tokens if token.text == word)
    of_draft = Standings(draft, READERS)
    of_draft.ask([token])
    return of_draft.of(token, "cooperation")


@pytest.mark.parametrize(("text", "word", "asked"), [
    ("Peru got cold feet about talks with Chile.", "talks", True),
    ("Peru refused to meet Chile.", "meet", True),
    ("Peru met Chile.", "met", False),
])  # fmt: skip
def test_it_is_asked_of_nouns_and_of_what_the_rules_take_for_not_done(
    monkeypatch: pytest.MonkeyPatch, text: str, word: str, *, asked: bool
) -> None:
    coder = Coder("hypothetical", 0.97)
    assert (standing(monkeypatch, text, word, coder) == "hypothetical") == asked
    assert coder.asked == ([word] if asked else [])


def test_it_is_followed_only_where_it_is_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Peru refused to meet Chile."
    assert standing(monkeypatch, text, "meet", Coder("ongoing", 0.5)) == "denied"
    assert standing(monkeypatch, text, "meet", Coder("ongoing", 0.8)) == "ongoing"


def test_a_purpose_is_no_plan_unless_it_is_very_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Peru sent an envoy to meet Chile's king."
    assert standing(monkeypatch, text, "meet", Coder("planned", 0.9)) == "possible"
    assert standing(monkeypatch, text, "meet", Coder("planned", 0.96)) == "planned"


def test_the_weights_know_what_no_rule_has() -> None:
    (draft,) = parsed([Document("Peru spared Chile the embarrassment of an expulsion.")])
    token = next(token for token in draft.parse.tokens if token.text == "expulsion")
    of_draft = Standings(draft, READERS)
    assert of_draft.of(token, "cooperation") == "actual"
    of_draft.ask([token])
    assert of_draft.of(token, "cooperation") == "denied"
