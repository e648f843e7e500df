"""HTML: the article on a web page and what the page tells of it, by trafilatura."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from trafilatura import bare_extraction, load_html

from sayso.errors import UnreadableInput
from sayso.records import Document
from sayso.sources.stamp import page_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]
    from trafilatura.settings import Document as Page

# Dates are looked for by ``stamp`` alone: trafilatura's own search guesses from any number on the page, and its bounds
# move with the clock. These bounds let none through.
_NO_DATES = {"extensive_search": False, "original_date": True, "min_date": "1995-01-01", "max_date": "1995-01-02"}

_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_][a-z0-9]+)*$", re.IGNORECASE)


def read_page(html: str, *, url: str | None = None, where: str | None = None) -> Document:
    """The article on the page: its paragraphs, one a line, with the title, site, address and date that the page tells.

    Without the detours by which trafilatura hunts for more text: on pages of news they cost more than they find.
    A page without an article gives an empty Document.

    Raises:
        UnreadableInput: if the page is too broken to be taken apart.
    """
    try:
        tree = load_html(html)
        if tree is None:
            return Document("", url=url)
        published, language = page_date(tree, url), _language(tree)
        page = bare_extraction(
            tree, url=url, fast=True, include_comments=False, with_metadata=True, date_extraction_params=_NO_DATES
        )
    except (ValueError, TypeError, AttributeError, RecursionError, AssertionError) as error:
        message = "this page can't be taken apart: save its article as plain text and read that"
        raise UnreadableInput(message, where=where) from error
    assert not isinstance(page, dict)  # which it is with as_dict alone
    return _document(page, url, published, language)


def _document(page: Page | None, url: str | None, published: str | None, language: str | None) -> Document:
    return Document(
        (page.text or "").strip() if page else "",
        title=page.title or None if page else None,
        outlet=page.sitename or page.hostname or None if page else None,
        url=url or (page.url or None if page else None),
        language=language,
        published=published,
        published_basis="metadata" if published else "unknown",
    )


def _language(tree: HtmlElement) -> str | None:
    """The two-letter code that the page declares for itself."""
    root = tree if tree.tag == "html" else next(tree.iter("html"), tree)
    found = _LANGUAGE.match((root.get("lang") or "").strip())
    return found[1].lower() if found else None
