"""Diffs: what a ledger tells otherwise than it did: two readings of one document, or all since a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, select

from sayso.errors import MissingInput
from sayso.ledger.lookup import find
from sayso.ledger.periods import end_of, start_of
from sayso.ledger.schema import DOCUMENTS, READINGS
from sayso.ledger.store import holding
from sayso.records import from_json
from sayso.views.asking import DOCUMENT_COLUMNS, told
from sayso.views.differences import differences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Row

    from sayso.ledger import Ledger
    from sayso.views.answers import Told
    from sayso.views.differences import Difference


@dataclass(frozen=True, slots=True)
class Version:
    """One of the readings of a document: the ``number``-th, made by this ``version`` of Sayso, ``learned`` then."""

    number: int
    version: str
    learned: str


@dataclass(frozen=True, slots=True)
class Diff:
    """What is read from ``document`` otherwise in ``new`` than in ``old``.

    Attributes:
        old: None if the document was not known then; there are no differences then.
        events, statements: how many the new reading has.
    """

    document: Told
    old: Version | None
    new: Version
    differences: tuple[Difference, ...]
    events: int
    statements: int


def document_diff(ledger: Ledger, document: str, *, old: int | None = None, new: int | None = None) -> Diff:
    """What differs between two readings of a document.

    Args:
        ledger: what is asked.
        document: an id, a hash, a url, or the beginning of an id or hash.
        old: the number of the reading, from 1 on, in the order of learning; None for that before ``new``.
        new: the same; None for the last.

    Raises:
        MissingInput: there is no such document or reading, or the document was read once only.
    """
    with ledger.reading_from() as connection:
        rows = _readings(connection, find(connection, document))
        if len(rows) == 1 and old is None and new is None:
            message = "this document was read once, so there is nothing to compare: 'sayso reread' reads it anew"
            raise MissingInput(message, where=document)
        later = len(rows) if new is None else new
        earlier = later - 1 if old is None else old
        for number in (earlier, later):
            if not 1 <= number <= len(rows):
                message = f"of this document there is no reading {number}: they are 1 to {len(rows):,}"
                raise MissingInput(message, where=document)
        return _diff(rows, earlier, later)


def ledger_diff(ledger: Ledger, since: str, *, as_of: str | None = None) -> Iterator[Diff]:
    """What is read otherwise than before the day, month, year or moment ``since``, by document. Lazy.

    Args:
        ledger: what is asked.
        since: what was known before this, in UTC, is compared.
        as_of: with what was known at the end of this day, month or year, or at this moment; None for now.

    Raises:
        UnreadableInput: if one is no such time.
    """
    return _ledger_diff(ledger, start_of(since), end_of(as_of) if as_of else None)


def _ledger_diff(ledger: Ledger, start: str, before: str | None) -> Iterator[Diff]:
    learned = and_(holding(before), READINGS.c.learned >= start)
    with ledger.reading_from() as connection:
        changed = select(READINGS.c.document).where(learned).order_by(READINGS.c.document)
        documents = list(connection.execute(changed).scalars())
    for document in documents:
        with ledger.reading_from() as connection:
            rows = _readings(connection, document)
        later = max(n for n, row in enumerate(rows, 1) if before is None or row.learned < before)
        earlier = max((n for n, row in enumerate(rows, 1) if row.learned < start), default=None)
        yield _diff(rows, earlier, later)


def _readings(connection: Connection, document: int) -> list[Row[Any]]:
    columns = (READINGS.c.version, READINGS.c.learned, READINGS.c.json, *DOCUMENT_COLUMNS)
    query = select(*columns).select_from(READINGS.join(DOCUMENTS)).where(DOCUMENTS.c.document == document)
    return list(connection.execute(query.order_by(READINGS.c.reading)))


def _diff(rows: list[Row[Any]], earlier: int | None, later: int) -> Diff:
    """The difference between two of the rows, counted from 1."""
    row = rows[later - 1]
    new = from_json(row.json)
    found = () if earlier is None else tuple(differences(from_json(rows[earlier - 1].json), new))
    old = None if earlier is None else _version(rows, earlier)
    return Diff(told(row), old, _version(rows, later), found, len(new.events), len(new.statements))


def _version(rows: list[Row[Any]], number: int) -> Version:
    row = rows[number - 1]
    return Version(number, row.version, row.learned)
