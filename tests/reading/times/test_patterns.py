from __future__ import annotations

from sayso.reading.timex.expressions import Expression, Fixed
from sayso.reading.timex.patterns import Caught, Grammar, Rule
from sayso.reading.timex.words import Item


def items(*senses: str) -> list[Item]:
    return [Item(i, i + 1, dict.fromkeys(sense.split("/"), sense)) for i, sense in enumerate(senses)]


def told(c: Caught) -> Expression:
    return Expression(Fixed(c["NUM"]))


def categories(grammar: Grammar, given: list[Item]) -> list[str]:
    return [next(iter(item.senses)) for item in grammar.apply(given)]


def test_the_longest_match_wins() -> None:
    grammar = Grammar([Rule("SHORT", ("NUM",), told), Rule("LONG", ("NUM UNIT",), told)])
    assert categories(grammar, items("NUM", "UNIT", "NUM")) == ["LONG", "SHORT"]


def test_the_earlier_rule_wins_for_the_same_words() -> None:
    grammar = Grammar([Rule("FIRST", ("NUM",), told), Rule("SECOND", ("NUM",), told)])
    assert categories(grammar, items("NUM")) == ["FIRST"]


def test_a_refused_match_gives_way_to_a_shorter_one() -> None:
    grammar = Grammar([Rule("LONG", ("NUM UNIT",), lambda _: None), Rule("SHORT", ("NUM",), told)])
    assert categories(grammar, items("NUM", "UNIT")) == ["SHORT", "UNIT"]


def test_optional_and_alternative_elements() -> None:
    grammar = Grammar([Rule("AMOUNT", ("the? NUM day|week",), told)])
    for words in (("NUM", "day"), ("the", "NUM", "week")):
        assert categories(grammar, items(*words)) == ["AMOUNT"]


def test_context_stays_outside() -> None:
    grammar = Grammar([Rule("AMOUNT", ("for NUM ended",), told, lead=1, trail=1)])
    found = grammar.apply(items("for", "NUM", "ended"))
    assert [(item.first, item.end) for item in found] == [(0, 1), (1, 2), (2, 3)]
    assert "AMOUNT" in found[1].senses


def test_nothing_ends_in_a_comma_or_preposition() -> None:
    grammar = Grammar([Rule("DAY", ("NUM ,? YEAR?", "NUM of? YEAR?"), told)])
    found = grammar.apply(items("NUM", ","))
    assert [(item.first, item.end) for item in found] == [(0, 1), (1, 2)]
