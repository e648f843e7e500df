"""Groups of reports: what is joined by pairs that are alike enough. They follow from the set, not from its order."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

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
    for candidates in _blocks(reports):
        for n, a in enumerate(candidates):
            for b in _before(candidates, n):
                if groups.find(a.key) != groups.find(b.key) and are_one(a, b):
                    groups.join(a.key, b.key)
    return {report.key: groups.find(report.key) for report in reports}


def _blocks(reports: Iterable[Report]) -> Iterable[list[Report]]:
    """Reports of one act with one party in common, by the day that they are looked up by: only such can be alike."""
    blocks: dict[tuple[str, str, bool], list[Report]] = defaultdict(list)
    for report in reports:
        for party in report.parties:
            blocks[report.act, party, report.anchor is None].append(report)
    return (sorted(block, key=_day) for block in blocks.values())


def _day(report: Report) -> int:
    return report.anchor or 0


def _before(candidates: Sequence[Report], n: int) -> Iterator[Report]:
    """Those before the n-th that stand near enough in time to be alike, the nearest first."""
    for at in range(n - 1, -1, -1):
        if _day(candidates[n]) - _day(candidates[at]) > WINDOW:
            return
        yield candidates[at]
