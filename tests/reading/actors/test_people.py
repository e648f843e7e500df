from __future__ import annotations

from casts import one, read

MET = (
    "Peruvian/ADJ/amod/2 Foreign/PROPN/compound/2 Minister/PROPN/compound/4 Elsa/PROPN/compound/4 Quispe/PROPN/nsubj/5 "
    "met/VERB/ROOT/5/meet her/PRON/poss/8 Chilean/ADJ/amod/8 counterpart/NOUN/dobj/5 Juan/PROPN/compound/10 "
    "Soto/PROPN/appos/8 in/ADP/prep/5 Lima/PROPN/pobj/11 ./PUNCT/punct/5"
)
MET_NAMES = "0-1 NORP, 3-5 PERSON, 7-8 NORP, 9-11 PERSON, 12-13 GPE"


def test_a_title_gives_country_sector_and_office() -> None:
    actor = one(read(MET, MET_NAMES), "Peruvian Foreign Minister Elsa Quispe")
    assert (actor.name, actor.kind, actor.country) == ("Elsa Quispe", "person", "PER")
    assert (actor.sectors, actor.office, actor.basis) == (("GOV",), "foreign minister", "text")


def test_a_counterpart_holds_the_same_office_elsewhere() -> None:
    actor = one(read(MET, MET_NAMES), "her Chilean counterpart Juan Soto")
    assert (actor.name, actor.country, actor.office) == ("Juan Soto", "CHL", "foreign minister")


def test_an_apposition_is_mentioned_at_both_of_its_heads() -> None:
    draft = read(MET, MET_NAMES)
    soto = one(draft, "her Chilean counterpart Juan Soto").id
    assert [m.actor for head in (8, 10) for m in draft.cast.at(head)] == [soto, soto]


def test_an_adjective_names_the_state_too() -> None:
    assert one(read(MET, MET_NAMES), "Peruvian").kind == "state"


def test_who_held_an_office_is_of_the_elite_and_a_surname_is_enough() -> None:
    source = (
        "Former/ADJ/amod/1 President/PROPN/compound/3 Luis/PROPN/compound/3 Rojas/PROPN/nsubj/4 spoke/VERB/ROOT/4 "
        "./PUNCT/punct/4 | Rojas/PROPN/nsubj/1 said/VERB/ROOT/1 he/PRON/nsubj/3 was/AUX/ccomp/1 ill/ADJ/acomp/3"
    )
    draft = read(source, "2-4 PERSON, 6-7 PERSON")
    actor = one(draft, "Rojas")
    assert (actor.sectors, actor.office) == (("ELI", "GOV"), "former president")
    assert one(draft, "he") == actor == one(draft, "Former President Luis Rojas")


def test_a_leader_is_known_with_the_office_of_the_day() -> None:
    source = "Barack/PROPN/compound/1 Obama/PROPN/nsubj/2 spoke/VERB/ROOT/2/speak"
    then, now = (one(read(source, "0-2 PERSON", day=day), "Barack Obama") for day in ("2010-05-01", "2020-05-01"))
    assert (then.country, then.sectors, then.office, then.basis) == ("USA", ("GOV",), "president", "lexicon")
    assert (now.sectors, now.office) == (("ELI",), "former president")


def test_a_surname_is_the_leader_of_the_highest_office() -> None:
    source = "Mr./PROPN/compound/1 Obama/PROPN/nsubj/2 spoke/VERB/ROOT/2/speak"
    assert one(read(source, "1-2 PERSON"), "Mr. Obama").name == "Barack Obama"


def test_leaders_of_one_name_are_left_open_but_for_their_country() -> None:
    source = "President/PROPN/compound/1 Bush/PROPN/nsubj/2 spoke/VERB/ROOT/2/speak"
    actor = one(read(source, "1-2 PERSON"), "President Bush")
    assert (actor.name, actor.country, actor.office) == ("Bush", "USA", "president")


def test_someone_new_is_told_by_an_apposition_behind_the_name() -> None:
    source = (
        "A/DET/det/2 Hamas/PROPN/compound/2 spokesman/NOUN/nsubj/7 ,/PUNCT/punct/2 Adel/PROPN/compound/5 "
        "Nasr/PROPN/appos/2 ,/PUNCT/punct/2 spoke/VERB/ROOT/7/speak"
    )
    draft = read(source, "1-2 ORG, 4-6 PERSON")
    actor = one(draft, "Adel Nasr")
    assert (actor.country, actor.sectors) == ("PSE", ("REB", "PTY"))
    assert one(draft, "Hamas spokesman") == actor


def test_a_predicate_tells_an_office() -> None:
    source = (
        "Elsa/PROPN/compound/1 Quispe/PROPN/nsubj/2 is/AUX/ROOT/2/be/VBZ the/DET/det/4 mayor/NOUN/attr/2 of/ADP/prep/4 "
        "Peru/PROPN/pobj/5"
    )
    actor = one(read(source, "0-2 PERSON, 6-7 GPE"), "Elsa Quispe")
    assert (actor.office, actor.country) == ("mayor", "PER")


def test_a_plural_title_tells_the_same_of_all_whom_it_stands_before() -> None:
    source = (
        "Foreign/ADJ/amod/1 ministers/NOUN/compound/3/minister/NNS Ana/PROPN/compound/3 Soto/PROPN/nsubj/10 "
        "of/ADP/prep/3 Peru/PROPN/pobj/4 and/CCONJ/cc/3 Li/PROPN/compound/8 Rojas/PROPN/conj/3 of/ADP/prep/8 "
        "met/VERB/ROOT/10/meet"
    )
    draft = read(source, "2-4 PERSON, 5-6 GPE, 7-9 ORG")
    soto, rojas = one(draft, "Foreign ministers Ana Soto"), one(draft, "Li Rojas")
    assert (soto.country, soto.office, rojas.kind, rojas.office) == (
        "PER",
        "foreign minister",
        "person",
        "foreign minister",
    )


def test_who_becomes_something_is_it() -> None:
    source = (
        "Ana/PROPN/compound/1 Soto/PROPN/nsubj/2 became/VERB/ROOT/2/become the/DET/det/4 president/NOUN/attr/2 "
        "of/ADP/prep/4 Peru/PROPN/pobj/5"
    )
    assert one(read(source, "0-2 PERSON, 6-7 GPE"), "Ana Soto").office == "president"


def test_a_subject_without_a_label_is_somebody() -> None:
    draft = read("Barbosa/PROPN/nsubj/1//NNP denied/VERB/ROOT/1/deny it/PRON/dobj/1")
    assert one(draft, "Barbosa").kind == "person"


def test_a_leader_with_an_initial_more() -> None:
    source = "Vladimir/PROPN/compound/2 V./PROPN/compound/2 Putin/PROPN/nsubj/3 spoke/VERB/ROOT/3/speak"
    assert one(read(source, "0-3 PERSON"), "Vladimir V. Putin").name == "Vladimir Putin"
