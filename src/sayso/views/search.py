"""Search: documents that hold all of the words, the best first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, distinct, func, literal_column, select

from sayso.ledger.schema import DOCUMENT_WORDS, DOCUMENTS, EVENTS, READINGS, STATEMENTS
from sayso.views.answers import Answers, SearchAnswer, Tally
from sayso.views.asking import DOCUMENT_COLUMNS, told
from sayso.views.filters import all_words, matches
from sayso.views.lens import look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement, ScalarSelect, Select, Table

    from sayso.ledger import Ledger
    from sayso.views.asking import AnyRow
    from sayso.views.lens import Lens

# Marks around what was found: code points that Unicode reserves for no character, so that no text means them.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_FIND = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")
# Words of the document that an answer shows: some three lines at 80 columns.
_SNIPPET_WORDS = 32
_TEXT_COLUMN = 1
# Rows that are fetched together.
_CHUNK = 200
# So many documents take longer to look up one by one than an index of 100,000 does to go through.
_MANY = 5_000


def search(ledger: Ledger, words: str, *, as_of: str | None = None) -> Answers[SearchAnswer]:
    """Documents that hold all of the words in title or text, the best first (BM25).

    Args:
        ledger: what is asked.
        words: endings don't matter ("talk" finds "talks"), nor do accents; what stands in quotation marks stands
            together.
        as_of: a day, month or year at whose end (UTC), or a moment at which, the ledger is asked; None for now.

    Raises:
        UnreadableInput: if there is no word, or ``as_of`` is no such time.
    """
    lens = look(ledger, as_of=as_of, raw=True)
    is_found = matches("document_words", all_words(words))
    if lens.before is not None:
        known = select(READINGS.c.document).select_from(lens.current())
        is_found = and_(is_found, DOCUMENT_WORDS.c.rowid.in_(known))

    def first(limit: int | None) -> Iterator[SearchAnswer]:
        with ledger.reading_from() as connection:
            for rows in connection.execute(_best(is_found, limit, lens)).partitions(_CHUNK):
                yield from map(_answer, rows)

    return Answers(first, lambda: _tally(ledger, is_found))


def _tally(ledger: Ledger, is_found: ColumnElement[bool]) -> Tally:
    with ledger.reading_from() as connection:
        number = connection.execute(select(func.count()).select_from(DOCUMENT_WORDS).where(is_found)).scalar_one()
        # The sum is in no index: of many documents, the index of all outlets is gone through instead.
        key = DOCUMENTS.c.document if number < _MANY else DOCUMENTS.c.document + 0
        found = key.in_(select(DOCUMENT_WORDS.c.rowid).where(is_found))
        outlets = connection.execute(select(func.count(distinct(DOCUMENTS.c.outlet))).where(found)).scalar_one()
    return Tally(number, number, outlets)


def _best(is_found: ColumnElement[bool], limit: int | None, lens: Lens) -> Select[Any]:
    """The documents found, the best first. Only of those that are shown is more looked up than how good they are."""
    rank: ColumnElement[float] = literal_column("document_words.rank")
    ranked = (
        select(DOCUMENT_WORDS.c.rowid, rank.label("place"))
        .where(is_found)
        .order_by(rank, DOCUMENT_WORDS.c.rowid)
        .limit(limit)
    )
    shown = ranked.subquery("ranked")
    # A query of its own for each: in a join, the words would be looked for in all documents once more.
    words = func.snippet(literal_column("document_words"), _TEXT_COLUMN, _OPEN, _CLOSE, "…", _SNIPPET_WORDS)
    snippet = select(words).where(is_found, DOCUMENT_WORDS.c.rowid == shown.c.rowid).scalar_subquery()
    return (
        select(*DOCUMENT_COLUMNS, snippet.label("snippet"), _count(EVENTS), _count(STATEMENTS))
        .select_from(lens.current().join(shown, shown.c.rowid == DOCUMENTS.c.document))
        .order_by(shown.c.place, shown.c.rowid)
    )


def _count(table: Table) -> Any:
    number: ScalarSelect[int] = (
        select(func.count()).select_from(table).where(and_(table.c.reading == READINGS.c.reading)).scalar_subquery()
    )
    return number.label(table.name)


def _answer(row: AnyRow) -> SearchAnswer:
    words = row.snippet.replace(_OPEN, "").replace(_CLOSE, "")
    return SearchAnswer(words, tuple(_FIND.findall(row.snippet)), row.events, row.statements, told(row))
