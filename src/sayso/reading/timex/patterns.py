"""The engine of the grammar: patterns over items, compiled to a trie; the longest match that can be built wins.

A pattern is a line such as ``the? MONTH DAYNUM ,? YEAR``: words in capitals are categories, others are the words
themselves; ``a|b`` is either, ``?`` makes an element optional.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sayso.reading.timex.words import Item

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sayso.reading.timex.expressions import Expression


class Caught:
    """The values of the categories that a pattern met, by category."""

    __slots__ = ("_found",)

    def __init__(self, found: tuple[tuple[str, Any], ...]) -> None:
        self._found = found

    def __getitem__(self, category: str) -> Any:
        """The first value of a category that the pattern requires."""
        return self.all(category)[0]

    def get(self, category: str) -> Any:
        """The first value of a category, None if it was not met."""
        values = self.all(category)
        return values[0] if values else None

    def all(self, category: str) -> list[Any]:
        """Its values, in text order."""
        return [value for name, value in self._found if name == category]

    def has(self, category: str) -> bool:
        """Whether the category (or literal word) was met."""
        return any(name == category for name, _ in self._found)


@dataclass(frozen=True, slots=True)
class Rule:
    """Items that match one of ``patterns`` become one item of ``category``, with what ``build`` makes of them.

    ``build`` answers None to refuse a match. The first ``lead`` items are context, and so are
    the last ``trail``: they must be there and stay as is.
    """

    category: str
    patterns: tuple[str, ...]
    build: Callable[[Caught], Expression | None]
    lead: int = 0
    trail: int = 0


# Optional elements that no expression ends in: "the quarter of", "Sept. 3,".
_NO_END = frozenset({",", "of", "-", "the"})


@dataclass(slots=True)
class _Node:
    edges: dict[str, _Node] = field(default_factory=dict)
    rules: list[tuple[int, Rule]] = field(default_factory=list)


class Grammar:
    """Rules of one level; earlier rules win where two match the same items."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._root = _Node()
        self.literals: frozenset[str] = frozenset()
        for priority, rule in enumerate(rules):
            for pattern in rule.patterns:
                self._add(pattern, (priority, rule))

    def _add(self, pattern: str, entry: tuple[int, Rule]) -> None:
        nodes = [self._root]
        for element in pattern.split():
            words = element.removesuffix("?").split("|")
            self.literals |= {word for word in words if not word.isupper()}
            reached = [node.edges.setdefault(word, _Node()) for node in nodes for word in words]
            nodes = [*nodes, *reached] if element.endswith("?") else reached
        for node in nodes:
            if node is not self._root and entry not in node.rules:
                node.rules.append(entry)

    def apply(self, items: Sequence[Item]) -> list[Item]:
        """The items, left to right, with every longest match replaced by what it means."""
        found: list[Item] = []
        i = 0
        while i < len(items):
            hit = self._longest(items, i)
            found.extend(hit[1] if hit else items[i : i + 1])
            i = hit[0] if hit else i + 1
        return found

    def _longest(self, items: Sequence[Item], i: int) -> tuple[int, list[Item]] | None:
        matches = self._matches(items, i)
        matches.sort(key=lambda match: (-match[0], match[1]))
        for end, _, rule, caught in matches:
            built = rule.build(Caught(caught))
            if built is not None:
                start, after = i + rule.lead, end - rule.trail
                return after, [*items[i:start], Item(items[start].first, items[after - 1].end, {rule.category: built})]
        return None

    def _matches(self, items: Sequence[Item], i: int) -> list[tuple[int, int, Rule, tuple[tuple[str, Any], ...]]]:
        found: list[tuple[int, int, Rule, tuple[tuple[str, Any], ...]]] = []
        stack: list[tuple[_Node, int, tuple[tuple[str, Any], ...]]] = [(self._root, i, ())]
        while stack:
            node, at, caught = stack.pop()
            if node.rules and not (caught and caught[-1][0] in _NO_END):
                found.extend((at, priority, rule, caught) for priority, rule in node.rules)
            if at == len(items) or not node.edges:
                continue
            for name, value in items[at].senses.items():
                following = node.edges.get(name)
                if following is not None:
                    stack.append((following, at + 1, (*caught, (name, value))))
        return found
