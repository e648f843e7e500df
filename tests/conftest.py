"""What tests share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jsonschema
import pytest

from sayso.reading.pipeline import Reader
from sayso.records import json_schema, to_dict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.reading.draft import Draft
    from sayso.records import Reading


class CheckedReader(Reader):
    """The real pipeline; every reading's JSON is held against the schema."""

    _validator = jsonschema.Draft202012Validator(json_schema())

    def read_drafts(self, drafts: Iterable[Draft]) -> Iterator[Reading]:
        for reading in super().read_drafts(drafts):
            self._validator.validate(_lists(to_dict(reading)))
            yield reading


def _lists(value: object) -> object:
    """The value as JSON has it: tuples are lists."""
    if isinstance(value, dict):
        return {key: _lists(item) for key, item in value.items()}
    return [_lists(item) for item in value] if isinstance(value, (list, tuple)) else value


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The real pipeline, loaded once."""
    return CheckedReader()
