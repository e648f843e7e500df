from __future__ import annotations

import pytest

from sayso.errors import LexiconError
from sayso.lexicon import stances
from sayso.lexicon.stances import load_stances


@pytest.mark.parametrize(
    ("lemma", "pos", "stance"),
    [
        ("oppose", "VERB", "opposes"),
        ("back", "VERB", "supports"),
        ("vow", "VERB", "promises"),
        ("willing", "ADJ", "offers"),
        ("opposition", "NOUN", "opposes"),
        ("deny", "VERB", "denies"),
        ("urge", "VERB", "demands"),
    ],
)
def test_words_take_their_stance(lemma: str, pos: str, stance: str) -> None:
    word = load_stances().of(lemma, pos)
    assert word is not None
    assert word.stance == stance


def test_not_supporting_is_opposing_and_not_promising_is_nothing() -> None:
    words = load_stances().verbs
    assert words["support"].negated == "opposes"
    assert words["vow"].negated is None


def test_no_other_part_of_speech_has_a_stance() -> None:
    assert load_stances().of("oppose", "PROPN") is None


EMPTY = {"prepositions": {}, "bare": "", "clausal": ""}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"verbs": {"likes": "fancy"}}, "is no stance"),
        ({"verbs": {"supports": "back back"}, "bare": "back"}, "stands twice"),
        ({"verbs": {"supports": "back"}}, "no place for its object"),
    ],
)
def test_what_contradicts_itself_is_refused(data: dict[str, object], message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        stances._words({**EMPTY, **data}, "verbs")
