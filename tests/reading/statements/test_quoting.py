from __future__ import annotations

from typing import TYPE_CHECKING

from parses import parse, text_of
from sayso.lexicon.cues import load_cues
from sayso.reading.quotes import quotations
from sayso.reading.statements.quoting import give_quotations, quoted
from sayso.reading.statements.tree import Tree
from sayso.reading.statements.verbs import verb_attributions

if TYPE_CHECKING:
    from sayso.reading.statements.attribution import Attribution
    from sayso.reading.syntax import Parse


def read(parsed: Parse) -> list[Attribution]:
    places = quoted(quotations(text_of(parsed)), parsed.tokens)
    cues = load_cues()
    found = [a for sentence in parsed.sentences for a in verb_attributions(Tree(sentence, places.at), cues)]
    return [made for made in give_quotations(found, places, parsed) if made.content]


FREE = (
    "“/PUNCT/punct/2 We/PRON/nsubj/2 never/VERB/ROOT/2 pay/VERB/dep/2 for/ADP/prep/3 that/PRON/pobj/4 ./PUNCT/punct/2 "
    "”/PUNCT/punct/2"
)


def test_what_stands_alone_goes_on_what_was_said_before() -> None:
    parsed = parse(
        f"Soto/PROPN/nsubj/1 said/VERB/ROOT/1/say it/PRON/nsubj/3 ended/VERB/ccomp/1 ./PUNCT/punct/1 | {FREE}"
    )
    (made,) = read(parsed)
    assert made.source is parsed.tokens[0]
    assert made.content == [(2, 4), (5, 13)]


def test_what_nobody_is_named_for_is_nobodys() -> None:
    parsed = parse(f"Soto/PROPN/nsubj/1 slept/VERB/ROOT/1 ./PUNCT/punct/1 | {FREE}")
    (made,) = read(parsed)
    assert made.source is None
    assert made.cue is None


def test_a_cue_inside_a_quotation_says_nothing_beyond() -> None:
    parsed = parse(
        "“/PUNCT/punct/2 I/PRON/nsubj/2 think/VERB/ccomp/6 so/ADV/ccomp/2 ”/PUNCT/punct/2 Soto/PROPN/nsubj/6 "
        "said/VERB/ROOT/6/say today/NOUN/npadvmod/6"
    )
    inner, outer = read(parsed)
    assert inner.content == [(3, 4)]
    assert outer.content == [(0, 5)]
