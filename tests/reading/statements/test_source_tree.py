from __future__ import annotations

from typing import TYPE_CHECKING

from parses import parse
from sayso.reading.statements.tree import Tree, agent, antecedent, cue_range, is_passive, noun_phrase, subject

if TYPE_CHECKING:
    from sayso.reading.syntax import Parse


def words(parsed: Parse, part: tuple[int, int]) -> str:
    return " ".join(token.text for token in parsed.tokens[part[0] : part[1]])


TITLED = parse(
    "The/DET/det/2 foreign/ADJ/amod/2 minister/NOUN/nsubj/6 of/ADP/prep/2 Peru/PROPN/pobj/3 ,/PUNCT/punct/2 "
    "said/VERB/ROOT/6 nothing/PRON/dobj/6"
)
RELATIVE = parse(
    "officials/NOUN/nsubj/4 who/PRON/nsubj/2//WP left/VERB/relcl/0 early/ADV/advmod/2 spoke/VERB/ROOT/4 ./PUNCT/punct/4"
)
COORDINATED = parse("Soto/PROPN/nsubj/1 came/VERB/ROOT/1 and/CCONJ/cc/1 said/VERB/conj/1 so/ADV/advmod/3")
PASSIVE = parse(
    "It/PRON/nsubjpass/2 was/AUX/auxpass/2 said/VERB/ROOT/2//VBN by/ADP/agent/2 Soto/PROPN/pobj/3 ./PUNCT/punct/2"
)


def test_a_range_reaches_from_the_first_to_the_last_below() -> None:
    tree = Tree(TITLED.sentences[0])
    assert words(TITLED, tree.range(TITLED.tokens[2])) == "The foreign minister of Peru ,"
    assert tree.range(TITLED.tokens[6]) == (0, 8)
    assert words(TITLED, tree.trimmed((0, 6))) == "The foreign minister of Peru"
    assert tree.at(8) is None
    assert tree.quote(0) == -1


def test_a_source_is_named_with_its_title_and_of_phrase() -> None:
    assert words(TITLED, noun_phrase(TITLED.tokens[2])) == "The foreign minister of Peru"


def test_a_relative_pronoun_goes_with_what_it_stands_for() -> None:
    who = RELATIVE.tokens[1]
    assert antecedent(who) is RELATIVE.tokens[0]
    assert words(RELATIVE, noun_phrase(who)) == "officials who"
    assert antecedent(RELATIVE.tokens[0]) is None


def test_a_coordinated_verb_shares_the_subject() -> None:
    assert subject(COORDINATED.tokens[3]) is COORDINATED.tokens[0]


def test_a_passive_has_an_agent() -> None:
    verb = PASSIVE.tokens[2]
    assert is_passive(verb)
    assert agent(verb) is PASSIVE.tokens[4]
    assert words(PASSIVE, cue_range(verb)) == "was said"
