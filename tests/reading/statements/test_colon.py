from __future__ import annotations

from typing import TYPE_CHECKING

from parses import parse
from sayso.lexicon.cues import load_cues
from sayso.reading.statements.colon import colon_attribution
from sayso.reading.statements.tree import Tree

if TYPE_CHECKING:
    from sayso.reading.statements.attribution import Attribution
    from sayso.reading.syntax import Parse


def read(parsed: Parse, *, bare: bool = True) -> Attribution | None:
    return colon_attribution(Tree(parsed.sentences[0]), load_cues(), parsed.sentences, bare=bare)


CLAIM = "We/PRON/nsubj/3 will/AUX/aux/3 wait/VERB/ROOT/3"


def test_a_name_before_a_colon_says_what_follows() -> None:
    parsed = parse("Minister/NOUN/ROOT/0 :/PUNCT/punct/0 we/PRON/nsubj/4 will/AUX/aux/4 wait/VERB/dep/0")
    made = read(parsed)
    assert made is not None
    assert (made.source, made.cue, made.content) == (parsed.tokens[0], (1, 2), [(2, 5)])


def test_a_name_after_a_colon_says_what_stands_before() -> None:
    parsed = parse(
        "Sanctions/NOUN/nsubj/2 to/PART/aux/2 stay/VERB/ROOT/2 on/ADP/prep/2 Peru/PROPN/pobj/3 :/PUNCT/punct/2 "
        "minister/NOUN/dep/2"
    )
    made = read(parsed)
    assert made is not None
    assert (made.source, made.content) == (parsed.tokens[6], [(0, 5)])
    assert read(parsed, bare=False) is None


def test_a_list_after_a_colon_is_no_speech() -> None:
    assert read(parse("Peru/PROPN/ROOT/0 :/PUNCT/punct/0 Lima/PROPN/appos/0 and/CCONJ/cc/2 Ica/PROPN/conj/2")) is None


def test_a_clause_before_a_colon_is_no_name() -> None:
    parsed = parse(
        "He/PRON/nsubj/1 knows/VERB/ROOT/1 this/PRON/dobj/1 :/PUNCT/punct/1 we/PRON/nsubj/5 lose/VERB/ccomp/1"
    )
    assert read(parsed) is None
