from __future__ import annotations

from parses import parse
from sayso.reading.cast import Cast
from sayso.reading.statements.attribution import Attribution, Range
from sayso.reading.statements.nest import MOST_LINKS, chain, nest
from sayso.reading.statements.own import merge_own

# "Radio says Soto says she thinks so"
PARSED = parse(
    "Radio/PROPN/nsubj/1 says/VERB/ROOT/1 Soto/PROPN/nsubj/3 says/VERB/ccomp/1 she/PRON/nsubj/5 thinks/VERB/ccomp/3 "
    "so/ADV/advmod/5"
)


def attribution(source: int, cue: int, *content: Range, attitude: bool = False) -> Attribution:
    tokens = PARSED.tokens
    return Attribution((cue, cue + 1), tokens[source], list(content), "asserts", tokens[cue], attitude=attitude)


def test_a_cue_belongs_to_the_one_in_whose_words_it_stands() -> None:
    radio, soto = attribution(0, 1, (2, 7)), attribution(2, 3, (4, 7))
    owner = nest([soto, radio], len(PARSED.tokens))
    assert [link.source for link in chain(soto)] == [PARSED.tokens[0], PARSED.tokens[2]]
    assert owner[2] is radio
    assert owner[6] is soto
    assert owner[0] is None


def test_an_attitude_in_anothers_words_tells_nothing_by_itself() -> None:
    radio, soto = attribution(0, 1, (2, 7)), attribution(2, 3, (4, 7), attitude=True)
    assert nest([radio, soto], len(PARSED.tokens))[6] is radio


def test_ones_own_thought_is_one_link() -> None:
    soto, thought = attribution(2, 3, (4, 7)), attribution(4, 5, (6, 7))
    thought.certainty = "hedges"
    nest([soto, thought], len(PARSED.tokens))
    merge_own([soto, thought], Cast(), [-1] * len(PARSED.tokens))
    (link,) = chain(thought)
    assert (link.source, link.cue, link.certainty) == (PARSED.tokens[2], (3, 4), "hedges")


def test_anothers_thought_stays_a_link() -> None:
    radio, thought = attribution(0, 1, (2, 7)), attribution(2, 3, (4, 7))
    nest([radio, thought], len(PARSED.tokens))
    merge_own([radio, thought], Cast(), [-1] * len(PARSED.tokens))
    assert len(chain(thought)) == 2


def test_a_chain_has_an_end() -> None:
    first, second = attribution(0, 1, (2, 7)), attribution(2, 3, (4, 7))
    first.parent, second.parent = second, first
    assert len(chain(first)) == MOST_LINKS
