"""Search: documents that hold all of the words, the best first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, literal_column, select

from sayso.ledger.schema import DOCUMENT_WORDS, DOCUMENTS, EVENTS, READINGS, STATEMENTS
from sayso.views.answers import Answers, SearchAnswer
from sayso.views.asking import DOCUMENT_COLUMNS, ask, told
from sayso.views.filters import all_words, current, matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, ScalarSelect, Table

    from sayso.ledger import Ledger
    from sayso.views.asking import AnyRows

# Marks around what was found: code points that Unicode reserves for no character, so that no text means them.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_FIND = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")
# Words of the document that an answer shows: some three lines at 80 columns.
_SNIPPET_WORDS = 32
_TEXT_COLUMN = 1


def search(ledger: Ledger, words: str) -> Answers[SearchAnswer]:
    """Documents that hold all of the words in title or text, the best first (BM25).

    Args:
        ledger: what is asked.
        words: endings don't matter ("talk" finds "talks"), nor do accents; what stands in quotation marks stands
            together.

    Raises:
        UnreadableInput: if there is no word.
    """
    query = all_words(words)
    source = current().join(DOCUMENT_WORDS, DOCUMENT_WORDS.c.rowid == DOCUMENTS.c.document)
    snippet = func.snippet(literal_column("document_words"), _TEXT_COLUMN, _OPEN, _CLOSE, "…", _SNIPPET_WORDS)
    return ask(
        ledger,
        columns=(*DOCUMENT_COLUMNS, snippet.label("snippet"), _count(EVENTS), _count(STATEMENTS)),
        source=source,
        where=[matches("document_words", query)],
        order=[literal_column("document_words.rank"), DOCUMENTS.c.document],
        make=_make,
    )


def _count(table: Table) -> Any:
    number: ScalarSelect[int] = (
        select(func.count()).select_from(table).where(and_(table.c.reading == READINGS.c.reading)).scalar_subquery()
    )
    return number.label(table.name)


def _make(_: Connection, rows: AnyRows) -> Iterator[SearchAnswer]:
    for row in rows:
        words = row.snippet.replace(_OPEN, "").replace(_CLOSE, "")
        yield SearchAnswer(words, tuple(_FIND.findall(row.snippet)), row.events, row.statements, told(row))
