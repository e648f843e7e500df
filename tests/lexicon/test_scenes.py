from __future__ import annotations

import pytest

from sayso.errors import LexiconError
from sayso.lexicon.loading import load_yaml
from sayso.lexicon.plover import codebook
from sayso.lexicon.scenes import build, scene_words


def test_types_are_those_of_the_codebook() -> None:
    words = scene_words()
    assert words.on_the_spot | words.force | words.crowds <= set(codebook().types)


def test_what_was_named_before_is_a_site() -> None:
    assert scene_words().told <= scene_words().sites


def test_acts_of_the_frames_are_occasions() -> None:
    assert {"visit", "talk", "attack", "vote"} <= scene_words().occasions


def test_a_section_that_lacks_is_refused() -> None:
    with pytest.raises(LexiconError, match="no section where"):
        build({})


def test_a_frame_that_there_is_none_of_is_refused() -> None:
    with pytest.raises(LexiconError, match=r"names the frame support\.nothing"):
        build({**load_yaml("scenes.yaml"), "present": ["support.nothing"]})
