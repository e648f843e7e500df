"""How the tables of an earlier version become those of the next.

The statements are written out, and stay as they are: what they lead to must not move with ``schema``. A test holds that
a ledger of version 1 that went through all of them has the tables of a new one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.ledger.happenings import keeping as happenings
from sayso.ledger.happenings.copies import sketch
from sayso.records import from_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

_FOR_MANY_DOCUMENTS = (
    "ALTER TABLE arguments ADD COLUMN country TEXT",
    (
        "UPDATE arguments SET country = (SELECT actors.country FROM actors"
        " WHERE actors.reading = arguments.reading AND actors.n = arguments.actor)"
    ),
    "CREATE INDEX arguments_country ON arguments (country, reading, event, actor, role)",
    "CREATE INDEX ix_documents_outlet ON documents (outlet)",
)

_RUNS_AND_VERDICTS = (
    (
        "CREATE TABLE runs (run INTEGER NOT NULL, moment TEXT NOT NULL, version TEXT NOT NULL, code TEXT NOT NULL,"
        " lexicons TEXT NOT NULL, weights TEXT NOT NULL, libraries TEXT NOT NULL, settings TEXT NOT NULL,"
        " PRIMARY KEY (run))"
    ),
    (
        "CREATE TABLE verdicts (verdict INTEGER NOT NULL, moment TEXT NOT NULL, author TEXT NOT NULL,"
        " reason TEXT NOT NULL, kind TEXT NOT NULL, document TEXT, target TEXT, payload TEXT NOT NULL, undoes INTEGER,"
        " PRIMARY KEY (verdict), FOREIGN KEY(undoes) REFERENCES verdicts (verdict))"
    ),
    (
        "CREATE TRIGGER verdicts_no_update BEFORE UPDATE ON verdicts"
        " BEGIN SELECT RAISE(ABORT, 'verdicts are added, never changed'); END"
    ),
    (
        "CREATE TRIGGER verdicts_no_delete BEFORE DELETE ON verdicts"
        " BEGIN SELECT RAISE(ABORT, 'verdicts are added, never changed'); END"
    ),
    # Made anew, since no statement takes away that a document has each reading once: one may come to hold again.
    (
        "CREATE TABLE readings_2 (reading INTEGER NOT NULL, document INTEGER NOT NULL, hash TEXT NOT NULL,"
        " version TEXT NOT NULL, learned TEXT NOT NULL, superseded TEXT, json TEXT NOT NULL, run INTEGER, pairs TEXT,"
        " PRIMARY KEY (reading), FOREIGN KEY(document) REFERENCES documents (document),"
        " FOREIGN KEY(run) REFERENCES runs (run))"
    ),
    (
        "INSERT INTO readings_2 (reading, document, hash, version, learned, superseded, json)"
        " SELECT reading, document, hash, version, learned, superseded, json FROM readings"
    ),
    "DROP TABLE readings",
    "ALTER TABLE readings_2 RENAME TO readings",
    "CREATE UNIQUE INDEX readings_current ON readings (document) WHERE superseded IS NULL",
    "CREATE INDEX readings_of ON readings (document, hash)",
)

_REPORTS = (
    (
        "CREATE TABLE IF NOT EXISTS reports (reading INTEGER NOT NULL, event INTEGER NOT NULL, of TEXT NOT NULL,"
        " happening TEXT NOT NULL, packed TEXT NOT NULL, PRIMARY KEY (reading, event, of),"
        " FOREIGN KEY(reading, event) REFERENCES events (reading, n),"
        " FOREIGN KEY(reading) REFERENCES readings (reading))"
    ),
    "CREATE INDEX IF NOT EXISTS ix_reports_happening ON reports (happening)",
    (
        "CREATE TABLE IF NOT EXISTS report_parties (act TEXT NOT NULL, party TEXT NOT NULL, anchor INTEGER,"
        " reading INTEGER NOT NULL, event INTEGER NOT NULL, of TEXT NOT NULL, FOREIGN KEY(reading, event, of)"
        " REFERENCES reports (reading, event, of))"
    ),
    "CREATE INDEX IF NOT EXISTS report_parties_lookup ON report_parties (act, party, anchor)",
    "CREATE INDEX IF NOT EXISTS report_parties_report ON report_parties (reading, event)",
)

_FOR_DYADS = (
    (
        "CREATE TABLE shingles (document INTEGER NOT NULL, hash INTEGER NOT NULL, PRIMARY KEY (document, hash),"
        " FOREIGN KEY(document) REFERENCES documents (document)) WITHOUT ROWID"
    ),
    "CREATE INDEX ix_shingles_hash ON shingles (hash)",
    "DROP INDEX ix_documents_published_from",
    "CREATE INDEX documents_published ON documents (published_from, published_to)",
)


def _group_reports(writing: Connection) -> None:
    """The groups of reports follow from the readings that hold."""
    held = writing.exec_driver_sql("SELECT reading, json FROM readings WHERE superseded IS NULL ORDER BY reading").all()
    happenings.keep_all(writing, ((number, from_json(line)) for number, line in held))


def _sketch_texts(writing: Connection) -> None:
    """What copies are known by follows from the texts."""
    for (number,) in writing.exec_driver_sql("SELECT document FROM documents").all():
        text = writing.exec_driver_sql("SELECT text FROM documents WHERE document = ?", (number,)).scalar_one()
        for found in sorted(sketch(text)):
            writing.exec_driver_sql("INSERT INTO shingles (document, hash) VALUES (?, ?)", (number, found))


# Version of the tables → the statements that make the next version of them.
MIGRATIONS: dict[int, tuple[str, ...]] = {
    1: _FOR_MANY_DOCUMENTS,
    2: (*_RUNS_AND_VERDICTS, *_REPORTS),
    3: _FOR_DYADS,
    4: (),  # reports are told with more, and grouped by it
}
# Version of the tables → what fills those that are new.
FILLS: dict[int, Callable[[Connection], None]] = {2: _group_reports, 3: _sketch_texts, 4: _group_reports}
