"""Report: what one document tells of one event, with all that belongs to it; every export is made of these.

All offsets are half-open, in Unicode code points of the document's text; days are ISO 8601 and intervals half-open.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Participant:
    """``words`` name someone who takes part in an event: ``name``, of this country and these PLOVER sectors.

    Attributes:
        id: the actor's id, the same in all documents that name them; None where no actor stands for the words.
        sectors: PLOVER's codes, the primary one first.
    """

    id: str | None
    name: str
    kind: str | None
    country: str | None
    sectors: tuple[str, ...]
    office: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Account:
    """One link of a chain: ``name`` is presented, at the words ``cue``, as telling what follows.

    Attributes:
        id: the actor's id, or None where words alone tell the source.
        words: those that name the source, or None.
        certainty: asserts, hedges, denies or reports.
    """

    id: str | None
    name: str
    country: str | None
    words: str | None
    cue: str | None
    certainty: str


@dataclass(frozen=True, slots=True)
class Site:
    """``words`` name the place with this GeoNames id; degrees are WGS 84."""

    name: str
    words: str
    country: str | None
    lat: float | None
    lon: float | None
    geonames: int | None


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """A document of the ledger.

    Attributes:
        hash: SHA-256 of what came in, in hex.
        opening: the first words of its text.
        published: as precisely as it is known: a day, a month or a year.
        published_from, published_to: the same as half-open days.
        learned: the moment, in UTC, at which the ledger learned it.
        people, organisations, places: names of those that the whole document names.
    """

    id: str
    hash: str
    title: str | None
    opening: str
    outlet: str | None
    url: str | None
    language: str | None
    published: str | None
    published_basis: str
    published_from: str | None
    published_to: str | None
    learned: str
    people: tuple[str, ...]
    organisations: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """According to ``chain``, ``actors`` did ``type``/``mode`` to ``recipients``; ``words`` say so in ``document``.

    Attributes:
        id: a URN, the same whenever this event of this document is exported.
        event: the event's id within its document.
        happening: the group of reports of one occurrence that it belongs to.
        chain: who says so, outermost first; () is the outlet's own voice.
        statement: the id of the statement that it is told in, or None.
        start, end: where ``words`` stand; ``before`` and ``after`` are the characters around them.
        is_in_lead: whether they stand in the first paragraph.
        learned: the moment, in UTC, at which the ledger learned this reading.
        version: the version of Sayso that read it.
        verdicts: numbers of the verdicts that made it other than what was read.
    """

    id: str
    event: str
    happening: str | None
    type: str
    act: str
    mode: str | None
    contexts: tuple[str, ...]
    quad: str
    intensity: float
    cameo: str
    status: str
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    from_day: str | None
    to_day: str | None
    precision: str | None
    place: Site | None
    dead: int | None
    injured: int | None
    arrested: int | None
    size: int | None
    statement: str | None
    manner: str | None
    chain: tuple[Account, ...]
    start: int
    end: int
    words: str
    before: str
    after: str
    is_in_lead: bool
    trigger: str
    rule: str
    learned: str
    version: str
    document: KeptDocument
    verdicts: tuple[int, ...] = ()

    @property
    def certainty(self) -> str | None:
        """How sure the one who is quoted is, the last of the chain; None in the outlet's own voice."""
        return self.chain[-1].certainty if self.chain else None
