"""Files, folders and standard input: each file by its format, each answered by Rows, whatever happens."""

from __future__ import annotations

import dataclasses
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.errors import InputError, MissingInput, UnreadableInput
from sayso.records import Document
from sayso.sources.decoding import MOST_BYTES_A_CHARACTER, refuse_binary, refuse_too_large, text_of, too_large
from sayso.sources.jsonl import HTML_FACTOR, page_of, read_jsonl
from sayso.sources.markdown import read_markdown
from sayso.sources.published import published_date
from sayso.sources.row import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO, Literal

type Format = Literal["plain", "markdown", "html", "jsonl"]

SUFFIXES: dict[str, Format] = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}

_STDIN = "standard input"
# Bytes that are looked through at once when lines are counted.
_CHUNK = 1 << 20

# What a page starts with, for a file whose name does not tell.
_PAGE_STARTS = ("<!doctype html", "<html", "<head", "<body", "<?xml")


def read_paths(
    paths: Iterable[str | Path],
    *,
    form: Format | None = None,
    published: str | None = None,
    max_characters: int,
    stdin: BinaryIO | None = None,
) -> Iterator[Row]:
    """Rows of all documents in these files and folders, in order; lazily, so that a batch of any size goes through.

    A folder is read recursively in sorted order: the files whose names end as ``SUFFIXES`` tells, but no hidden ones.
    What can't be read is a Row with an error, and the batch goes on.

    Args:
        paths: files and folders; ``-`` is ``stdin``.
        form: what the files and ``stdin`` hold, whatever their names tell; None goes by the names.
        published: the date of all documents, whatever they say themselves.
        max_characters: the longest text that is read, in code points.
        stdin: what ``-`` stands for, in bytes.

    Raises:
        UnreadableInput: if ``published`` is no date.
    """
    given = published_date(published, where="--published") if published else None
    return _rows(paths, form, given, max_characters, stdin)


def _rows(
    paths: Iterable[str | Path], form: Format | None, published: str | None, most: int, stdin: BinaryIO | None
) -> Iterator[Row]:
    for path in paths:
        if str(path) == "-" and stdin is not None:
            yield from _opened(stdin, _STDIN, form, published, most)
        elif os.path.isdir(path):  # noqa: PTH112 - also for names that Path refuses
            yield from _folder(Path(path), published, most)
        else:
            yield from read_file(Path(path), form=form, published=published, max_characters=most)


def _folder(folder: Path, published: str | None, most: int) -> Iterator[Row]:
    files = sorted(_files(folder), key=lambda path: path.parts)
    for path in files:
        yield from read_file(path, published=published, max_characters=most)
    if not files:
        endings = ", ".join(SUFFIXES)
        error = MissingInput(
            f"this folder holds nothing to read: it has no file that ends in {endings}", where=str(folder)
        )
        yield Row(str(folder), error=error, where=str(folder))


def _files(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(root, name) for name in names if _suffix(name) in SUFFIXES and not name.startswith("."))


def _suffix(name: str) -> str:
    return os.path.splitext(name)[1].lower()  # noqa: PTH122 - a name, no path


def count_rows(paths: Iterable[str | Path], *, form: Format | None = None) -> int:
    """About how many Rows ``read_paths`` gives, told without reading what is one document; a stream counts for none."""
    return sum(_count(Path(path), form) for path in paths if str(path) != "-")


def _count(path: Path, form: Format | None) -> int:
    try:
        if path.is_dir():
            return sum(_count(file, None) for file in _files(path))
        if (form or SUFFIXES.get(path.suffix.lower())) != "jsonl":
            return 1
        with path.open("rb") as lines:
            return sum(chunk.count(b"\n") for chunk in iter(partial(lines.read, _CHUNK), b""))
    except (OSError, ValueError):
        return 1


def read_file(
    path: Path, *, form: Format | None = None, published: str | None = None, max_characters: int
) -> Iterator[Row]:
    """The Rows of one file: one for each line of JSONL, else one; ``form`` None goes by the file's name."""
    where = str(path)
    form = form or SUFFIXES.get(path.suffix.lower())
    try:
        with path.open("rb") as stream:
            if form == "jsonl":
                refuse_binary(stream.peek(16), where=where)
            yield from _opened(stream, where, form, published, max_characters)
    except (OSError, ValueError, InputError) as error:
        yield Row(where, error=_explained(error, where), where=where)


def _opened(stream: BinaryIO, name: str, form: Format | None, published: str | None, most: int) -> Iterator[Row]:
    if form == "jsonl":
        yield from read_jsonl(stream, name=name, max_characters=most, published=published)
    else:
        yield read_stream(stream, name=name, form=form, published=published, max_characters=most)


def _explained(error: Exception, where: str) -> InputError:
    if isinstance(error, InputError):
        return error
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return MissingInput("there is no such file or folder: check the path", where=where)
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return UnreadableInput(f"this file can't be read ({reason}): check its permissions and its name", where=where)


def read_stream(
    stream: BinaryIO, *, name: str, form: Format | None = None, published: str | None = None, max_characters: int
) -> Row:
    """The one document that the bytes of ``stream`` are; ``form`` None tells a page from plain text by its start."""
    try:
        data = stream.read(max_characters * MOST_BYTES_A_CHARACTER * HTML_FACTOR + 1)
        document = read_bytes(data, form=form, where=name, max_characters=max_characters)
    except InputError as error:
        return Row(name, error=error, where=name)
    except OSError as error:
        return Row(name, error=_explained(error, name), where=name)
    if published:
        document = dataclasses.replace(document, id="", published=published, published_basis="given")
    return Row(document.id, document, where=name)


def read_bytes(data: bytes, *, form: Format | None = None, where: str | None = None, max_characters: int) -> Document:
    """The Document that a whole file's bytes are.

    Raises:
        TooLargeInput: if it is longer than ``max_characters`` (a page may have ten times as much markup).
        UnreadableInput: if it is no text, a page that can't be taken apart, or tells a date that is none.
    """
    most = max_characters * (1 if form in ("plain", "markdown") else HTML_FACTOR)
    if len(data) > most * MOST_BYTES_A_CHARACTER:
        raise too_large(max_characters, where=where)
    text = text_of(data, html=form in ("html", None), where=where)
    if form == "html" or (form is None and text.lstrip()[:15].lower().startswith(_PAGE_STARTS)):
        return page_of(text, where=where, max_characters=max_characters)
    refuse_too_large(len(text), max_characters, where=where)
    return read_markdown(text, where=where) if form == "markdown" else Document(text)
