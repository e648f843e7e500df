"""What commands print: lines of JSON, CSV, text for people, and errors."""

from __future__ import annotations

import sys
from itertools import chain
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console, RenderableType

    from sayso.errors import SaysoError


def complain(error: SaysoError) -> None:
    """Print an error as one sentence on standard error, with where it happened; nothing of it steers the terminal."""
    from sayso.records.wording import clean

    where = f"{error.where}: " if error.where and error.where not in error.message else ""
    sys.stderr.write(f"sayso: {clean(where + error.message)}\n")


def error_json(row_id: str, error: SaysoError) -> str:
    """The line that answers a row which could not be read."""
    import json

    return json.dumps({"id": row_id, "error": {"kind": error.kind, "message": error.message}}, ensure_ascii=False)


def put_line(line: str) -> None:
    """Write one line in UTF-8, whatever the terminal's encoding is."""
    sys.stdout.buffer.write(line.encode("utf-8", "backslashreplace") + b"\n")
    sys.stdout.buffer.flush()


def console() -> Console:
    """Where people read: plain and 80 columns wide when piped."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=False, width=None if sys.stdout.isatty() else _piped_width())


def _piped_width() -> int:
    import os

    told = os.environ.get("COLUMNS", "")
    return int(told) if told.isdecimal() and int(told) else 80


def show(renderable: RenderableType) -> None:
    """Print something for people; piped, without blanks at the ends of lines."""
    screen = console()
    if screen.is_terminal:
        screen.print(renderable)
        return
    with screen.capture() as captured:
        screen.print(renderable)
    for line in captured.get().splitlines():
        put_line(line.rstrip())


def put_csv(names: Iterable[str], rows: Iterable[Iterable[Any]]) -> None:
    """Write a line of ``names``, then a line for each row; a cell that is None stays empty."""
    for row in chain([names], rows):
        put_line(_csv_line(row))


def _csv_line(values: Iterable[Any]) -> str:
    import csv
    import io

    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="").writerow(values)
    return buffer.getvalue()
