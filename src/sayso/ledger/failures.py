"""What SQLite and the disk complain of, as errors that tell the user what to do."""

from __future__ import annotations

import contextlib
import errno
import sqlite3
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from sayso.errors import LedgerError, LedgerUnwritable, NotALedger

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FULL = "no room is left to write the ledger {path}: free some space and run this again; what was kept before is safe"
_LOCKED = "another program keeps the ledger {path} locked: run this again when that is done"
_DENIED = "the ledger {path} can't be written: see to the permissions of file and folder, or use another --ledger"
_DISK = "the disk refused to read or write the ledger {path}: check its space and state; what was kept before is safe"
_NO_LEDGER = "{path} is not a Sayso ledger: name another file with --ledger"
_DAMAGED = "the ledger {path} is damaged: restore it from a copy, or name another file with --ledger"

# SQLite's result codes: https://sqlite.org/rescode.html. An extended code that stands here goes before its primary one.
_BY_CODE: dict[int, tuple[type[LedgerError], str]] = {
    sqlite3.SQLITE_FULL: (LedgerUnwritable, _FULL),
    # The first that a full disk refuses: the file through which readers and writers see each other.
    sqlite3.SQLITE_IOERR_SHMSIZE: (LedgerUnwritable, _FULL),
    sqlite3.SQLITE_BUSY: (LedgerUnwritable, _LOCKED),
    sqlite3.SQLITE_LOCKED: (LedgerUnwritable, _LOCKED),
    sqlite3.SQLITE_PERM: (LedgerUnwritable, _DENIED),
    sqlite3.SQLITE_READONLY: (LedgerUnwritable, _DENIED),
    sqlite3.SQLITE_CANTOPEN: (LedgerUnwritable, _DENIED),
    sqlite3.SQLITE_IOERR: (LedgerUnwritable, _DISK),
    sqlite3.SQLITE_NOTADB: (NotALedger, _NO_LEDGER),
    sqlite3.SQLITE_CORRUPT: (NotALedger, _DAMAGED),
}
_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
# The low byte of an extended result code is the primary one.
_PRIMARY = 0xFF


@contextlib.contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Errors of SQLite and of the file system inside the block become a LedgerError about ``path``."""
    try:
        yield
    except DBAPIError as error:
        raise _from_sqlite(error.orig, path) from error
    except sqlite3.Error as error:
        raise _from_sqlite(error, path) from error
    except OSError as error:
        message = _FULL if error.errno in _NO_SPACE else _DENIED
        raise LedgerUnwritable(message.format(path=path), where=str(path)) from error


def _from_sqlite(error: BaseException | None, path: Path) -> LedgerError:
    code = getattr(error, "sqlite_errorcode", None) or 0
    other = (LedgerError, f"the ledger {{path}} can't be used: {error}")
    kind, message = _BY_CODE.get(code) or _BY_CODE.get(code & _PRIMARY, other)
    return kind(message.format(path=path), where=str(path))
