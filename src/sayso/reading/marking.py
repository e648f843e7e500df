"""Marked sentences as numbers: how the learned coder is asked about a sentence, in training and in reading alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from tokenizers import AddedToken, Tokenizer

from sayso.lexicon.plover import codebook

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# Not the "type" statement: training imports this too, and torch without a GPU comes for Python 3.11 only.
Role: TypeAlias = Literal["A", "P", "R"]  # noqa: UP040
# (role, start, end), half-open in code points of the text: actor, predicate, recipient.
Mark: TypeAlias = tuple[Role, int, int]  # noqa: UP040
Numbers: TypeAlias = list[list[int]]  # noqa: UP040

# Longer texts are cut, in word pieces.
MOST_PIECES = 128
ROLES: tuple[Role, ...] = ("A", "P", "R")
PARTIES: tuple[Role, ...] = ("A", "R")
# No act: what an answer may be, and a hint where the frames are silent.
NONE = "NONE"
# Unused words of the encoder's vocabulary open and close the marks.
MARKS = {"A": ("[unused1]", "[unused2]"), "P": ("[unused3]", "[unused4]"), "R": ("[unused5]", "[unused6]")}
# Others stand before the text for what the frames tell of it: ``NONE`` and the types, in the codebook's order.
_HINTS = {type_: f"[unused{10 + n}]" for n, type_ in enumerate((NONE, *codebook().types))}


@dataclass(frozen=True, slots=True)
class Question:
    """What does A do to R in this text, as P tells? Marks may be missing, and several of one role may stand.

    ``hint`` is the PLOVER type that the frames tell, ``NONE`` if they are silent; None if they were not asked.
    """

    text: str
    marks: tuple[Mark, ...]
    hint: str | None = None


class Marker:
    """Turns questions into word pieces."""

    def __init__(self, tokenizer: Path) -> None:
        words = [*(word for pair in MARKS.values() for word in pair), *_HINTS.values()]
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._tokenizer.add_special_tokens([AddedToken(word, special=True) for word in words])
        self._ids = {word: self._tokenizer.token_to_id(word) for word in words}

    def save(self, path: Path) -> None:
        """Write the tokenizer with its marks."""
        self._tokenizer.save(str(path))

    def batch(self, questions: Iterable[Question]) -> tuple[Numbers, Numbers, Numbers]:
        """(ids, mask, places of the opening marks of A, P and R), each row padded to the longest.

        A place is 0 where there is no such mark.
        """
        encoded = [self._tokenizer.encode(marked(question)).ids for question in questions]
        encoded = [ids if len(ids) <= MOST_PIECES else [*ids[: MOST_PIECES - 1], ids[-1]] for ids in encoded]
        width = max(map(len, encoded))
        ids = [row + [0] * (width - len(row)) for row in encoded]
        mask = [[1] * len(row) + [0] * (width - len(row)) for row in encoded]
        places = [[self._place(row, role) for role in ROLES] for row in encoded]
        return ids, mask, places

    def _place(self, ids: list[int], role: Role) -> int:
        wanted = self._ids[MARKS[role][0]]
        return ids.index(wanted) if wanted in ids else 0


def marked(question: Question) -> str:
    """The text with the marks' words around their spans, behind the hint's; a mark inside another is left out."""
    found, free = question.text, len(question.text) + 1
    for role, start, end in sorted(question.marks, key=lambda mark: -mark[1]):
        if end > free:
            continue
        opening, closing = MARKS[role]
        found = f"{found[:start]}{opening} {found[start:end]} {closing}{found[end:]}"
        free = start
    return f"{_HINTS[question.hint]} {found}" if question.hint else found
