"""``sayso export``, as a user types it."""

from __future__ import annotations

import csv
import json
import sys
from typing import TYPE_CHECKING

import pytest

from commands import run
from sayso.views.exports import FORMATS
from three_reports import three_reports

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    with three_reports(tmp_path / "a.db"):
        return str(tmp_path / "a.db")


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_written_to_a_file(
    form: str, ledger: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = run(monkeypatch, "export", form, "-o", str(tmp_path / "out"), "--actor", "CHN", "--ledger", ledger)
    assert (ran.status, ran.out) == (0, "")
    assert ran.err.startswith(f"2 reports as {form}; 1 left out" if form in ("polecat", "gdelt") else "3 reports as")
    assert (tmp_path / "out").stat().st_size
    assert form in run(monkeypatch, "export", "--help").out


def test_standard_output(ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = run(monkeypatch, "export", "csv", "-o", "-", "--status", "denied", "--ledger", ledger)
    (row,) = csv.DictReader(ran.out.splitlines())
    assert (row["type"], ran.err) == ("ASSAULT", "1 report as csv\n")
    assert json.loads(run(monkeypatch, "export", "geojson", "-o", "-", "--ledger", ledger).out)["features"]


def test_what_cannot_be_done_is_told(ledger: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def told(*arguments: str) -> str:
        ran = run(monkeypatch, "export", *arguments, "--ledger", ledger)
        assert (ran.status, ran.out) == (1, "")
        return ran.err

    assert "name a file with --output" in told("parquet", "-o", "-")
    assert "choose one of" in told("xlsx", "-o", "-")
    assert "is no date" in told("csv", "-o", str(tmp_path / "a"), "--since", "soon")
    (tmp_path / "b").write_text("mine")
    assert "--force" in told("csv", "-o", str(tmp_path / "b"))
    assert (tmp_path / "b").read_text() == "mine"
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert "pip install 'sayso[parquet]'" in told("parquet", "-o", str(tmp_path / "a"))
    assert not (tmp_path / "a").exists()


def test_force_replaces(ledger: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "b").write_text("mine")
    assert run(monkeypatch, "export", "jsonl", "-o", str(tmp_path / "b"), "--force", "--ledger", ledger).status == 0
    assert len((tmp_path / "b").read_text().splitlines()) == 3
