"""What the frames alone tell of each labelled sentence: the learned coder is shown it, as it will be in a reading.

Written as ``hints.json``, sentence and marks → PLOVER type, or ``NONE`` where the frames are silent. It runs where
Sayso does (Python 3.12, no torch), before ``train.py``.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sentences import key_of, read_all

from sayso.reading.draft import Draft
from sayso.reading.pipeline import Reader
from sayso.records import Document, Span
from sayso.settings import Settings

if TYPE_CHECKING:
    from sentences import Example

    from sayso.records import Reading


def main() -> int:
    """Read every sentence by frames alone, and write what they tell."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--out", type=Path, required=True, help="the file that gets the hints")
    given = parser.parse_args()
    examples = read_all()
    reader = Reader(Settings(coder="frames"))
    readings = reader.read_drafts(Draft(Document(example.text), pair_of(example)) for example in examples)
    hints = {key_of(e): hint_of(e, reading) for e, reading in zip(examples, readings, strict=True)}
    given.out.write_text(json.dumps(hints, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    right = sum(hints[key_of(e)] == e.type for e in examples)
    print(f"{right} of {len(examples)} as labelled")
    return 0


def pair_of(example: Example) -> tuple[tuple[Span, Span], ...]:
    """The first actor and the first recipient, as a known pair; () if nobody is marked as recipient."""
    actors, recipients = ([Span(*span) for role, *span in example.marks if role == wanted] for wanted in "AR")
    return ((actors[0], recipients[0]),) if recipients else ()


def hint_of(example: Example, reading: Reading) -> str:
    """The type of the event of the pair, or, without one, of the event that the marked predicate tells."""
    if pair_of(example):
        return reading.events[0].type if reading.events else "NONE"
    told = [Span(*span) for role, *span in example.marks if role == "P"]
    here = (e for e in reading.events if any(s.start < e.trigger.end and e.trigger.start < s.end for s in told))
    return next((event.type for event in here), "NONE")


if __name__ == "__main__":
    sys.exit(main())
