"""The tense of the verb decides in which direction a day lies. Published on Tuesday, 12 June 2018."""

from __future__ import annotations

import pytest

from parses import parse
from said import said

PAST = "Peru/PROPN/nsubj/1 voted/VERB/ROOT/1/vote Friday/PROPN/npadvmod/1"
FUTURE = "Peru/PROPN/nsubj/2 will/AUX/aux/2 vote/VERB/ROOT/2/vote/VB Friday/PROPN/npadvmod/2"
PRESENT = "Peru/PROPN/nsubj/1 votes/VERB/ROOT/1/vote/VBZ Friday/PROPN/npadvmod/1"
PLAN = "Peru/PROPN/nsubj/1 plans/VERB/ROOT/1/plan/VBZ to/PART/aux/3 vote/VERB/xcomp/1/vote/VB Friday/PROPN/npadvmod/3"
PLANNED = "They/PRON/nsubj/1 planned/VERB/ROOT/1/plan a/DET/det/3 rally/NOUN/dobj/1 for/ADP/prep/3 Friday/PROPN/pobj/4"
PERFECT = "They/PRON/nsubj/2 had/AUX/aux/2 called/VERB/ROOT/2/call/VBN it/PRON/dobj/2 Friday/PROPN/npadvmod/2"
NOBODY = (
    "Nobody/PRON/nsubjpass/3 could/AUX/aux/3 be/AUX/auxpass/3 reached/VERB/ROOT/3/reach/VBN Friday/PROPN/npadvmod/3"
)
OWNED = "It/PRON/nsubj/1 follows/VERB/ROOT/1/follow/VBZ Friday/PROPN/poss/4 's/PART/case/2 vote/NOUN/dobj/1"
SUBJECT = (
    "Talks/NOUN/nsubj/3 on/ADP/prep/0 Friday/PROPN/pobj/1 extended/VERB/ROOT/3/extend the/DET/det/5 truce/NOUN/dobj/3"
)

BEFORE = "Peru/PROPN/nsubj/3 on/ADP/prep/3 Friday/PROPN/pobj/1 postponed/VERB/ROOT/3/postpone talks/NOUN/dobj/3"
MISTAGGED = (
    "Peru/PROPN/nsubj/1 threatened/VERB/ROOT/1/threaten/VBN on/ADP/prep/1 Friday/PROPN/pobj/2 to/PART/aux/5 "
    "leave/VERB/xcomp/1/leave/VB"
)


@pytest.mark.parametrize("source", [PAST, PERFECT, NOBODY, OWNED, SUBJECT, BEFORE, MISTAGGED])
def test_what_is_over_was_on_the_last_friday(source: str) -> None:
    assert said(parse(source)) == [("Friday", "2018-06-08")]


@pytest.mark.parametrize("source", [FUTURE, PRESENT, PLAN, PLANNED])
def test_what_is_to_come_is_on_the_next_friday(source: str) -> None:
    assert said(parse(source)) == [("Friday", "2018-06-15")]


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("They/PRON/nsubj/1 met/VERB/ROOT/1/meet in/ADP/prep/1 September/PROPN/pobj/2", "2017-09"),
        ("They/PRON/nsubj/2 will/AUX/aux/2 meet/VERB/ROOT/2/meet/VB in/ADP/prep/2 September/PROPN/pobj/3", "2018-09"),
        ("They/PRON/nsubj/2 will/AUX/aux/2 meet/VERB/ROOT/2/meet/VB in/ADP/prep/2 March/PROPN/pobj/3", "2019-03"),
        ("It/PRON/nsubj/1 ran/VERB/ROOT/1/run to/ADP/prep/1 June/PROPN/pobj/2 15/NUM/nummod/3", "2018-06-15"),
    ],
)
def test_months_and_days_without_a_year(source: str, value: str) -> None:
    assert said(parse(source))[0][1] == value
