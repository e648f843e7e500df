"""Dyads as answers: what two sides do to each other, counted over happenings that are told as done.

Days are ISO 8601, intervals of them half-open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.views.answers import Told  # noqa: TC001 - the codec reads the annotations at run time
from sayso.views.happening_answers import HappeningTally  # noqa: TC001 - as above

type Grain = Literal["day", "week", "month", "year"]
type Place = Literal["below", "within", "above"]


@dataclass(frozen=True, slots=True)
class Quads:
    """How many happenings are of each of PLOVER's four quads."""

    verbal_cooperation: int = 0
    material_cooperation: int = 0
    verbal_conflict: int = 0
    material_conflict: int = 0

    @property
    def cooperation(self) -> int:
        """Verbal and material together."""
        return self.verbal_cooperation + self.material_cooperation

    @property
    def conflict(self) -> int:
        """Verbal and material together."""
        return self.verbal_conflict + self.material_conflict


@dataclass(frozen=True, slots=True)
class DyadReport:
    """``words`` of ``document``, of this ``outlet``, tell the happening as done according to ``chain``.

    ``verdicts`` are the numbers of those that made it other than what was read.
    """

    event: str
    outlet: str | None
    chain: tuple[str, ...]
    words: str
    start: int
    end: int
    document: Told
    verdicts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class DyadHappening:
    """Between the two sides, ``act`` happened in the days [``from_``, ``to``).

    Attributes:
        id: what ``sayso happenings`` opens it by.
        quad, intensity: of the act; the mean, from -10 (conflict) to +10 (cooperation), where reports tell its mode
            differently.
        dated: whether a report tells its days; else they are those of its first publication, None if unknown.
        period: the first day of the period that it is counted in; None where its days lie in no single one, or none
            is known.
        reports: that tell it as done of the two sides.
        outlets: how many of their outlets speak for themselves, as in HappeningAnswer.
        verdicts: numbers of the verdicts that bear on one of the reports, or on one that is no longer among them.
    """

    id: str
    act: str
    quad: str
    intensity: float
    from_: str | None
    to: str | None
    dated: bool
    period: str | None
    reports: tuple[DyadReport, ...]
    outlets: int
    verdicts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """In the days [``from_``, ``to``) so many happenings were of each quad; ``happenings`` are their ids.

    ``intensity`` is their mean, None where there is none. ``documents`` counts all that the ledger has of this period:
    where it has none, nothing is known of it.
    """

    from_: str
    to: str
    quads: Quads
    intensity: float | None
    documents: int
    happenings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """In the last period ``last`` happenings of ``measure``: that is ``place`` what the pair's own norm lets expect.

    Attributes:
        measure: ``cooperation`` or ``conflict``.
        last: in the last period of which the ledger has documents.
        median: of the ``periods`` before; those of which the ledger has no document are left out.
        low, high: between these, both included, the next period's number would lie in nine of ten cases.
    """

    measure: str
    last: int
    median: float
    low: int
    high: int
    periods: int
    place: Place


@dataclass(frozen=True, slots=True)
class StandingRelation:
    """According to ``chain``, ``a`` and ``b`` stand in a relation of this ``kind``, which moves as ``trend`` says.

    ``from_`` and ``to`` are the days that it is told of; ``words`` are characters [start, end) of ``document``;
    ``verdicts`` are the numbers of those that bear on the two.
    """

    kind: str
    trend: str | None
    a: str
    b: str
    from_: str | None
    to: str | None
    outlet: str | None
    chain: tuple[str, ...]
    words: str
    start: int
    end: int
    document: Told
    verdicts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class DyadAnswer:
    """What ``a`` and ``b`` do to each other, by period.

    Attributes:
        periods: without a gap from the first with a happening to the last, those without one too.
        changes: empty where there are fewer than five such periods before the last.
        relations: by publication.
        happenings: all that are counted, by day, and those that no period holds last.
        tally: of the happenings, over the reports that tell them as done of the two.
    """

    a: tuple[str, ...]
    b: tuple[str, ...]
    by: Grain
    periods: tuple[Period, ...]
    changes: tuple[Change, ...]
    relations: tuple[StandingRelation, ...]
    happenings: tuple[DyadHappening, ...]
    tally: HappeningTally
