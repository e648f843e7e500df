"""JSONL in our own schema: one object a report, one a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sayso.views.exports.columns import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.views.exports.report import Report


def json_lines(reports: Iterable[Report]) -> Iterator[str]:
    """A line for each report, with all columns; what is absent is null, a list an array."""
    for report in reports:
        row = {column.name: column.of(report) for column in COLUMNS}
        yield json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n"
