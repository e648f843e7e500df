"""Gold of our own is well formed: what its labels name stands in its sentences."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

import pytest
import yaml
from evals.gold import Row, macro_f1, unmarked
from evals.readme import ROOT

from sayso.records.reading import Certainty, Status

GOLD = ROOT / "evals" / "gold"
HALVES = ("dev", "test")


def rows_of(kind: str, half: str) -> list[Any]:
    found: list[Any] = yaml.safe_load((GOLD / kind / f"{half}.yaml").read_text("utf-8"))
    return found


@pytest.mark.parametrize("half", HALVES)
def test_each_status_is_one_and_each_sentence_marks_an_act(half: str) -> None:
    lines = (GOLD / "status" / f"{half}.txt").read_text("utf-8").splitlines()
    assert len(lines) >= 200
    for line in lines:
        status, _, text = line.partition(" | ")
        assert status in get_args(Status.__value__), line
        plain, span = unmarked(text)
        assert "{" not in plain
        assert span.of(plain)


@pytest.mark.parametrize("half", HALVES)
def test_contents_sources_and_cues_stand_in_their_passages(half: str) -> None:
    passages = rows_of("chains", half)
    assert len(passages) >= 150
    for passage in passages:
        for told in passage["statements"]:
            links = told["chain"]
            words = [
                *told["content"],
                *(w for link in links for w in (link["source"], link["cue"], *link.get("or", ())) if w),
            ]
            assert [w for w in words if w not in passage["text"]] == []
            assert {link["certainty"] for link in links} <= set(get_args(Certainty.__value__))


@pytest.mark.parametrize("half", HALVES)
def test_triggers_and_places_stand_in_their_passages(half: str) -> None:
    for passage in rows_of("when-where", half):
        for told in passage["events"]:
            assert told["trigger"] in passage["text"]
            assert told["place"] is None or told["place"] in passage["text"]
            assert all(day is None or isinstance(day, date) for day in (told["from"], told["to"]))


def test_no_sentence_stands_in_both_halves() -> None:
    for kind in ("chains", "when-where"):
        first, second = ({row["text"] for row in rows_of(kind, half)} for half in HALVES)
        assert not first & second


def test_the_mean_of_the_classes_that_gold_has() -> None:
    rows = [Row("a", "a", ""), Row("a", "b", ""), Row("b", "b", ""), Row("b", "c", "")]
    assert macro_f1(rows) == pytest.approx((2 / 3 + 1 / 2) / 2)
