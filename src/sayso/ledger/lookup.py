"""Which document or reading of a ledger is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, exists, or_, select

from sayso.errors import MissingInput
from sayso.ledger.identity import document_hash
from sayso.ledger.schema import DOCUMENTS, READINGS

if TYPE_CHECKING:
    from sqlalchemy import Select

    from sayso.records import Document

# Shorter beginnings of an id fit too much to be meant.
SHORTEST_PREFIX = 6


def known(connection: Connection, document: Document) -> int | None:
    """The number of the document of the same content; None if there is none."""
    query = select(DOCUMENTS.c.document).where(DOCUMENTS.c.hash == document_hash(document))
    number: int | None = connection.execute(query).scalar()
    return number


def holds(connection: Connection, document: int, digest: str) -> bool:
    """Whether the reading of the document that holds now has this hash."""
    query = select(READINGS.c.reading).where(READINGS.c.document == document, READINGS.c.hash == digest)
    return connection.execute(query.where(READINGS.c.superseded.is_(None))).scalar() is not None


def find(connection: Connection, name: str, *, before: str | None = None) -> int:
    """The number of the document with this id, hash, url, or beginning of an id or hash.

    Args:
        connection: where it is looked up.
        name: what is meant.
        before: of the documents that were learned before this moment (``periods.end_of``); of all, with None.

    Raises:
        MissingInput: there is none, or the beginning fits several.
    """
    learned = select(DOCUMENTS.c.document)
    if before is not None:
        learned = learned.where(
            exists().where(READINGS.c.document == DOCUMENTS.c.document, READINGS.c.learned < before)
        )
    exact = learned.where(or_(DOCUMENTS.c.id == name, DOCUMENTS.c.hash == name, DOCUMENTS.c.url == name))
    number: int | None = connection.execute(exact.order_by(DOCUMENTS.c.document.desc()).limit(1)).scalar()
    if number is not None:
        return number
    fitting = _beginning_with(connection, name, learned) if len(name) >= SHORTEST_PREFIX else []
    if len(fitting) == 1:
        return fitting[0]
    trouble = "several documents whose ids begin with" if fitting else "no document"
    has = "had at that time" if before else "has"
    message = f"the ledger {has} {trouble} '{name}': 'sayso search' and 'sayso events --json' tell the ids"
    raise MissingInput(message, where=name)


def _beginning_with(connection: Connection, prefix: str, learned: Select[Any]) -> list[int]:
    query = learned.where(
        or_(DOCUMENTS.c.id.startswith(prefix, autoescape=True), DOCUMENTS.c.hash.startswith(prefix, autoescape=True))
    )
    return list(connection.execute(query.limit(2)).scalars())
