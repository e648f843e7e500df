"""Stage *events*: who did what to whom, in PLOVER's types.

``predicates`` finds where the frames' patterns hold, ``meaning`` works out what each tells in its place and to whom
(``slots``, ``naming``), ``standing`` whether it is told as done, ``rules`` what PLOVER makes of that; ``standing`` and
``verdicts`` ask the learned coder where rules and frames leave it open; ``coder`` puts the event together.
docs/coding.md follows one sentence through all of it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.reading.events.coder import Coder
from sayso.reading.events.pairs import cast_with_pairs

if TYPE_CHECKING:
    from sayso.reading.draft import Draft
    from sayso.reading.stage import StageFunction
    from sayso.settings import Settings


def make(settings: Settings) -> StageFunction:
    """The stage, with its lexicons loaded."""
    coder = Coder(settings.coder)

    def stage(draft: Draft) -> Draft:
        if draft.pairs:
            draft = replace(draft, cast=cast_with_pairs(draft))
        events, refused = coder.code(draft)
        return replace(draft, events=events, notices=(*draft.notices, *refused))

    return stage
