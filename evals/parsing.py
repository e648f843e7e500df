"""Documents with their parse and nothing more, for what is measured of a part of the pipeline alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.analyse import analyse
from sayso.reading.draft import Draft
from sayso.reading.pipeline import BEFORE_PARSE
from sayso.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.records import Document


def parsed(documents: Iterable[Document]) -> list[Draft]:
    """The drafts of the documents, run up to the parser, in order."""
    settings = Settings()
    stages = [stage.make(settings) for stage in BEFORE_PARSE]
    drafts = [Draft(document) for document in documents]
    for stage in stages:
        drafts = [stage(draft) for draft in drafts]
    return list(analyse(drafts, settings=settings))
