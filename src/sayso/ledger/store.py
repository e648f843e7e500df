"""Ledger: readings kept in one SQLite file."""

from __future__ import annotations

import contextlib
import functools
from dataclasses import replace
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sqlalchemy import Connection, func, insert, select, update

from sayso.ledger.connection import open_engine
from sayso.ledger.failures import told_plainly
from sayso.ledger.happenings import keeping as happenings
from sayso.ledger.happenings.copies import sketch
from sayso.ledger.identity import as_it_came, document_hash, pairs_json, pairs_of, reading_hash
from sayso.ledger.judging import keep_verdict, verdicts_given
from sayso.ledger.lookup import find, holds, known
from sayso.ledger.periods import days_of, end_of, moment_of
from sayso.ledger.rows import Rows, clean
from sayso.ledger.schema import ACTOR_NAMES, DOCUMENT_WORDS, DOCUMENTS, READINGS, RUNS, SHINGLES, STATEMENT_WORDS
from sayso.ledger.writing import write_rows
from sayso.records import from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sqlalchemy import ColumnElement, Engine, FromClause

    from sayso.ledger.manifest import Manifest
    from sayso.ledger.verdicts import Verdict
    from sayso.records import Document, Reading, Span

# Readings that are fetched at once: a reading of a long dispatch is some 100 KB.
_CHUNK = 50


def _now() -> str:
    """This moment, as the ledger writes it."""
    return moment_of(datetime.now(UTC))


def holding(before: str | None, readings: FromClause = READINGS) -> ColumnElement[bool]:
    """Whether a reading held before this moment (``periods.end_of``); whether it holds now, with None.

    ``readings`` is the table, or an alias of it.
    """
    learned, superseded = readings.c.learned, readings.c.superseded
    if before is None:
        return superseded.is_(None)
    return (learned < before) & (superseded.is_(None) | (superseded >= before))


class Ledger:
    """Documents and what was read from them, kept in one file; open it with ``Ledger.open``.

    Many processes may read while one writes; a second writer waits its turn. Each document is kept whole or not at all,
    whatever interrupts. Nothing is overwritten: of a document read anew, the earlier reading stays, marked superseded.

    Attributes:
        path: the file.
    """

    def __init__(self, path: Path, engine: Engine, clock: Callable[[], str]) -> None:
        self.path = path
        self._engine = engine
        self._clock = clock

    @classmethod
    def open(cls, path: str | Path, *, create: bool = True, clock: Callable[[], str] = _now) -> Self:
        """The ledger at ``path``; it is made if there is none, unless ``create`` is false.

        Args:
            path: the file.
            create: whether to make a ledger where there is none.
            clock: tells the moment of learning, in UTC (ISO 8601, to the second).

        Raises:
            MissingInput: there is no such file and ``create`` is false.
            NotALedger: the file is something else; it is left as it was.
            NewerLedger: a newer version of Sayso wrote it; it is left as it was.
            LedgerUnwritable: the disk or the permissions don't allow it.
        """
        path = Path(path)
        with told_plainly(path):
            return cls(path, open_engine(path, create=create), clock)

    def close(self) -> None:
        """Lets go of the file. The ledger may not be used after this."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextlib.contextmanager
    def reading_from(self) -> Iterator[Connection]:
        """A connection for questions: all that is asked inside the block is answered from one state of the ledger."""
        with told_plainly(self.path), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextlib.contextmanager
    def alone(self) -> Iterator[Connection]:
        """A connection while no other writes, for checks that SQLite lets only a writer make.

        Whatever is written inside the block is taken back.

        Raises:
            LedgerUnwritable: another writer holds the ledger, or it can't be written.
        """
        engine = self._engine.execution_options(writes=True)
        with told_plainly(self.path), engine.connect() as connection, connection.begin() as changes:
            yield connection
            changes.rollback()

    def add(self, reading: Reading, *, run: int | None = None, pairs: Iterable[tuple[Span, Span]] = ()) -> bool:
        """Keeps a reading, in one transaction; False if this very reading holds already.

        Another reading of a document that is known (by a newer version, say) takes the place of the earlier one, which
        stays.

        Args:
            reading: what is kept.
            run: the number of the run that it was made in, from ``start_run``.
            pairs: what was asked for, if not all events: a reading can only be repeated if that is known.

        Raises:
            LedgerUnwritable: the disk is full, or another writer holds the ledger. The ledger is as it was before.
        """
        line = to_json(reading)
        with told_plainly(self.path), self._engine.execution_options(writes=True).begin() as writing:
            document = known(writing, reading.document) or self._keep_document(writing, reading.document)
            if holds(writing, document, reading_hash(line)):
                return False
            number = self._keep_line(writing, document, line, run=run, pairs=pairs_json(pairs))
            _keep_rows(writing, Rows(reading, number=number))
            happenings.keep(writing, number, reading)
            return True

    def start_run(self, manifest: Manifest) -> int:
        """Keeps what the readings of a run are made with; the number of the run.

        Raises:
            LedgerUnwritable: as ``add``.
        """
        with told_plainly(self.path), self._engine.execution_options(writes=True).begin() as writing:
            kept = writing.execute(
                insert(RUNS).values(moment=self._clock(), **manifest.columns()).returning(RUNS.c.run)
            )
            number: int = kept.scalar_one()
            return number

    def give(self, verdict: Verdict) -> Verdict:
        """Keeps a verdict; with the number and the moment that it has from then on.

        Raises:
            LedgerUnwritable: as ``add``.
        """
        given = replace(verdict, moment=self._clock())
        with told_plainly(self.path), self._engine.execution_options(writes=True).begin() as writing:
            return keep_verdict(writing, given)

    def verdicts(self, *, as_of: str | None = None) -> tuple[Verdict, ...]:
        """All verdicts, undone ones included, in the order in which they were given.

        Args:
            as_of: only those that were given by the end of this day, month or year, or by this moment (UTC).

        Raises:
            UnreadableInput: if it is no such time.
        """
        with self.reading_from() as connection:
            return verdicts_given(connection, before=end_of(as_of) if as_of else None)

    def has(self, document: Document) -> bool:
        """Whether a document of the same content is kept, under whatever id."""
        with self.reading_from() as connection:
            return known(connection, document) is not None

    def readings(self, *, as_of: str | None = None) -> Iterator[Reading]:
        """The reading of each document that holds now, in the order in which they were learned. Lazy.

        Args:
            as_of: those that held at the end of this day, month or year, or at this moment (UTC).

        Raises:
            UnreadableInput: if it is no such time.
        """
        return self._readings(end_of(as_of) if as_of else None)

    def _readings(self, before: str | None) -> Iterator[Reading]:
        last = 0
        while True:
            current = select(READINGS.c.reading, READINGS.c.json).where(holding(before), READINGS.c.reading > last)
            with self.reading_from() as connection:
                rows = connection.execute(current.order_by(READINGS.c.reading).limit(_CHUNK)).all()
            for last, line in rows:  # noqa: B007 - the next chunk begins after the last
                yield from_json(line)
            if len(rows) < _CHUNK:
                return

    def brought(self) -> Iterator[tuple[Document, tuple[tuple[Span, Span], ...]]]:
        """Each document as it came in, with the pairs that were asked for (() is all events). Lazy.

        Documents that are added, and readings that are kept meanwhile, are left out: all can be read anew on the way.
        """
        held = select(READINGS.c.reading).where(holding(None)).order_by(READINGS.c.reading)
        with self.reading_from() as connection:
            numbers = list(connection.execute(held).scalars())
        for number in numbers:
            with self.reading_from() as connection:
                query = select(READINGS.c.json, READINGS.c.pairs).where(READINGS.c.reading == number)
                line, pairs = connection.execute(query).one()
            yield as_it_came(from_json(line).document), pairs_of(pairs)

    def reading(self, document: str, *, as_of: str | None = None) -> Reading:
        """The reading of one document that holds now.

        Args:
            document: its id, its hash or its url; or the beginning of its id or hash, of 6 characters or more. Where
                several documents share it, the one learned last is meant.
            as_of: the reading that held at the end of this day, month or year, or at this moment (UTC).

        Raises:
            MissingInput: the ledger has none, or the beginning fits several.
            UnreadableInput: if ``as_of`` is no such time.
        """
        before = end_of(as_of) if as_of else None
        with self.reading_from() as connection:
            number = find(connection, document, before=before)
            query = select(READINGS.c.json).where(READINGS.c.document == number, holding(before))
            line = connection.execute(query).scalar_one()
        return from_json(line)

    def __len__(self) -> int:
        """The number of documents."""
        with self.reading_from() as connection:
            return connection.execute(select(func.count()).select_from(DOCUMENTS)).scalar_one()

    def _keep_document(self, writing: Connection, document: Document) -> int:
        first, after = days_of(document.published or "") or (None, None)
        row = {name: _cleaned(getattr(document, name)) for name in ("id", "title", "outlet", "url", "language", "text")}
        kept = writing.execute(
            insert(DOCUMENTS)
            .values(
                **row,
                hash=document_hash(document),
                published=document.published,
                published_basis=document.published_basis,
                published_from=first,
                published_to=after,
                learned=self._clock(),
            )
            .returning(DOCUMENTS.c.document)
        )
        number: int = kept.scalar_one()
        write_rows(writing, DOCUMENT_WORDS, [{"rowid": number, "title": row["title"], "text": row["text"]}])
        write_rows(
            writing, SHINGLES, [{"document": number, "hash": found} for found in sorted(sketch(clean(document.text)))]
        )
        return number

    def _keep_line(self, writing: Connection, document: int, line: str, *, run: int | None, pairs: str | None) -> int:
        now = self._clock()
        current = (READINGS.c.document == document) & READINGS.c.superseded.is_(None)
        earlier = writing.execute(update(READINGS).where(current).values(superseded=now).returning(READINGS.c.reading))
        if numbers := earlier.scalars().all():
            happenings.retire(writing, numbers)
        kept = writing.execute(
            insert(READINGS)
            .values(
                document=document,
                hash=reading_hash(line),
                version=_version(),
                learned=now,
                json=line,
                run=run,
                pairs=pairs,
            )
            .returning(READINGS.c.reading)
        )
        number: int = kept.scalar_one()
        return number


@functools.cache
def _version() -> str:
    """That of the code at work."""
    return metadata.version("sayso")


def _cleaned(text: str | None) -> str | None:
    return None if text is None else clean(text)


def _keep_rows(writing: Connection, rows: Rows) -> None:
    full_text = ((STATEMENT_WORDS, rows.statement_words()), (ACTOR_NAMES, rows.actor_names()))
    for target, values in (*rows.tables(), *full_text):
        write_rows(writing, target, values)
