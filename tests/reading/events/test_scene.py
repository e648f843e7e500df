"""What hangs on what, and what is one scene, from parses built by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parses import parse
from sayso.reading.events.attachment import ACT, Hosts, rungs
from sayso.reading.events.roles import HERE, WHENCE, Carried, rank_of
from sayso.reading.events.scene import shares

if TYPE_CHECKING:
    from sayso.reading.syntax import Token

RAID = (
    "They/PRON/nsubj/1 saw/VERB/ROOT/1/see the/DET/det/3 raid/NOUN/dobj/1 by/ADP/prep/3 troops/NOUN/pobj/4/troop "
    "in/ADP/prep/5 Gao/PROPN/pobj/6"
)
TOWN = "They/PRON/nsubj/1 saw/VERB/ROOT/1/see the/DET/det/3 town/NOUN/dobj/1 of/ADP/prep/3 Gao/PROPN/pobj/4"


def tokens(source: str) -> tuple[Token, ...]:
    return parse(source).tokens


def test_the_way_up_the_tree_is_kept() -> None:
    found = rungs(tokens(RAID)[7])
    assert [(rung.token.lemma, rung.links) for rung in found] == [
        ("troop", ("in",)),
        ("raid", ("by", "in")),
        ("see", ("dobj", ACT, "by", "in")),
    ]


def test_a_noun_beside_a_name_is_passed() -> None:
    assert [(rung.token.lemma, rung.links) for rung in rungs(tokens(TOWN)[5], sites=True)] == [("see", ("dobj",))]


def test_words_of_a_time_are_passed() -> None:
    source = (
        "They/PRON/nsubj/1 talked/VERB/ROOT/1/talk for/ADP/prep/1 hours/NOUN/pobj/2/hour in/ADP/prep/3 Gao/PROPN/pobj/4"
    )
    (rung,) = rungs(tokens(source)[5], through={3})
    assert (rung.token.lemma, rung.links) == ("talk", ("in",))


@pytest.mark.parametrize(
    ("verb", "links", "type_", "rank"),
    [
        ("send", ("to",), "MOBILIZE", HERE),
        ("blame", ("to",), "ACCUSE", None),
        ("withdraw", ("dobj", "from"), "RETREAT", HERE),
        ("fly", ("from",), "CONSULT", WHENCE),
        ("meet", ("with", "in"), "CONSULT", HERE),
        ("blame", ("with", "in"), "ACCUSE", HERE),
        ("blame", ("dobj", "in"), "ACCUSE", None),
        ("meet", ("for", "in"), "CONSULT", None),
        ("shoot", ("on", "in"), "ASSAULT", HERE),
        ("meet", ("on", "in"), "CONSULT", None),
        ("visit", ("dobj",), "CONSULT", HERE),
        ("blame", ("dobj",), "ACCUSE", None),
    ],
)
def test_what_a_place_is_to_an_act(verb: str, links: tuple[str, ...], type_: str, rank: int | None) -> None:
    word, name = tokens(f"it/PRON/nsubj/1 {verb}/VERB/ROOT/1/{verb} | Gao/PROPN/ROOT/0")[1:]
    assert rank_of(Carried(0, name, links), word, Hosts((word,), type=type_)) == rank


def joined(subject: str = "", sequel: str = "") -> tuple[Token, ...]:
    """ "They met and [Chad] [then] shot"."""
    extra = [word for word in (subject, sequel) if word]
    verb = 3 + len(extra)
    words = ["They/PRON/nsubj/1", "met/VERB/ROOT/1/meet", "and/CCONJ/cc/1"]
    words += [f"{word}/{verb}" for word in extra]
    return tokens(" ".join([*words, "shot/VERB/conj/1/shoot"]))


@pytest.mark.parametrize(
    ("subject", "sequel", "before", "apart"),
    [
        ("", "", 1, False),
        ("Chad/PROPN/nsubj", "", 0, True),
        ("", "then/ADV/advmod", None, False),
        ("Chad/PROPN/nsubj", "then/ADV/advmod", None, False),
    ],
)
def test_coordinated_acts(subject: str, sequel: str, before: int | None, *, apart: bool) -> None:
    (share,) = shares(Hosts((joined(subject, sequel)[-1],), type="ASSAULT"))
    assert (share.token.lemma, share.before, share.close, share.apart) == ("meet", before, False, apart)


def test_words_are_no_sequel() -> None:
    (share,) = shares(Hosts((joined("", "then/ADV/advmod")[-1],), type="ACCUSE"))
    assert share.before == 1


def test_what_is_wanted_is_not_when_it_is_wanted() -> None:
    source = "They/PRON/nsubj/1 plan/VERB/ROOT/1/plan to/PART/aux/3 shoot/VERB/xcomp/1/shoot/VB"
    assert shares(Hosts((tokens(source)[3],), type="ASSAULT")) == []


def test_an_occasion_is_the_scene_of_words() -> None:
    source = "They/PRON/nsubj/1 vowed/VERB/ROOT/1/vow at/ADP/prep/1 talks/NOUN/pobj/2/talk"
    (share,) = shares(Hosts((tokens(source)[1],), type="AGREE"))
    assert (share.token.lemma, share.close) == ("talk", True)


def test_an_occasion_inside_the_first_act_is_not_that_of_the_second() -> None:
    source = (
        "They/PRON/nsubj/1 met/VERB/ROOT/1/meet at/ADP/prep/1 talks/NOUN/pobj/2/talk and/CCONJ/cc/1 "
        "left/VERB/conj/1/leave"
    )
    assert [share.token.lemma for share in shares(Hosts((tokens(source)[5],), type="RETREAT"))] == ["meet"]
