from __future__ import annotations

from casts import one, read, who


def test_a_plural_office_of_two_states_is_two_actors_at_one_head() -> None:
    source = (
        "The/DET/det/2 foreign/ADJ/amod/2 ministers/NOUN/nsubj/7/minister/NNS of/ADP/prep/2 Peru/PROPN/pobj/3 "
        "and/CCONJ/cc/4 Chile/PROPN/conj/4 agreed/VERB/ROOT/7/agree"
    )
    actors = who(read(source, "4-5 GPE, 6-7 GPE"), "foreign ministers")
    assert sorted((a.country, a.office, a.kind) for a in actors) == [
        ("CHL", "foreign minister", "person"),
        ("PER", "foreign minister", "person"),
    ]


def test_so_it_is_where_the_parser_joins_the_second_state_to_the_ministers() -> None:
    source = (
        "The/DET/det/2 foreign/ADJ/amod/2 ministers/NOUN/nsubj/7/minister/NNS of/ADP/prep/2 Peru/PROPN/pobj/3 "
        "and/CCONJ/cc/2 Chile/PROPN/conj/2 agreed/VERB/ROOT/7/agree"
    )
    assert {a.country for a in who(read(source, "4-5 GPE, 6-7 GPE"), "foreign ministers")} == {"CHL", "PER"}


def test_people_of_a_country_are_counted_or_described() -> None:
    source = (
        "Armed/ADJ/amod/1 rebels/NOUN/nsubj/2/rebel/NNS killed/VERB/ROOT/2/kill two/NUM/nummod/4 "
        "Russians/PROPN/dobj/2//NNPS"
    )
    draft = read(source, "3-4 CARDINAL, 4-5 NORP")
    assert (one(draft, "two Russians").country, one(draft, "two Russians").sectors) == ("RUS", ("CVL",))
    assert one(draft, "Armed rebels").sectors == ("REB", "UAF")


def test_a_government_belongs_to_its_state() -> None:
    source = "Bolivia/PROPN/poss/2 's/PART/case/0 government/NOUN/nsubj/3 denied/VERB/ROOT/3/deny it/PRON/dobj/3"
    actor = one(read(source, "0-1 GPE"), "Bolivia 's government")
    assert (actor.kind, actor.country, actor.sectors) == ("organisation", "BOL", ("GOV",))


def test_dozens_are_those_whom_they_are_dozens_of() -> None:
    source = (
        "Dozens/NOUN/nsubj/3/dozen/NNS of/ADP/prep/0 farmers/NOUN/pobj/1/farmer/NNS protested/VERB/ROOT/3/protest "
        "in/ADP/prep/3 Quito/PROPN/pobj/4"
    )
    draft = read(source, "0-1 CARDINAL, 5-6 GPE")
    assert one(draft, "Dozens") == one(draft, "farmers")
    assert (one(draft, "farmers").country, one(draft, "farmers").sectors) == ("ECU", ("AGR",))


def test_an_office_is_an_actor_only_as_somebodys() -> None:
    source = (
        "The/DET/det/1 governor/NOUN/poss/3 's/PART/case/1 office/NOUN/nsubj/4 denied/VERB/ROOT/4/deny it/PRON/dobj/4"
    )
    assert one(read(source), "governor 's office").sectors == ("GOV",)
    assert not read("The/DET/det/1 office/NOUN/nsubj/2 closed/VERB/ROOT/2/close").cast.actors


def test_a_second_mention_means_the_same_and_a_new_one_another() -> None:
    source = (
        "A/DET/det/1 soldier/NOUN/nsubj/2 spoke/VERB/ROOT/2 | The/DET/det/1 soldier/NOUN/nsubj/2 left/VERB/ROOT/2 | "
        "Another/DET/det/1 soldier/NOUN/nsubj/2 stayed/VERB/ROOT/2"
    )
    draft = read(source)
    assert one(draft, "soldier") == one(draft, "soldier", 1)
    assert one(draft, "Another soldier") != one(draft, "soldier")


def test_a_colour_of_the_body_marks_whoever_belongs_to_it() -> None:
    source = "Boko/PROPN/compound/2 Haram/PROPN/compound/2 gunmen/NOUN/nsubj/3/gunman/NNS fled/VERB/ROOT/3/flee"
    actor = one(read(source, "0-2 ORG"), "Boko Haram gunmen")
    assert (actor.country, actor.sectors) == ("NGA", ("REB", "UAF"))


def test_an_ambassador_is_of_those_who_sent_him() -> None:
    source = "Its/PRON/poss/1 ambassador/NOUN/nsubj/4 to/ADP/prep/1 Peru/PROPN/pobj/2 left/VERB/ROOT/4/leave "
    assert one(read(source, "3-4 GPE"), "Its ambassador").country is None


def test_a_site_is_an_actor_where_something_is_done_to_it() -> None:
    shelled = "Jets/NOUN/nsubj/1/jet/NNS shelled/VERB/ROOT/1/shell a/DET/det/3 village/NOUN/dobj/1"
    stayed = "Jets/NOUN/nsubj/1/jet/NNS stayed/VERB/ROOT/1/stay in/ADP/prep/1 a/DET/det/4 village/NOUN/pobj/2"
    assert one(read(shelled), "village").sectors == ("CVL",)
    assert not who(read(stayed), "village")


def test_people_told_by_an_adjective() -> None:
    source = "The/DET/det/1 displaced/ADJ/nsubj/2 fled/VERB/ROOT/2/flee"
    assert one(read(source), "displaced").sectors == ("REF",)


def test_a_minister_for_something() -> None:
    source = "Rwandan/ADJ/amod/2 planning/NOUN/compound/2 minister/NOUN/compound/3 Bosco/PROPN/nsubj/4 left/VERB/ROOT/4"
    assert one(read(source, "0-1 NORP, 3-4 PERSON"), "Rwandan planning minister Bosco").office == "planning minister"
