"""Atom (RFC 4287): a feed with its entries, each under an id that stays the same."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from sayso.records.wording import clean
from sayso.views.exports.names import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A feed must tell when it was last changed: one without entries, never.
_NEVER = "1970-01-01T00:00:00Z"
_DAY_LENGTH = len("2018-06-12")


@dataclass(frozen=True, slots=True)
class Category:
    """What an entry is filed under; ``scheme`` tells among what, where the term alone does not."""

    term: str
    scheme: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; texts are plain, and escaped where they are written.

    Attributes:
        id: a URN, the same whenever this is written.
        updated: the moment, in UTC, at which the ledger learned it.
        published: the document's date; what is no day is left out, as no moment can be made of it.
        outlet: the document's, or None.
        url: the document's, or None.
    """

    id: str
    title: str
    updated: str
    published: str | None
    outlet: str | None
    url: str | None
    categories: tuple[Category, ...]
    content: str


def feed_pieces(entries: Iterable[Entry], *, id: str, title: str) -> Iterator[str]:  # noqa: A002 - Atom's word
    """The feed, an entry at a time.

    ``updated`` stands at the end, where it is known; the order of elements means nothing in Atom.
    """
    updated = _NEVER
    yield '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
    yield f"<id>{id}</id>\n<title>{_text(title)}</title>\n"
    yield "<author><name>Sayso</name></author>\n<generator>Sayso</generator>\n"
    for entry in entries:
        updated = max(updated, entry.updated)
        yield _entry(entry)
    yield f"<updated>{updated}</updated>\n</feed>\n"


def _entry(entry: Entry) -> str:
    day = entry.published if entry.published and len(entry.published) == _DAY_LENGTH else None
    lines = (
        "<entry>",
        f"<id>{entry.id}</id>",
        f"<title>{_text(entry.title)}</title>",
        f"<updated>{entry.updated}</updated>",
        f"<published>{day}T00:00:00Z</published>" if day else "",
        f"<author><name>{_text(entry.outlet)}</name></author>" if entry.outlet else "",
        f'<link rel="alternate" href="{_text(address(entry.url))}"/>' if entry.url else "",
        *map(_category, entry.categories),
        f'<content type="text">{_text(entry.content)}</content>',
        "</entry>",
    )
    return "".join(f"{line}\n" for line in lines if line)


def _category(category: Category) -> str:
    scheme = f' scheme="{category.scheme}"' if category.scheme else ""
    return f'<category term="{_text(category.term)}"{scheme}/>'


def _text(told: str) -> str:
    """The text on one line, without what XML can't hold, its markup escaped."""
    return escape(clean(told).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd"))
