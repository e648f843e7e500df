"""Happenings as answers: one row for each group of reports that tell one event.

Days are ISO 8601, intervals of them half-open; offsets are half-open, in Unicode code points of the document's text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.views.answers import EventAnswer, Told  # noqa: TC001 - the codec reads the annotations at run time

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(frozen=True, slots=True)
class Member:
    """Someone who takes part; called as most reports call it."""

    name: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """From documents published on this day on it was told as having this ``status``, by so many ``reports``.

    Of what is published on one day the most decided status counts: done before denied before planned before possible.
    ``published`` is as precise as it is known; None where it is not.
    """

    status: str
    published: str | None
    reports: int


@dataclass(frozen=True, slots=True)
class Version:
    """According to ``chain``, outermost first, ``about`` is ``value``: ``words`` say so in ``document``.

    Attributes:
        about: what reports disagree on: ``dead``, ``injured``, ``arrested``, ``size``, ``actors`` or ``done``.
        value: a number; names; or the status.
        event: id of the event that says so.
        outlet: the document's; where it names none, the agency of the dateline.
        chain: () is the outlet's own voice.
        words: characters [start, end) of the document.
    """

    about: str
    value: int | str
    event: str
    outlet: str | None
    chain: tuple[str, ...]
    words: str
    start: int
    end: int
    document: Told


@dataclass(frozen=True, slots=True)
class HappeningAnswer:
    """``actors`` did ``act`` to ``recipients``, as so many ``reports`` tell it that are taken for reports of one event.

    Attributes:
        id: follows from the reports; that of a group is one of those that its reports had alone.
        act: PLOVER type.
        status: ``actual``, else ``ongoing``, if any report tells so; else how it was told last.
        actors, recipients: in an act that is done together all are actors.
        from_, to: the days that reports tell of it as done; where none does, those of the last that tells a plan.
        reported: when it was first published, of these reports.
        history: how it was told, by publication. A report that speaks of it as done before the day that others tell
            ("the summit in June") names what is to come, and is left out here.
        reports: how many places tell it.
        outlets: how many outlets speak for themselves: the most documents of which no two are of one outlet or print
            copies of one text. Documents that name no outlet count for none.
        documents: how many documents tell it.
        disagreements: what reports tell differently of it as done, each version with who says so.
        verdicts: numbers of the verdicts that made the answer other than what was read: those that bear on a report,
            or on one that was read as a report of it and is none.
    """

    id: str
    act: str
    mode: str | None
    status: str
    actors: tuple[Member, ...]
    recipients: tuple[Member, ...]
    from_: str | None
    to: str | None
    reported: str | None
    place: str | None
    place_country: str | None
    history: tuple[Step, ...]
    reports: int
    outlets: int
    documents: int
    disagreements: tuple[Version, ...]
    verdicts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """A happening with its reports, by publication; ``statuses`` says of each how it tells the act."""

    happening: HappeningAnswer
    statuses: tuple[str, ...]
    reports: tuple[EventAnswer, ...]


@dataclass(frozen=True, slots=True)
class HappeningTally:
    """How many happenings, told by how many reports in how many documents of how many outlets that are named."""

    happenings: int
    reports: int
    documents: int
    outlets: int


@dataclass(frozen=True, slots=True)
class Happenings:
    """The happenings that answer one question: lazily, in their order, as often as they are gone through.

    Attributes:
        first: the first so many of them; all with None.
        tally: what they rest on.
    """

    first: Callable[[int | None], Iterator[HappeningAnswer]]
    tally: Callable[[], HappeningTally]

    def __iter__(self) -> Iterator[HappeningAnswer]:
        return self.first(None)
