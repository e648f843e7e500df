from __future__ import annotations

from dataclasses import dataclass

import pytest

from sayso.errors import LexiconError
from sayso.lexicon import cues
from sayso.lexicon.cues import load_cues


@dataclass
class Word:
    lower: str
    lemma: str


def test_a_verb_says_how_sure_and_what_may_follow() -> None:
    say = load_cues().verb(Word("said", "say"))
    assert say is not None
    assert say.certainty == "asserts"
    assert "clause" in say.frames
    assert say.speaks
    assert say.raises


@pytest.mark.parametrize(
    ("lemma", "certainty"), [("believe", "hedges"), ("suggest", "hedges"), ("deny", "denies"), ("warn", "asserts")]
)
def test_certainty_goes_by_the_verb(lemma: str, certainty: str) -> None:
    assert load_cues().verbs[lemma].certainty == certainty


def test_a_thought_is_not_quoted_but_a_spoken_guess_is() -> None:
    verbs = load_cues().verbs
    assert not verbs["believe"].speaks
    assert verbs["predict"].speaks


def test_call_takes_its_content_after_for_and_on() -> None:
    assert {"for", "on"} <= load_cues().verbs["call"].prepositions


def test_forms_that_the_lemmatiser_gets_wrong() -> None:
    hope = load_cues().verb(Word("hoping", "hop"))
    assert hope is not None
    assert hope.lemma == "hope"


def test_a_word_that_is_no_cue() -> None:
    assert load_cues().verb(Word("sailed", "sail")) is None


def test_two_certainties_are_refused() -> None:
    with pytest.raises(LexiconError, match="'say' stands under 'asserts' and under 'denies'"):
        cues._by_word({"asserts": "say", "denies": "say"})


def test_a_frame_without_certainty_is_refused() -> None:
    with pytest.raises(LexiconError, match="'sail' takes 'clause'"):
        cues._sets({"clause": "sail"}, {})


def test_a_bare_on_which_yaml_takes_for_true_is_refused() -> None:
    with pytest.raises(LexiconError, match="quotation marks"):
        cues._sets({True: "call"}, {"call": "asserts"})  # type: ignore[dict-item]


def test_a_mark_for_an_unknown_verb_is_refused() -> None:
    with pytest.raises(LexiconError, match="'sail' stands under 'tags'"):
        cues._known({"tags": "sail"}, "tags", {})
