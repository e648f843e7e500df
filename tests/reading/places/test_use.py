from __future__ import annotations

import pytest

from parses import parse, text_of
from sayso.reading.places.spots import spots_in
from sayso.reading.places.use import use_of


def uses(source: str) -> list[str]:
    parsed = parse(source)
    return [use_of(spot) for spot in spots_in(text_of(parsed), parsed)]


@pytest.mark.parametrize(
    ("source", "use"),
    [
        ("Lima/PROPN/nsubj/1 denied/VERB/ROOT/1//VBD it/PRON/dobj/1", "metonymic"),
        ("Lima/PROPN/nsubj/1 lies/VERB/ROOT/1/lie low/ADV/advmod/1", "literal"),
        ("Lima/PROPN/nsubj/1 is/AUX/ROOT/1/be a/DET/det/3 port/NOUN/attr/1", "literal"),
        ("Lima/PROPN/nsubj/1 is/AUX/ROOT/1/be angry/ADJ/acomp/1", "metonymic"),
        ("Lima/PROPN/nsubjpass/2 was/AUX/auxpass/2 shelled/VERB/ROOT/2", "literal"),
        ("Peru/PROPN/poss/2 's/PART/case/0 government/NOUN/ROOT/2", "metonymic"),
        ("Peru/PROPN/poss/2 's/PART/case/0 coast/NOUN/ROOT/2", "literal"),
        ("Lima/PROPN/compound/1 officials/NOUN/ROOT/1/official", "metonymic"),
        ("they/PRON/nsubj/1 met/VERB/ROOT/1 in/ADP/prep/1 Lima/PROPN/pobj/2", "literal"),
        ("talks/NOUN/ROOT/0/talk with/ADP/prep/0 Peru/PROPN/pobj/1", "metonymic"),
        ("border/NOUN/ROOT/0 with/ADP/prep/0 Peru/PROPN/pobj/1", "literal"),
        ("government/NOUN/ROOT/0 of/ADP/prep/0 Peru/PROPN/pobj/1", "metonymic"),
        ("south/NOUN/ROOT/0 of/ADP/prep/0 Peru/PROPN/pobj/1", "literal"),
        ("they/PRON/nsubj/1 accused/VERB/ROOT/1/accuse Peru/PROPN/dobj/1", "metonymic"),
        ("they/PRON/nsubj/1 visited/VERB/ROOT/1/visit Peru/PROPN/dobj/1", "literal"),
        ("it/PRON/nsubjpass/1 banned/VERB/ROOT/1 by/ADP/agent/1 Peru/PROPN/pobj/2", "metonymic"),
        ("Peruvian/ADJ/amod/1 troops/NOUN/ROOT/1/troop", "demonym"),
        ("Lima/PROPN/npadvmod/2 -/PUNCT/punct/2 based/VERB/ROOT/2", "literal"),
        ("Lima/PROPN/npadvmod/2 -/PUNCT/punct/2 backed/VERB/ROOT/2", "metonymic"),
    ],
)
def test_use_by_the_place_in_the_tree(source: str, use: str) -> None:
    assert uses(source) == [use]


def test_what_is_coordinated_is_used_alike() -> None:
    source = "talks/NOUN/ROOT/0 between/ADP/prep/0 Peru/PROPN/pobj/1 and/CCONJ/cc/2 Chile/PROPN/conj/2"
    assert uses(source) == ["metonymic", "metonymic"]
