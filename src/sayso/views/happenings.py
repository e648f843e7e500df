"""Happenings: what the reports of a ledger tell, each event once."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import distinct, func, select, union_all

from sayso.errors import MissingInput
from sayso.ledger.schema import DOCUMENTS
from sayso.views.event_question import conditions
from sayso.views.grouped import grouped
from sayso.views.happening_answers import Happenings, HappeningTally, Opened
from sayso.views.independence import independent_outlets
from sayso.views.lens import look
from sayso.views.one_happening import happening_of
from sayso.views.told_reports import OUTLET, reports_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, Select

    from sayso.ledger import Ledger
    from sayso.views.event_question import EventQuestion
    from sayso.views.grouped import Asked, Grouped
    from sayso.views.happening_answers import HappeningAnswer
    from sayso.views.lens import Lens
    from sayso.views.told_reports import Reports

# Happenings whose reports are looked up together.
_CHUNK = 50
# Shorter beginnings of an id fit too much to be meant.
_SHORTEST_PREFIX = 6


def happenings(ledger: Ledger, question: EventQuestion, *, as_of: str | None = None, raw: bool = False) -> Happenings:
    """The happenings that a report tells which answers the question, by day; what is told as done stands by that day.

    The question's type is that of the act which happened or was to happen, its status how a report tells that.

    Args:
        ledger: what is asked.
        question: what a report fulfils.
        as_of: a day, month or year at whose end (UTC), or a moment at which, the ledger is asked; None for now.
        raw: what was read, without verdicts.

    Raises:
        UnreadableInput: if a date is none, or an actor has no letter.
    """
    lens = look(ledger, as_of=as_of, raw=raw)
    found = partial(_found, question, conditions(replace(question, type=None, status=None), lens))

    def first(limit: int | None) -> Iterator[HappeningAnswer]:
        with ledger.reading_from() as connection:
            groups = grouped(connection, lens, found)
            for rows in connection.execute(_by_day(groups, found).limit(limit)).partitions(_CHUNK):
                yield from happenings_called(connection, [row.happening for row in rows], groups)

    return Happenings(first, partial(_tally, ledger, lens, found))


def _found(question: EventQuestion, where: Sequence[ColumnElement[bool]], part: Reports) -> Select[Any]:
    """The happenings of this part that are asked for."""
    narrowed: list[ColumnElement[bool]] = [*part.where, *where]
    narrowed += [part.act.in_([question.type.strip().upper()])] if question.type else []
    narrowed += [part.status.in_([question.status.strip().lower()])] if question.status else []
    return select(part.happening).select_from(part.rows()).where(*narrowed).distinct()


def _by_day(groups: Grouped, found: Asked) -> Select[Any]:
    days = union_all(*(_days(part, found) for part in groups.parts)).subquery("days")
    return select(days.c.happening).order_by(days.c.day.is_(None), days.c.day, days.c.happening)


def _days(part: Reports, found: Asked) -> Select[Any]:
    """(happening, the day that it stands by) of those asked for."""
    day = func.coalesce(*(func.min(column) for column in part.day)).label("day")
    query = select(part.happening.label("happening"), day).select_from(part.rows())
    return query.where(*part.where, part.happening.in_(found(part))).group_by(part.happening)


def _tally(ledger: Ledger, lens: Lens, found: Asked) -> HappeningTally:
    with ledger.reading_from() as connection:
        parts = grouped(connection, lens, found).parts
        told = union_all(*(_told_by(part, found) for part in parts)).subquery("told").c
        happenings, documents, outlets = (func.count(distinct(c)) for c in (told.happening, told.document, told.outlet))
        return HappeningTally(*connection.execute(select(happenings, func.count(), documents, outlets)).one())


def _told_by(part: Reports, found: Asked) -> Select[Any]:
    """(happening, document, outlet) of each report of those asked for."""
    columns = (part.happening.label("happening"), DOCUMENTS.c.document, OUTLET.label("outlet"))
    return select(*columns).select_from(part.rows()).where(*part.where, part.happening.in_(found(part)))


def happenings_called(connection: Connection, names: Sequence[str], groups: Grouped) -> Iterator[HappeningAnswer]:
    """The happenings of these ids, in their order; an id that there is not is left out."""
    reports = reports_of(connection, names, groups.parts)
    told_in = {name: {told.document: told.outlet for told in some} for name, some in reports.items()}
    outlets = independent_outlets(connection, told_in)
    return (
        happening_of(name, reports[name], outlets=outlets[name], verdicts=groups.verdicts.get(name, ()))
        for name in names
        if name in reports
    )


def happening(ledger: Ledger, name: str, *, as_of: str | None = None, raw: bool = False) -> Opened:
    """The happening of this id, or of this beginning of one (six characters or more), with its reports.

    Args:
        ledger: what is asked.
        name: the id, or its beginning.
        as_of: a day, month or year at whose end (UTC), or a moment at which, the ledger is asked; None for now.
        raw: what was read, without verdicts.

    Raises:
        MissingInput: there is none, or the beginning fits several.
        UnreadableInput: if ``as_of`` is no such time.
    """
    lens = look(ledger, as_of=as_of, raw=raw)
    with ledger.reading_from() as connection:
        groups = grouped(connection, lens, _all)
        own = _find(connection, name, groups.parts)
        (answer,) = happenings_called(connection, [own], groups)
        reports = reports_of(connection, [own], groups.parts)[own]
    return Opened(answer, tuple(told.report.status for told in reports), tuple(told.event for told in reports))


def _all(part: Reports) -> Select[Any]:
    return select(part.happening).where(*part.where)


def _find(connection: Connection, name: str, parts: Iterable[Reports]) -> str:
    fitting = sorted({found for part in parts for found in _beginning(connection, name, part)})
    if len(fitting) != 1:
        trouble = "several happenings whose ids begin with" if fitting else "no happening"
        message = f"the ledger has {trouble} '{name}': 'sayso happenings' tells the ids"
        raise MissingInput(message, where=name)
    (found,) = fitting
    return found


def _beginning(connection: Connection, name: str, part: Reports) -> Iterable[str]:
    """Two happenings of this part at most whose ids begin so."""
    if len(name) < _SHORTEST_PREFIX:
        return ()
    query = _all(part).where(part.happening.startswith(name, autoescape=True)).distinct().limit(2)
    return connection.execute(query).scalars()
