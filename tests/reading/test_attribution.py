from __future__ import annotations

from sayso.reading.attribution import Voices
from sayso.records import Link, Span, Statement


def statement(name: str, *content: tuple[int, int], links: int = 1) -> Statement:
    chain = (Link(None, None, None, "asserts"),) * links
    spans = tuple(Span(*part) for part in content)
    return Statement(name, spans[0].start, spans[-1].end, spans, "indirect", (), chain)


def test_the_longest_chain_that_covers_the_words_tells_them() -> None:
    voices = Voices([statement("outer", (0, 50)), statement("inner", (20, 50), links=2)])
    assert voices.at(Span(25, 30)) == "inner"
    assert voices.at(Span(5, 10)) == "outer"


def test_with_chains_of_one_length_the_shorter_content_does() -> None:
    assert Voices([statement("long", (0, 50)), statement("short", (10, 30))]).at(Span(12, 15)) == "short"


def test_a_content_in_pieces_does_not_hold_what_stands_between() -> None:
    voices = Voices([statement("pieces", (0, 10), (20, 30))])
    assert voices.at(Span(12, 15)) is None
    assert voices.at(Span(22, 25)) == "pieces"


def test_the_outlet_speaks_where_nobody_else_does() -> None:
    assert Voices([]).at(Span(0, 1)) is None
    assert Voices([statement("one", (5, 10))]).at(Span(8, 12)) is None
