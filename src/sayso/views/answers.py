"""Answers: what a question asked of a ledger is answered with, each row with the words that it was read from.

All offsets are half-open, in Unicode code points of the document's text; days are ISO 8601 and intervals half-open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(frozen=True, slots=True)
class Told:
    """The document that an answer stands in; ``id`` is what ``sayso show`` takes."""

    id: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Party:
    """Someone who takes part in an event; ``words`` name them there, ``id`` is the actor's."""

    name: str
    country: str | None
    office: str | None
    words: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class EventAnswer:
    """According to ``chain``, ``actors`` did ``type``/``mode`` to ``recipients``; ``words`` say so in ``document``.

    Attributes:
        id: the event's id.
        from_, to: the days in which it happened, by the text; None where the text tells none.
        place, place_country: where; the country is an ISO 3166 alpha-3 code.
        chain: who says so, outermost first; () is the outlet's own voice.
        words: characters [start, end) of the document.
        trigger: the words that name the act.
        verdicts: numbers of the verdicts that made the answer other than what was read.
    """

    id: str
    type: str
    act: str
    mode: str | None
    contexts: tuple[str, ...]
    quad: str
    intensity: float
    cameo: str
    status: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    from_: str | None
    to: str | None
    precision: str | None
    place: str | None
    place_country: str | None
    dead: int | None
    injured: int | None
    arrested: int | None
    size: int | None
    chain: tuple[str, ...]
    words: str
    trigger: str
    start: int
    end: int
    rule: str
    document: Told
    verdicts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkAnswer:
    """One link of a chain: who is presented as saying it, by which words, and how sure; ``id`` is the actor's."""

    name: str
    country: str | None
    office: str | None
    words: str | None
    cue: str | None
    certainty: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class PositionAnswer:
    """``name`` takes this ``stance`` on what ``words`` tell."""

    name: str | None
    stance: str
    words: str


@dataclass(frozen=True, slots=True)
class StatementAnswer:
    """According to ``chain``, outermost first, ``words`` hold; ``about`` are the actors that they name.

    ``verdicts`` are the numbers of those that made the answer other than what was read.
    """

    id: str
    chain: tuple[LinkAnswer, ...]
    manner: str
    words: str
    about: tuple[str, ...]
    positions: tuple[PositionAnswer, ...]
    start: int
    end: int
    document: Told
    verdicts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class StanceAnswer:
    """According to ``chain``, outermost first, ``name`` takes this ``stance`` on what ``words`` tell.

    Attributes:
        statement: the id of the statement that it stands in.
        manner: how that is told.
        about: the actors that it names.
        words: characters [start, end) of the document.
        verdicts: numbers of the verdicts that made the answer other than what was read.
    """

    statement: str
    name: str | None
    country: str | None
    office: str | None
    stance: str
    words: str
    chain: tuple[LinkAnswer, ...]
    manner: str
    about: tuple[str, ...]
    start: int
    end: int
    document: Told
    verdicts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class StepAnswer:
    """On the day ``told``, ``document`` told of an expectation what has this ``effect``; its ``words`` say so.

    Attributes:
        effect: met, unmet, cancelled, moved or confirmed.
        told: the day of publication (the last that it may be), or that on which the ledger learned it.
        event: the id of the event that is reported.
        status: how the act stands there.
        from_, to: the days that the report tells.
        words: characters [start, end) of the document.
    """

    effect: str
    told: str
    event: str
    status: str
    from_: str | None
    to: str | None
    words: str
    start: int
    end: int
    document: Told


@dataclass(frozen=True, slots=True)
class ExpectationAnswer:
    """``event`` is to come between the days [``from_``, ``to``); ``why_not`` says why that can't be checked.

    Attributes:
        id: the same in every ledger that read it so.
        outcome: open, due, met, missed, postponed, cancelled or void; refused for what can't be checked.
        reason: why, as a sentence.
        late: days after the window's last day, where it was met and the day is known; less than 0 if before the window.
        happening: the group of reports that it belongs to.
        told: the day by which it was announced: that of publication, or that on which the ledger learned it.
        evidence: the reports that decided it.
        history: all that was told of it and does something, in order.
        outlet: the document's, or the agency that filed the story; None where the text names neither.
    """

    id: str
    from_: str | None
    to: str | None
    checkable: bool
    why_not: str | None
    outcome: str
    reason: str
    late: int | None
    happening: str | None
    told: str
    evidence: tuple[StepAnswer, ...]
    history: tuple[StepAnswer, ...]
    event: EventAnswer
    outlet: str | None


@dataclass(frozen=True, slots=True)
class ScoreAnswer:
    """What ``source`` announced that could be checked, and what became of it.

    What a source announced in several reports, with the same days, counts once.

    Attributes:
        source: the innermost of the chain; else the outlet; None if neither is named.
        voice: ``source`` or ``outlet``.
        announced: how many; the outcomes add up to this.
        reports: in how many reports.
        median_days_late: of those that were met on a known day; None if there is none.
        timed: how many these are.
    """

    source: str | None
    voice: str
    announced: int
    reports: int
    met: int
    missed: int
    postponed: int
    cancelled: int
    open: int
    due: int
    void: int
    median_days_late: float | None
    timed: int


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """``words`` of a document that holds all that was looked for; ``finds`` are the words found there.

    ``events`` and ``statements`` count what was read from the document.
    """

    words: str
    finds: tuple[str, ...]
    events: int
    statements: int
    document: Told


@dataclass(frozen=True, slots=True)
class Tally:
    """How many reports an answer rests on, in how many documents, of how many outlets.

    Documents that name no outlet count for none.
    """

    reports: int
    documents: int
    outlets: int


@dataclass(frozen=True, slots=True)
class Answers[T]:
    """The answers to one question: lazily, in their order, as often as they are gone through.

    Attributes:
        first: the first so many of them; all with None.
        tally: what they rest on.
    """

    first: Callable[[int | None], Iterator[T]]
    tally: Callable[[], Tally]

    def __iter__(self) -> Iterator[T]:
        return self.first(None)
