from __future__ import annotations

from parses import parse, text_of
from sayso.reading.cast import Cast, Mention
from sayso.reading.draft import Draft
from sayso.reading.relations import make
from sayso.records import Actor, Document
from sayso.settings import Settings


def relations(source: str, **at: str) -> list[tuple[str, str | None, str, str]]:
    """(kind, trend, a, b) of each relation; ``at`` says which state the word with this index names: ``w0="PER"``."""
    parsed = parse(source)
    heads = {int(word[1:]): code for word, code in at.items()}
    actors = tuple(
        Actor(code, code, "state", code, ("GOV",), None, "lexicon", (parsed.tokens[i].span,))
        for i, code in heads.items()
    )
    mentions = tuple(Mention(parsed.tokens[i].span, i, code, "name") for i, code in heads.items())
    draft = Draft(Document(text_of(parsed)), parse=parsed, cast=Cast(actors, mentions))
    found = make(Settings())(draft).relations
    return [(r.kind, r.trend, r.a, r.b) for r in found]


def test_a_role_in_apposition() -> None:
    source = (
        "Brazil/PROPN/nsubj/7 ,/PUNCT/punct/0 Peru/PROPN/poss/6 's/PART/case/2 main/ADJ/amod/6 trading/NOUN/compound/6 "
        "partner/NOUN/appos/0 agreed/VERB/ROOT/7"
    )
    assert relations(source, w0="BRA", w2="PER") == [("trade", None, "BRA", "PER")]


def test_a_role_behind_a_copula() -> None:
    source = (
        "Cuba/PROPN/nsubj/1 is/AUX/ROOT/1/be a/DET/det/4 close/ADJ/amod/4 ally/NOUN/attr/1 of/ADP/prep/4 "
        "Angola/PROPN/pobj/5"
    )
    assert relations(source, w0="CUB", w6="AGO") == [("alliance", None, "CUB", "AGO")]


def test_a_bond_between_two_that_gets_worse() -> None:
    source = (
        "Ties/NOUN/nsubj/5/tie/NNS between/ADP/prep/0 Peru/PROPN/pobj/1 and/CCONJ/cc/2 Chile/PROPN/conj/2 "
        "soured/VERB/ROOT/5/sour/VBD"
    )
    assert relations(source, w2="PER", w4="CHL") == [("diplomatic-ties", "worsening", "PER", "CHL")]


def test_a_wish_is_no_trend() -> None:
    source = (
        "Peru/PROPN/nsubj/1 wants/VERB/ROOT/1/want/VBZ to/PART/aux/3 improve/VERB/xcomp/1/improve/VB "
        "ties/NOUN/dobj/3/tie/NNS with/ADP/prep/4 Chile/PROPN/pobj/5"
    )
    assert relations(source, w0="PER", w6="CHL") == [("diplomatic-ties", None, "PER", "CHL")]


def test_a_trade_war_is_no_war() -> None:
    source = "Peru/PROPN/poss/3 's/PART/case/0 trade/NOUN/compound/3 war/NOUN/ROOT/3 with/ADP/prep/3 Chile/PROPN/pobj/4"
    assert relations(source, w0="PER", w5="CHL") == [("dispute", None, "PER", "CHL")]


def test_bilateral_ties_are_those_of_the_two_states_named_before() -> None:
    source = (
        "Peru/PROPN/nsubj/1 thanked/VERB/ROOT/1 Chile/PROPN/dobj/1|"
        "Bilateral/ADJ/amod/1 ties/NOUN/nsubj/2/tie/NNS thawed/VERB/ROOT/2/thaw/VBD"
    )
    assert relations(source, w0="PER", w2="CHL") == [("diplomatic-ties", "improving", "PER", "CHL")]


def test_one_party_alone_makes_no_relation() -> None:
    assert relations("Peru/PROPN/poss/2 's/PART/case/0 war/NOUN/ROOT/2", w0="PER") == []
