from __future__ import annotations

from casts import one, read, who

TWO = (
    "Peru/PROPN/nsubj/3 and/CCONJ/cc/0 Chile/PROPN/conj/0 met/VERB/ROOT/3/meet ./PUNCT/punct/3 | The/DET/det/2 "
    "two/NUM/nummod/2 countries/NOUN/nsubj/3/country/NNS signed/VERB/ROOT/3/sign a/DET/det/5 treaty/NOUN/dobj/3"
)


def test_the_two_countries_are_the_last_two() -> None:
    actors = who(read(TWO, "0-1 GPE, 2-3 GPE"), "two countries")
    assert [actor.country for actor in actors] == ["PER", "CHL"] or {a.country for a in actors} == {"PER", "CHL"}


def test_the_country_is_the_last_state() -> None:
    source = "Peru/PROPN/nsubj/1 won/VERB/ROOT/1/win | The/DET/det/1 country/NOUN/nsubj/2 cheered/VERB/ROOT/2/cheer"
    draft = read(source, "0-1 GPE")
    assert one(draft, "country") == one(draft, "Peru")


def test_the_president_is_whoever_holds_that_office() -> None:
    source = (
        "Peruvian/ADJ/amod/1 President/PROPN/compound/3 Luis/PROPN/compound/3 Rojas/PROPN/nsubj/4 "
        "spoke/VERB/ROOT/4/speak | The/DET/det/1 president/NOUN/nsubj/2 left/VERB/ROOT/2/leave | "
        "The/DET/det/1 leader/NOUN/nsubj/2 returned/VERB/ROOT/2/return"
    )
    draft = read(source, "0-1 NORP, 2-4 PERSON")
    assert one(draft, "president") == one(draft, "leader") == one(draft, "Peruvian President Luis Rojas")


def test_a_state_in_apposition_is_itself() -> None:
    source = (
        "Peru/PROPN/nsubj/6 ,/PUNCT/punct/0 a/DET/det/4 close/ADJ/amod/4 ally/NOUN/appos/0 ,/PUNCT/punct/0 "
        "agreed/VERB/ROOT/6/agree"
    )
    draft = read(source, "0-1 GPE")
    assert one(draft, "close ally") == one(draft, "Peru")


def test_the_north_is_north_korea_where_a_korea_is_spoken_of() -> None:
    source = (
        "South/PROPN/compound/1 Korea/PROPN/nsubj/2 called/VERB/ROOT/2/call | The/DET/det/1 North/PROPN/nsubj/2 "
        "answered/VERB/ROOT/2/answer"
    )
    assert one(read(source, "0-2 GPE"), "North").country == "PRK"
    assert not read("The/DET/det/1 North/PROPN/nsubj/2 won/VERB/ROOT/2/win").cast.actors


def test_north_and_south_korea_are_two() -> None:
    source = (
        "North/PROPN/nmod/3 and/CCONJ/cc/0 South/PROPN/conj/0 Korea/PROPN/nsubj/4 met/VERB/ROOT/4/meet | "
        "Both/DET/det/1 Koreas/PROPN/nsubj/2//NNPS agreed/VERB/ROOT/2/agree"
    )
    draft = read(source, "2-4 GPE")
    assert (one(draft, "North").country, one(draft, "South Korea").country) == ("PRK", "KOR")
    assert {actor.country for actor in who(draft, "Koreas")} == {"PRK", "KOR"}
