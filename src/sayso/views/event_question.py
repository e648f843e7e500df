"""Which events a question is about, and in what order they stand."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, and_, case

from sayso.ledger.schema import DOCUMENTS, EVENTS
from sayso.views.filters import in_period
from sayso.views.lens import RAW
from sayso.views.parties import has, taking_part

if TYPE_CHECKING:
    from typing import Any

    from _typeshed import DataclassInstance

    from sayso.views.lens import Lens


def _days(lens: Lens) -> tuple[ColumnElement[str | None], ColumnElement[str | None]]:
    """When it happened; for an event whose text tells no time, when it was reported."""
    first, after = lens.event("from_day"), lens.event("to_day")
    undated = and_(first.is_(None), after.is_(None))
    return (
        case((undated, DOCUMENTS.c.published_from), else_=first),
        case((undated, DOCUMENTS.c.published_to), else_=after),
    )


def order_of(lens: Lens) -> tuple[ColumnElement[Any], ...]:
    """By when it happened; what has no day at all comes last."""
    first, _ = _days(lens)
    return first.is_(None), first, DOCUMENTS.c.document, EVENTS.c.n


@dataclass(frozen=True, slots=True, kw_only=True)
class EventQuestion:
    """The reports that fulfil all that is given; those of the whole ledger where nothing is.

    Attributes:
        actor: who takes part, on either side: a country's code or name, or (the beginning of) a name.
        with_: who else takes part.
        by: who did it.
        to: to whom it was done.
        since: day, month or year (``2018-06``) before which it was not over.
        until: day, month or year in which it had begun at the latest.
        type: the PLOVER type, such as ``CONSULT``.
        status: such as ``actual`` or ``planned``.
    """

    actor: str | None = None
    with_: str | None = None
    by: str | None = None
    to: str | None = None
    since: str | None = None
    until: str | None = None
    type: str | None = None
    status: str | None = None

    def words(self) -> str:
        """What is asked, as on the command line: ``actor PRK, with CHN``; "all" where nothing narrows it."""
        return asked_words(self)


def asked_words(question: DataclassInstance) -> str:
    """What a question's fields ask for, in their order; "all" where none is given."""
    told = {field.name.rstrip("_"): getattr(question, field.name) for field in dataclasses.fields(question)}
    return ", ".join(f"{name} {value}" for name, value in told.items() if value) or "all"


def conditions(question: EventQuestion, lens: Lens = RAW) -> list[ColumnElement[bool]]:
    """What an event that answers the question fulfils.

    Raises:
        UnreadableInput: if a date is none, or an actor has no letter.
    """
    first, after = _days(lens)
    where = [*taking_part(question.actor, question.with_, lens)]
    where += in_period(first, after, since=question.since, until=question.until)
    where += [has(who, role, lens=lens) for who, role in ((question.by, "actor"), (question.to, "recipient")) if who]
    where += [lens.has_type(question.type.strip().upper())] if question.type else []
    where += [EVENTS.c.status == question.status.strip().lower()] if question.status else []
    return where
