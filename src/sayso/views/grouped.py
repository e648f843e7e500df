"""Which reports tell one happening, as a lens sees them.

The ledger keeps the groups of what was read in the readings that hold now. Where a lens sees other reports, the groups
that have lost one or win one are worked out anew and laid over the kept ones. All others stay as they are: whether two
reports are one follows from these two alone.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from sayso.ledger.happenings import group
from sayso.ledger.happenings.keeping import candidates, joined_by, named
from sayso.ledger.happenings.packing import unpacked
from sayso.ledger.schema import READINGS, REPORTS
from sayso.views.changed import Placed, changed_readings, listed
from sayso.views.lens import laid
from sayso.views.told_reports import Reports

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from sqlalchemy import Connection, Select

    from sayso.views.changed import Changed
    from sayso.views.lens import Lens

type Key = tuple[str, str, str]
type Asked = Callable[[Reports], Select[Any]]


@dataclass(frozen=True, slots=True)
class Grouped:
    """Reports with the happening that each belongs to.

    Attributes:
        parts: no happening has reports in two of them.
        verdicts: happening → the verdicts that made it other than what was read: those that bear on one of its reports,
            or on one that is no longer among them.
        anew: (reading, event) → its happening, where that was worked out anew; of an event that is about another
            ("called off the visit"), its own.
    """

    parts: tuple[Reports, ...]
    verdicts: Mapping[str, Collection[int]] = field(default_factory=dict)
    anew: Mapping[tuple[int, int], str] = field(default_factory=dict)


def grouped(connection: Connection, lens: Lens, asked: Asked) -> Grouped:
    """The groups of the reports that the lens sees.

    Args:
        connection: where they are looked up.
        lens: with which verdicts, and as of when.
        asked: which happenings are meant, of some reports. Where reports were only learned later, no others are right.
    """
    kept = Reports(lens)
    if lens.before is None and not lens.held:
        return Grouped((kept,))
    changed = tuple(changed_readings(connection, lens))
    late = _late(connection, lens)
    absent = _Absent(
        late | {each.superseded for each in changed if each.superseded is not None},
        {(one.reading, one.event) for each in changed if each.superseded is None for one in each.read},
    )
    touched = _touched(connection, changed, absent)
    lessened = _lessened(connection, asked(kept), late) - touched if late else set()
    rows = _members(connection, touched | lessened, absent)
    together = [*(one for name in touched for one in rows[name]), *(one for each in changed for one in each.mended)]
    names = _named(together)
    for name in lessened:
        names |= _named(rows[name])
    told = [*together, *(one for name in lessened for one in rows[name])]
    own = sorted(told, key=lambda one: one.report.key[2])
    return Grouped(
        parts=_parts(lens, told, names, touched | lessened),
        verdicts=_verdicts(changed, rows, touched, names),
        anew={(one.reading, one.event): names[one.report.key] for one in own},
    )


@dataclass(frozen=True, slots=True)
class _Absent:
    """Kept reports that the lens does not see so: those of ``readings``, and of ``events``, each (reading, event)."""

    readings: set[int]
    events: set[tuple[int, int]]

    def has(self, row: Any) -> bool:
        """Whether the report of this row, which has ``reading`` and ``event``, is one of them."""
        return row.reading in self.readings or (row.reading, row.event) in self.events


def _late(connection: Connection, lens: Lens) -> set[int]:
    """The readings that hold now and were learned since."""
    if lens.before is None:
        return set()
    query = select(READINGS.c.reading).where(READINGS.c.superseded.is_(None), READINGS.c.learned >= lens.before)
    return set(connection.execute(query).scalars())


def _touched(connection: Connection, changed: Sequence[Changed], absent: _Absent) -> set[str]:
    """The kept happenings that lose a report to the changed readings, or that one of these belongs to."""
    places = {each.superseded for each in changed} | {one.reading for each in changed for one in each.read}
    query = select(REPORTS.c.reading, REPORTS.c.event, REPORTS.c.happening)
    query = query.where(REPORTS.c.reading.in_(listed(number for number in places if number is not None)))
    found = {row.happening for row in connection.execute(query) if absent.has(row)}
    told = {one.report for each in changed for one in (*each.read, *each.mended)}
    # What is one event with a kept report is in its happening, which is found already.
    for report in told - {one.report for each in changed if each.superseded is None for one in each.read}:
        rows = candidates(connection, report)
        found |= joined_by(report, (row for row in rows if row.happening not in found and not absent.has(row)))
    return found


def _lessened(connection: Connection, asked: Select[Any], late: set[int]) -> set[str]:
    """The happenings asked for that have reports which were learned since."""
    query = select(REPORTS.c.happening).where(REPORTS.c.happening.in_(asked), REPORTS.c.reading.in_(listed(late)))
    return set(connection.execute(query.distinct()).scalars())


def _members(connection: Connection, happenings: set[str], absent: _Absent) -> Mapping[str, Sequence[Placed]]:
    """Kept happening → its reports that were there."""
    found: dict[str, list[Placed]] = defaultdict(list)
    for row in connection.execute(select(REPORTS).where(REPORTS.c.happening.in_(listed(happenings)))):
        if not absent.has(row):
            found[row.happening].append(Placed(row.reading, row.event, unpacked(row.packed), row.packed))
    return found


def _named(told: Sequence[Placed]) -> dict[Key, str]:
    return named(group([one.report for one in told]))


def _parts(lens: Lens, told: Iterable[Placed], names: Mapping[Key, str], anew: set[str]) -> tuple[Reports, ...]:
    """The kept reports without those of happenings that were worked out ``anew``, and the latter."""
    rows = [
        {
            "reading": one.reading,
            "event": one.event,
            "of": one.report.key[2],
            "happening": names[one.report.key],
            "packed": one.line,
        }
        for one in told
    ]
    over = laid("regrouped", rows, ("reading", "event", "of", "happening", "packed"))
    others = (REPORTS.c.happening.not_in(listed(anew)),) if anew else ()
    return (Reports(lens, where=others), *((Reports(lens, over),) if over is not None else ()))


def _verdicts(
    changed: Sequence[Changed], rows: Mapping[str, Sequence[Placed]], touched: Iterable[str], names: Mapping[Key, str]
) -> dict[str, set[int]]:
    bearing = {key: numbers for each in changed for key, numbers in each.verdicts.items()}
    if not bearing:
        return {}
    as_read = _named(
        [*(one for name in touched for one in rows[name]), *(one for each in changed for one in each.read)]
    )
    of_group: dict[str, set[int]] = defaultdict(set)
    for key, name in as_read.items():
        of_group[name].update(bearing.get(key, ()))
    found: dict[str, set[int]] = defaultdict(set)
    for key, name in names.items():
        found[name].update(bearing.get(key, ()), of_group.get(as_read.get(key, ""), ()))
    return found
