"""What a ledger keeps, and how it is asked for it."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from readings import actor, written
from sayso import Document, Ledger, Reading
from sayso.errors import MissingInput, NotALedger
from sayso.ledger.schema import READINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

PERU, CHILE = actor("Peru", "PER"), actor("Chile", "CHL")


def page(name: str, text: str = "Peru met Chile.") -> Reading:
    return written(name, text, published="2018-05-03").event("CONSULT", "met", by=PERU, to=CHILE).done()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    moments = iter(f"2025-01-01T00:00:{second:02}Z" for second in range(60))
    with Ledger.open(tmp_path / "a.db", clock=lambda: next(moments)) as kept:
        yield kept


def test_what_is_kept_comes_back_as_it_was(ledger: Ledger) -> None:
    first, second = page("a"), page("b", "Peru met Chile twice.")
    assert ledger.add(first)
    assert ledger.add(second)
    assert list(ledger.readings()) == [first, second]
    assert len(ledger) == 2


def test_the_same_is_kept_once(ledger: Ledger) -> None:
    assert ledger.add(page("a"))
    assert not ledger.add(page("a"))
    assert len(ledger) == 1


def test_the_same_text_under_another_id_is_the_same_document(ledger: Ledger) -> None:
    ledger.add(page("a"))
    assert ledger.has(page("b").document)
    assert not ledger.has(Document("Peru met Chile."))


def test_a_new_reading_takes_the_place_of_the_earlier_one_which_stays(ledger: Ledger) -> None:
    old, new = page("a"), replace(page("a"), events=())
    assert ledger.add(old)
    assert ledger.add(new)
    assert list(ledger.readings()) == [new]
    assert not ledger.add(new)
    with ledger.reading_from() as connection:
        kept = connection.execute(READINGS.select().order_by(READINGS.c.reading)).all()
    assert [row.superseded is None for row in kept] == [False, True]


def test_an_earlier_reading_comes_to_hold_again(ledger: Ledger) -> None:
    old, new = page("a"), replace(page("a"), events=())
    assert [ledger.add(reading) for reading in (old, new, old, old)] == [True, True, True, False]
    assert list(ledger.readings()) == [old]
    with ledger.reading_from() as connection:
        kept = connection.execute(READINGS.select().order_by(READINGS.c.reading)).all()
    assert [(row.superseded is None, row.json == kept[0].json) for row in kept] == [
        (False, True),
        (False, False),
        (True, True),
    ]


def test_more_readings_than_are_fetched_at_once(tmp_path: Path) -> None:
    pages = [page(f"d{number}", f"Peru met Chile {number}.") for number in range(120)]
    with Ledger.open(tmp_path / "many.db") as many:
        for reading in pages:
            many.add(reading)
        assert list(many.readings()) == pages


def test_a_document_is_found_by_id_hash_url_and_the_beginning_of_its_id(ledger: Ledger) -> None:
    reading = replace(page("dispatch-1"), document=replace(page("dispatch-1").document, url="http://x.example/1"))
    ledger.add(reading)
    ledger.add(page("dispatch-2", "Peru met Chile twice."))
    for name in ("dispatch-1", "http://x.example/1"):
        assert ledger.reading(name) == reading
    ledger.add(page("other-1", "Peru met Chile again."))
    assert ledger.reading("other-").document.id == "other-1"


@pytest.mark.parametrize(
    ("name", "told"), [("nothing", "no document"), ("dispatch", "several documents"), ("other", "no document")]
)
def test_what_fits_nothing_or_too_much_is_told(ledger: Ledger, name: str, told: str) -> None:
    for number in (1, 2):
        ledger.add(page(f"dispatch-{number}", f"Peru met Chile {number}."))
    ledger.add(page("other-1"))
    with pytest.raises(MissingInput, match=told):
        ledger.reading(name)


def test_odd_texts_are_kept(ledger: Ledger) -> None:
    text = "Peru met \x00 \ud800 \u202e Chile 👩‍🚀."
    reading = written("odd", text, title="\ud83d").event("CONSULT", "met", by=PERU, to=CHILE).done()
    assert ledger.add(reading)
    assert ledger.reading("odd") == reading
    assert not ledger.add(reading)


def test_a_document_without_anything_is_kept(ledger: Ledger) -> None:
    assert ledger.add(Reading(Document("")))
    assert len(ledger) == 1


def test_there_is_no_ledger_unless_it_is_made(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match="sayso add"):
        Ledger.open(tmp_path / "none.db", create=False)
    assert not (tmp_path / "none.db").exists()


def test_a_damaged_ledger_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with Ledger.open(path) as kept:
        kept.add(page("a"))
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(NotALedger, match="damaged"), Ledger.open(path) as kept:
        list(kept.readings())


def test_a_document_is_kept_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        message = "in the middle"
        raise RuntimeError(message)

    path = tmp_path / "a.db"
    with Ledger.open(path) as kept:
        with monkeypatch.context() as patch:
            patch.setattr("sayso.ledger.store._keep_rows", fail)
            with pytest.raises(RuntimeError):
                kept.add(page("a"))
        assert len(kept) == 0
        assert kept.add(page("a"))


class Overtaken(sqlite3.Connection):
    """Another process makes the tables while this one looks whether there are any."""

    made = False

    def execute(self, sql: str, *parameters: Any) -> sqlite3.Cursor:
        if "user_version" in sql and not Overtaken.made:
            Overtaken.made = True
            Ledger.open(Path(super().execute("PRAGMA database_list").fetchone()[2])).close()
        return super().execute(sql, *parameters)


def test_who_looks_while_the_tables_are_made_sees_all_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path)) as begun:
        begun.execute("PRAGMA journal_mode = WAL")
    monkeypatch.setattr(
        "sayso.ledger.connection._connect",
        lambda path: sqlite3.connect(path, isolation_level=None, check_same_thread=False, factory=Overtaken),
    )
    with Ledger.open(path) as kept:
        assert Overtaken.made
        assert len(kept) == 0


def test_many_writers_wait_their_turn(tmp_path: Path) -> None:
    path, failures = tmp_path / "a.db", []

    def write(writer: int) -> None:
        try:
            with Ledger.open(path) as kept:
                for number in range(15):
                    kept.add(page(f"w{writer}-{number}", f"Peru met Chile {number % 10 + writer}."))
                    len(kept)
        except Exception as error:  # noqa: BLE001 - any is a failure of the test
            failures.append(error)

    writers = [threading.Thread(target=write, args=(writer,)) for writer in range(4)]
    for thread in writers:
        thread.start()
    for thread in writers:
        thread.join()
    assert failures == []
    with Ledger.open(path) as kept:
        assert len(kept) == 13
    check = sqlite3.connect(path)
    assert check.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    check.close()


def test_the_reading_of_a_document_as_of_a_day_is_the_one_that_held(tmp_path: Path) -> None:
    days = iter(("2025-01-01", "2025-01-01", "2025-01-03", "2025-01-05", "2025-01-05"))
    with Ledger.open(tmp_path / "then.db", clock=lambda: f"{next(days)}T12:00:00Z") as kept:
        first = page("dispatch-1")
        later = replace(first, events=())
        kept.add(first)
        kept.add(later)
        kept.add(page("dispatch-2", "Peru met Chile twice."))
        assert kept.reading("dispatch-1", as_of="2025-01-02") == first
        assert kept.reading("dispatch-1", as_of="2025-01-03") == kept.reading("dispatch-1") == later
        assert kept.reading("dispat", as_of="2025-01-04") == later
        with pytest.raises(MissingInput, match="had at that time no document"):
            kept.reading("dispatch-1", as_of="2024")
