"""How many outlets speak for themselves, of those whose documents tell a happening."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from sayso.ledger.happenings.copies import copies, independent
from sayso.ledger.schema import DOCUMENTS, SHINGLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection

# Documents that are looked up together.
_CHUNK = 500


def independent_outlets(connection: Connection, told_in: Mapping[str, Mapping[int, str | None]]) -> dict[str, int]:
    """Happening → how many outlets tell it that speak for themselves.

    Args:
        connection: to the ledger.
        told_in: happening → each document that tells it → its outlet. Those that name none count for none.
    """
    outlets = {name: _named(documents) for name, documents in told_in.items()}
    # One outlet, or none, is told without a look at the texts.
    several = {name: some for name, some in outlets.items() if len(set(some.values())) > 1}
    sketches = _sketches(connection, sorted({document for some in several.values() for document in some}))

    def text(document: int) -> str:
        return str(connection.execute(select(DOCUMENTS.c.text).where(DOCUMENTS.c.document == document)).scalar_one())

    counts = {name: min(len(some), 1) for name, some in outlets.items()}
    for name, some in several.items():
        printed = copies({document: sketches[document] for document in some}, text)
        counts[name] = independent((outlet, printed[document]) for document, outlet in some.items())
    return counts


def _named(documents: Mapping[int, str | None]) -> dict[int, str]:
    """Document → its outlet in lower case; those that name none are left out."""
    return {document: outlet.casefold() for document, outlet in sorted(documents.items()) if outlet}


def _sketches(connection: Connection, documents: list[int]) -> dict[int, frozenset[int]]:
    kept: dict[int, set[int]] = defaultdict(set)
    for some in _chunks(documents):
        for row in connection.execute(select(SHINGLES).where(SHINGLES.c.document.in_(some))):
            kept[row.document].add(row.hash)
    return {document: frozenset(kept[document]) for document in documents}


def _chunks(documents: list[int]) -> Iterable[list[int]]:
    return (documents[at : at + _CHUNK] for at in range(0, len(documents), _CHUNK))
