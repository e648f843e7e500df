"""Events that are spoken of again: "the summit", "their talks" has the parties of the meeting told before it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.reading.events.meaning import Meaning

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.reading.events.meaning import Refusal
    from sayso.reading.syntax import Parse, Token

# These before a noun say that the reader knows which one is meant.
_KNOWN = frozenset(("the", "their", "this", "these", "those", "its"))
# What says more of it makes it another: "the summit of the Group of 20", "the talks with Iran".
_OTHER = frozenset(("of", "with", "between", "among"))
# So many sentences back the meeting may have been told.
_MOST_SENTENCES = 6


def resumed(parse: Parse, results: Mapping[int, Meaning | Refusal | None]) -> dict[int, Meaning]:
    """Word → what it tells, for nouns that name nobody and speak of a meeting with known parties again."""
    found: dict[int, Meaning] = {}
    last: Meaning | None = None
    for i in sorted(results):
        result = results[i]
        if isinstance(result, Meaning):
            last = result if _is_meeting(result) else last
        elif result is not None and last is not None and _resumes(parse, result, last):
            found[i] = replace(last, predicate=result.predicate, inner=None, by="")
    return found


def _is_meeting(meaning: Meaning) -> bool:
    return meaning.act == meaning.type == "CONSULT" and len((*meaning.actors, *meaning.recipients)) > 1


def _resumes(parse: Parse, refused: Refusal, last: Meaning) -> bool:
    noun: Token = refused.predicate.token
    there = parse.sentence_of(last.predicate.token)
    here = parse.sentence_of(noun)
    known = any(child.lower in _KNOWN and child.dep in ("det", "poss") for child in noun.children)
    other = any(child.dep in ("prep", "amod", "compound") and child.lower in _OTHER for child in noun.children)
    mutual = refused.predicate.pattern.frame.mutual
    return mutual and known and not other and here.story == there.story and 0 <= here.i - there.i <= _MOST_SENTENCES
