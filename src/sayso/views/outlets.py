"""Whose words they are: the document's outlet; where it names none, the agency that filed the story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, func, select

from sayso.ledger.schema import DOCUMENTS, STORIES

if TYPE_CHECKING:
    from sqlalchemy import Table


def outlet_of(table: Table) -> ColumnElement[str | None]:
    """The outlet of what a row of ``table`` tells, which has a reading and an extent; None if the text names none."""
    agency = (
        select(STORIES.c.agency)
        .where(STORIES.c.reading == table.c.reading)
        .where(STORIES.c.start_char <= table.c.start_char, STORIES.c.end_char > table.c.start_char)
        .order_by(STORIES.c.n)
        .limit(1)
        .scalar_subquery()
    )
    return func.coalesce(DOCUMENTS.c.outlet, agency)
