"""Stage *events*."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.reading.draft import Draft
    from sayso.reading.stage import StageFunction
    from sayso.settings import Settings


def make(settings: Settings) -> StageFunction:  # noqa: ARG001 - not needed here
    """The stage, with its lexicons loaded."""

    def stage(draft: Draft) -> Draft:
        return draft

    return stage
