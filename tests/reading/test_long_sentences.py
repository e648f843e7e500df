"""A sentence of any length is read in time that grows with its length: no stage looks at every word for every word."""

from __future__ import annotations

import time

from casts import named
from parses import text_of
from sayso.reading.draft import Draft
from sayso.reading.pipeline import AFTER_PARSE
from sayso.records import Document, Story
from sayso.settings import Settings

_WORDS = 8


def without_stops(clauses: int) -> Draft:
    """ "Chad attacked rebels in Mali on Monday and Chad attacked …": each verb hangs on the one before it."""
    words, names = [], []
    for clause in range(clauses):
        at = clause * _WORDS
        verb = f"attacked/VERB/conj/{at + 1 - _WORDS}/attack" if clause else "attacked/VERB/ROOT/1/attack"
        words += [
            f"Chad/PROPN/nsubj/{at + 1}", verb, f"rebels/NOUN/dobj/{at + 1}/rebel/NNS", f"in/ADP/prep/{at + 1}",
            f"Mali/PROPN/pobj/{at + 3}", f"on/ADP/prep/{at + 1}", f"Monday/PROPN/pobj/{at + 5}",
            f"and/CCONJ/cc/{at + 1}",
        ]  # fmt: skip
        names += [f"{at}-{at + 1} GPE", f"{at + 4}-{at + 5} GPE", f"{at + 6}-{at + 7} DATE"]
    parsed = named(" ".join(words), ", ".join(names))
    text = text_of(parsed)
    document = Document(text, published="2018-05-04", published_basis="given")
    return Draft(document, stories=(Story(0, len(text)),), parse=parsed)


def test_time_grows_with_the_length_of_a_sentence() -> None:
    stages = [(stage.name, stage.make(Settings())) for stage in AFTER_PARSE]
    short, long = without_stops(400), without_stops(3200)
    for name, stage in stages:
        seconds = []
        for draft in (short, long):
            begin = time.process_time()
            result = stage(draft)
            seconds.append(time.process_time() - begin)
            if draft is short:
                short = result
            else:
                long = result
        # Eight times the words: eight times the time, not sixty-four; what takes no time at all tells nothing.
        assert seconds[1] < 30 * max(seconds[0], 0.02), f"{name}: {seconds}"
    assert len(long.events) > 3000
