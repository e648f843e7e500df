"""The ordered list of stages, and the Reader that runs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.errors import TooLargeInput
from sayso.reading import actors, dates, events, expectations, language, places, relations, segment, statements, times
from sayso.reading.analyse import analyse
from sayso.reading.draft import Draft
from sayso.reading.stage import Stage
from sayso.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sayso.reading.draft import Pair
    from sayso.reading.stage import StageFunction
    from sayso.records import Document, Reading


def _stage(name: str, needs: str, adds: str, make: Callable[[Settings], StageFunction]) -> Stage:
    return Stage(name, frozenset(needs.split()), frozenset(adds.split()), make)


# The parser takes documents in batches, so it stands between the two lists.
BEFORE_PARSE = (
    _stage("language", "document", "document notices", language.make),
    _stage("segment", "document", "stories", segment.make),
)
AFTER_PARSE = (
    _stage("date", "document stories parse", "document stories notices", dates.make),
    _stage("times", "document stories parse", "times", times.make),
    _stage("places", "document stories parse", "places stories notices", places.make),
    _stage("actors", "document stories parse places", "cast notices", actors.make),
    _stage("statements", "stories parse cast", "statements", statements.make),
    _stage("events", "document stories parse cast statements times places pairs", "events cast notices", events.make),
    _stage("relations", "document parse cast statements times", "relations", relations.make),
    _stage("expectations", "document events times", "expectations", expectations.make),
)


class Reader:
    """Reads documents; loads models and lexicons once. A reading depends on the document and the settings alone."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self._before = [stage.make(self.settings) for stage in BEFORE_PARSE]
        self._after = [stage.make(self.settings) for stage in AFTER_PARSE]

    def read(self, document: Document, *, pairs: tuple[Pair, ...] = ()) -> Reading:
        """The Reading of one document; ``pairs`` are (actor span, recipient span), half-open in code points."""
        return next(self.read_drafts([Draft(document, pairs)]))

    def read_many(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """A Reading per document, in order. Lazy: as much is held in memory as one batch of the parser."""
        return self.read_drafts(Draft(document) for document in documents)

    def read_drafts(self, drafts: Iterable[Draft]) -> Iterator[Reading]:
        """The same from drafts that may bring pairs.

        Raises:
            TooLargeInput: at a text that is longer than the settings allow.
        """
        checked = (_run(self._before, self._fitting(draft)) for draft in drafts)
        for draft in analyse(checked, settings=self.settings):
            yield _run(self._after, draft).reading()

    def _fitting(self, draft: Draft) -> Draft:
        most = self.settings.max_characters
        if len(draft.text) > most:
            message = (
                f"the text has {len(draft.text):,} characters, and at most {most:,} are read:"
                " split it, or raise SAYSO_MAX_CHARACTERS"
            )
            raise TooLargeInput(message, where=draft.document.id)
        return draft


def _run(stages: list[StageFunction], draft: Draft) -> Draft:
    for stage in stages:
        draft = stage(draft)
    return draft
