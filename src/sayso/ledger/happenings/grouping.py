"""Groups of reports: what is joined by pairs that are alike enough. They follow from the set, not from its order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.ledger.happenings.blocking import looks_under, stands_under
from sayso.ledger.happenings.evidence import WINDOW, are_one

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from sayso.ledger.happenings.report import Report


class Groups[Key: Hashable]:
    """Disjoint sets of keys that may be joined; a set is called by the least of its keys."""

    def __init__(self) -> None:
        self._above: dict[Key, Key] = {}

    def find(self, key: Key) -> Key:
        """What the key's set is called; a key that was never joined is its own set."""
        path = []
        while (above := self._above.get(key, key)) != key:
            path.append(key)
            key = above
        self._above.update(dict.fromkeys(path, key))
        return key

    def join(self, a: Key, b: Key) -> None:
        """Makes one set of those of the two keys."""
        first, second = sorted((self.find(a), self.find(b)), key=_order)
        if first != second:
            self._above[second] = first


def _order(key: object) -> str:
    return repr(key)


def group(reports: Sequence[Report]) -> dict[tuple[str, str, str], tuple[str, str, str]]:
    """Each report's key → that of its group: the least of the group's keys."""
    groups: Groups[tuple[str, str, str]] = Groups()
    for a, b in _comparable(reports):
        if groups.find(a.key) != groups.find(b.key) and are_one(a, b):
            groups.join(a.key, b.key)
    return {report.key: groups.find(report.key) for report in reports}


def _comparable(reports: Iterable[Report]) -> Iterator[tuple[Report, Report]]:
    """Pairs of one act that share a key and stand near enough in time: only such can be alike."""
    blocks: dict[tuple[str, str, bool], _Block] = defaultdict(_Block)
    for report in reports:
        undated = report.anchor is None
        for key in stands_under(report):
            blocks[report.act, key, undated].standing.append(report)
        for key in looks_under(report):
            blocks[report.act, key, undated].looking.append(report)
    for block in blocks.values():
        yield from block.pairs()


@dataclass(frozen=True, slots=True)
class _Block:
    """The reports that stand under one key, and those that look there."""

    standing: list[Report] = field(default_factory=list)
    looking: list[Report] = field(default_factory=list)

    def pairs(self) -> Iterator[tuple[Report, Report]]:
        """Those that may be alike, each once."""
        standing = sorted(self.standing, key=_day)
        days = [_day(report) for report in standing]
        twofold = {report.key for report in standing}
        for a in self.looking:
            first, after = bisect_left(days, _day(a) - WINDOW), bisect_right(days, _day(a) + WINDOW)
            for b in standing[first:after]:
                if b is not a and (a.key not in twofold or b.key <= a.key):
                    yield a, b


def _day(report: Report) -> int:
    return report.anchor or 0
