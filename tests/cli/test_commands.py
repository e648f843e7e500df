"""The commands, as a user types them."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from icalendar import Calendar

from commands import run
from sayso.records import json_schema

if TYPE_CHECKING:
    from pathlib import Path

    from commands import Ran

DISPATCH = """SEOUL, South Korea, May 3, 2018 (Meridian Press) — North Korea released two prisoners on Thursday.

Kim Jong Un met Chinese President Xi Jinping in Dalian on Wednesday, the Korean Central News Agency said.

The United States will hold talks with North Korea next month, officials said.
"""


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A ledger with one dispatch."""
    (tmp_path / "a.txt").write_text(DISPATCH)
    path = tmp_path / "a.db"
    assert run(monkeypatch, "add", str(tmp_path / "a.txt"), "--ledger", str(path)).status == 0
    return str(path)


def rows(ran: Ran) -> list[dict[str, Any]]:
    assert ran.status == 0, ran.err
    return [json.loads(line) for line in ran.out.splitlines()]


def test_version_and_help(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(monkeypatch, "--version").out.startswith("sayso ")
    told = run(monkeypatch, "--help").out
    asked = ("events", "statements", "sources", "positions", "expectations", "scoreboard", "search", "show")
    assert all(command in told for command in ("read", "add", *asked))


def test_schema_is_the_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    assert json.loads(run(monkeypatch, "schema").out) == json_schema()


def test_a_reading_as_json_fulfils_the_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(DISPATCH)
    (reading,) = rows(run(monkeypatch, "read", str(tmp_path / "a.txt"), "--json"))
    jsonschema.validate(reading, json_schema())
    document = reading["document"]
    assert (document["published"], document["published_basis"]) == ("2018-05-03", "text")


def test_a_reading_for_people_fits_80_columns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(DISPATCH)
    ran = run(monkeypatch, "read", str(tmp_path / "a.txt"), "--explain")
    assert "RETREAT release" in ran.out
    assert "coded by retreat.release" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80
    assert "\x1b" not in ran.out


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    (reading,) = rows(run(monkeypatch, "read", "-", "--json", "--published", "2018", stdin=DISPATCH.encode()))
    assert reading["events"]


def test_given_pairs_are_coded_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Peru accused Chile of spying on Brazil."
    row = json.dumps({"id": "p", "text": text, "pairs": [[[0, 4], [13, 18]]]})
    (reading,) = rows(run(monkeypatch, "read", "--jsonl", "-", "--json", stdin=row.encode()))
    (event,) = reading["events"]
    assert event["type"] == "ACCUSE"


def test_adding_twice_is_adding_once(ledger: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = rows(run(monkeypatch, "events", "--json", "--ledger", ledger))
    again = run(monkeypatch, "add", str(tmp_path / "a.txt"), "--ledger", ledger)
    assert "0 added, 1 already known" in again.err
    assert rows(run(monkeypatch, "events", "--json", "--ledger", ledger)) == before


def test_events_by_actor(ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = rows(run(monkeypatch, "events", "--actor", "PRK", "--with", "CHN", "--json", "--ledger", ledger))
    assert [(row["type"], row["chain"]) for row in found] == [("CONSULT", ["Korean Central News Agency"])]
    assert not rows(run(monkeypatch, "events", "--actor", "FRA", "--json", "--ledger", ledger))


def test_events_since(ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rows(run(monkeypatch, "events", "--since", "2018-05", "--json", "--ledger", ledger))
    assert not rows(run(monkeypatch, "events", "--since", "2019", "--json", "--ledger", ledger))
    assert run(monkeypatch, "events", "--since", "soon", "--ledger", ledger).status == 1


def test_events_as_csv(ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = run(monkeypatch, "events", "--csv", "--ledger", ledger)
    table = list(csv.DictReader(ran.out.splitlines()))
    assert {row["type"] for row in table} >= {"RETREAT", "CONSULT"}
    assert all(row["document.id"] for row in table)
    assert "PRK; CHN" in {row["actors.country"] for row in table}
    (names,) = run(monkeypatch, "events", "--actor", "FRA", "--csv", "--ledger", ledger).out.splitlines()
    assert names.split(",") == list(table[0])


def test_statements(ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = rows(run(monkeypatch, "statements", "--by", "Korean Central News Agency", "--json", "--ledger", ledger))
    assert len(found) == 1
    assert "Xi Jinping" in str(found[0]["words"])


def test_statements_by_who_takes_part(ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    both = rows(run(monkeypatch, "statements", "--actor", "PRK", "--with", "CHN", "--json", "--ledger", ledger))
    assert [row["chain"][0]["name"] for row in both] == ["Korean Central News Agency"]
    assert "no statement" in run(monkeypatch, "statements", "--actor", "FRA", "--ledger", ledger).out


def test_sources(ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = rows(run(monkeypatch, "sources", "--json", "--ledger", ledger))
    cited = {row["name"]: (row["statements"], row["anonymous"], row["last"]) for row in found}
    assert cited["Korean Central News Agency"] == (1, False, "2018-05-03")
    ran = run(monkeypatch, "sources", "--csv", "--actor", "PRK", "--ledger", ledger)
    (row,) = csv.DictReader(ran.out.splitlines())
    assert row["name"] == "Korean Central News Agency"
    assert (row["manners.indirect"], row["certainties.asserts"], row["relays.name"]) == ("1", "1", "")
    *_, first, last = run(monkeypatch, "sources", "--limit", "1", "--ledger", ledger).out.splitlines()
    assert f"{len(found)} sources; {len(found) - 1} more with --limit" in f"{first} {last}"
    assert run(monkeypatch, "sources", "--actor", "FRA", "--ledger", ledger).out == "no statement\n"


def test_positions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Foreign Minister Ana Soto said Peru opposes any blockade of Chile."
    (tmp_path / "a.txt").write_text(text)
    path = str(tmp_path / "a.db")
    assert run(monkeypatch, "add", str(tmp_path / "a.txt"), "--published", "2018-05-03", "--ledger", path).status == 0
    (row,) = rows(run(monkeypatch, "positions", "--to", "blockade", "--json", "--ledger", path))
    assert (row["name"], row["stance"], row["words"]) == ("Peru", "opposes", "any blockade of Chile")
    assert [link["name"] for link in row["chain"]] == ["Ana Soto"]
    ran = run(monkeypatch, "positions", "--about", "CHL", "--csv", "--ledger", path)
    (cells,) = csv.DictReader(ran.out.splitlines())
    assert (cells["chain.name"], cells["document.published"]) == ("Ana Soto", "2018-05-03")
    head, *_, last = run(monkeypatch, "positions", "--stance", "opposes", "--ledger", path).out.splitlines()
    assert head == "3 May 2018  Peru (PER)  opposes"
    assert last == "1 position in 1 document of no outlet that is named"
    wrong = run(monkeypatch, "positions", "--stance", "against", "--ledger", path)
    assert (wrong.status, wrong.out) == (1, "")
    assert "supports, opposes" in wrong.err


def test_a_position_is_told_once_as_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("Radio Lima said Soto condemned the raid.")
    path = str(tmp_path / "a.db")
    assert run(monkeypatch, "add", str(tmp_path / "a.txt"), "--ledger", path).status == 0
    (row,) = rows(run(monkeypatch, "positions", "--json", "--ledger", path))
    assert (row["name"], [link["name"] for link in row["chain"]]) == ("Soto", ["Radio Lima"])


def test_expectations(ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    june = ("--since", "2018-06", "--until", "2018-06")
    (row,) = rows(run(monkeypatch, "expectations", *june, "--json", "--ledger", ledger))
    assert (row["from"], row["to"], row["checkable"]) == ("2018-06-01", "2018-07-01", True)


def test_expectations_on_a_day(ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(*options: str) -> list[dict[str, Any]]:
        return rows(run(monkeypatch, "expectations", *options, "--json", "--ledger", ledger))

    assert [row["outcome"] for row in asked("--on", "2018-05-20")] == ["open"]
    assert len(asked("--due", "--on", "2018-06-10")) == 1
    assert not asked("--due", "--on", "2018-05-20")
    (missed,) = asked("--outcome", "missed", "--on", "2019")
    assert missed["reason"] == "nothing told by 14 July 2018"
    assert run(monkeypatch, "expectations", "--due", "--outcome", "met", "--ledger", ledger).status == 2
    assert run(monkeypatch, "expectations", "--outcome", "done", "--ledger", ledger).status == 1


def test_an_icalendar_is_written_once(ledger: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command = ("expectations", "--on", "2018-06-10", "--ics", str(tmp_path / "a.ics"), "--ledger", ledger)
    assert "1 expectation in" in run(monkeypatch, *command).err
    (entry,) = Calendar.from_ical((tmp_path / "a.ics").read_bytes()).walk("VEVENT")
    assert str(entry["SUMMARY"]).endswith("[due]")
    again = run(monkeypatch, *command)
    assert (again.status, "--ics" in again.err) == (1, True)
    assert run(monkeypatch, *command, "--force").status == 0


def test_the_scoreboard(ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (score,) = rows(run(monkeypatch, "scoreboard", "--on", "2019", "--json", "--ledger", ledger))
    assert (score["announced"], score["missed"], score["median_days_late"]) == (1, 1, None)
    (row,) = rows(run(monkeypatch, "scoreboard", score["source"], "--on", "2019", "--json", "--ledger", ledger))
    assert row["outcome"] == "missed"
    assert "1 missed" in run(monkeypatch, "scoreboard", "--on", "2019", "--ledger", ledger).out
    assert run(monkeypatch, "scoreboard", "Nobody", "--ledger", ledger).status == 1


def test_search_and_show(ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = rows(run(monkeypatch, "search", "prisoner", "--json", "--ledger", ledger))
    document = found["document"]
    shown = run(monkeypatch, "show", document["id"], "--ledger", ledger)
    assert "Xi Jinping" in shown.out
    assert run(monkeypatch, "search", "nothingofthekind", "--ledger", ledger).status == 0
    assert run(monkeypatch, "show", "d-nothing", "--ledger", ledger).status == 1


def test_answers_for_people(ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for command in ("events", "statements", "sources", "positions", "expectations", "scoreboard", "stories"):
        ran = run(monkeypatch, command, "--ledger", ledger)
        assert ran.status == 0
        assert max(map(len, ran.out.splitlines())) <= 80
        assert not any(line.endswith(" ") for line in ran.out.splitlines())


def test_stories(ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (story,) = rows(run(monkeypatch, "stories", "--json", "--ledger", ledger))
    assert len(story["documents"]) == 1


def test_lexicon(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "frames" in run(monkeypatch, "lexicon", "check").out
    assert "PROTEST/strike" in run(monkeypatch, "lexicon", "show", "strike").out
    assert run(monkeypatch, "lexicon", "show", "xyzzy").status == 1


def test_a_missing_ledger_says_how_to_make_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = run(monkeypatch, "events", "--ledger", str(tmp_path / "none.db"))
    assert ran.status == 1
    assert "sayso add" in ran.err


def test_the_demo_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run(monkeypatch, "demo", "--ledger", str(tmp_path / "demo.db"))
    second = run(monkeypatch, "demo", "--ledger", str(tmp_path / "demo.db"))
    assert first.status == 0, first.err
    assert first.out == second.out
    assert max(map(len, first.out.splitlines())) <= 80


def test_the_demo_leaves_other_files_alone(ledger: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("not to be lost")
    assert run(monkeypatch, "demo", "--ledger", str(notes)).status == 1
    assert notes.read_text() == "not to be lost"
    before = rows(run(monkeypatch, "events", "--json", "--ledger", ledger))
    refused = run(monkeypatch, "demo", "--ledger", ledger)
    assert refused.status == 1
    assert "documents that are not the demo's" in refused.err
    assert rows(run(monkeypatch, "events", "--json", "--ledger", ledger)) == before


def test_a_text_without_a_title_goes_by_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("Peru met Chile.")
    monkeypatch.chdir(tmp_path)
    assert run(monkeypatch, "read", "a.txt").out.startswith("a.txt\n")
