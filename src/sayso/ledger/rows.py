"""A Reading as rows of the ledger's tables: pure, and a function of the reading alone."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Any

from sayso.ledger import schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Table

    from sayso.records import Actor, Argument, EventTime, Reading, Span, Statement

type Row = dict[str, Any]

UNNAMED = "an unnamed source"
# Between the pieces of a content that its cue interrupts.
_GAP = " … "
# Longer mentions are descriptions; nobody looks an actor up by them.
_LONGEST_NAME = 60
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """The text with U+FFFD for each lone surrogate, which no database can hold; as long as before."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if _SURROGATE.search(text) else text


class Rows:
    """The rows that one reading makes, table by table; ``reading`` is the number that it has in the ledger."""

    def __init__(self, reading: Reading, *, number: int) -> None:
        self._reading = reading
        self._number = number
        self._text = clean(reading.document.text)
        self._actors = {actor.id: n for n, actor in enumerate(reading.actors)}
        self._statements = {statement.id: n for n, statement in enumerate(reading.statements)}
        self._events = {event.id: n for n, event in enumerate(reading.events)}

    def tables(self) -> Iterator[tuple[Table, list[Row]]]:
        """Each table with its rows, in an order that keeps foreign keys true."""
        yield schema.STORIES, list(self._stories())
        yield schema.PLACES, list(self._places())
        yield schema.ACTORS, list(self._cast())
        yield schema.STATEMENTS, list(self._said())
        yield schema.LINKS, list(self._links())
        yield schema.SUBJECTS, list(self._subjects())
        yield schema.POSITIONS, list(self._positions())
        yield schema.EVENTS, list(self._done())
        yield schema.ARGUMENTS, list(self._arguments())
        yield schema.RELATIONS, list(self._relations())
        yield schema.EXPECTATIONS, list(self._expectations())

    def statement_words(self) -> list[Row]:
        """What full text finds statements by."""
        return [{"reading": row["reading"], "n": row["n"], "words": row["words"]} for row in self._said()]

    def actor_names(self) -> list[Row]:
        """What full text finds actors by: one name a line."""
        return [
            {**self._key(n), "names": "\n".join(self._names(actor))} for n, actor in enumerate(self._reading.actors)
        ]

    def _key(self, n: int) -> Row:
        return {"reading": self._number, "n": n}

    def _words(self, spans: Sequence[Span]) -> str:
        return _GAP.join(span.of(self._text) for span in spans)

    def _stories(self) -> Iterator[Row]:
        for n, story in enumerate(self._reading.stories):
            line = story.dateline
            yield {
                **self._key(n),
                "start_char": story.start,
                "end_char": story.end,
                "kind": story.kind,
                "place": line.place if line else None,
                "agency": clean(line.agency) if line and line.agency else None,
                "date": line.date if line else None,
            }

    def _places(self) -> Iterator[Row]:
        for n, place in enumerate(self._reading.places):
            yield {
                **self._key(n),
                "start_char": place.start,
                "end_char": place.end,
                "name": clean(place.name),
                "geonames": place.geonames,
                "lat": place.lat,
                "lon": place.lon,
                "country": place.country,
                "use": place.use,
            }

    def _cast(self) -> Iterator[Row]:
        for n, actor in enumerate(self._reading.actors):
            yield {
                **self._key(n),
                "id": actor.id,
                "name": clean(actor.name),
                "kind": actor.kind,
                "country": actor.country,
                "sectors": " ".join(actor.sectors),
                "office": clean(actor.office) if actor.office else None,
                "basis": actor.basis,
            }

    def _names(self, actor: Actor) -> list[str]:
        """Its name, and how else the text calls it by name: what begins with a capital, without "the"."""
        told = (span.of(self._text).removeprefix("the ").removeprefix("The ") for span in actor.mentions)
        called = (name for name in told if name[:1].isupper() and len(name) <= _LONGEST_NAME)
        return list(dict.fromkeys((clean(actor.name), *called)))

    def _said(self) -> Iterator[Row]:
        for n, statement in enumerate(self._reading.statements):
            yield {
                **self._key(n),
                "id": statement.id,
                "start_char": statement.start,
                "end_char": statement.end,
                "manner": statement.manner,
                "words": self._words(statement.content),
                "chain": json.dumps([row["name"] or UNNAMED for row in self._chain(statement)], ensure_ascii=False),
            }

    def _chain(self, statement: Statement) -> Iterator[Row]:
        """The links, outermost first; each is named by its actor, or by the words that tell the source."""
        for n, link in enumerate(statement.chain):
            actor = self._actors.get(link.actor) if link.actor else None
            words = link.source.of(self._text) if link.source else None
            yield {
                "n": n,
                "actor": actor,
                "name": clean(self._reading.actors[actor].name) if actor is not None else words,
                "words": words,
                "cue": link.cue.of(self._text) if link.cue else None,
                "certainty": link.certainty,
            }

    def _links(self) -> Iterator[Row]:
        for n, statement in enumerate(self._reading.statements):
            for row in self._chain(statement):
                yield {"reading": self._number, "statement": n, **row}

    def _subjects(self) -> Iterator[Row]:
        mentions = sorted(
            (span.start, span.end, n) for n, actor in enumerate(self._reading.actors) for span in actor.mentions
        )
        for n, statement in enumerate(self._reading.statements):
            for actor in sorted({actor for piece in statement.content for actor in _inside(mentions, piece)}):
                yield {"reading": self._number, "statement": n, "actor": actor}

    def _positions(self) -> Iterator[Row]:
        for n, statement in enumerate(self._reading.statements):
            for k, position in enumerate(statement.positions):
                yield {
                    "reading": self._number,
                    "statement": n,
                    "n": k,
                    "actor": self._actors.get(position.actor),
                    "stance": position.stance,
                    "start_char": position.object.start,
                    "end_char": position.object.end,
                    "words": position.object.of(self._text),
                }

    def _done(self) -> Iterator[Row]:
        for n, event in enumerate(self._reading.events):
            yield {
                **self._key(n),
                **{
                    name: getattr(event, name)
                    for name in ("id", "type", "act", "mode", "quad", "intensity", "cameo", "status", "rule")
                },
                **{name: getattr(event.counts, name) for name in ("dead", "injured", "arrested", "size")},
                **_interval(event.time),
                "contexts": " ".join(event.contexts),
                "place": event.place,
                "statement": self._statements.get(event.statement) if event.statement else None,
                "start_char": event.start,
                "end_char": event.end,
                "words": self._text[event.start : event.end],
                "trigger": event.trigger.of(self._text),
            }

    def _arguments(self) -> Iterator[Row]:
        for n, event in enumerate(self._reading.events):
            yield from self._side(n, "actor", event.actors)
            yield from self._side(n, "recipient", event.recipients)

    def _side(self, event: int, role: str, arguments: tuple[Argument, ...]) -> Iterator[Row]:
        for n, argument in enumerate(arguments):
            actor = self._actors.get(argument.actor)
            yield {
                "reading": self._number,
                "event": event,
                "role": role,
                "n": n,
                "actor": actor,
                "country": None if actor is None else self._reading.actors[actor].country,
                "words": argument.span.of(self._text),
            }

    def _relations(self) -> Iterator[Row]:
        for n, relation in enumerate(self._reading.relations):
            yield {
                **self._key(n),
                **_interval(relation.time),
                "kind": relation.kind,
                "trend": relation.trend,
                "a": self._actors.get(relation.a),
                "b": self._actors.get(relation.b),
                "start_char": relation.span.start,
                "end_char": relation.span.end,
                "words": relation.span.of(self._text),
                "statement": self._statements.get(relation.statement) if relation.statement else None,
            }

    def _expectations(self) -> Iterator[Row]:
        for n, expectation in enumerate(self._reading.expectations):
            yield {
                **self._key(n),
                "event": self._events.get(expectation.event),
                "from_day": expectation.from_,
                "to_day": expectation.to,
                "checkable": expectation.checkable,
                "why_not": expectation.why_not,
            }


def _interval(time: EventTime | None) -> Row:
    if time is None:
        return {"from_day": None, "to_day": None, "precision": None}
    return {"from_day": time.from_, "to_day": time.to, "precision": time.precision}


def _inside(mentions: list[tuple[int, int, int]], span: Span) -> Iterator[int]:
    """The actors with a mention that begins and ends in ``span``."""
    at = bisect_left(mentions, (span.start,))
    while at < len(mentions) and mentions[at][0] < span.end:
        if mentions[at][1] <= span.end:
            yield mentions[at][2]
        at += 1
