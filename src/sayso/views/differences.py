"""Differences: what came, went and changed between two readings of one document. Pure."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from sayso.records import Span, to_dict
from sayso.records.wording import UNNAMED

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

    from sayso.records import Actor, Event, Place, Reading, Statement, Time

type Change = Literal["came", "went", "changed"]
type Kind = Literal["event", "actor", "statement", "time", "place"]
type Facts = dict[str, Any]
type _Pairs = Iterator[tuple[Any | None, Any | None]]


@dataclass(frozen=True, slots=True)
class Difference:
    """An event, actor, statement, time or place came, went or ``changed`` between two readings.

    Attributes:
        words: characters [start, end) of the document: what names it, first.
        fields: what changed: names in ``before`` and ``after``; () if it came or went.
        before: what was read before, by the names of the JSON of a reading; actors, places and chains by their names.
        after: what is read since.
    """

    change: Change
    kind: Kind
    words: str
    start: int
    end: int
    fields: tuple[str, ...]
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class _Sort:
    """How records of one kind are compared.

    Attributes:
        of: the records of a reading.
        keys: what makes two of them the same, the surest first.
        where: what names one in the text; None for an actor that nothing names.
        facts: what can change.
    """

    kind: Kind
    of: Callable[[Reading], Sequence[Any]]
    keys: tuple[Callable[[Any], Hashable], ...]
    where: Callable[[Any], Span | None]
    facts: Callable[[Reading, Any], Facts]


def differences(old: Reading, new: Reading) -> list[Difference]:
    """What differs between two readings of one text, by kind and then in text order; [] if they tell the same."""
    found: list[Difference] = []
    for sort in _SORTS:
        of_kind = [_difference(sort, old, new, pair) for pair in _paired(sort.of(old), sort.of(new), sort.keys)]
        found += sorted((each for each in of_kind if each is not None), key=lambda each: (each.start, each.end))
    return found


def _paired(old: Iterable[Any], new: Iterable[Any], keys: Iterable[Callable[[Any], Hashable]]) -> _Pairs:
    """Each record with what it is in the other reading, or None: by the first of the ``keys`` that they share."""
    gone, come = list(old), list(new)
    for key in keys:
        waiting: dict[Hashable, list[Any]] = {}
        for record in gone:
            waiting.setdefault(key(record), []).append(record)
        unmatched = []
        for record in come:
            if twins := waiting.get(key(record)):
                yield twins.pop(0), record
            else:
                unmatched.append(record)
        gone, come = [record for records in waiting.values() for record in records], unmatched
    yield from ((record, None) for record in gone)
    yield from ((None, record) for record in come)


def _difference(sort: _Sort, old: Reading, new: Reading, pair: tuple[Any | None, Any | None]) -> Difference | None:
    gone, come = pair
    before = None if gone is None else sort.facts(old, gone)
    after = None if come is None else sort.facts(new, come)
    if before == after:
        return None
    fields = () if before is None or after is None else tuple(name for name in after if before[name] != after[name])
    change: Change = "came" if before is None else "went" if after is None else "changed"
    span = sort.where(gone if come is None else come)
    words, start, end = (span.of(new.document.text), span.start, span.end) if span else ("", 0, 0)
    return Difference(change, sort.kind, words, start, end, fields, before, after)


def _named(reading: Reading, actor: str | None, span: Span | None = None) -> str:
    """The actor's name; else the words that stand for it."""
    names = (each.name for each in reading.actors if each.id == actor)
    return next(names, span.of(reading.document.text) if span else UNNAMED)


def _chain(reading: Reading, statement: Statement) -> list[str]:
    return [_named(reading, link.actor, link.source) for link in statement.chain]


def _event(reading: Reading, event: Event) -> Facts:
    time, place = event.time, None if event.place is None else reading.places[event.place]
    said = next((each for each in reading.statements if each.id == event.statement), None)
    return {
        **{name: getattr(event, name) for name in ("type", "act", "mode")},
        "contexts": list(event.contexts),
        "status": event.status,
        "actors": [_named(reading, each.actor, each.span) for each in event.actors],
        "recipients": [_named(reading, each.actor, each.span) for each in event.recipients],
        "from": time and time.from_,
        "to": time and time.to,
        "precision": time and time.precision,
        "place": place and place.name,
        "chain": _chain(reading, said) if said else [],
        **dataclasses.asdict(event.counts),
        "rule": event.rule,
    }


def _actor(_: Reading, actor: Actor) -> Facts:
    return {name: value for name, value in to_dict(actor).items() if name != "id"}


def _statement(reading: Reading, statement: Statement) -> Facts:
    text = reading.document.text
    return {
        "content": to_dict(statement.content),
        "manner": statement.manner,
        "quotes": to_dict(statement.quotes),
        "chain": _chain(reading, statement),
        "certainty": [link.certainty for link in statement.chain],
        "positions": [[_named(reading, p.actor), p.stance, p.object.of(text)] for p in statement.positions],
    }


def _located(_: Reading, record: Time | Place) -> Facts:
    return {name: value for name, value in to_dict(record).items() if name not in ("start", "end")}


def _id(record: Any) -> Hashable:
    return str(record.id)


def _span(record: Any) -> Span:
    return Span(record.start, record.end)


def _first_mention(actor: Actor) -> Span | None:
    return min(actor.mentions, default=None)


_SORTS = (
    _Sort(
        "event",
        lambda r: r.events,
        (_id, lambda e: (e.trigger, e.type), lambda e: e.trigger),
        lambda e: e.trigger,
        _event,
    ),
    _Sort("actor", lambda r: r.actors, (_id, _first_mention, lambda a: a.name), _first_mention, _actor),
    _Sort("statement", lambda r: r.statements, (_id, lambda s: s.content, _span), _span, _statement),
    _Sort("time", lambda r: r.times, (_span,), _span, _located),
    _Sort("place", lambda r: r.places, (_span,), _span, _located),
)
