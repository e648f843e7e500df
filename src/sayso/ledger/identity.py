"""What makes two documents, or two readings, the same to a ledger."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.records import Document

# A date that the reading itself found is no part of what came in: a later version may find another.
_BROUGHT_ALONG = ("given", "metadata")


def document_hash(document: Document) -> str:
    """SHA-256, in hex, of what came in: text, title, outlet, url and the date that was brought along.

    The caller's id is left out: the same text under another id is the same document.
    """
    published = document.published if document.published_basis in _BROUGHT_ALONG else None
    return _sha256(json.dumps([document.text, document.title, document.outlet, document.url, published]))


def as_it_came(document: Document) -> Document:
    """The document of a reading without the date that the reading found: what was read, to be read again."""
    if document.published_basis in _BROUGHT_ALONG:
        return document
    return replace(document, published=None, published_basis="unknown")


def pairs_json(pairs: Iterable[tuple[Span, Span]]) -> str | None:
    """What was asked for, as JSON; None if it was all events."""
    asked = [[[span.start, span.end] for span in pair] for pair in pairs]
    return json.dumps(asked) if asked else None


def pairs_of(kept: str | None) -> tuple[tuple[Span, Span], ...]:
    """The pairs that ``pairs_json`` wrote."""
    return tuple((Span(*first), Span(*second)) for first, second in json.loads(kept or "[]"))


def reading_hash(line: str) -> str:
    """SHA-256, in hex, of a reading's JSON."""
    return _sha256(line)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
