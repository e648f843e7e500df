"""The labels of the examples as numbers."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from sayso.lexicon.plover import codebook
from sayso.reading.marking import MOST_PIECES, Marker, Question

if TYPE_CHECKING:
    from sentences import Example

__all__ = ["LABELS", "MOST_PIECES", "Marker", "Question", "labels_of"]

_TYPES = ["NONE", *codebook().types]
_MODES = ["-", *(f"{name}/{mode}" for name, kind in codebook().types.items() for mode in kind.modes)]
_STATUSES = ["actual", "ongoing", "planned", "possible", "denied", "hypothetical"]
LABELS = {"type": _TYPES, "mode": _MODES, "status": _STATUSES}
_IGNORED = -100


def labels_of(example: Example) -> tuple[int, int, int]:
    """The places of an example's labels; what it does not tell is ignored in training."""
    mode = f"{example.type}/{example.mode}" if example.mode else "-"
    status = _STATUSES.index(example.status) if example.status else _IGNORED
    if example.type is None:
        return _IGNORED, _IGNORED, status
    return _TYPES.index(example.type), _MODES.index(mode) if example.type != "NONE" else _IGNORED, status
