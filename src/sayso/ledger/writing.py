"""How rows are written: each table's statement is worked out once, for many rows are written in each transaction."""

from __future__ import annotations

import functools
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import Connection, Dialect, Table


def write_rows(writing: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts the rows, all of which have the same columns; nothing for none."""
    if rows:
        statement, values = _prepared(table, writing.dialect, tuple(rows[0]))
        writing.exec_driver_sql(statement, [values(row) for row in rows])


# Some 15 tables for each of the few ledgers that a process has open.
@functools.lru_cache(maxsize=128)
def _prepared(
    table: Table, dialect: Dialect, columns: tuple[str, ...]
) -> tuple[str, Callable[[Mapping[str, Any]], tuple[Any, ...]]]:
    """The statement, in the dialect's words, and what takes the values from a row, in the statement's order."""
    compiled = insert(table).compile(dialect=dialect, column_keys=list(columns))
    return compiled.string, itemgetter(*(compiled.positiontup or ()))
