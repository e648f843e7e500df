"""Whether the happenings that a ledger keeps are those that follow from its reports, grouped anew, all at once."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, select

from sayso.ledger.happenings.grouping import group
from sayso.ledger.happenings.keeping import named
from sayso.ledger.happenings.packing import unpacked
from sayso.ledger.schema import REPORTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection, Row

    from sayso.ledger.happenings.report import Report

type AnyRow = Row[Any]

# So many documents are named in a sentence.
_FEW = 3
# A report's act (packing.py); null where the line was made something else: that is told of as a row that is wrong.
_ACT = case((func.json_valid(REPORTS.c.packed), func.json_extract(REPORTS.c.packed, "$[1]")))


def misgrouped(connection: Connection) -> Iterator[str]:
    """What is wrong with the kept happenings, a sentence for each: reports that are kept in one but belong to another.

    Only reports of one act can be alike, so those of one act at a time are in memory.
    """
    acts = connection.execute(select(_ACT).distinct().order_by(_ACT)).scalars().all()
    for act in acts:
        query = select(REPORTS).where(act == _ACT).order_by(REPORTS.c.reading, REPORTS.c.event, REPORTS.c.of)
        yield from _of_reports(_read(connection.execute(query)))


def _read(rows: Iterable[AnyRow]) -> Iterator[tuple[Report, str]]:
    """Each report with the happening that it is kept in."""
    for row in rows:
        with suppress(ValueError, TypeError, IndexError):
            yield unpacked(row.packed), row.happening


def _of_reports(told: Iterable[tuple[Report, str]]) -> Iterator[str]:
    kept = list(told)
    names = named(group([report for report, _ in kept]))
    wrong: dict[tuple[str, str], list[str]] = defaultdict(list)
    for report, happening in kept:
        if happening != names[report.key]:
            wrong[happening, names[report.key]].append(report.key[0])
    for (happening, own), documents in sorted(wrong.items()):
        yield f"the happening {happening} has {_reports(documents)} that {_belong(documents)} to {own}"


def _reports(documents: Sequence[str]) -> str:
    named = sorted(set(documents))
    more = f" and {len(named) - _FEW:,} more" if len(named) > _FEW else ""
    number = "a report" if len(documents) == 1 else f"{len(documents):,} reports"
    return f"{number} of {', '.join(named[:_FEW])}{more}"


def _belong(documents: Sequence[str]) -> str:
    return "belongs" if len(documents) == 1 else "belong"
