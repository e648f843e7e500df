"""The frames' notation, and what the loader refuses."""

from __future__ import annotations

import pytest

from sayso.errors import LexiconError
from sayso.lexicon.frame_files import check_contradictions, frame_book, parse_pattern
from sayso.lexicon.frames import Frame, Pattern, Pos
from sayso.lexicon.plover import codebook


def frame(name: str, *, act: str | None = "ACCUSE", needs: frozenset[str] = frozenset()) -> Frame:
    return Frame(name, act, None, {}, {}, (), None, False, needs, None, frozenset(), (), "")


def pattern(text: str, of: Frame | None = None, pos: Pos = "verb") -> Pattern:
    return parse_pattern(text, pos, of or frame("test.one"), {"workers": frozenset({"miner", "nurse"})})


def test_a_verb_with_its_particle_and_objects() -> None:
    found = pattern("pull out of > treaty|accord")
    assert (found.head, found.words) == ("pull", ("out", "of"))
    assert found.objects == {"treaty", "accord"}


def test_a_class_before_the_verb_is_its_subject() -> None:
    found = pattern("%workers < strike")
    assert found.subjects == {"miner", "nurse"}
    assert found.named == frozenset()


def test_a_noun_keeps_what_stands_before_and_behind() -> None:
    found = pattern("joint state of emergency", pos="noun")
    assert (found.before, found.head, found.words) == (("joint",), "state", ("of", "emergency"))


def test_more_conditions_are_tried_first() -> None:
    assert pattern("cut > tie").rank < pattern("cut").rank
    assert pattern("cut off > tie").rank < pattern("cut > tie").rank


def test_no_event_is_tried_before_an_event() -> None:
    assert pattern("hit > wall", frame("off.one", act=None)).rank < pattern("hit > wall").rank


def test_two_frames_for_the_same_words_are_refused() -> None:
    with pytest.raises(LexiconError, match=r"test\.one and in test\.two"):
        check_contradictions([pattern("cut > tie|aid"), pattern("cut > aid", frame("test.two"))])


def test_other_needs_tell_two_frames_apart() -> None:
    check_contradictions(
        [pattern("hold > drill"), pattern("hold > drill", frame("test.two", needs=frozenset({"two"})))]
    )


def test_an_unknown_class_is_refused() -> None:
    with pytest.raises(LexiconError, match="no class %nobody"):
        pattern("%nobody < strike")


def test_all_frames_load_and_name_plover_types() -> None:
    book = frame_book()
    acts = {frame.act for frame in book.frames.values() if frame.act}
    assert acts == set(codebook().types)


def test_every_frame_that_codes_has_its_example() -> None:
    assert [frame.id for frame in frame_book().frames.values() if frame.act and not frame.example] == []


def test_subjects_behind_the_verb_are_refused() -> None:
    with pytest.raises(LexiconError, match="subjects stand behind the verb"):
        pattern("raid < rebel|militant")
