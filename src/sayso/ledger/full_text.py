"""Whether the indexes of full text answer for what is kept: that each word is found where it stands, and no other.

SQLite checks an index against its table by itself, but lets only a writer ask; the connection here must be one.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from sqlalchemy import Table, text
from sqlalchemy.exc import DatabaseError

from sayso.ledger.schema import ACTOR_NAMES, DOCUMENT_WORDS, DOCUMENTS, STATEMENT_WORDS, STEMMED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

# So many documents are named in a sentence.
_FEW = 3
# The low byte of an extended result code is the primary one.
_PRIMARY = 0xFF
# Where each word stands: by the index that is kept, and by one that is made of the documents now.
_COMPARED = (
    f"CREATE VIRTUAL TABLE temp.words_anew USING fts5(title, text, content='', {STEMMED})",
    "INSERT INTO temp.words_anew (rowid, title, text) SELECT document, title, text FROM main.documents",
    "CREATE VIRTUAL TABLE temp.found_anew USING fts5vocab(temp, words_anew, instance)",
    "CREATE VIRTUAL TABLE temp.found_kept USING fts5vocab(main, document_words, instance)",
)
_DIFFERING = (
    "SELECT DISTINCT doc FROM (SELECT * FROM (SELECT * FROM temp.found_kept EXCEPT SELECT * FROM temp.found_anew)"
    " UNION ALL SELECT * FROM (SELECT * FROM temp.found_anew EXCEPT SELECT * FROM temp.found_kept)) ORDER BY doc"
)


def unfaithful_indexes(writing: Connection) -> Iterator[str]:
    """What is wrong with the indexes, a sentence for each that does not answer for its table.

    Costs about 30 µs a document. The caller takes back what is written: where the index of documents is wrong, a second
    one is made beside it, as a temporary table, to tell of which documents.
    """
    if _is_wrong(writing, DOCUMENT_WORDS):
        yield f"the index of full text does not answer for what the documents hold{_of_documents(writing)}"
    for table in (STATEMENT_WORDS, ACTOR_NAMES):
        if _is_wrong(writing, table):
            yield f"the index of {table.name} does not answer for what is kept there"


def _is_wrong(writing: Connection, table: Table) -> bool:
    """Whether SQLite calls the index damaged; with a rank of 1 it compares the words with those of the table too."""
    try:
        writing.exec_driver_sql(f"INSERT INTO {table.name}({table.name}, rank) VALUES('integrity-check', 1)")
    except DatabaseError as error:
        _raise_all_but_damage(error)
        return True
    return False


def _raise_all_but_damage(error: DatabaseError) -> None:
    if getattr(error.orig, "sqlite_errorcode", 0) & _PRIMARY != sqlite3.SQLITE_CORRUPT:
        raise error


def _of_documents(writing: Connection) -> str:
    """Of which: empty where the index is too damaged to tell."""
    try:
        for statement in _COMPARED:
            writing.exec_driver_sql(statement)
        numbers = list(writing.execute(text(_DIFFERING)).scalars())
    except DatabaseError as error:
        _raise_all_but_damage(error)
        return ""
    return f": it has other words of {_named(writing, numbers)}" if numbers else ""


def _named(writing: Connection, numbers: Sequence[int]) -> str:
    query = DOCUMENTS.select().with_only_columns(DOCUMENTS.c.id)
    found = [writing.execute(query.where(DOCUMENTS.c.document == number)).scalar() for number in numbers[:_FEW]]
    names = (name or f"a document {number} that is not there" for name, number in zip(found, numbers, strict=False))
    more = f" and {len(numbers) - _FEW:,} more" if len(numbers) > _FEW else ""
    return ", ".join(names) + more
