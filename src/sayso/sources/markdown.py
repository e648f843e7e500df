"""Markdown: its words without its marks, a paragraph a line; front matter tells of the document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml
from markdown_it import MarkdownIt

from sayso.records import Document
from sayso.sources.published import published_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)

# The keys of common site generators, for the fields of a Document.
_KEYS = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "site", "publisher", "source"),
    "url": ("url", "link", "canonical"),
    "language": ("language", "lang"),
    "published": ("published", "date", "pubdate"),
}

_PARSER = MarkdownIt("commonmark").enable("table")


def read_markdown(text: str, *, where: str | None = None) -> Document:
    """The Document that the Markdown writes down. A first heading is its title and no part of the text.

    Raises:
        UnreadableInput: if the front matter has a date that is none.
    """
    front, body = _front_matter(text)
    lines = list(_lines(_PARSER.parse(body)))
    title = front.get("title")
    if lines and lines[0][0] == "h1" and title in (None, lines[0][1]):
        title = lines.pop(0)[1]
    published = front.get("published")
    return Document(
        "\n".join(line for _, line in lines),
        title=title,
        outlet=front.get("outlet"),
        url=front.get("url"),
        language=front.get("language"),
        published=published_date(published, where=where) if published else None,
        published_basis="metadata" if published else "unknown",
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    found = _FRONT_MATTER.match(text)
    if found is None:
        return {}, text
    try:
        told = yaml.load(found[1], Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader makes nothing but strings
    except yaml.YAMLError:
        return {}, text
    if not isinstance(told, dict):
        return {}, text
    return {field: value for field, keys in _KEYS.items() if (value := _first(told, keys))}, text[found.end() :]


def _first(told: dict[Any, Any], keys: tuple[str, ...]) -> str | None:
    return next((told[key].strip() for key in keys if isinstance(told.get(key), str) and told[key].strip()), None)


def _lines(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    """(tag of the block, its words) of each block that has words; code is not prose and is left out."""
    tag = ""
    for token in tokens:
        if token.type.endswith("_open"):
            tag = token.tag
        elif token.type == "inline" and (words := _words(token)):
            yield tag, words


def _words(inline: Token) -> str:
    parts = []
    for token in inline.children or ():
        if token.type in ("text", "code_inline"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
    return "".join(parts).strip()
