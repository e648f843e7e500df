"""Parquet in our own schema, written a group of rows at a time. Needs pyarrow, which ``sayso[parquet]`` brings."""

from __future__ import annotations

from datetime import date, datetime
from importlib import import_module
from itertools import batched
from typing import TYPE_CHECKING, Any, BinaryIO

from sayso.errors import OutputError
from sayso.views.exports.columns import COLUMNS, SCHEMA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sayso.views.exports.columns import Column, ColumnType, Value
    from sayso.views.exports.report import Report

# Rows that are in memory at once, some 2 KB each; readers skip whole groups by their smallest and largest values.
_GROUP = 10_000

# Days and moments are text in a report.
_CONVERT: dict[ColumnType, Callable[[Any], Any]] = {"day": date.fromisoformat, "moment": datetime.fromisoformat}


def write_parquet(reports: Iterable[Report], sink: BinaryIO) -> None:
    """Write all reports; the same reports give the same bytes with the same pyarrow.

    Raises:
        OutputError: pyarrow is not installed.
    """
    arrow, parquet = _pyarrow()
    schema = arrow_schema(arrow)
    with parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
        for group in batched(reports, _GROUP):
            columns = [[_value(column, column.of(report)) for report in group] for column in COLUMNS]
            writer.write_table(arrow.table(columns, schema=schema))


def arrow_schema(arrow: Any) -> Any:
    """The columns as Arrow has them; what each says stands in its metadata."""
    types = {
        "text": arrow.string(),
        "whole": arrow.int64(),
        "decimal": arrow.float64(),
        "day": arrow.date32(),
        "moment": arrow.timestamp("ms", tz="UTC"),
        "texts": arrow.list_(arrow.string()),
        "wholes": arrow.list_(arrow.int64()),
    }
    fields = [arrow.field(column.name, types[column.type], metadata={"says": column.says}) for column in COLUMNS]
    return arrow.schema(fields, metadata={"schema": SCHEMA})


def _value(column: Column, value: Value) -> Any:
    convert = _CONVERT.get(column.type)
    return value if convert is None or value is None else convert(value)


def _pyarrow() -> tuple[Any, Any]:
    try:
        return import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError as error:
        message = (
            "Parquet is written with pyarrow, which is not installed: run pip install 'sayso[parquet]', or export csv"
        )
        raise OutputError(message) from error
