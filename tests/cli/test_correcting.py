"""``sayso correct``, ``diff``, ``verify`` and ``reread``, as a user types them."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from commands import run

if TYPE_CHECKING:
    from pathlib import Path

    from commands import Ran

TEXT = "Peru accused Chile of spying on Monday. Chile met Brazil in Lima on Tuesday, Radio Andina said."
WHY = ("--author", "Ana Soto", "--reason", "the text says otherwise")


class Sayso:
    """Commands on one ledger."""

    def __init__(self, patch: pytest.MonkeyPatch, folder: Path) -> None:
        self.patch = patch
        self.folder = folder
        self.ledger = folder / "a.db"

    def __call__(self, *arguments: str) -> Ran:
        return run(self.patch, *arguments, "--ledger", str(self.ledger))

    def rows(self, *arguments: str) -> list[dict[str, Any]]:
        ran = self(*arguments, "--json")
        assert ran.status == 0, ran.err
        return [json.loads(line) for line in ran.out.splitlines()]


@pytest.fixture
def sayso(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sayso:
    monkeypatch.delenv("SAYSO_AUTHOR", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT)
    made = Sayso(monkeypatch, tmp_path)
    assert made("add", "a.txt", "--published", "2018-05-03").status == 0
    return made


def event(sayso: Sayso, type_: str) -> str:
    (row,) = sayso.rows("events", "--type", type_)
    return str(row["id"])


def test_an_event_is_retyped_and_the_answer_bears_the_mark(sayso: Sayso) -> None:
    name = event(sayso, "ACCUSE")
    given = sayso("correct", "retype", name, "threaten", *WHY)
    assert (given.status, given.err) == (0, f"verdict 1: {name} is of type THREATEN\n")
    (row,) = sayso.rows("events", "--type", "THREATEN")
    assert row["verdicts"] == [1]
    told = sayso("events", "--type", "THREATEN").out
    assert "corrected by verdict 1" in told
    assert name in told
    assert sayso.rows("events", "--type", "ACCUSE") == []
    assert [row["verdicts"] for row in sayso.rows("events", "--type", "ACCUSE", "--raw")] == [[]]


def test_happenings_dyads_and_exports_take_notice_and_raw_does_not(sayso: Sayso) -> None:
    name = event(sayso, "ACCUSE")
    assert sayso("correct", "retype", name, "threaten", *WHY).status == 0
    (row,) = sayso.rows("happenings", "--type", "THREATEN")
    assert row["verdicts"] == [1]
    told = sayso("happenings", "--type", "THREATEN").out
    assert "corrected by verdict 1" in told
    assert sayso.rows("happenings", row["id"])[0]["happening"] == row
    assert sayso.rows("happenings", "--type", "THREATEN", "--raw") == []
    (between,) = sayso.rows("dyad", "PER", "CHL")[0]["happenings"]
    assert (between["act"], between["verdicts"]) == ("THREATEN", [1])
    assert "corrected by verdict 1" in sayso("dyad", "PER", "CHL").out
    assert sayso.rows("dyad", "PER", "CHL", "--raw")[0]["happenings"][0]["act"] == "ACCUSE"
    assert "THREATEN" in sayso("export", "csv", "-o", "-").out
    assert "THREATEN" not in sayso("export", "csv", "-o", "-", "--raw").out


def test_as_of_a_day_before_the_document_came_there_is_nothing(sayso: Sayso) -> None:
    then = ("--as-of", "2018")
    assert sayso.rows("happenings", *then) == sayso.rows("search", "Peru", *then) == []
    assert sayso.rows("dyad", "PER", "CHL", *then)[0]["happenings"] == []
    assert "0 reports" in sayso("export", "csv", "-o", "-", *then).err
    assert "no document" in sayso("search", "Peru", *then).out
    (row,) = sayso.rows("search", "Peru")
    assert sayso("show", row["document"]["id"], *then).status == 1
    assert sayso("show", row["document"]["id"], "--as-of", "2999").status == 0
    (row,) = sayso.rows("happenings", "--type", "ACCUSE")
    assert sayso("happenings", row["id"], *then).status == 1
    assert sayso("happenings", "--as-of", "soon").status == 1


def test_show_tells_the_verdicts_on_what_it_shows_as_it_was_read(sayso: Sayso) -> None:
    name, (row,) = event(sayso, "ACCUSE"), sayso.rows("search", "Peru")
    document = row["document"]["id"]
    as_read = sayso("show", document).out
    assert "verdict" not in as_read
    assert sayso("correct", "reject", name, *WHY).status == 0
    assert sayso("correct", "split", "Brazil", "--in", document, "--as", "Bolivia", *WHY).status == 0
    told = sayso("show", document).out
    assert told.startswith(as_read)
    assert f"{name} is not told by the text" in told
    assert "Bolivia" in told
    assert sayso("show", document, "--as-of", "2999").out == told
    for number in ("1", "2"):
        assert sayso("correct", "undo", number, *WHY).status == 0
    assert sayso("show", document).out == as_read


def test_all_kinds_and_their_list(sayso: Sayso) -> None:
    accused, met = event(sayso, "ACCUSE"), event(sayso, "CONSULT")
    for command in (
        ("redate", accused, "2018-04-01", "2018-04-30"),
        ("reject", met),
        ("merge", "Chile", "INTO", "Peru"),
        ("split", "Peru", "--in", "a.txt", "--as", "Peru FC"),
        ("undo", "2"),
    ):
        document = sayso.rows("events", "--raw")[0]["document"]["id"]
        arguments = [document if part == "a.txt" else part for part in command]
        ran = sayso("correct", *arguments, *WHY)
        assert ran.status == 0, ran.err
    listed = sayso.rows("correct", "list")
    assert [(row["verdict"], row["kind"], row["state"]) for row in listed] == [
        (1, "redate", "in force"),
        (2, "reject", "undone"),
        (3, "merge", "in force"),
        (4, "split", "in force"),
        (5, "undo", "in force"),
    ]
    told = sayso("correct", "list").out
    assert "happened April 2018" in told
    assert "[undone]" in told
    assert "Ana Soto" in told
    assert max(map(len, told.splitlines())) <= 80
    assert sayso.rows("correct", "list", "--as-of", "2001") == []
    names = {party["name"] for row in sayso.rows("events") for party in (*row["actors"], *row["recipients"])}
    assert "Peru FC" in names
    assert not {"Peru", "Chile"} & names


def test_the_author_comes_from_the_settings_or_is_asked_for(sayso: Sayso) -> None:
    name = event(sayso, "ACCUSE")
    ran = sayso("correct", "reject", name, "--reason", "so")
    assert (ran.status, ran.out) == (1, "")
    assert "--author 'Your Name'" in ran.err
    assert "SAYSO_AUTHOR" in ran.err
    sayso.patch.setenv("SAYSO_AUTHOR", "Luis Ruiz")
    assert sayso("correct", "reject", name, "--reason", "so").status == 0
    assert [row["author"] for row in sayso.rows("correct", "list")] == ["Luis Ruiz"]


def test_wrong_usage_is_told(sayso: Sayso) -> None:
    assert sayso("correct", "reject", "e-nothing", *WHY).status == 1
    assert sayso("correct", "reject", event(sayso, "ACCUSE")).status == 2
    assert sayso("correct", "merge", "Chile", "with", "Peru", *WHY).status == 2
    assert sayso("diff").status == 2
    assert sayso("diff", "x", "--since", "2018").status == 2


def test_as_of_is_asked_of_every_question(sayso: Sayso) -> None:
    for command in ("events", "statements", "sources", "stories", "expectations", "positions"):
        assert sayso.rows(command, "--as-of", "2001-01-01") == []
        assert sayso.rows(command, "--as-of", "2999") == sayso.rows(command)
        assert sayso(command, "--as-of", "soon").status == 1
    assert sayso.rows("events", "--as-of", "2999") != []


def test_a_ledger_is_verified_read_anew_and_compared(sayso: Sayso) -> None:
    good = sayso("verify")
    assert (good.status, good.out) == (0, "the ledger follows from its documents: 1 document read again\n")
    assert run(sayso.patch, "verify", str(sayso.ledger)).status == 0
    (document,) = {row["document"]["id"] for row in sayso.rows("events")}
    assert "was read once" in sayso("diff", document).err

    frames = sayso("verify", "--fast")
    if frames.status:
        assert "coder both → frames" in frames.out
        assert "sayso reread" in frames.out
    assert "0 read otherwise, 1 as before" in sayso("reread").err


def test_what_a_new_reading_changed(sayso: Sayso) -> None:
    """An earlier version read another type: the ledger is made so, and read anew."""
    with closing(sqlite3.connect(sayso.ledger)) as opened, opened:
        other = ('"type":"ACCUSE"', '"type":"AID"')
        opened.execute("UPDATE readings SET hash = 'x', json = replace(json, ?, ?)", other)
    wrong = sayso("verify", "--json")
    assert wrong.status == 1
    assert json.loads(wrong.out.splitlines()[0])["trouble"] == "reading"
    assert "1 read otherwise" in sayso("reread").err
    (document,) = {row["document"]["id"] for row in sayso.rows("events")}
    (row,) = sayso.rows("diff", document)
    assert (row["change"], row["kind"], row["words"], row["fields"]) == ("changed", "event", "accused", ["type"])
    assert (row["before"]["type"], row["after"]["type"], row["document"]) == ("AID", "ACCUSE", document)
    told = sayso("diff", document).out
    assert "~ event “accused”  type AID → ACCUSE" in told
    (new,) = sayso.rows("diff", "--since", "2001")
    assert (new["kind"], new["change"], new["document"]) == ("document", "came", document)
    assert sayso("correct", "reject", event(sayso, "ACCUSE"), *WHY).status == 0
    document_row, verdict_row = sayso.rows("diff", "--since", "2001")
    assert (document_row["kind"], verdict_row["kind"], verdict_row["verdict"]["kind"]) == (
        "document",
        "verdict",
        "reject",
    )
    assert sayso.rows("diff", "--since", "2999") == []
    assert max(map(len, sayso("diff", "--since", "2001").out.splitlines())) <= 80


def test_each_run_is_kept_with_what_it_was_made_with(sayso: Sayso) -> None:
    (sayso.folder / "b.txt").write_text("Peru met Chile.")
    assert sayso("add", "a.txt", "b.txt", "--published", "2018-05-03").status == 0
    assert sayso("add", "a.txt", "b.txt", "--published", "2018-05-03", "--fast").status == 0
    with closing(sqlite3.connect(sayso.ledger)) as opened:
        runs = opened.execute("SELECT run, version, settings FROM runs").fetchall()
        assert opened.execute("SELECT run FROM readings ORDER BY reading").fetchall() == [(1,), (2,)]
    assert [run for run, *_ in runs] == [1, 2]
    assert {json.loads(settings)["coder"] for *_, settings in runs} == {"both"}
