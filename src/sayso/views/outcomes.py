"""What became of expectations: the rows of a ledger as deciding sees them, and what it answers as records."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from sayso.ledger.happenings.packing import unpacked
from sayso.ledger.happenings.report import Days
from sayso.ledger.outcomes import Awaited, Clause, Telling, decide, hangs_on
from sayso.ledger.schema import DOCUMENTS, EVENTS, READINGS
from sayso.views.answers import StepAnswer
from sayso.views.asking import DOCUMENT_COLUMNS, told
from sayso.views.grouped import grouped
from sayso.views.lens import RAW

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ColumnElement, Connection, Select

    from sayso.ledger.happenings import Report
    from sayso.ledger.outcomes import Outcome
    from sayso.ledger.outcomes.awaited import Place
    from sayso.views.asking import AnyRow, AnyRows
    from sayso.views.lens import Lens
    from sayso.views.told_reports import Reports


def told_on() -> ColumnElement[str]:
    """The day by which a document was told: the last of those on which it may have been published.

    If none is known, the day on which the ledger learned it.
    """
    return func.coalesce(func.date(DOCUMENTS.c.published_to, "-1 day"), func.substr(DOCUMENTS.c.learned, 1, 10))


_EVENT_COLUMNS = (
    *(EVENTS.c[name] for name in ("id", "words", "start_char", "end_char")),
    told_on().label("told_on"),
    *DOCUMENT_COLUMNS,
)
_CLAUSE_COLUMNS = tuple(
    EVENTS.c[name] for name in ("reading", "n", "start_char", "end_char", "status", "from_day", "to_day")
)


@dataclass(frozen=True, slots=True)
class Decided:
    """An outcome, the happening that it is of, and the reports that it names, as answers."""

    outcome: Outcome
    happening: str | None
    steps: dict[Place, StepAnswer]


def decided(connection: Connection, rows: AnyRows, day: date, lens: Lens = RAW) -> dict[tuple[int, int], Decided]:
    """(reading, event) → what became of it; ``rows`` are events with ``window_from``, ``window_to`` and ``told_on``.

    Every row can be checked, so that it has a ``window_to``. What was published after ``day`` is unknown; reports count
    as verdicts have them: not at all where they are rejected, and on the days that they were moved to. As of a day they
    are those of the readings that held then, grouped as they were.
    """
    hanging = _hanging(connection, rows)
    wanted = {(row.reading, row.n) for row in rows} | {key for keys in hanging.values() for key in keys}
    readings = sorted({reading for reading, _ in wanted})
    parts = grouped(connection, lens, partial(_told_in, readings)).parts
    happenings = {key: name for part in parts for key, name in _happenings_of(connection, wanted, part).items()}
    reports = _reports_of(connection, set(happenings.values()), parts)
    found = {}
    for row in rows:
        key = (row.reading, row.n)
        own = happenings.get(key)
        others = {happenings[other] for other in hanging[key] if other in happenings} - {own}
        conditions = [[_telling(report) for report in reports[name]] for name in sorted(others)]
        tellings = [_telling(report) for report in reports[own]] if own else []
        outcome = decide(_awaited(row), tellings, day.toordinal(), conditions=conditions)
        found[key] = Decided(outcome, own, _steps(outcome, [r for n in (own, *others) if n for r in reports[n]]))
    return found


def _awaited(row: AnyRow) -> Awaited:
    first = _ordinal(row.window_from) if row.window_from else None
    return Awaited((row.reading, row.n, "act"), _ordinal(row.told_on), first, _ordinal(row.window_to))


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _told_in(readings: Sequence[int], part: Reports) -> Select[Any]:
    """The happenings that these readings tell as acts."""
    told = part.table.c
    return select(part.happening).where(told.reading.in_(readings), told.of == "act", *part.where)


def _happenings_of(
    connection: Connection, keys: Iterable[tuple[int, int]], part: Reports
) -> dict[tuple[int, int], str]:
    """(reading, event) → the happening of its act."""
    wanted, told = set(keys), part.table.c
    query = select(told.reading, told.event, told.happening).where(
        told.reading.in_({reading for reading, _ in wanted}), told.of == "act", *part.where
    )
    found = {(row.reading, row.event): row.happening for row in connection.execute(query)}
    return {key: found[key] for key in wanted & found.keys()}


def _reports_of(connection: Connection, happenings: set[str], parts: Iterable[Reports]) -> dict[str, list[AnyRow]]:
    """The reports of each happening."""
    found: dict[str, list[Any]] = defaultdict(list)
    for part in parts:
        told, lens = part.table.c, part.lens
        moved = (lens.event(name).label(name) for name in ("from_day", "to_day"))
        names = (told[name] for name in ("reading", "event", "of", "happening", "packed"))
        query = (
            select(*names, *_EVENT_COLUMNS, lens.is_redated().label("redated"), *moved)
            .select_from(part.rows())
            .where(*part.where, part.happening.in_(happenings), lens.is_kept())
            .order_by(told.reading, told.event, told.of)
        )
        for row in connection.execute(query):
            found[row.happening].append(row)
    return found


def _telling(row: AnyRow) -> Telling:
    report = unpacked(row.packed)
    return Telling(_place(row), _ordinal(row.told_on), report.status, report.done, _days(row, report))


def _days(row: AnyRow, report: Report) -> Days | None:
    """The days that the report tells, or those that a verdict moved them to."""
    if not row.redated or report.key[2] != "act":
        return report.days
    return Days(*(_ordinal(day) if day else None for day in (row.from_day, row.to_day)))


def _place(row: AnyRow) -> Place:
    return row.reading, row.event, row.of


def _hanging(connection: Connection, rows: AnyRows) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """(reading, event) → the events of the same reading that it hangs on."""
    readings = {row.reading for row in rows}
    clauses: dict[int, list[Clause]] = defaultdict(list)
    for row in connection.execute(select(*_CLAUSE_COLUMNS).where(EVENTS.c.reading.in_(readings))):
        window = (row.from_day, row.to_day)
        clauses[row.reading].append(Clause(row.n, row.start_char, row.end_char, row.status, window))
    query = select(READINGS.c.reading, DOCUMENTS.c.text)
    query = query.join(DOCUMENTS, DOCUMENTS.c.document == READINGS.c.document).where(READINGS.c.reading.in_(readings))
    texts = {row.reading: row.text for row in connection.execute(query)}
    found = {}
    for row in rows:
        own = next(clause for clause in clauses[row.reading] if clause.event == row.n)
        others = hangs_on(own, clauses[row.reading], texts[row.reading])
        found[row.reading, row.n] = [(row.reading, event) for event in others]
    return found


def _steps(outcome: Outcome, reports: AnyRows) -> dict[Place, StepAnswer]:
    """The reports that the outcome names."""
    effects = {telling.place: "cancelled" for telling in outcome.decided}
    effects |= {step.telling.place: step.effect for step in outcome.history}
    return {_place(row): _step(row, effects[_place(row)]) for row in reports if _place(row) in effects}


def _step(row: AnyRow, effect: str) -> StepAnswer:
    report = unpacked(row.packed)
    days = _days(row, report)
    return StepAnswer(
        effect=effect,
        told=row.told_on,
        event=row.id,
        status=report.status,
        from_=_iso(days.first) if days else None,
        to=_iso(days.after) if days else None,
        words=row.words,
        start=row.start_char,
        end=row.end_char,
        document=told(row),
    )


def _iso(day: int | None) -> str | None:
    return date.fromordinal(day).isoformat() if day is not None else None
