"""Happenings: what the reports of a ledger tell, each event once."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import distinct, func, select

from sayso.errors import MissingInput
from sayso.ledger.schema import DOCUMENTS, REPORTS
from sayso.views.event_question import conditions
from sayso.views.happening_answers import Happenings, HappeningTally, Opened
from sayso.views.independence import independent_outlets
from sayso.views.one_happening import happening_of
from sayso.views.told_reports import ACT, DAY, OUTLET, STATUS, reports_of, told_reports

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, Select

    from sayso.ledger import Ledger
    from sayso.views.event_question import EventQuestion
    from sayso.views.happening_answers import HappeningAnswer

# Happenings whose reports are looked up together.
_CHUNK = 50
# Shorter beginnings of an id fit too much to be meant.
_SHORTEST_PREFIX = 6


def happenings(ledger: Ledger, question: EventQuestion) -> Happenings:
    """The happenings that a report tells which answers the question, by day; what is told as done stands by that day.

    The question's type is that of the act which happened or was to happen, its status how a report tells that.

    Raises:
        UnreadableInput: if a date is none, or an actor has no letter.
    """
    found = _found(question)

    def first(limit: int | None) -> Iterator[HappeningAnswer]:
        with ledger.reading_from() as connection:
            for rows in connection.execute(_by_day(found).limit(limit)).partitions(_CHUNK):
                yield from happenings_called(connection, [row.happening for row in rows])

    return Happenings(first, partial(_tally, ledger, found))


def _found(question: EventQuestion) -> Select[tuple[str]]:
    where: list[ColumnElement[bool]] = conditions(replace(question, type=None, status=None))
    where += [ACT.in_([question.type.strip().upper()])] if question.type else []
    where += [STATUS.in_([question.status.strip().lower()])] if question.status else []
    return select(REPORTS.c.happening).select_from(told_reports()).where(*where).distinct()


def _by_day(found: Select[tuple[str]]) -> Select[tuple[str]]:
    day = func.coalesce(*(func.min(column) for column in DAY))
    query = select(REPORTS.c.happening).select_from(told_reports()).where(REPORTS.c.happening.in_(found))
    return query.group_by(REPORTS.c.happening).order_by(day.is_(None), day, REPORTS.c.happening)


def _tally(ledger: Ledger, found: Select[tuple[str]]) -> HappeningTally:
    distinct_ones = (REPORTS.c.happening, DOCUMENTS.c.document, OUTLET)
    happenings, documents, outlets = (func.count(distinct(column)) for column in distinct_ones)
    with ledger.reading_from() as connection:
        query = select(happenings, func.count(), documents, outlets).select_from(told_reports())
        query = query.where(REPORTS.c.happening.in_(found))
        return HappeningTally(*connection.execute(query).one())


def happenings_called(connection: Connection, names: Sequence[str]) -> Iterator[HappeningAnswer]:
    """The happenings of these ids, in their order; an id that there is not is left out."""
    reports = reports_of(connection, names)
    told_in = {name: {told.document: told.outlet for told in some} for name, some in reports.items()}
    outlets = independent_outlets(connection, told_in)
    return (happening_of(name, reports[name], outlets=outlets[name]) for name in names if name in reports)


def happening(ledger: Ledger, name: str) -> Opened:
    """The happening of this id, or of this beginning of one (six characters or more), with its reports.

    Raises:
        MissingInput: there is none, or the beginning fits several.
    """
    with ledger.reading_from() as connection:
        own = _find(connection, name)
        (answer,) = happenings_called(connection, [own])
        reports = reports_of(connection, [own])[own]
    return Opened(answer, tuple(told.report.status for told in reports), tuple(told.event for told in reports))


def _find(connection: Connection, name: str) -> str:
    beginning = REPORTS.c.happening.startswith(name, autoescape=True)
    query = select(REPORTS.c.happening).where(beginning).distinct().limit(2)
    fitting = list(connection.execute(query).scalars()) if len(name) >= _SHORTEST_PREFIX else []
    if len(fitting) != 1:
        trouble = "several happenings whose ids begin with" if fitting else "no happening"
        message = f"the ledger has {trouble} '{name}': 'sayso happenings' tells the ids"
        raise MissingInput(message, where=name)
    (found,) = fitting
    return str(found)
