"""Bad input gets a clear error or an honest empty reading, and a batch goes on."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from commands import run
from sayso.ledger.schema import VERSION
from sayso.records import json_schema

if TYPE_CHECKING:
    from pathlib import Path

GOOD = "The army of Chad attacked rebels on Monday."


def readings(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("binary.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 20, "unreadable"),
        ("long.txt", b"a" * 20_000_000, "too-large"),
        ("big.html", b"<html><body>" + b"<p>word</p>" * 1_000_000 + b"</body></html>", "too-large"),
    ],
)
def test_a_file_that_can_not_be_read_answers_an_error(
    name: str, data: bytes, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad, good = tmp_path / name, tmp_path / "good.txt"
    bad.write_bytes(data)
    good.write_text(GOOD)
    ran = run(monkeypatch, "read", str(bad), str(good), "--json")
    first, second = readings(ran.out)
    error = first["error"]
    assert error["kind"] == kind
    assert ":" in error["message"]
    assert second["schema"] == "sayso.reading/1"
    assert ran.status == 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\xfa caf\xe9 attacked the army",
        "The \u202earmy\u202c of Chad \u2066attacked\u2069 rebels.".encode(),
        b"The army\x00 of Chad attacked\x00 rebels.",
        b"word " * 10_000,
        b"<html><head><title>t</title></head><body></body></html>",
        b"   \n\n\t ",
    ],
    ids=["empty", "invalid UTF-8", "bidi controls", "NULs", "10,000 words", "HTML without text", "blanks"],
)
def test_odd_text_gives_an_honest_reading(data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "odd.txt"
    file.write_bytes(data)
    ran = run(monkeypatch, "read", str(file), "--json")
    (answer,) = readings(ran.out)
    if "error" in answer:
        assert ran.status == 1
    else:
        jsonschema.validate(answer, json_schema())
        assert ran.status == 0


def test_another_language_is_told_and_not_coded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "foreign.txt"
    file.write_text("Die Regierung hat am Montag erklärt, dass sie mit den Rebellen nicht mehr verhandeln wird.")
    (answer,) = readings(run(monkeypatch, "read", str(file), "--json").out)
    assert answer["events"] == []
    assert [notice["kind"] for notice in answer["notices"]] == ["language"]


def test_a_missing_file(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = run(monkeypatch, "read", "nowhere.txt")
    assert ran.status == 1
    assert "there is no such file or folder: check the path" in ran.err


def test_a_date_that_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "good.txt"
    file.write_text(GOOD)
    ran = run(monkeypatch, "read", str(file), "--published", "2018-02-30")
    assert ran.status == 1
    assert "2018-02-30" in ran.err


def test_a_row_that_is_no_json_keeps_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = (
        b'{"id": "a", "text": "Peru met Chile."}\nnot json\n{"id": "c"}\n'
        b'{"id": "d", "text": "x", "pairs": [[[0, 9], [0, 1]]]}\n'
    )
    ran = run(monkeypatch, "read", "--jsonl", "-", "--json", stdin=rows)
    answers = readings(ran.out)
    assert ["error" in answer for answer in answers] == [False, True, True, True]
    assert [answer.get("id") for answer in answers[2:]] == ["c", "d"]
    assert ran.status == 1


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [("rows.jsonl.gz", b"\x1f\x8b\x08\x00" + b"\x00" * 40, "unreadable"), ("none.jsonl", None, "missing")],
)
def test_rows_that_can_not_be_opened(
    name: str, data: bytes | None, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    ran = run(monkeypatch, "read", "--jsonl", str(tmp_path / name), "--json")
    (answer,) = readings(ran.out)
    assert answer["error"]["kind"] == kind
    assert ran.status == 1


@pytest.mark.parametrize("command", ["read", "add"])
def test_a_setting_that_is_none(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(GOOD)
    monkeypatch.setenv("SAYSO_MAX_CHARACTERS", "many")
    ran = run(monkeypatch, command, "a.txt")
    assert ran.status == 1
    assert "the setting SAYSO_MAX_CHARACTERS can't be 'many'" in ran.err


def test_a_file_of_settings_that_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_bytes(b"\x80\x81")
    ran = run(monkeypatch, "read", "a.txt")
    assert ran.status == 1
    assert "the settings in .env can't be read" in ran.err


def test_an_error_does_not_steer_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    row = json.dumps({"id": "\x1b[31mred\u202e", "text": "x", "published": "\x1b]0;owned\x07"}).encode()
    ran = run(monkeypatch, "read", "--jsonl", "-", stdin=row)
    assert ran.status == 1
    assert not set("\x1b\x07\u202e") & set(ran.err)


def test_a_ledger_that_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "notes.db"
    file.write_text("these are my notes, and no ledger\n" * 100)
    before = file.read_bytes()
    ran = run(monkeypatch, "events", "--ledger", str(file))
    assert ran.status == 1
    assert "is not a Sayso ledger" in ran.err
    assert file.read_bytes() == before


def test_another_database_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "other.db"
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE mine (x)")
    other.close()
    ran = run(monkeypatch, "add", "nowhere.txt", "--ledger", str(file))
    assert ran.status == 1
    assert "another SQLite database" in ran.err


def test_a_ledger_of_a_newer_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, text = tmp_path / "new.db", tmp_path / "good.txt"
    text.write_text(GOOD)
    assert run(monkeypatch, "add", str(text), "--ledger", str(file)).status == 0
    with sqlite3.connect(file) as newer:
        newer.execute(f"PRAGMA user_version = {VERSION + 1}")
    newer.close()
    ran = run(monkeypatch, "events", "--ledger", str(file))
    assert ran.status == 1
    assert "upgrade Sayso" in ran.err
