"""Readings built by hand, so that a ledger and its views are tested without a parser.

    written("a", "Peru met Chile.", published="2018-05-03").event("CONSULT", "met", by=PERU, to=CHILE).done()

Actors are found in the text by their names; words that stand there twice mean the first.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sayso.ledger.periods import days_of
from sayso.records import (
    Actor,
    Argument,
    Counts,
    Document,
    Event,
    EventTime,
    Expectation,
    Link,
    Place,
    Position,
    Reading,
    Span,
    Statement,
    Story,
)

if TYPE_CHECKING:
    from sayso.records.reading import Certainty, Manner, Stance, Status


def actor(name: str, country: str | None = None, *, office: str | None = None) -> Actor:
    kind = "person" if office else "state"
    return Actor(f"a-{name}", name, kind, country, ("GOV",), office, "lexicon", ())  # type: ignore[arg-type]


def day(on: str | None) -> EventTime | None:
    days = days_of(on) if on else None
    return EventTime(days[0], days[1], "day", None) if days else None


@dataclass
class Written:
    """A reading under construction."""

    document: Document
    actors: dict[str, Actor] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    expectations: list[Expectation] = field(default_factory=list)

    def at(self, words: str) -> Span:
        start = self.document.text.index(words)
        return Span(start, start + len(words))

    def known(self, who: Actor) -> Actor:
        spans = (self.at(who.name),) if who.name in self.document.text else ()
        return self.actors.setdefault(who.id, replace(who, mentions=spans))

    def said(
        self,
        content: str,
        *chain: Actor | str | None,
        certainty: Certainty = "asserts",
        manner: Manner = "indirect",
        stance: tuple[Actor, Stance, str] | None = None,
    ) -> str:
        """A statement; a link is an actor, the words of a source, or None for nobody named. Answers its id."""
        span, links = self.at(content), []
        for source in chain:
            named = self.known(source) if isinstance(source, Actor) else None
            where = named.mentions[0] if named and named.mentions else None
            where = self.at(source) if isinstance(source, str) else where
            links.append(Link(named.id if named else None, where, None, certainty))
        positions = (Position(self.known(stance[0]).id, stance[1], self.at(stance[2])),) if stance else ()
        name = f"s-{self.document.id}-{len(self.statements)}"
        self.statements.append(Statement(name, span.start, span.end, (span,), manner, (), tuple(links), positions))
        return name

    def event(
        self,
        type_: str,
        trigger: str,
        *,
        by: Actor,
        to: Actor | None = None,
        on: str | None = None,
        place: str | None = None,
        status: Status = "actual",
        statement: str | None = None,
        dead: int | None = None,
    ) -> Written:
        span = self.at(trigger)
        if place:
            where = self.at(place)
            self.places.append(Place(where.start, where.end, place, None, None, None, None, "literal"))
        self.events.append(
            Event(
                id=f"e-{self.document.id}-{len(self.events)}",
                type=type_,
                act=type_,
                mode=None,
                contexts=(),
                quad="verbal-cooperation",
                intensity=1.0,
                cameo="04",
                trigger=span,
                start=0,
                end=len(self.document.text),
                actors=(Argument(self.known(by).id, span),),
                recipients=(Argument(self.known(to).id, span),) if to else (),
                time=day(on),
                place=len(self.places) - 1 if place else None,
                status=status,
                statement=statement,
                counts=Counts(dead=dead),
                rule="by hand",
            )
        )
        return self

    def also(self, by: Actor) -> Written:
        """Another one does what the last event tells."""
        event = self.events[-1]
        doers = (*event.actors, Argument(self.known(by).id, event.trigger))
        self.events[-1] = replace(event, actors=doers)
        return self

    def expected(self, window: str | None, *, why_not: str | None = None) -> Written:
        """The last event is to come in this day, month or year."""
        first, after = (days_of(window) or (None, None)) if window else (None, None)
        self.expectations.append(Expectation(self.events[-1].id, first, after, checkable=not why_not, why_not=why_not))
        return self

    def done(self) -> Reading:
        return Reading(
            self.document,
            stories=(Story(0, len(self.document.text)),) if self.document.text else (),
            places=tuple(self.places),
            actors=tuple(self.actors.values()),
            statements=tuple(self.statements),
            events=tuple(self.events),
            expectations=tuple(self.expectations),
        )


def written(
    name: str, text: str, *, published: str | None = None, outlet: str | None = None, title: str | None = None
) -> Written:
    basis = "given" if published else "unknown"
    return Written(
        Document(text, id=name, outlet=outlet, title=title, published=published, published_basis=basis)  # type: ignore[arg-type]
    )
