from __future__ import annotations

from casts import one, read, who


def test_a_body_is_it_and_a_person_is_not() -> None:
    source = (
        "Peru/PROPN/nsubj/1 met/VERB/ROOT/1/meet Elsa/PROPN/compound/3 Quispe/PROPN/dobj/1 | It/PRON/nsubj/1 "
        "thanked/VERB/ROOT/1/thank her/PRON/dobj/1"
    )
    draft = read(source, "0-1 GPE, 2-4 PERSON")
    assert one(draft, "It") == one(draft, "Peru")
    assert one(draft, "her") == one(draft, "Elsa Quispe")


def test_a_pronoun_before_its_noun() -> None:
    source = (
        "In/ADP/prep/6 her/PRON/poss/2 speech/NOUN/pobj/0 ,/PUNCT/punct/6 Elsa/PROPN/compound/5 Quispe/PROPN/nsubj/6 "
        "praised/VERB/ROOT/6/praise Peru/PROPN/dobj/6"
    )
    draft = read(source, "4-6 PERSON, 7-8 GPE")
    assert one(draft, "her") == one(draft, "Elsa Quispe")


def test_it_that_stands_for_a_clause_is_nobody() -> None:
    source = (
        "Peru/PROPN/nsubj/1 won/VERB/ROOT/1/win | It/PRON/nsubj/1 is/AUX/ROOT/1/be/VBZ clear/ADJ/acomp/1 "
        "that/SCONJ/mark/5 Chile/PROPN/nsubj/5 lost/VERB/ccomp/1/lose"
    )
    assert not who(read(source, "0-1 GPE, 6-7 GPE"), "It")


def test_we_are_whoever_speaks() -> None:
    source = (
        "We/PRON/nsubj/2 will/AUX/aux/2 stay/VERB/ccomp/6//VB ,/PUNCT/punct/6 the/DET/det/5 minister/NOUN/nsubj/6 "
        "said/VERB/ROOT/6/say"
    )
    draft = read(source)
    assert one(draft, "We") == one(draft, "minister")


def test_they_are_all_who_were_named_together() -> None:
    source = (
        "Students/NOUN/nsubj/3/student/NNS and/CCONJ/cc/0 teachers/NOUN/conj/0/teacher/NNS marched/VERB/ROOT/3/march | "
        "They/PRON/nsubj/1 sang/VERB/ROOT/1/sing"
    )
    assert {actor.name for actor in who(read(source), "They")} == {"Students", "teachers"}


def test_whom_a_verb_asks_is_not_who_asks() -> None:
    source = "Peru/PROPN/nsubj/1 spoke/VERB/ROOT/1/speak | Chile/PROPN/nsubj/1 asked/VERB/ROOT/1/ask it/PRON/dobj/1"
    draft = read(source, "0-1 GPE, 2-3 GPE")
    assert one(draft, "it") == one(draft, "Peru")
