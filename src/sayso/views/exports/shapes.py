"""What the tables in other projects' shapes share: which reports they can hold, their day, and lines with tabs."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from sayso.records.wording import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.views.exports.report import Report

_DONE = frozenset(("actual", "ongoing"))
# What is planned or undone, and PLOVER's rules make another type of: planned aid is AGREE, a cancelled visit REJECT.
_RECODED = frozenset(("planned", "denied"))
# Types whose very meaning is that something is still to come.
_TO_COME = frozenset(("AGREE", "CONCEDE", "THREATEN"))


def holds_by_its_type(report: Report) -> bool:
    """Whether the report's type is told as fact, so that a table without a column for status may hold it.

    A denied attack or a possible visit would stand there as if it had been: it is left out.
    """
    if report.status in _DONE:
        return True
    to_come = report.status == "planned" and report.type in _TO_COME
    return to_come or (report.status in _RECODED and report.type != report.act)


def day_of(report: Report) -> date | None:
    """The day of a table that has one day: the first; where there is an end alone, the last.

    Where the text tells none, the first on which the document may have been published.
    """
    if report.from_day is None and report.to_day is not None:
        return date.fromisoformat(report.to_day) - timedelta(days=1)
    told = report.from_day or report.document.published_from
    return date.fromisoformat(told) if told else None


def tabbed(cells: Iterable[object]) -> str:
    """A line of cells with tabs between.

    No cell holds a tab, a line break or a quotation mark, so that every reader takes the line apart in the same way,
    whether it knows of quoting or not.
    """
    return "\t".join(clean(str(cell)).replace('"', "'") for cell in cells) + "\n"
