from __future__ import annotations

from casts import one, read


def test_police_are_of_the_only_country_of_the_story() -> None:
    source = (
        "Kenya/PROPN/nsubj/1 banned/VERB/ROOT/1/ban marches/NOUN/dobj/1/march/NNS | Police/NOUN/nsubj/1//NNS "
        "arrested/VERB/ROOT/1/arrest protesters/NOUN/dobj/1/protester/NNS"
    )
    draft = read(source, "0-1 GPE")
    assert (one(draft, "Police").country, one(draft, "protesters").country) == ("KEN", "KEN")


def test_of_two_countries_none_is_evident() -> None:
    source = (
        "Kenya/PROPN/nsubj/1 warned/VERB/ROOT/1/warn Uganda/PROPN/dobj/1 | Police/NOUN/nsubj/1//NNS "
        "arrested/VERB/ROOT/1/arrest protesters/NOUN/dobj/1/protester/NNS"
    )
    assert one(read(source, "0-1 GPE, 2-3 GPE"), "Police").country is None


def test_an_official_may_be_of_another_country() -> None:
    source = "Officials/NOUN/nsubj/1/official/NNS said/VERB/ROOT/1/say Kenya/PROPN/nsubj/3 agreed/VERB/ccomp/1/agree"
    assert one(read(source, "2-3 GPE"), "Officials").country is None


def test_nothing_tells_the_country_of_police() -> None:
    assert one(read("Police/NOUN/nsubj/1//NNS left/VERB/ROOT/1/leave"), "Police").country is None
