from __future__ import annotations

import dataclasses

import pytest

from sayso.errors import TooLargeInput
from sayso.reading.draft import Draft
from sayso.reading.pipeline import AFTER_PARSE, BEFORE_PARSE, Reader
from sayso.records import Document
from sayso.settings import Settings

FIELDS = {field.name for field in dataclasses.fields(Draft)}


def test_stages_name_fields_of_the_draft() -> None:
    for stage in (*BEFORE_PARSE, *AFTER_PARSE):
        assert stage.needs | stage.adds <= FIELDS, stage.name


def test_every_stage_finds_what_it_needs() -> None:
    known = {"document", "pairs"}
    for stage in BEFORE_PARSE:
        assert stage.needs <= known, stage.name
        known |= stage.adds
    known.add("parse")
    for stage in AFTER_PARSE:
        assert stage.needs <= known, stage.name
        known |= stage.adds
    assert known == FIELDS


def test_a_text_in_another_language_is_told_and_not_coded(reader: Reader) -> None:
    text = (
        "Die Außenminister von Peru und Chile haben sich am Montag in Lima getroffen und ein Abkommen über den "
        "Fischfang vor der Küste von Arica unterzeichnet, wie die Regierung in Santiago mitteilte."
    )
    reading = reader.read(Document(text))
    assert reading.document.language == "de"
    assert [notice.kind for notice in reading.notices] == ["language"]
    assert (reading.events, reading.actors, reading.statements) == ((), (), ())


def test_too_long_a_text_is_refused() -> None:
    with pytest.raises(TooLargeInput, match="at most 100 are read"):
        Reader(Settings(max_characters=100)).read(Document("a" * 101))
