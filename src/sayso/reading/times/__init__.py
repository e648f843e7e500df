"""Stage *times*: expressions of time as TIMEX3 values and as intervals of days."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.reading.times.anchoring import Anchor, is_compared, published_period, value_of
from sayso.reading.timex.tagger import Found, Tagger, tagger
from sayso.reading.timex.tense import tense_of
from sayso.records import Time

if TYPE_CHECKING:
    from sayso.reading.draft import Draft
    from sayso.reading.stage import StageFunction
    from sayso.reading.syntax import Token
    from sayso.reading.timex.tense import Tense
    from sayso.settings import Settings


def make(settings: Settings) -> StageFunction:  # noqa: ARG001 - the same for all settings
    """The stage, with its grammar and lexicon loaded."""
    grammar = tagger()

    def stage(draft: Draft) -> Draft:
        return replace(draft, times=times_of(draft, grammar))

    return stage


def times_of(draft: Draft, grammar: Tagger) -> tuple[Time, ...]:
    """The expressions of time of a document, in text order."""
    tokens, sentences = draft.parse.tokens, draft.parse.sentences
    now = published_period(draft.document.published)
    times: list[Time] = []
    anchor, story = Anchor(now), -1
    for found in grammar.find(tokens):
        own = sentences[tokens[found.first].sentence].story
        if own != story:
            anchor, story = Anchor(now), own
        times.append(_time(found, tokens, anchor))
    return tuple(times)


def _time(found: Found, tokens: tuple[Token, ...], anchor: Anchor) -> Time:
    inside = tokens[found.first : found.end]
    value, named = value_of(found.expression, anchor, lambda: _tense(found.head(tokens)))
    if named is not None:
        anchor.see(named, compared=is_compared(found.expression.core))
    interval = named.interval if named else None
    start, end = inside[0].start, inside[-1].end
    return Time(start, end, found.expression.kind, value, *(interval or (None, None)))


def _tense(head: Token) -> Tense | None:
    """The tense around an expression; a present one says nothing of "Tuesday's vote"."""
    tense = tense_of(head)
    return None if tense == "present" and head.dep == "poss" else tense
