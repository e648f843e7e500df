"""Quotation marks paired into quotations, whatever marks the writer had at hand.

A mark opens or closes by where it stands, and only then by its shape: pages whose typesetting went wrong open with ”,
close with “, or use two apostrophes. A quotation that runs over several paragraphs opens each of them and closes once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from sayso.records import Span

# Each alternative is one mark. Doubled single marks stand for one double mark.
_MARK = re.compile(r"""["“”„‟«»＂〝〞]|``|''|‘‘|’’|,,(?=\w)|[‘‚‹›`]|(?<!\w)['’](?=\w)|(?<=[^\s(\[])['’](?!\w)""")
_DOUBLE_OPEN = frozenset(("“", "„", "‟", "«", "``", ",,", "‘‘", "〝"))
_DOUBLE_CLOSE = frozenset(("”", "»", "’’", "〞"))
_SINGLE = frozenset("‘’‚‹›`'")
_CLITIC = re.compile(r"['’](?:s|d|m|t|re|ve|ll|em|n|til|cause|tis|twas|\d\ds?)\b", re.IGNORECASE)
_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=\s*[\"“”«])")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Characters [start, end), marks included, stand in quotation marks.

    Attributes:
        inner: what stands between the marks.
        closed: whether the closing mark was found; what was not closed ends with its paragraph.
        continues: whether the next paragraph opens with a mark that carries the same quotation on.
        single: whether the marks are single ones.
    """

    start: int
    end: int
    inner: Span
    closed: bool
    continues: bool = False
    single: bool = False

    @property
    def span(self) -> Span:
        """With its marks."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    text: str
    may_open: bool
    may_close: bool


def quotations(text: str, start: int = 0, end: int | None = None) -> tuple[Quotation, ...]:
    """The quotations in ``text[start:end]``, in text order; none holds another, and each lies in one paragraph."""
    end = len(text) if end is None else end
    found: list[Quotation] = []
    for paragraph_start, paragraph_end in _paragraphs(text, start, end):
        marks = [
            _mark(text, m, paragraph_start, paragraph_end) for m in _MARK.finditer(text, paragraph_start, paragraph_end)
        ]
        if marks:
            found.extend(_pair(text, marks, paragraph_end))
    return tuple(found)


def _paragraphs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [start, *(m.end() for m in _PARAGRAPH.finditer(text, start, end)), end]
    return [(a, b) for a, b in pairwise(cuts) if a < b]


def _mark(text: str, match: re.Match[str], start: int, end: int) -> _Mark:
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    # A mark with space on both sides may be either: then the one before it decides.
    opens_here = not before.isalnum() and (before.isspace() or not after.isspace())
    closes_here = not after.isalnum() and (after.isspace() or not before.isspace())
    return _Mark(match.start(), match.end(), match.group(), opens_here, closes_here)


def _pair(text: str, marks: list[_Mark], limit: int) -> list[Quotation]:
    doubles = _pair_kind(text, [m for m in marks if m.text not in _SINGLE], limit, single=False)
    taken = [(q.start, q.end) for q in doubles]
    singles = [
        m for m in marks if m.text in _SINGLE and not _CLITIC.match(text, m.start) and not _inside(m.start, taken)
    ]
    return _apart(doubles, _pair_kind(text, singles, limit, single=True), text)


def _apart(doubles: list[Quotation], singles: list[Quotation], text: str) -> list[Quotation]:
    """Both in order, without overlaps: "‘ … ’" holds double marks within, a typewriter's mark that does is none."""
    kept: list[Quotation] = []
    for quote in sorted(doubles + singles, key=lambda q: (q.start, -q.end)):
        last = kept[-1] if kept else None
        if last is None or last.end <= quote.start:
            kept.append(quote)
        elif last.single and not quote.single and (last.end < quote.end or text[last.start] != "‘"):
            kept[-1] = quote
    return kept


def _inside(place: int, taken: list[tuple[int, int]]) -> bool:
    return any(a <= place < b for a, b in taken)


def _pair_kind(text: str, marks: list[_Mark], limit: int, *, single: bool) -> list[Quotation]:
    found: list[Quotation] = []
    opened: _Mark | None = None
    for mark in marks:
        if opened is None:
            opened = mark if _opens(mark) else None
        elif _closes(mark):
            if mark.start > opened.end:
                found.append(
                    Quotation(opened.start, mark.end, Span(opened.end, mark.start), closed=True, single=single)
                )
            opened = None
        elif mark.text in _DOUBLE_OPEN and mark.may_open and not single:
            opened = mark
    if opened is not None and not single and opened.end < limit:
        found.extend(_unclosed(text, opened, limit))
    return found


def _opens(mark: _Mark) -> bool:
    return mark.may_open or (mark.text in _DOUBLE_OPEN and not mark.may_close)


def _closes(mark: _Mark) -> bool:
    return mark.may_close or (mark.text in _DOUBLE_CLOSE and not mark.may_open)


def _unclosed(text: str, opened: _Mark, limit: int) -> list[Quotation]:
    """A quotation that its paragraph leaves open; it goes on if the next paragraph opens with a mark."""
    inner = text[opened.end : limit].rstrip()
    if not inner:
        return []
    end = opened.end + len(inner)
    following = text[limit : limit + 4].lstrip()
    continues = bool(following) and following[0] in '"“”«'
    return [Quotation(opened.start, end, Span(opened.end, end), closed=False, continues=continues)]
