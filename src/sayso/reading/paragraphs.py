"""The paragraphs of a text before it is parsed, and whether its lines are broken in mid-sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# A hard-wrapped text breaks its lines in mid-sentence: most of its lines are about as long as the longest.
_WRAPPED_WIDTH = range(50, 100)
_WRAPPED_SHARE = 0.6

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_BLOCK = re.compile(r"\S(?:[^\n]|\n(?!\s*\n))*")


def is_hard_wrapped(text: str) -> bool:
    """Whether single line breaks stand in mid-sentence, as in mail and old wire copy."""
    lines = [len(line) for line in text.splitlines() if line.strip()]
    if len(lines) < 4:  # noqa: PLR2004 - too few lines to tell
        return False
    longest = max(lines)
    near = sum(line > longest * 0.75 for line in lines)
    return longest in _WRAPPED_WIDTH and near >= _WRAPPED_SHARE * len(lines)


def paragraphs(text: str) -> list[Span]:
    """The paragraphs, in order, without white space around: lines, or in a hard-wrapped text what blanks divide."""
    return list(_trimmed(text, _BLOCK if is_hard_wrapped(text) else _LINE))


def _trimmed(text: str, pattern: re.Pattern[str]) -> Iterator[Span]:
    for found in pattern.finditer(text):
        words = found[0]
        if stripped := words.strip():
            start = found.start() + len(words) - len(words.lstrip())
            yield Span(start, start + len(stripped))
