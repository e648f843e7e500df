"""A ledger of an earlier version opens, and has the tables of a new one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from sayso import Document, Ledger, Reading
from sayso.errors import LedgerError, NewerLedger
from sayso.ledger import connection, migrations
from sayso.ledger.schema import REPORTS, VERSION
from sayso.ledger.verifying import verify_file
from sayso.views.events import events
from wholeness import faults

SQL = (Path(__file__).parent / "version_1.sql").read_text(encoding="utf-8")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A ledger that version 1 wrote."""
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path)) as made:
        made.executescript(SQL)
    return path


def shape(path: Path) -> dict[str, Any]:
    """All tables with their columns and foreign keys, indexes and triggers."""
    with closing(sqlite3.connect(path)) as opened:
        names = [row[0] for row in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        tables = {
            name: [
                sorted(row[1:] for row in opened.execute(f"PRAGMA {pragma}({name})"))
                for pragma in ("table_info", "foreign_key_list")
            ]
            for name in names
        }
        others = opened.execute("SELECT name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') ORDER BY name")
        return {"tables": tables, "others": [(name, " ".join((sql or "").split())) for name, sql in others]}


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as opened:
        return int(opened.execute("PRAGMA user_version").fetchone()[0])


def test_a_migrated_ledger_has_the_tables_of_a_new_one(old: Path, tmp_path: Path) -> None:
    Ledger.open(old, create=False).close()
    Ledger.open(tmp_path / "new.db").close()
    assert version(old) == version(tmp_path / "new.db") == VERSION
    assert shape(old) == shape(tmp_path / "new.db")


def test_what_it_held_is_still_told(old: Path) -> None:
    with Ledger.open(old, create=False) as kept:
        assert [answer.type for answer in events(kept)] == ["AGREE"]
        assert [answer.type for answer in events(kept, as_of="2025-01-01")] == ["CONSULT"]
        assert [answer.type for answer in events(kept, actor="Peru")] == ["AGREE"]
        assert list(verify_file(kept)) == []
        earlier, later = (next(kept.readings(as_of=day)) for day in ("2025-01-01", "2025"))
        with kept.reading_from() as connection:
            assert [row.reading for row in connection.execute(REPORTS.select())] == [2]
        assert [kept.add(later), kept.add(earlier)] == [False, True]


def test_what_copies_are_known_by_follows_from_the_texts(tmp_path: Path) -> None:
    path, kept_hashes = tmp_path / "a.db", "SELECT * FROM shingles ORDER BY document, hash"
    with Ledger.open(path) as kept:
        for name in "ab":
            kept.add(Reading(Document(" ".join(f"{name}{n}" for n in range(500)))))
        with kept._engine.execution_options(writes=True).begin() as writing:
            before = writing.exec_driver_sql(kept_hashes).all()
            writing.exec_driver_sql("DELETE FROM shingles")
            migrations.FILLS[3](writing)
            assert writing.exec_driver_sql(kept_hashes).all() == before
    assert len(before) > 20


def test_it_is_whole_and_goes_on(old: Path) -> None:
    assert faults(old)
    with Ledger.open(old, create=False) as kept:
        assert [answer.document.id for answer in events(kept, actor="PER", with_="CHL")] == ["a"]
        assert kept.add(Reading(Document("Peru met Chile twice.")))
    assert faults(old) == []


def test_a_migration_that_fails_leaves_the_ledger_as_it_was(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = shape(old)
    last = VERSION - 1
    broken = {**migrations.MIGRATIONS, last: (*migrations.MIGRATIONS[last], "CREATE TABLE documents (x)")}
    monkeypatch.setattr(connection, "MIGRATIONS", broken)
    with pytest.raises(LedgerError):
        Ledger.open(old, create=False)
    assert (version(old), shape(old)) == (1, before)


def test_a_newer_ledger_is_refused_and_left_alone(old: Path) -> None:
    with closing(sqlite3.connect(old)) as opened:
        opened.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(NewerLedger, match="upgrade Sayso"):
        Ledger.open(old, create=False)
    assert version(old) == VERSION + 1
