"""Which statement a stretch of text is told in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.records import Span, Statement


def statement_of(statements: Sequence[Statement], span: Span) -> str | None:
    """The id of the innermost statement whose content covers ``span``; None: it is the outlet's own voice.

    Innermost is the one with the longest chain, then with the shortest content that covers the span.
    """
    found = [
        (-len(statement.chain), len(content), statement.id)
        for statement in statements
        for content in statement.content
        if content.covers(span)
    ]
    return min(found)[2] if found else None
