from __future__ import annotations

from casts import one, read, who
from sayso.records import Place


def test_a_capital_that_speaks_is_the_state() -> None:
    source = "Lima/PROPN/nsubj/1 said/VERB/ROOT/1/say so/ADV/advmod/1"
    actor = one(read(source, "0-1 GPE"), "Lima")
    assert (actor.kind, actor.country, actor.sectors) == ("state", "PER", ("GOV",))


def test_a_capital_where_something_happens_is_no_actor() -> None:
    source = "Talks/NOUN/nsubj/1/talk/NNS opened/VERB/ROOT/1/open in/ADP/prep/1 Lima/PROPN/pobj/2"
    assert not read(source, "3-4 GPE").cast.actors


def test_a_city_that_acts_is_its_people() -> None:
    source = "Arequipa/PROPN/nsubj/1 cheered/VERB/ROOT/1/cheer"
    place = Place(0, 8, "Arequipa", 3947322, -16.4, -71.5, "PER", "literal")
    actor = one(read(source, "0-1 GPE", places=(place,)), "Arequipa")
    assert (actor.kind, actor.country, actor.sectors) == ("group", "PER", ("CVL",))


def test_a_name_that_holds_a_state_is_of_that_state() -> None:
    source = (
        "The/DET/det/1 Ministry/PROPN/nsubj/6 of/ADP/prep/1 Mines/PROPN/pobj/2 of/ADP/prep/3 Chile/PROPN/pobj/4 "
        "closed/VERB/ROOT/6/close"
    )
    actor = one(read(source, "0-6 ORG"), "Ministry of Mines of Chile")
    assert (actor.kind, actor.country, actor.sectors) == ("organisation", "CHL", ("GOV",))


def test_bodies_and_seats_of_the_lexicons() -> None:
    source = "Xinhua/PROPN/nsubj/1 quoted/VERB/ROOT/1/quote the/DET/det/4 White/PROPN/compound/4 House/PROPN/dobj/1"
    draft = read(source, "0-1 ORG, 2-5 ORG")
    assert (one(draft, "Xinhua").kind, one(draft, "Xinhua").country) == ("media", "CHN")
    assert (one(draft, "White House").country, one(draft, "White House").sectors) == ("USA", ("GOV",))


def test_words_of_the_text_decide_between_two_georgias() -> None:
    caucasus = "Georgia/PROPN/nsubj/1 left/VERB/ROOT/1/leave Tbilisi/PROPN/dobj/1"
    south = "Georgia/PROPN/nsubj/1 beat/VERB/ROOT/1 Alabama/PROPN/dobj/1"
    assert one(read(caucasus, "0-1 GPE, 2-3 GPE"), "Georgia").country == "GEO"
    assert not who(read(south, "0-1 GPE, 2-3 GPE"), "Georgia")


def test_a_name_that_nothing_decides_is_told() -> None:
    draft = read("Georgia/PROPN/nsubj/1 won/VERB/ROOT/1/win", "0-1 GPE")
    assert one(draft, "Georgia").country == "GEO"
    assert [(n.kind, n.span.of(draft.text)) for n in draft.notices if n.span] == [("ambiguous-name", "Georgia")]


def test_a_capital_with_a_common_name_needs_its_country() -> None:
    alone = "Victoria/PROPN/nsubj/1 said/VERB/ROOT/1/say so/ADV/advmod/1"
    named = "Seychelles/PROPN/nsubj/1 agreed/VERB/ROOT/1/agree | " + alone
    assert {actor.kind for actor in read(alone, "0-1 GPE").cast.actors} == {"group"}
    assert one(read(named, "0-1 GPE, 2-3 GPE"), "Victoria").country == "SYC"


def test_a_people_is_a_group_where_no_state_bears_its_name() -> None:
    source = "Kurds/PROPN/nsubj/1//NNPS fled/VERB/ROOT/1/flee"
    assert one(read(source, "0-1 NORP"), "Kurds").kind == "group"


def test_a_sea_is_no_state() -> None:
    source = (
        "Ships/NOUN/nsubj/1/ship/NNS crossed/VERB/ROOT/1/cross the/DET/det/5 South/PROPN/compound/4 "
        "China/PROPN/compound/5 Sea/PROPN/dobj/1"
    )
    assert not read(source, "2-6 LOC").cast.actors


def test_a_town_gives_its_country_to_a_body() -> None:
    source = "Chennai/PROPN/compound/2 High/PROPN/compound/2 Court/PROPN/nsubj/3 ruled/VERB/ROOT/3/rule"
    actor = one(read(source, "0-3 ORG"), "Chennai High Court")
    assert (actor.country, actor.sectors) == ("IND", ("JUD",))


def test_a_party_is_of_the_state_that_it_is_said_to_be_of() -> None:
    source = "Malta/PROPN/poss/3 's/PART/case/0 Labour/PROPN/compound/3 Party/PROPN/nsubj/4 won/VERB/ROOT/4/win"
    assert one(read(source, "0-1 GPE, 2-4 ORG"), "Labour Party").country == "MLT"
