"""Status, on parses built by hand."""

from __future__ import annotations

import pytest

from parses import parse
from sayso.lexicon.status import status_words
from sayso.reading.events.standing import StatusReader, further, is_will_not

CASES = [
    ("They/PRON/nsubj/1 met/VERB/ROOT/1/meet/VBD", 1, "actual"),
    ("They/PRON/nsubj/2 will/AUX/aux/2/will/MD meet/VERB/ROOT/2/meet/VB", 2, "planned"),
    ("They/PRON/nsubj/2 may/AUX/aux/2/may/MD meet/VERB/ROOT/2/meet/VB", 2, "possible"),
    ("They/PRON/nsubj/3 did/AUX/aux/3/do/VBD not/PART/neg/3/not/RB meet/VERB/ROOT/3/meet/VB", 3, "denied"),
    ("They/PRON/nsubj/2 are/AUX/aux/2/be/VBP meeting/VERB/ROOT/2/meet/VBG", 2, "ongoing"),
    ("They/PRON/nsubj/2 were/AUX/aux/2/be/VBD meeting/VERB/ROOT/2/meet/VBG", 2, "actual"),
    ("They/PRON/nsubj/1 plan/VERB/ROOT/1/plan/VBP to/PART/aux/3/to/TO meet/VERB/xcomp/1/meet/VB", 3, "planned"),
    ("They/PRON/nsubj/1 refused/VERB/ROOT/1/refuse/VBD to/PART/aux/3/to/TO meet/VERB/xcomp/1/meet/VB", 3, "denied"),
    ("They/PRON/nsubj/1 hope/VERB/ROOT/1/hope/VBP to/PART/aux/3/to/TO meet/VERB/xcomp/1/meet/VB", 3, "possible"),
    (
        "They/PRON/nsubj/1 held/VERB/ROOT/1/hold/VBD planned/ADJ/amod/3/planned/JJ talks/NOUN/dobj/1/talk/NNS",
        3,
        "planned",
    ),
    ("They/PRON/nsubj/2 will/AUX/aux/2/will/MD hold/VERB/ROOT/2/hold/VB talks/NOUN/dobj/2/talk/NNS", 3, "planned"),
    (
        "No/DET/det/1/no/DT talks/NOUN/nsubjpass/3/talk/NNS were/AUX/auxpass/3/be/VBD held/VERB/ROOT/3/hold/VBN",
        1,
        "denied",
    ),
    ("They/PRON/nsubj/1 condemned/VERB/ROOT/1/condemn/VBD the/DET/det/3 attack/NOUN/dobj/1/attack/NN", 3, "actual"),
]


@pytest.mark.parametrize(("source", "trigger", "status"), CASES)
def test_status(source: str, trigger: int, status: str) -> None:
    assert StatusReader(status_words()).status(parse(source).tokens[trigger]) == status


def test_a_condition_makes_it_hypothetical() -> None:
    source = (
        "If/SCONJ/mark/2/if/IN they/PRON/nsubj/2 attack/VERB/advcl/5/attack/VBP we/PRON/nsubj/5 will/AUX/aux/5/will/MD"
        " answer/VERB/ROOT/5/answer/VB"
    )
    assert StatusReader(status_words()).status(parse(source).tokens[2]) == "hypothetical"


def test_would_of_what_was_said_is_a_plan() -> None:
    source = (
        "It/PRON/nsubj/1 said/VERB/ROOT/1/say/VBD it/PRON/nsubj/4 would/AUX/aux/4/would/MD send/VERB/ccomp/1/send/VB"
        " troops/NOUN/dobj/4/troop/NNS"
    )
    assert StatusReader(status_words()).status(parse(source).tokens[4]) == "planned"


def test_a_question_asks() -> None:
    assert StatusReader(status_words()).status(parse(CASES[0][0]).tokens[1], question=True) == "hypothetical"


def test_the_furthest_from_fact_decides() -> None:
    assert further("planned", "denied") == further("denied", "planned") == "denied"


def test_will_not() -> None:
    source = "They/PRON/nsubj/3 will/AUX/aux/3/will/MD not/PART/neg/3/not/RB meet/VERB/ROOT/3/meet/VB"
    assert is_will_not(parse(source).tokens[3])
    assert not is_will_not(parse(CASES[3][0]).tokens[3])
