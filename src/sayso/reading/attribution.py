"""Which statement a stretch of text is told in."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.records import Span, Statement


class Voices:
    """The statements of one document by the places of their contents: made once, asked often."""

    __slots__ = ("_contents", "_reach", "_starts")

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._contents = sorted(
            (content.start, content.end, -len(statement.chain), statement.id)
            for statement in statements
            for content in statement.content
        )
        self._starts = [content[0] for content in self._contents]
        # How far any content reaches that starts here or before: beyond that no search need go back.
        self._reach = list(accumulate((content[1] for content in self._contents), max))

    def at(self, span: Span) -> str | None:
        """The id of the innermost statement whose content covers ``span``; None: it is the outlet's own voice.

        Innermost is the one with the longest chain, then with the shortest content that covers the span.
        """
        best: tuple[int, int, str] | None = None
        i = bisect_right(self._starts, span.start) - 1
        while i >= 0 and self._reach[i] >= span.end:
            start, end, links, statement = self._contents[i]
            if end >= span.end:
                found = (links, end - start, statement)
                best = found if best is None else min(best, found)
            i -= 1
        return best[2] if best else None
