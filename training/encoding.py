"""How a marked sentence becomes numbers: the same for training and for reading."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tokenizers import AddedToken, Tokenizer

if TYPE_CHECKING:
    from sentences import Example

MAX_TOKENS = 128
ROLES = ("A", "P", "R")
# Unused words of the encoder's vocabulary open and close the marks.
MARKS = {"A": ("[unused1]", "[unused2]"), "P": ("[unused3]", "[unused4]"), "R": ("[unused5]", "[unused6]")}

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))
from sayso.lexicon.plover import codebook  # noqa: E402

_TYPES = ["NONE", *codebook().types]
_MODES = ["-", *(f"{name}/{mode}" for name, kind in codebook().types.items() for mode in kind.modes)]
_STATUSES = ["actual", "ongoing", "planned", "possible", "denied", "hypothetical"]
LABELS = {"type": _TYPES, "mode": _MODES, "status": _STATUSES}
_IGNORED = -100


def labels_of(example: Example) -> tuple[int, int, int]:
    """The places of an example's labels; what it does not tell is ignored in training."""
    mode = f"{example.type}/{example.mode}" if example.mode else "-"
    status = _STATUSES.index(example.status) if example.status else _IGNORED
    return _TYPES.index(example.type), _MODES.index(mode) if example.type != "NONE" else _IGNORED, status


class Encoder:
    """Marked sentences to ids."""

    def __init__(self, tokenizer: Path) -> None:
        self._tokenizer = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._tokenizer.add_special_tokens([AddedToken(t, special=True) for pair in MARKS.values() for t in pair])
        self._ids = {t: self._tokenizer.token_to_id(t) for pair in MARKS.values() for t in pair}

    def save(self, path: Path) -> None:
        """Write the tokenizer with its marks."""
        self._tokenizer.save(str(path))

    def batch(self, rows: list[tuple[str, tuple[tuple[str, int, int], ...]]], *, most: int) -> tuple[list, list, list]:
        """(ids, mask, places of the opening marks of A, P and R; 0 where there is none), padded to the longest row."""
        encoded = [self._tokenizer.encode(marked(text, marks)).ids for text, marks in rows]
        encoded = [ids if len(ids) <= most else ids[: most - 1] + ids[-1:] for ids in encoded]
        width = max(map(len, encoded))
        ids = [row + [0] * (width - len(row)) for row in encoded]
        mask = [[1] * len(row) + [0] * (width - len(row)) for row in encoded]
        places = [[self._place(row, role) for role in ROLES] for row in encoded]
        return ids, mask, places

    def _place(self, ids: list[int], role: str) -> int:
        wanted = self._ids[MARKS[role][0]]
        return ids.index(wanted) if wanted in ids else 0


def marked(text: str, marks: tuple[tuple[str, int, int], ...]) -> str:
    """The text with the marks' words around their spans."""
    found = text
    for role, start, end in sorted(marks, key=lambda mark: -mark[1]):
        opening, closing = MARKS[role]
        found = f"{found[:start]}{opening} {found[start:end]} {closing}{found[end:]}"
    return found
