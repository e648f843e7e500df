from __future__ import annotations

import dataclasses

from sayso.reading.draft import Draft
from sayso.reading.pipeline import AFTER_PARSE, BEFORE_PARSE

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
