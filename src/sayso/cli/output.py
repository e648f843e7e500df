"""What commands print: lines of JSON, CSV, text for people, and errors."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rich.console import Console, RenderableType

    from sayso.errors import SaysoError


def complain(error: SaysoError) -> None:
    """Print an error as one sentence on standard error, with where it happened."""
    where = f"{error.where}: " if error.where and error.where not in error.message else ""
    sys.stderr.write(f"sayso: {where}{error.message}\n")


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


def put_csv(rows: Iterable[Mapping[str, Any]]) -> None:
    """Write rows as CSV with a line of names; lists as words with semicolons between."""
    import csv
    import io

    names: list[str] | None = None
    for row in rows:
        buffer = io.StringIO()
        writer = csv.writer(buffer, lineterminator="")
        if names is None:
            names = list(row)
            writer.writerow(names)
            put_line(buffer.getvalue())
            buffer.seek(0)
            buffer.truncate()
        writer.writerow(["" if row[name] is None else row[name] for name in names])
        put_line(buffer.getvalue())
