from __future__ import annotations

from casts import named
from sayso.reading.actors.chunks import chunks_in
from sayso.reading.actors.known import load_names


def chunks(source: str, names: str = "") -> list[tuple[str, str]]:
    parsed = named(source, names)
    return [
        (" ".join(token.text for token in parsed.tokens[chunk.first : chunk.end]), chunk.use)
        for chunk in chunks_in(parsed, load_names())
    ]


def test_a_longer_personal_name_swallows_a_state() -> None:
    assert chunks("Jordan/PROPN/compound/1 Soto/PROPN/ROOT/1", "0-2 PERSON") == [("Jordan Soto", "person")]


def test_a_state_that_opens_the_name_of_a_body_is_a_name_too() -> None:
    source = "Peru/PROPN/poss/3 's/PART/case/0 Mining/PROPN/compound/3 Board/PROPN/ROOT/3"
    assert chunks(source, "0-4 ORG") == [("Peru 's Mining Board", "body"), ("Peru", "state")]


def test_case_decides() -> None:
    assert chunks("WHO/PROPN/nsubj/1 left/VERB/ROOT/1 us/PRON/dobj/1") == [("WHO", "body")]
    assert chunks("who/PRON/nsubj/1 left/VERB/ROOT/1 US/PROPN/dobj/1") == [("US", "state")]


def test_an_article_begins_no_newspaper_before_a_name() -> None:
    assert not chunks("The/DET/det/2 National/PROPN/compound/2 Theatre/PROPN/ROOT/2")
    assert chunks("The/DET/det/1 National/PROPN/nsubj/2 wrote/VERB/ROOT/2") == [("The National", "body")]


def test_a_title_that_the_recogniser_takes_for_a_name_is_none() -> None:
    assert chunks("Prince/PROPN/compound/1 Adel/PROPN/ROOT/1", "0-2 PERSON") == [("Adel", "person")]


def test_the_shorter_of_two_names_counts_where_the_longer_is_not_written_so() -> None:
    assert chunks("U.S./PROPN/compound/1 marines/NOUN/ROOT/1") == [("U.S.", "state")]


def test_a_surname_needs_the_recogniser_or_a_place_in_the_sentence() -> None:
    assert chunks("Obama/PROPN/nsubj/1//NNP spoke/VERB/ROOT/1") == [("Obama", "surname")]
    assert not chunks("in/ADP/ROOT/0 May/PROPN/npadvmod/0//NNP")
