"""Report: what matching knows of one place of a document that tells an event, from its reading alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from sayso.ledger.periods import days_of
from sayso.lexicon.countries import load_countries
from sayso.lexicon.happenings import happening_words
from sayso.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sayso.records import Actor, Argument, Event, Place, Reading

# (GeoNames id, country).
type _Spot = tuple[int | None, str | None]
# (offset, word).
type _WordAt = tuple[int, str]

_WORD = re.compile(r"[A-Za-z]{3,}")
_ENDINGS = ("ation", "ing", "ed", "es", "al", "s", "e")
_SHORTEST_STEM = 3
# Before the words of a party that belongs to no state.
_UNNAMED = "?"
# A name of a person has so many words that no title is one of.
_FULL_NAME = 2
# Types that PLOVER's rules make of an act that is told as still to come, and nothing is done beside it.
PROMISES = frozenset(("AGREE", "CONCEDE"))


@dataclass(frozen=True, slots=True)
class Person:
    """A party that is a person or holds an office: of this ``country``, called by these ``names``, of this ``rank``."""

    country: str | None
    names: frozenset[str]
    rank: str | None


@dataclass(frozen=True, slots=True)
class Days:
    """The days [``first``, ``after``), as proleptic Gregorian ordinals; None: open on that side."""

    first: int | None
    after: int | None

    @property
    def width(self) -> float:
        """How many days; infinite if it is open."""
        return self.after - self.first if self.first is not None and self.after is not None else float("inf")

    def gap(self, other: Days) -> int:
        """Days between the two; 0 if they overlap or touch."""
        ends = [(a.after, b.first) for a, b in ((self, other), (other, self))]
        return max((first - after for after, first in ends if after is not None and first is not None), default=0)

    def overlaps(self, other: Days) -> bool:
        """Whether they share a day."""
        before = (self.after is not None and other.first is not None and self.after <= other.first) or (
            other.after is not None and self.first is not None and other.after <= self.first
        )
        return not before


@dataclass(frozen=True, slots=True)
class Deed:
    """What is done about an act, as that it is called off: PLOVER type and mode, and the days."""

    type: str
    mode: str | None
    days: Days | None


@dataclass(frozen=True, slots=True)
class Report:
    """One place that tells an act. A meeting that is called off is two: the calling off, and the meeting, denied.

    Attributes:
        key: (document, event, what of it): what it is found by again.
        act: PLOVER type of what is told.
        mode: PLOVER mode, as far as it is the act's own.
        status: how the act stands.
        deed: what is done about it, where the event is that; None where this is the event itself.
        actors, recipients: country codes, ids of organisations, or descriptions.
        people: those of them that are persons or hold an office.
        days: when; None if the text does not say.
        published: day of publication, as an ordinal; None if unknown.
        place: (GeoNames id; None for a whole state, country); None if the text does not say.
        words: stems of what the act is about: neither parties nor places nor days nor trigger.
        trigger: stem of the trigger.
        spoken_of: whether a noun tells it without a day, so that it may be past or to come: "the summit".
    """

    key: tuple[str, str, str]
    act: str
    mode: str | None
    status: str
    deed: Deed | None
    actors: frozenset[str]
    recipients: frozenset[str]
    people: tuple[Person, ...]
    days: Days | None
    published: int | None
    place: _Spot | None
    words: frozenset[str]
    trigger: str
    spoken_of: bool

    @property
    def done(self) -> bool:
        """Whether it is the event itself, not one that the event is about."""
        return self.deed is None

    @property
    def anchor(self) -> int | None:
        """The day by which it is looked up: the first that it tells, else that of its publication."""
        told = self.days.first if self.days is not None else None
        return told if told is not None else self.published

    @property
    def parties(self) -> frozenset[str]:
        """Actors and recipients together."""
        return self.actors | self.recipients


def reports_of(reading: Reading) -> Iterator[Report]:
    """The reports of a reading, in the order of its events."""
    actors = {actor.id: actor for actor in reading.actors}
    first, after = days_of(reading.document.published or "") or (None, None)
    published = _ordinal(first) if first and _ordinal(after) == (_ordinal(first) or 0) + 1 else None
    words = _content_words(reading)
    for event in reading.events:
        yield from _reports(reading, event, actors, published, words)


def _reports(
    reading: Reading, event: Event, actors: dict[str, Actor], published: int | None, words: Sequence[_WordAt]
) -> Iterator[Report]:
    own = event.type == event.act or event.type in PROMISES
    parties = (*event.actors, *event.recipients)
    trigger = event.trigger.of(reading.document.text)
    told = Report(
        key=(reading.document.id, event.id, "type"),
        act=event.type,
        mode=event.mode,
        status="actual",
        deed=None,
        actors=_keys(event.type, event.actors, actors),
        recipients=_keys(event.type, event.recipients, actors),
        people=tuple(person for argument in parties if (person := _person(actors[argument.actor])) is not None),
        days=Days(_ordinal(event.time.from_), _ordinal(event.time.to)) if event.time is not None else None,
        published=published,
        place=_spot(reading.places[event.place]) if event.place is not None else None,
        words=_words(words, event),
        trigger=stem(trigger),
        spoken_of=event.time is None and trigger.lower() in happening_words().occasions,
    )
    of_act = replace(told, key=(*told.key[:2], "act"), act=event.act, status=event.status)
    if own:
        yield of_act
        return
    yield told
    place = told.place or _place_in_clause(reading, event)
    yield replace(of_act, mode=None, days=None, deed=Deed(told.act, told.mode, told.days), place=place)


def _place_in_clause(reading: Reading, event: Event) -> _Spot | None:
    """Where the act would have been that is called off: "canceled the summit *in Lima*"; None if many may be meant."""
    inside = [place for place in reading.places if event.start <= place.start < event.end and place.use == "literal"]
    return _spot(inside[0]) if len(inside) == 1 else None


def _spot(place: Place) -> _Spot:
    state = load_countries().by_code.get(place.country or "")
    whole = state is not None and place.geonames == state.geonames
    return None if whole else place.geonames, place.country


def _keys(type_: str, arguments: Iterable[Argument], actors: dict[str, Actor]) -> frozenset[str]:
    return frozenset(key for argument in arguments for key in _keys_of(type_, actors[argument.actor]))


def _keys_of(type_: str, actor: Actor) -> tuple[str, ...]:
    """A state by its code, and whoever belongs to it; a body of states by its id; else by its words.

    Where few states act together as a body, by theirs: a summit of a body may be told by its members.
    """
    if actor.kind == "igo":
        words = happening_words()
        return words.members.get(actor.name, (actor.id,)) if type_ in words.mutual else (actor.id,)
    return (actor.country or f"{_UNNAMED}{actor.name.lower()}",)


def is_unnamed(party: str) -> bool:
    """Whether a party is only described."""
    return party.startswith(_UNNAMED)


def _person(actor: Actor) -> Person | None:
    words = happening_words()
    rank = words.rank(f"{actor.office or ''} {actor.name}")
    if actor.kind != "person":
        return Person(actor.country, frozenset(), rank) if rank and actor.kind != "state" else None
    named = actor.basis == "lexicon" or (words.rank(actor.name) is None and len(actor.name.split()) >= _FULL_NAME)
    names = frozenset(actor.name.lower().split()) if named else frozenset()
    return Person(actor.country, names, rank) if names or rank else None


def _content_words(reading: Reading) -> list[_WordAt]:
    """The words of a text, in lower case, that may say what an act is about: none of an actor, a place or a time."""
    text, empty = reading.document.text, happening_words().empty
    named = [span for actor in reading.actors for span in actor.mentions]
    named += [Span(place.start, place.end) for place in reading.places]
    named += [Span(time.start, time.end) for time in reading.times]
    taken = {at for span in named for at in range(span.start, span.end)}
    found = ((m.start(), m.group().lower()) for m in _WORD.finditer(text))
    return [(at, word) for at, word in found if at not in taken and word not in empty]


def _words(words: Sequence[_WordAt], event: Event) -> frozenset[str]:
    """Stems of those of the words that stand in the event's clause beside its trigger."""
    inside = words[bisect_left(words, (event.start, "")) : bisect_left(words, (event.end, ""))]
    return frozenset(stem(word) for at, word in inside if not event.trigger.start <= at < event.trigger.end)


def stem(word: str) -> str:
    """The word in lower case without its ending: "tested" and "tests" are one."""
    word = word.lower()
    fitting = (e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= _SHORTEST_STEM)
    return word.removesuffix(next(fitting, ""))


def _ordinal(day: str | None) -> int | None:
    return date.fromisoformat(day).toordinal() if day else None
