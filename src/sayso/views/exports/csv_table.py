"""CSV in our own schema: UTF-8, a line of names, commas, quotation marks where they are needed (RFC 4180)."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from sayso.views.exports.columns import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.views.exports.columns import Scalar, Value
    from sayso.views.exports.report import Report

# Between the values of a list in one cell.
BETWEEN = "; "


def csv_lines(reports: Iterable[Report]) -> Iterator[str]:
    """A line of names, then one a report; a cell that is None stays empty, a list stands in one cell."""
    yield csv_line(column.name for column in COLUMNS)
    for report in reports:
        yield csv_line(_cell(column.of(report)) for column in COLUMNS)


def csv_line(values: Iterable[Any], **dialect: Any) -> str:
    """The values as a line with its end; ``dialect`` is what ``csv.writer`` takes."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n", **dialect).writerow(values)
    return buffer.getvalue()


def _cell(value: Value) -> Scalar:
    """One cell. NUL, which readers of CSV stumble over, becomes U+FFFD."""
    if isinstance(value, tuple):
        return BETWEEN.join(_item(item) for item in value)
    return value.replace("\0", "\ufffd") if isinstance(value, str) else value


def _item(value: Scalar) -> str:
    """A value of a list: its own semicolons become commas, so that the columns keep step."""
    return "" if value is None else str(value).replace(";", ",").replace("\0", "\ufffd")
