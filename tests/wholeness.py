"""What must hold of a ledger whatever interrupted its writing, and its state without clocks, to compare."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

from sayso import from_json
from sayso.ledger.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sayso import Reading

# When something was learned differs from run to run.
_CLOCKS = frozenset({"learned", "superseded"})
_FULL_TEXT = ("document_words", "statement_words", "actor_names")

type State = dict[str, list[tuple[Any, ...]]]


def faults(path: Path) -> list[str]:
    """What is wrong with the ledger; nothing, if each document is there whole, or no table was made yet."""
    with closing(sqlite3.connect(path)) as connection:
        if not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            return []
        return [*_of_sqlite(connection), *_of_full_text(connection), *_of_readings(connection)]


def _of_sqlite(connection: sqlite3.Connection) -> Iterator[str]:
    for pragma, fine in (("integrity_check", [("ok",)]), ("foreign_key_check", [])):
        told = connection.execute(f"PRAGMA {pragma}").fetchall()
        if told != fine:
            yield f"{pragma}: {told}"


def _of_full_text(connection: sqlite3.Connection) -> Iterator[str]:
    """With a rank of 1, FTS5 compares the index with the documents' text too."""
    for table in _FULL_TEXT:
        try:
            connection.execute(f"INSERT INTO {table}({table}, rank) VALUES('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            yield f"{table}: {error}"


def _of_readings(connection: sqlite3.Connection) -> Iterator[str]:
    """Each document has one reading that holds, and the rows of each reading follow from its JSON."""
    current = "SELECT document FROM readings WHERE superseded IS NULL"
    for (document,) in connection.execute(f"SELECT document FROM documents WHERE document NOT IN ({current})"):
        yield f"document {document} has no reading"
    told: dict[str, list[tuple[Any, ...]]] = {}
    for number, line in connection.execute("SELECT reading, json FROM readings ORDER BY reading").fetchall():
        for name, rows in _rows(from_json(line), number):
            told.setdefault(name, []).extend(rows)
    for name, rows in told.items():
        if sorted(rows, key=repr) != sorted(_kept(connection, name), key=repr):
            yield f"{name} does not follow from the readings"


def _rows(reading: Reading, number: int) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    rows = Rows(reading, number=number)
    words = (("statement_words", rows.statement_words()), ("actor_names", rows.actor_names()))
    for name, values in (*((table.name, values) for table, values in rows.tables()), *words):
        yield name, [tuple(_stored(row[key]) for key in sorted(row)) for row in values]


def _stored(value: Any) -> Any:
    """SQLite has no booleans."""
    return int(value) if isinstance(value, bool) else value


def _kept(connection: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    """The rows, columns in the order of their names."""
    return connection.execute(f"SELECT {', '.join(sorted(_columns(connection, table)))} FROM {table}").fetchall()


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [f'"{row[1]}"' for row in connection.execute(f"PRAGMA table_info({table})")]


def state(path: Path) -> State:
    """All that the ledger holds, table by table, without clocks; and where each word stands that full text finds."""
    with closing(sqlite3.connect(path)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        plain = [name for name in tables if not name.startswith((*_FULL_TEXT, "sqlite_"))]
        kept = {name: _state_of(connection, name) for name in (*plain, *_FULL_TEXT)}
        return kept | {f"{name} found": _words(connection, name) for name in _FULL_TEXT}


def _state_of(connection: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    columns = [name for name in _columns(connection, table) if name.strip('"') not in _CLOCKS]
    return sorted(connection.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall(), key=repr)


def _words(connection: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    connection.execute(f"CREATE VIRTUAL TABLE temp.{table}_found USING fts5vocab(main, {table}, instance)")
    return connection.execute(f"SELECT * FROM temp.{table}_found ORDER BY term, doc, col, offset").fetchall()
