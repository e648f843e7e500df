"""Counts of dead, injured and arrested, and sizes of crowds."""

from __future__ import annotations

from parses import parse
from sayso.lexicon.quantities import quantities
from sayso.reading.events.counts import counts_for, counts_in


def told(source: str) -> dict[str, int]:
    return counts_in(parse(source).tokens, quantities())


def test_the_object_of_killing_is_counted() -> None:
    source = (
        "Rebels/NOUN/nsubj/1/rebel/NNS killed/VERB/ROOT/1/kill/VBD 12/NUM/nummod/3/12/CD"
        " soldiers/NOUN/dobj/1/soldier/NNS and/CCONJ/cc/1 wounded/VERB/conj/1/wound/VBD two/NUM/dobj/5/two/CD"
    )
    assert told(source) == {"dead": 12, "injured": 2, "size": 12}


def test_thousands_are_not_counted() -> None:
    source = (
        "Thousands/NOUN/nsubj/3/thousand/NNS of/ADP/prep/0 workers/NOUN/pobj/1/worker/NNS marched/VERB/ROOT/3/march/VBD"
    )
    assert told(source) == {}


def test_two_dozen() -> None:
    source = (
        "Police/NOUN/nsubj/1 arrested/VERB/ROOT/1/arrest/VBD two/NUM/compound/3/two/CD dozen/NUM/nummod/4/dozen/CD"
        " students/NOUN/dobj/1/student/NNS"
    )
    assert told(source)["arrested"] == 24


def test_counts_go_to_the_events_that_they_belong_to() -> None:
    counted = {"dead": 3, "arrested": 5, "size": 100}
    assert counts_for("ASSAULT", None, counted).dead == 3
    assert counts_for("ASSAULT", None, counted).arrested is None
    assert counts_for("COERCE", "arrest", counted).arrested == 5
    assert counts_for("CONSULT", None, counted) == counts_for("CONSULT", None, {})
