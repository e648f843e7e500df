"""Draft: what is known of one document between two stages."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.reading.cast import Cast
from sayso.reading.syntax import Parse
from sayso.records import Document, Event, Expectation, Notice, Place, Reading, Relation, Span, Statement, Story, Time

type Pair = tuple[Span, Span]


@dataclass(frozen=True, slots=True)
class Draft:
    """A document and what the stages so far have added; each stage answers a new one (``dataclasses.replace``).

    Attributes:
        pairs: (actor span, recipient span): code just what the first does to the second; () is all events.
    """

    document: Document
    pairs: tuple[Pair, ...] = ()
    stories: tuple[Story, ...] = ()
    parse: Parse = field(default_factory=Parse)
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    cast: Cast = field(default_factory=Cast)
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    @property
    def is_english(self) -> bool:
        """Whether the text is in English, as far as is known."""
        return self.document.language in (None, "en")

    def reading(self) -> Reading:
        """The finished Reading."""
        return Reading(
            document=self.document,
            stories=self.stories,
            times=self.times,
            places=self.places,
            actors=self.cast.actors,
            statements=self.statements,
            events=self.events,
            relations=self.relations,
            expectations=self.expectations,
            notices=self.notices,
        )
