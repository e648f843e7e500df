"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import secrets
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO

from sayso.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def whole_file(path: Path, *, force: bool, option: str = "--output") -> Iterator[BinaryIO]:
    """Something to write to, which becomes ``path`` at the end: a reader never meets half a file.

    Whatever goes wrong inside, what stood there before is left as it was. ``option`` is what named the path.

    Raises:
        OutputError: something is there and ``force`` is false, it is no file, or it can't be written.
    """
    target = path.resolve()
    draft = target.with_name(f".sayso-{secrets.token_hex(4)}.part")
    try:
        _refuse_taken(target, path, force=force, option=option)
        with draft.open("xb") as sink:
            yield sink
            sink.flush()
            os.fsync(sink.fileno())
        _refuse_taken(target, path, force=force, option=option)
        draft.replace(target)
    except OSError as error:
        message = f"{path} can't be written ({error.strerror or error}): name another file with {option}"
        raise OutputError(message, where=str(path)) from error
    finally:
        # Renamed, or never made: then there is nothing to remove, whatever the system calls that.
        with suppress(OSError):
            draft.unlink()


def _refuse_taken(target: Path, path: Path, *, force: bool, option: str) -> None:
    if target.exists() and not target.is_file():
        message = f"{path} is no file: name one with {option}"
        raise OutputError(message, where=str(path))
    if target.exists() and not force:
        message = f"{path} is there already: name another file with {option}, or replace it with --force"
        raise OutputError(message, where=str(path))
