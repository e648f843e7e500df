"""Our own schema as Parquet, CSV and JSONL, read by what others read them with."""

from __future__ import annotations

import csv
import io
import json
import sys
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import duckdb
import pyarrow.parquet
import pytest

from sayso.errors import OutputError
from sayso.views.event_question import EventQuestion
from sayso.views.exports.columns import COLUMNS, cow, gw
from sayso.views.exports.csv_table import csv_lines
from sayso.views.exports.parquet import write_parquet
from sayso.views.exports.reports import reports
from three_reports import made_of, three_reports

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sayso import Ledger
    from sayso.views.exports.report import Report

    Exporting = Callable[..., bytes]

NAMES = [column.name for column in COLUMNS]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with three_reports(tmp_path / "a.db") as kept:
        yield kept


@pytest.fixture
def exported(ledger: Ledger) -> Exporting:
    return partial(made_of, ledger)


def asked(path: Path, columns: str) -> list[tuple[Any, ...]]:
    """What DuckDB finds in these columns of the file."""
    with duckdb.connect() as database:
        return database.execute(f"SELECT {columns} FROM '{path}'").fetchall()  # noqa: S608 - the columns are ours


def test_parquet_holds_lists_days_and_numbers(exported: Exporting) -> None:
    table = pyarrow.parquet.read_table(io.BytesIO(exported("parquet")))
    assert table.column_names == NAMES
    visit, attack, meeting = table.to_pylist()
    assert (visit["type"], visit["mode"], visit["contexts"]) == ("CONSULT", "visit", ["diplomatic", "military"])
    assert (visit["actors"], visit["actor_cow"], visit["recipient_gw"]) == (["Kim"], [731], [710])
    assert (str(visit["from_day"]), str(visit["to_day"]), visit["dead"]) == ("2018-05-02", "2018-05-03", 1)
    assert visit["chain"] == ["Xinhua", "Choe"]
    assert (visit["certainty"], visit["place"], visit["geonames"]) == ("asserts", "Lima", 3936456)
    assert visit["learned"].isoformat() == "2025-01-01T00:00:01+00:00"
    assert (attack["status"], attack["chain"], attack["certainty"]) == ("denied", [], None)
    assert (attack["published"], str(attack["published_to"])) == ("2018-06", "2018-07-01")
    assert (meeting["actors"], meeting["recipients"], meeting["from_day"]) == (["China", "the US"], [], None)
    assert len({row["happening"] for row in (visit, attack, meeting)} - {None}) == 3


def test_offsets_point_at_the_words(ledger: Ledger, exported: Exporting) -> None:
    for row in map(json.loads, exported("jsonl").decode().splitlines()):
        text = ledger.reading(row["document"]).document.text
        assert text[row["start_char"] : row["end_char"]] == row["words"]


def test_duckdb_reads_parquet_and_csv_alike(exported: Exporting, tmp_path: Path) -> None:
    for form in ("parquet", "csv"):
        (tmp_path / f"a.{form}").write_bytes(exported(form))
    scalars = "report, type, intensity, from_day, place, latitude, dead, start_char, words, title, outlet, published_to"
    # What is empty is null, as everywhere; a tab and quotation marks come back.
    assert asked(tmp_path / "a.csv", scalars) == asked(tmp_path / "a.parquet", scalars)
    joined = asked(tmp_path / "a.parquet", "array_to_string(actors, '; '), array_to_string(chain_certainties, '; ')")
    assert asked(tmp_path / "a.csv", "actors, coalesce(chain_certainties, '')") == joined


def test_a_semicolon_in_a_list_keeps_the_columns_in_step(ledger: Ledger) -> None:
    visit = next(iter(reports(ledger, EventQuestion(type="CONSULT"))))
    two = replace(visit, actors=(replace(visit.actors[0], name="A; B", country=None), *visit.actors))
    (row,) = csv.DictReader(csv_lines([two]))
    assert (row["actors"], row["actor_countries"]) == ("A, B; Kim", "; PRK")


def test_nul_does_not_end_a_cell(ledger: Ledger) -> None:
    visit = next(iter(reports(ledger, EventQuestion())))
    assert "\0" not in "".join(csv_lines([replace(visit, words="a\0b")]))


def test_an_empty_answer_is_a_table_without_rows(exported: Exporting) -> None:
    assert pyarrow.parquet.read_table(io.BytesIO(exported("parquet", actor="FRA"))).num_rows == 0
    assert exported("csv", actor="FRA").decode() == ",".join(NAMES) + "\n"
    assert exported("jsonl", actor="FRA") == b""


@pytest.mark.parametrize("form", ["parquet", "csv", "jsonl", "polecat", "gdelt", "jsonld", "geojson", "atom", "bibtex"])
def test_the_same_ledger_gives_the_same_bytes(form: str, exported: Exporting) -> None:
    assert exported(form) == exported(form)


def test_the_question_narrows_what_is_exported(exported: Exporting) -> None:
    def told(**question: str) -> list[str]:
        return [json.loads(line)["document"] for line in exported("jsonl", **question).decode().splitlines()]

    assert told() == ["visit", "attack", "meeting"]
    assert told(actor="PRK", with_="CHN") == ["visit", "attack"]
    assert told(by="USA") == ["meeting"]
    assert told(status="denied") == told(type="assault") == told(since="2018-06", until="2018") == ["attack"]


def test_parquet_is_written_in_groups(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.views.exports.parquet._GROUP", 10)
    visit = next(iter(reports(ledger, EventQuestion())))
    written: list[int] = []

    def many() -> Iterator[Report]:
        for number in range(25):
            written.append(sink.tell())
            yield visit if number else replace(visit, happening="h")

    sink = io.BytesIO()
    write_parquet(many(), sink)
    assert pyarrow.parquet.ParquetFile(io.BytesIO(sink.getvalue())).num_row_groups == 3
    assert len(set(written)) == 3


def test_csv_is_written_row_by_row(ledger: Ledger) -> None:
    visit = next(iter(reports(ledger, EventQuestion())))
    lines = csv_lines(visit for _ in iter(int, 1))
    assert [next(lines).count("\n") for _ in range(3)] == [1, 1, 1]


def test_without_pyarrow_it_is_told_what_to_install(exported: Exporting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(OutputError, match=r"sayso\[parquet\]"):
        exported("parquet")


def test_numbers_of_states() -> None:
    assert (cow("USA"), cow("DEU"), gw("DEU"), gw("YEM"), cow("UNO"), gw(None)) == (2, 255, 260, 678, None, None)
