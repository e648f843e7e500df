"""How a ledger's file is opened: checked before it is touched, set up for many readers and one writer at a time."""

from __future__ import annotations

import sqlite3
import time
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from sayso.errors import MissingInput, NewerLedger, NotALedger
from sayso.ledger.migrations import FILLS, MIGRATIONS
from sayso.ledger.schema import APPEND_ONLY, APPLICATION_ID, FULL_TEXT, METADATA, VERSION

if TYPE_CHECKING:
    from pathlib import Path

# How long a writer waits for another, in seconds. A transaction lasts milliseconds; a stopped one may hold on longer.
PATIENCE = 60.0
# Switching to WAL asks for the file alone and does not wait by itself: tried again after so many seconds.
_RETRY_AFTER = 0.05
# As many KiB of pages as a connection keeps in memory (negative: KiB, in SQLite's words).
_CACHE_KIB = -65_536
# After so many pages (16 MiB) what was written is carried from the log into the file: seldom enough that pages which
# every document touches are not carried again and again.
_CHECKPOINT_PAGES = 4_000
_PRAGMAS = (
    "foreign_keys = ON",
    "synchronous = FULL",
    f"cache_size = {_CACHE_KIB}",
    f"wal_autocheckpoint = {_CHECKPOINT_PAGES}",
)


def open_engine(path: Path, *, create: bool) -> Engine:
    """An engine for the ledger at ``path``, which is made if there is none and ``create`` says so.

    A ledger of an earlier version gets the tables of this one, in one transaction.

    Raises:
        MissingInput: there is no such file and ``create`` is false.
        NotALedger: the file is something else. It is left as it was.
        NewerLedger: a newer version of Sayso wrote it. It is left as it was.
    """
    if not create and not path.exists():
        message = f"there is no ledger {path}: make one with 'sayso add', or name another with --ledger"
        raise MissingInput(message, where=str(path))
    version = _version_of(path)
    if version == 0:
        _create(path)
    if 0 < version < VERSION:
        _migrate(path)
    return _engine(path)


def _version_of(path: Path) -> int:
    """The version of the file's tables, 0 if it has none yet; refuses what is no ledger of ours, not writing to it."""
    if not path.exists() or path.stat().st_size == 0:
        return 0
    connection = _connect(path)
    try:
        # All three of one moment: another process may be making the tables.
        connection.execute("BEGIN")
        application, version = (
            connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
        )
        empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    finally:
        connection.close()
    if application == 0 and version == 0 and empty:
        return 0
    if application != APPLICATION_ID:
        message = f"{path} is not a Sayso ledger but another SQLite database: name another file with --ledger"
        raise NotALedger(message, where=str(path))
    if version > VERSION:
        message = f"a newer version of Sayso wrote {path} (its tables are {version}, ours {VERSION}): upgrade Sayso"
        raise NewerLedger(message, where=str(path))
    return int(version)


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)


def _create(path: Path) -> None:
    """Makes the tables in one transaction; two processes may try at once."""
    connection = _connect(path)
    try:
        _switch_to_wal(connection)
    finally:
        connection.close()
    engine = _engine(path)
    with engine.execution_options(writes=True).begin() as writing:
        if not _version(writing):
            METADATA.create_all(writing)
            for statement in (*FULL_TEXT, *APPEND_ONLY):
                writing.exec_driver_sql(statement)
            writing.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            writing.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
    engine.dispose()


def _migrate(path: Path) -> None:
    """Brings the tables up to date, whole or not at all; another process may have done so meanwhile.

    Foreign keys are not held meanwhile, as SQLite asks of who makes a table anew: each row keeps its number.
    """
    engine = create_engine("sqlite://", creator=lambda: _connect(path))
    event.listen(engine, "begin", _begin)
    try:
        with engine.execution_options(writes=True).begin() as writing:
            for version in range(_version(writing), VERSION):
                for statement in MIGRATIONS[version]:
                    writing.exec_driver_sql(statement)
                if fill := FILLS.get(version):
                    fill(writing)
                writing.exec_driver_sql(f"PRAGMA user_version = {version + 1}")
    finally:
        engine.dispose()


def _version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def _switch_to_wal(connection: sqlite3.Connection) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(_RETRY_AFTER)
        else:
            return


def _engine(path: Path) -> Engine:
    engine = create_engine("sqlite://", creator=lambda: _connect(path), poolclass=QueuePool)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """A writer takes the lock at once: it waits in line instead of failing half-way."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
