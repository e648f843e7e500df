"""Which events a question is about, and in what order they stand."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, and_, case

from sayso.ledger.schema import DOCUMENTS, EVENTS
from sayso.views.filters import in_period
from sayso.views.parties import has, taking_part

if TYPE_CHECKING:
    from typing import Any

# When it happened; for an event whose text tells no time, when it was reported.
_UNDATED = and_(EVENTS.c.from_day.is_(None), EVENTS.c.to_day.is_(None))
_FIRST: ColumnElement[str | None] = case((_UNDATED, DOCUMENTS.c.published_from), else_=EVENTS.c.from_day)
_AFTER: ColumnElement[str | None] = case((_UNDATED, DOCUMENTS.c.published_to), else_=EVENTS.c.to_day)

# By when it happened; what has no day at all comes last.
ORDER: tuple[ColumnElement[Any], ...] = (_FIRST.is_(None), _FIRST, DOCUMENTS.c.document, EVENTS.c.n)


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
        told = {field.name.rstrip("_"): getattr(self, field.name) for field in dataclasses.fields(self)}
        return ", ".join(f"{name} {value}" for name, value in told.items() if value) or "all"


def conditions(question: EventQuestion) -> list[ColumnElement[bool]]:
    """What an event that answers the question fulfils.

    Raises:
        UnreadableInput: if a date is none, or an actor has no letter.
    """
    where = [*taking_part(question.actor, question.with_)]
    where += in_period(_FIRST, _AFTER, since=question.since, until=question.until)
    where += [has(who, role) for who, role in ((question.by, "actor"), (question.to, "recipient")) if who]
    where += [EVENTS.c.type == question.type.strip().upper()] if question.type else []
    where += [EVENTS.c.status == question.status.strip().lower()] if question.status else []
    return where
