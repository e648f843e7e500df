"""Verifying: whether a ledger follows from its documents.

Every kept reading is held against its hash, and every row against the reading that it was made from; full text against
what it is of, and the happenings against those that the reports make; then each document is read again, and what comes
out must be, byte for byte, the reading that holds.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from dataclasses import dataclass
from itertools import batched, groupby
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import literal_column, select, text

from sayso.ledger.full_text import unfaithful_indexes
from sayso.ledger.happenings.checking import misgrouped
from sayso.ledger.happenings.copies import sketch
from sayso.ledger.happenings.report import reports_of
from sayso.ledger.happenings.rows import report_rows
from sayso.ledger.identity import as_it_came, document_hash, pairs_of, reading_hash
from sayso.ledger.manifest import Manifest
from sayso.ledger.rows import Rows, clean
from sayso.ledger.schema import (
    ACTOR_NAMES,
    DOCUMENTS,
    READINGS,
    REPORT_PARTIES,
    REPORTS,
    RUNS,
    SHINGLES,
    STATEMENT_WORDS,
)
from sayso.reading.draft import Draft
from sayso.records import from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Row, Table

    from sayso.ledger.store import Ledger
    from sayso.reading.pipeline import Reader
    from sayso.records import Reading

type Trouble = Literal["file", "document", "reading", "rows", "words", "index", "happenings", "too-large", "differs"]
type AnyRow = Row[Any]
type _Digests = defaultdict[int, str]

# Readings that are checked together.
_CHUNK = 32
_SAME = ("title", "outlet", "url", "text")
# Some versions of SQLite look at full text here too, but not at the documents that it is of.
_OF_FULL_TEXT = " FTS5 table "


@dataclass(frozen=True, slots=True)
class Finding:
    """Something does not follow from the documents.

    Attributes:
        trouble: ``file``: the file is damaged; ``document``, ``reading``: it is not what its hash says; ``rows``,
            ``words``: a table or full text does not follow from the reading; ``index``: full text finds other words
            than there are; ``happenings``: reports are grouped otherwise than they must be; ``too-large``: the settings
            refuse to read the document; ``differs``: it reads otherwise now.
        message: what is wrong, in words.
        explained: why it reads otherwise: what was another when it was read, such as ``lexicons``; () if nothing was.
    """

    trouble: Trouble
    message: str
    explained: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verified:
    """One reading was checked: the document's id, whether it was read again, and what was found."""

    document: str
    read_again: bool
    findings: tuple[Finding, ...]


def verify_file(ledger: Ledger) -> Iterator[Finding]:
    """Damage to the file, rows that belong to nothing, indexes that find other words, reports in other happenings."""
    with ledger.reading_from() as connection:
        for (told,) in connection.execute(text("PRAGMA integrity_check")):
            if told != "ok" and _OF_FULL_TEXT not in told:
                yield Finding("file", str(told))
        for row in connection.execute(text("PRAGMA foreign_key_check")):
            yield Finding("rows", f"a row of {row[0]} belongs to no row of {row[2]}")
        yield from (Finding("happenings", told) for told in misgrouped(connection))
    # Nothing is told meanwhile, for whoever is told may take his time, and others wait to write.
    with ledger.alone() as writing:
        wrong = list(unfaithful_indexes(writing))
    yield from (Finding("index", told) for told in wrong)


def verify(ledger: Ledger, reader: Reader) -> Iterator[Verified]:
    """Checks every reading, and reads the documents again for those that hold. Lazy, in the order of learning.

    Raises:
        ModelError: if the parser's model is missing.
    """
    present = Manifest.of(reader.settings)
    with ledger.reading_from() as connection:
        numbers = list(connection.execute(select(READINGS.c.reading).order_by(READINGS.c.reading)).scalars())
        words = _digests(connection, STATEMENT_WORDS), _digests(connection, ACTOR_NAMES)
    for chunk in batched(numbers, _CHUNK):
        with ledger.reading_from() as connection:
            rows = _fetched(connection, chunk)
            kept = [_kept(connection, row, words) for row in rows]
        again = _read_again(rows, reader)
        for row, findings in zip(rows, kept, strict=True):
            changed = _differing(row, again[row.reading], present) if row.reading in again else ()
            yield Verified(row.id, row.reading in again, (*findings, *_too_large(row, reader), *changed))


def _fetched(connection: Connection, numbers: Sequence[int]) -> list[AnyRow]:
    """The readings with their documents and runs; the columns of ``runs`` begin with ``run_``."""
    source = READINGS.join(DOCUMENTS).outerjoin(RUNS, RUNS.c.run == READINGS.c.run)
    columns = (
        *(READINGS.c[name] for name in ("reading", "document", "json", "version", "superseded", "pairs")),
        READINGS.c.hash.label("reading_hash"),
        *(DOCUMENTS.c[name] for name in ("id", "hash", *_SAME)),
        *(column.label(f"run_{column.name}") for column in RUNS.c),
    )
    query = select(*columns).select_from(source).where(READINGS.c.reading.in_(numbers))
    return list(connection.execute(query.order_by(READINGS.c.reading)))


def _kept(connection: Connection, row: AnyRow, words: Sequence[_Digests]) -> list[Finding]:
    """What is wrong with a reading as it is kept."""
    if reading_hash(row.json) != row.reading_hash:
        return [Finding("reading", "the reading is not what its hash says: it was changed after it was kept")]
    reading = from_json(row.json)
    found = []
    if document_hash(reading.document) != row.hash or any(_altered(reading, row, name) for name in _SAME):
        found.append(Finding("document", "the document is not what its hash says: it was changed after it was kept"))
    rows = Rows(reading, number=row.reading)
    wrong = [table.name for table, expected in rows.tables() if _rows_of(connection, table, row.reading) != expected]
    wrong += _misreported(connection, reading, row)
    found += [Finding("rows", f"the rows of {name} do not follow from the reading") for name in wrong]
    expected_words = ((STATEMENT_WORDS, rows.statement_words()), (ACTOR_NAMES, rows.actor_names()))
    for (table, expected), digests in zip(expected_words, words, strict=True):
        if _digest(table, expected) != digests[row.reading]:
            found.append(Finding("words", f"the full text {table.name} does not follow from the reading"))
    return found


def _altered(reading: Reading, row: AnyRow, name: str) -> bool:
    """Whether the table of documents has something else than what came in."""
    came, kept = getattr(reading.document, name), getattr(row, name)
    return bool(kept != (None if came is None else clean(came)))


def _rows_of(connection: Connection, table: Table, reading: int) -> list[dict[str, Any]]:
    """The rows of the reading, in the order in which it makes them."""
    query = select(table).where(table.c.reading == reading).order_by(*table.primary_key.columns)
    return [dict(row) for row in connection.execute(query).mappings()]


def _misreported(connection: Connection, reading: Reading, row: AnyRow) -> Iterator[str]:
    """The tables of reports, and of what tells copies, that have other rows than follow from a reading.

    One that holds no more has no reports. Which happenings they belong to is another matter.
    """
    holds = row.superseded is None
    for table, expected in zip(
        (REPORTS, REPORT_PARTIES), report_rows(reports_of(reading), reading, row.reading), strict=True
    ):
        columns = [column for column in table.c if column.name != "happening"]
        kept = connection.execute(select(*columns).where(table.c.reading == row.reading)).mappings()
        if sorted(map(_told, kept)) != sorted(map(_told, expected if holds else ())):
            yield table.name
    hashes = connection.execute(select(SHINGLES.c.hash).where(SHINGLES.c.document == row.document)).scalars()
    if holds and set(hashes) != sketch(clean(reading.document.text)):
        yield SHINGLES.name


def _told(row: Mapping[Any, Any]) -> str:
    return json.dumps(dict(row), sort_keys=True)


def _digests(connection: Connection, table: Table) -> _Digests:
    """Reading → digest of its rows: in one pass, since full text finds nothing by the number of a reading."""
    rows: _Digests = defaultdict(lambda: _digest(table, ()))
    query = select(table).order_by(literal_column("rowid"))
    for reading, some in groupby(connection.execute(query).mappings(), key=lambda row: int(row["reading"])):
        rows[reading] = _digest(table, some)
    return rows


def _digest(table: Table, rows: Iterable[Mapping[Any, Any]]) -> str:
    made = hashlib.sha256()
    for row in rows:
        made.update(json.dumps([row[column.name] for column in table.c]).encode())
    return made.hexdigest()


def _read_again(rows: Iterable[AnyRow], reader: Reader) -> dict[int, str]:
    """Reading → the JSON that its document reads as now, for those that hold and that the settings don't refuse."""
    held = [row for row in rows if row.superseded is None and not _too_large(row, reader)]
    drafts = (Draft(as_it_came(from_json(row.json).document), pairs_of(row.pairs)) for row in held)
    readings = reader.read_drafts(drafts)
    return {row.reading: to_json(reading) for row, reading in zip(held, readings, strict=True)}


def _too_large(row: AnyRow, reader: Reader) -> list[Finding]:
    most = reader.settings.max_characters
    if len(row.text) <= most or row.superseded is not None:
        return []
    message = f"the document has {len(row.text):,} characters, and the settings refuse more than {most:,}"
    return [Finding("too-large", f"{message}: raise SAYSO_MAX_CHARACTERS to verify it")]


def _differing(row: AnyRow, again: str, present: Manifest) -> list[Finding]:
    if reading_hash(again) == row.reading_hash:
        return []
    explained = _explained(row, present)
    told = "it reads otherwise now, and"
    if explained:
        return [Finding("differs", f"{told} so it may: changed since are {', '.join(explained)}", explained)]
    if row.run_run is None:
        return [Finding("differs", f"{told} what it was read with, but for the version, was not kept")]
    return [Finding("differs", f"{told} nothing that it is read with changed since")]


def _explained(row: AnyRow, present: Manifest) -> tuple[str, ...]:
    """What was other when the document was read, as far as that was kept."""
    if row.run_run is None:
        changed = row.version != present.version
        return (f"version {row.version} → {present.version}",) if changed else ()
    then = {name: getattr(row, f"run_{name}") for name in present.columns()}
    return Manifest.from_columns(then).differing(present)
