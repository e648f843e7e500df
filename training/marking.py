"""Marked sentences as numbers. A reading will have to mark them in the same way: this moves there with the coder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenizers import AddedToken, Tokenizer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    # Of a sentence, (role, start, end), half-open in code points; of a batch, a row of numbers for each sentence.
    Marks = Sequence[tuple[str, int, int]]
    Numbers = list[list[int]]

# Longer sentences are cut, in word pieces.
MOST_PIECES = 128
ROLES = ("A", "P", "R")
# Unused words of the encoder's vocabulary open and close the marks of actor, predicate and recipient.
MARKS = {"A": ("[unused1]", "[unused2]"), "P": ("[unused3]", "[unused4]"), "R": ("[unused5]", "[unused6]")}


class Marker:
    """Turns marked sentences into word pieces."""

    def __init__(self, tokenizer: Path) -> None:
        words = [word for pair in MARKS.values() for word in pair]
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._tokenizer.add_special_tokens([AddedToken(word, special=True) for word in words])
        self._ids = {word: self._tokenizer.token_to_id(word) for word in words}

    def save(self, path: Path) -> None:
        """Write the tokenizer with its marks."""
        self._tokenizer.save(str(path))

    def batch(self, rows: Iterable[tuple[str, Marks]]) -> tuple[Numbers, Numbers, Numbers]:
        """(ids, mask, places of the opening marks of A, P and R), each row padded to the longest.

        Args:
            rows: (sentence, marks); a mark is (role, start, end), half-open in code points of the sentence. A place is
                0 where there is no such mark.
        """
        encoded = [self._tokenizer.encode(marked(text, marks)).ids for text, marks in rows]
        encoded = [ids if len(ids) <= MOST_PIECES else [*ids[: MOST_PIECES - 1], ids[-1]] for ids in encoded]
        width = max(map(len, encoded))
        ids = [row + [0] * (width - len(row)) for row in encoded]
        mask = [[1] * len(row) + [0] * (width - len(row)) for row in encoded]
        places = [[self._place(row, role) for role in ROLES] for row in encoded]
        return ids, mask, places

    def _place(self, ids: list[int], role: str) -> int:
        wanted = self._ids[MARKS[role][0]]
        return ids.index(wanted) if wanted in ids else 0


def marked(text: str, marks: Marks) -> str:
    """The sentence with the marks' words around their spans; marks inside others are left out."""
    found, free = text, len(text) + 1
    for role, start, end in sorted(marks, key=lambda mark: -mark[1]):
        if end > free:
            continue
        opening, closing = MARKS[role]
        found = f"{found[:start]}{opening} {found[start:end]} {closing}{found[end:]}"
        free = start
    return found
