"""Stage *statements*: who says what, on whose say-so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.lexicon.cues import load_cues
from sayso.lexicon.stances import load_stances
from sayso.reading.statements.find import statements_of

if TYPE_CHECKING:
    from sayso.reading.draft import Draft
    from sayso.reading.stage import StageFunction
    from sayso.settings import Settings


def make(settings: Settings) -> StageFunction:  # noqa: ARG001 - not needed here
    """The stage, with its lexicons loaded."""
    cues, stances = load_cues(), load_stances()

    def stage(draft: Draft) -> Draft:
        return replace(draft, statements=statements_of(draft, cues, stances))

    return stage
