"""Which words are torn between frames: those whose object tells nothing."""

from __future__ import annotations

import pytest

from casts import read
from sayso.lexicon.frame_files import frame_book
from sayso.lexicon.status import status_words
from sayso.reading.events.meaning import Interpreter, Meaning
from sayso.reading.events.predicates import find_predicates
from sayso.reading.events.slots import Slots
from sayso.reading.events.torn import is_torn

MOVE = "Peru/PROPN/nsubj/1 welcomed/VERB/ROOT/1/welcome the/DET/det/3 move/NOUN/dobj/1 by/ADP/prep/3 Chile/PROPN/pobj/4"


def torn(source: str, names: str, word: int) -> bool:
    draft = read(source, names)
    found = find_predicates(draft.parse, frame_book())
    meaning = Interpreter(draft.cast, found, Slots(status_words().light)).meaning(word)
    assert isinstance(meaning, Meaning)
    return is_torn(meaning, frame_book(), draft.cast)


@pytest.mark.parametrize(
    ("source", "names", "expected"),
    [
        ("Peru/PROPN/nsubj/1 welcomed/VERB/ROOT/1/welcome Chile/PROPN/dobj/1", "0-1 GPE, 2-3 GPE", False),
        (MOVE, "0-1 GPE, 5-6 GPE", True),
        ("Peru/PROPN/nsubj/1 praised/VERB/ROOT/1/praise Chile/PROPN/dobj/1", "0-1 GPE, 2-3 GPE", False),
    ],
)
def test_a_party_as_object_tells_which_act_is_meant(source: str, names: str, expected: bool) -> None:
    assert torn(source, names, 1) is expected
