"""The commands on happenings and dyads, as a user types them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from commands import run

if TYPE_CHECKING:
    from pathlib import Path

DISPATCHES = {
    "a": "LIMA, May 3, 2018 (Meridian Press) — Peru accused Chile of spying on Wednesday.",
    "b": "LIMA, May 4, 2018 (Kestrel News) — Peru did not accuse Chile of spying on Wednesday, Chile's officials said.",
    "c": "LIMA, June 3, 2018 (Kestrel News) — The presidents of Peru and Chile met in Lima on Saturday.",
}


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    for name, text in DISPATCHES.items():
        (tmp_path / f"{name}.txt").write_text(text)
    path = str(tmp_path / "a.db")
    assert run(monkeypatch, "add", *(str(tmp_path / f"{name}.txt") for name in DISPATCHES), "-l", path).status == 0
    return path


def test_happenings_for_people(ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = run(monkeypatch, "happenings", "--actor", "PER", "--type", "accuse", "-l", ledger)
    assert ran.status == 0, ran.err
    assert "actual 3 May 2018 → denied 4 May 2018" in ran.out
    assert "2 reports · 2 independent outlets · 2 documents" in ran.out
    assert "sources disagree whether it was:" in ran.out
    assert "1 happening, told by 2 reports in 2 documents of 2 outlets" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_a_happening_opens_by_its_id(ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (line,) = run(monkeypatch, "happenings", "--type", "accuse", "--json", "-l", ledger).out.splitlines()
    found = json.loads(line)
    assert {version["value"] for version in found["disagreements"]} == {"actual", "denied"}
    opened = json.loads(run(monkeypatch, "happenings", found["id"], "--json", "-l", ledger).out)
    assert (opened["happening"], opened["statuses"]) == (found, ["actual", "denied"])
    told = run(monkeypatch, "happenings", found["id"], "-l", ledger).out
    assert "told as denied, published 4 May 2018" in told
    assert "Peru accused Chile of spying on Wednesday" in told


def test_an_id_that_there_is_not(ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = run(monkeypatch, "happenings", "h-123456789", "-l", ledger)
    assert (ran.status, ran.out) == (1, "")
    assert "sayso happenings" in ran.err


def test_a_dyad_for_people_fits_80_columns(ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = run(monkeypatch, "dyad", "PER", "CHL", "-l", ledger)
    assert ran.status == 0, ran.err
    may, june = (line for line in ran.out.splitlines() if line.startswith("2018-0"))
    assert may.split() == ["2018-05", "░░░", "1", "│", "-3.5"]
    assert june.split()[:4] == ["2018-06", "│", "1", "░░░"]
    assert "no norm" in ran.out
    assert "“Peru accused Chile of spying on Wednesday" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_a_dyad_as_json(ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = json.loads(run(monkeypatch, "dyad", "PER", "CHL", "--by", "year", "--json", "-l", ledger).out)
    (year,) = found["periods"]
    assert (year["from"], year["to"], year["documents"]) == ("2018-01-01", "2019-01-01", 3)
    assert year["happenings"] == [happening["id"] for happening in found["happenings"]]
    assert found["changes"] == []
    assert run(monkeypatch, "dyad", "PER", "per", "-l", ledger).status == 1
