"""Reading and its parts: what Sayso read from one document.

The fields are those of the JSON contract (``sayso.reading/1``), under the same names; ``from_`` stands for ``from``.
A pair ``start``, ``end`` and every ``Span`` is half-open, in Unicode code points of ``Document.text``. Dates are
ISO 8601 days. What is absent is None.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from sayso.records.document import Document
from sayso.records.html import reading_html
from sayso.records.span import Span

type StoryKind = Literal["article", "teaser"]
type TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
type PlaceUse = Literal["literal", "metonymic", "demonym"]
type ActorKind = Literal["state", "person", "organisation", "group", "media", "igo"]
type ActorBasis = Literal["lexicon", "text"]
type Manner = Literal["direct", "indirect", "mixed"]
type Certainty = Literal["asserts", "hedges", "denies", "reports"]
type Stance = Literal["supports", "opposes", "demands", "offers", "promises", "denies"]
type Status = Literal["actual", "ongoing", "planned", "possible", "denied", "hypothetical"]
type Quad = Literal["verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"]
type Precision = Literal["day", "week", "month", "quarter", "season", "year", "decade", "century", "range"]
type RelationKind = Literal[
    "alliance",
    "partnership",
    "trade",
    "aid",
    "arms",
    "diplomatic-ties",
    "rivalry",
    "dispute",
    "war",
    "membership",
    "support",
]
type Trend = Literal["improving", "worsening", "stable"]

SCHEMA = "sayso.reading/1"


@dataclass(frozen=True, slots=True)
class Dateline:
    """A story opens with characters [start, end): filed from ``place``, by ``agency``, on ``date`` (ISO 8601)."""

    start: int
    end: int
    place: int | None = None
    agency: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """Characters [start, end) of a page tell one story: the article itself, or a teaser of another."""

    start: int
    end: int
    kind: StoryKind = "article"
    dateline: Dateline | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """Characters [start, end) name the TIMEX3 ``value``: the days from ``from_`` up to, not including, ``to``."""

    start: int
    end: int
    type: TimeType
    value: str
    from_: str | None = None
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Characters [start, end) name the place with this GeoNames id, used as a place, as an actor or as a people."""

    start: int
    end: int
    name: str
    geonames: int | None
    lat: float | None
    lon: float | None
    country: str | None
    use: PlaceUse


@dataclass(frozen=True, slots=True)
class Actor:
    """``mentions`` all name one actor of this ``country`` and these PLOVER ``sectors``, who holds ``office``."""

    id: str
    name: str
    kind: ActorKind
    country: str | None
    sectors: tuple[str, ...]
    office: str | None
    basis: ActorBasis
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """``actor``, named at ``source``, is presented at ``cue`` as telling what follows, with this ``certainty``."""

    actor: str | None
    source: Span | None
    cue: Span | None
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Position:
    """``actor`` takes this ``stance`` on what stands at ``object``."""

    actor: str
    stance: Stance
    object: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """According to ``chain``, outermost first, ``content`` holds."""

    id: str
    start: int
    end: int
    content: tuple[Span, ...]
    manner: Manner
    quotes: tuple[Span, ...]
    chain: tuple[Link, ...]
    positions: tuple[Position, ...] = ()


@dataclass(frozen=True, slots=True)
class Argument:
    """``actor`` fills a role of an event; ``span`` names it there."""

    actor: str
    span: Span


@dataclass(frozen=True, slots=True)
class EventTime:
    """Within the days [``from_``, ``to``), to this ``precision``; ``times`` is the index of the expression used."""

    from_: str | None
    to: str | None
    precision: Precision
    times: int | None


@dataclass(frozen=True, slots=True)
class Counts:
    """Persons dead, injured and arrested, and the size of a crowd or a force, as told."""

    dead: int | None = None
    injured: int | None = None
    arrested: int | None = None
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """According to ``statement``, ``actors`` did ``type`` to ``recipients`` at ``place`` in ``time``: ``status``."""

    id: str
    type: str
    act: str
    mode: str | None
    contexts: tuple[str, ...]
    quad: Quad
    intensity: float
    cameo: str
    trigger: Span
    start: int
    end: int
    actors: tuple[Argument, ...]
    recipients: tuple[Argument, ...]
    time: EventTime | None
    place: int | None
    status: Status
    statement: str | None
    counts: Counts
    rule: str


@dataclass(frozen=True, slots=True)
class Relation:
    """``a`` stands in a relation of this ``kind`` to ``b``; where it is told to move, it has a ``trend``."""

    kind: RelationKind
    trend: Trend | None
    a: str
    b: str
    span: Span
    time: EventTime | None
    statement: str | None


@dataclass(frozen=True, slots=True)
class Expectation:
    """``event`` is to come between the days [``from_``, ``to``); ``why_not`` says why that can't be checked."""

    event: str
    from_: str | None
    to: str | None
    checkable: bool
    why_not: str | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something was refused or is in doubt, and why."""

    kind: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from ``document``. Lists are sorted by offset, then id."""

    document: Document
    stories: tuple[Story, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    notices: tuple[Notice, ...] = ()
    schema: str = field(default=SCHEMA)

    def actor(self, actor_id: str) -> Actor:
        """The actor with this id.

        Raises:
            KeyError: if the reading has none.
        """
        for actor in self.actors:
            if actor.id == actor_id:
                return actor
        raise KeyError(actor_id)

    def _repr_html_(self) -> str:
        """What a notebook shows: the text with its marks, and a table of the events."""
        return reading_html(self)
