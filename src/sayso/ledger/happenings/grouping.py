"""Groups of reports: what is joined by pairs that are alike enough. They follow from the set, not from its order."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sayso.ledger.happenings.evidence import are_one

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

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
            for b in candidates[:n]:
                if are_one(a, b):
                    groups.join(a.key, b.key)
    return {report.key: groups.find(report.key) for report in reports}


def _blocks(reports: Iterable[Report]) -> Iterable[list[Report]]:
    """Reports of one act with one party in common: only such can be alike."""
    blocks: dict[tuple[str, str], list[Report]] = defaultdict(list)
    for report in reports:
        for party in report.parties:
            blocks[report.act, party].append(report)
    return blocks.values()
