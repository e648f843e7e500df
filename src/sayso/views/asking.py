"""How a question becomes Answers: one query, run when it is gone through, in chunks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import distinct, func, select

from sayso.ledger.schema import DOCUMENTS
from sayso.views.answers import Answers, Tally, Told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, FromClause, Row, Select

    from sayso.ledger import Ledger

type AnyRow = Row[Any]
type AnyRows = Sequence[AnyRow]

# Rows that are fetched, and whose parts are looked up, together.
_CHUNK = 200

DOCUMENT_COLUMNS = tuple(DOCUMENTS.c[name].label(f"document_{name}") for name in ("id", *Told.__slots__[1:]))


def told(row: AnyRow) -> Told:
    """The document of a row that has the DOCUMENT_COLUMNS."""
    return Told(*(getattr(row, f"document_{name}") for name in Told.__slots__))


def ask[T](
    ledger: Ledger,
    *,
    columns: Iterable[Any],
    source: FromClause,
    where: Sequence[ColumnElement[bool]],
    order: Sequence[ColumnElement[Any]],
    make: Callable[[Connection, AnyRows], Iterator[T]],
) -> Answers[T]:
    """The Answers that ``make`` makes of the rows, a chunk at a time; it may look more up."""
    query: Select[Any] = select(*columns).select_from(source).where(*where).order_by(*order)

    def first(limit: int | None) -> Iterator[T]:
        with ledger.reading_from() as connection:
            for rows in connection.execute(query.limit(limit)).partitions(_CHUNK):
                yield from make(connection, rows)

    def tally() -> Tally:
        counts = (func.count(), func.count(distinct(DOCUMENTS.c.document)), func.count(distinct(DOCUMENTS.c.outlet)))
        with ledger.reading_from() as connection:
            return Tally(*connection.execute(select(*counts).select_from(source).where(*where)).one())

    return Answers(first, tally)
