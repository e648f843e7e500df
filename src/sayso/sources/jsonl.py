"""JSONL: one document a line, each answered by one Row in the same order."""

from __future__ import annotations

import codecs
import io
import json
from typing import TYPE_CHECKING, Any

from sayso.errors import InputError, UnreadableInput
from sayso.records import Document, Span
from sayso.sources.decoding import MOST_BYTES_A_CHARACTER, refuse_too_large, text_of, too_large
from sayso.sources.page import read_page
from sayso.sources.published import published_date
from sayso.sources.row import Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_STRINGS = ("outlet", "url", "title", "language")

# JSON may write a character as two escapes of six bytes; beside the text stand a few short fields.
_BYTES_A_CHARACTER = 12
_BESIDE = 1 << 16
# A page is this much markup to one character of text at most: more is refused.
HTML_FACTOR = 10


def read_jsonl(
    stream: BinaryIO, *, name: str | None = None, max_characters: int, published: str | None = None
) -> Iterator[Row]:
    """A Row for each line that is not blank, lazily; a line that can't be read gives a Row with the error.

    Args:
        stream: bytes, UTF-8 (or with the mark of UTF-16).
        name: what messages call the stream.
        max_characters: the longest text, in code points.
        published: replaces the date of every row.
    """
    longest = max_characters * max(_BYTES_A_CHARACTER, MOST_BYTES_A_CHARACTER * HTML_FACTOR) + _BESIDE
    for number, line in _numbered(stream, longest):
        where = f"{name}, line {number}" if name else f"line {number}"
        if line is None:
            yield Row(where, error=too_large(max_characters, where=where), where=where)
        elif line.strip():
            yield read_row(line, where=where, max_characters=max_characters, published=published)


def read_row(line: bytes, *, where: str | None = None, max_characters: int, published: str | None = None) -> Row:
    """The Row that one line of JSON describes."""
    row_id = ""
    try:
        told = _object(line, where)
        row_id = _id(told, where)
        where = ", ".join(part for part in (where, row_id and f"id {row_id}") if part) or None
        document = _document(told, row_id, where=where, max_characters=max_characters, published=published)
        return Row(document.id, document, pairs=_pairs(told, len(document.text), where), where=where)
    except InputError as error:
        return Row(row_id or where or "", error=error, where=where)


def _numbered(stream: BinaryIO, longest: int) -> Iterator[tuple[int, bytes | None]]:
    """(number from 1, line) of each line; None for one of more than ``longest`` bytes, skipped unread."""
    number = 0
    while line := stream.readline(longest + 1):
        number += 1
        if number == 1 and line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            stream = io.BytesIO(text_of(line + stream.read()).encode("utf-8", "surrogatepass"))
            line = stream.readline(longest + 1)
        if len(line) <= longest:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(longest)
        yield number, None


def _object(line: bytes, where: str | None) -> dict[str, Any]:
    try:
        told = json.loads(text_of(line, where=where))
    except (ValueError, RecursionError) as error:
        message = "this line is no JSON: write one JSON object a line"
        raise UnreadableInput(message, where=where) from error
    if not isinstance(told, dict):
        message = f"this line is {_named(told)}: write one JSON object a line"
        raise UnreadableInput(message, where=where)
    return told


def _id(told: dict[str, Any], where: str | None) -> str:
    row_id = told.get("id")
    if row_id is None:
        return ""
    if isinstance(row_id, bool) or not isinstance(row_id, str | int):
        message = f"'id' is {_named(row_id)}: give a string"
        raise UnreadableInput(message, where=where)
    return str(row_id)


def _document(
    told: dict[str, Any], row_id: str, *, where: str | None, max_characters: int, published: str | None
) -> Document:
    fields = {name: _string(told, name, where) for name in _STRINGS}
    own = _string(told, "published", where)
    date = published or (published_date(own, where=where) if own else None)
    text, html = _string(told, "text", where, keep=True), _string(told, "html", where, keep=True)
    if text is None and html is None:
        message = "this row has neither 'text' nor 'html': give one of them"
        raise UnreadableInput(message, where=where)
    if text is None:
        page = page_of(html or "", url=fields["url"], where=where, max_characters=max_characters)
    else:
        refuse_too_large(len(text), max_characters, where=where)
        page = Document(text)
    basis = "given" if date else page.published_basis
    return Document(
        page.text,
        id=row_id,
        title=fields["title"] or page.title,
        outlet=fields["outlet"] or page.outlet,
        url=fields["url"] or page.url,
        language=fields["language"] or page.language,
        published=date or page.published,
        published_basis=basis,
    )


def page_of(html: str, *, url: str | None = None, where: str | None = None, max_characters: int) -> Document:
    """The article of a page that is not too large, neither as markup nor as text.

    Raises:
        TooLargeInput: if it is.
        UnreadableInput: if it can't be taken apart.
    """
    refuse_too_large(len(html), max_characters * HTML_FACTOR, where=where)
    page = read_page(html, url=url, where=where)
    refuse_too_large(len(page.text), max_characters, where=where)
    return page


def _string(told: dict[str, Any], name: str, where: str | None, *, keep: bool = False) -> str | None:
    """The string of this name; None where there is none (``null``, or "" unless it is to be kept)."""
    value = told.get(name)
    if value is None or (value == "" and not keep):
        return None
    if not isinstance(value, str):
        message = f"'{name}' is {_named(value)}: give a string"
        raise UnreadableInput(message, where=where)
    return value


def _pairs(told: dict[str, Any], length: int, where: str | None) -> tuple[tuple[Span, Span], ...]:
    pairs = told.get("pairs")
    if pairs is None:
        return ()
    try:
        found = tuple((_span(first), _span(second)) for first, second in pairs)
    except (TypeError, ValueError) as error:
        message = "'pairs' is no list of [[start, end], [start, end]]: give an actor span and a recipient span for each"
        raise UnreadableInput(message, where=where) from error
    if any(span.end > length for pair in found for span in pair):
        message = f"'pairs' points behind the end of the text, which has {length:,} characters: count in code points"
        raise UnreadableInput(message, where=where)
    return found


def _span(value: Any) -> Span:
    start, end = value
    if type(start) is not int or type(end) is not int:
        raise TypeError
    return Span(start, end)


def _named(value: Any) -> str:
    names = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "a string",
        list: "a list",
        dict: "an object",
    }
    return names.get(type(value), "null")
