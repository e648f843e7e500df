"""Runs the command line in this process, so that the parser's model is loaded once for all tests."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.cli import main

if TYPE_CHECKING:
    import pytest


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it printed."""

    status: int
    out: str
    err: str


class _Stdin:
    """Standard input with these bytes."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)

    def isatty(self) -> bool:
        return False


def run(patch: pytest.MonkeyPatch, *arguments: str, stdin: bytes = b"") -> Ran:
    """What ``sayso`` does with these arguments."""
    out, err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    patch.setattr(sys, "argv", ["sayso", *arguments])
    patch.setattr(sys, "stdin", _Stdin(stdin))
    patch.setattr(sys, "stdout", out)
    patch.setattr(sys, "stderr", err)
    patch.setenv("COLUMNS", "80")
    try:
        main()
        status = 0
    except SystemExit as stopped:
        status = stopped.code if isinstance(stopped.code, int) else int(stopped.code is not None)
    return Ran(status, _written(out), _written(err))


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode("utf-8")
