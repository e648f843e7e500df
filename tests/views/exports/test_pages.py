"""What docs/exports.md and docs/r.md say holds: columns, formats, commands, Python, SPARQL and SQL."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import duckdb
import pytest
from evals.readme import ROOT
from rdflib import Graph

from commands import run
from sayso.views.exports.columns import COLUMNS
from sayso.views.exports.formats import FORMATS
from three_reports import made_of, three_reports

if TYPE_CHECKING:
    from pathlib import Path

EXPORTS = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")
R = (ROOT / "docs" / "r.md").read_text(encoding="utf-8")
COMMANDS = [command for page in (EXPORTS, R) for command in re.findall(r"^\$ (sayso .+)$", page, re.MULTILINE)]


def block(page: str, language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", page, re.DOTALL)
    assert found is not None
    return found[1]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where ``sayso.db`` lies, as for a user who names no ledger."""
    monkeypatch.chdir(tmp_path)
    with three_reports(tmp_path / "sayso.db"):
        return tmp_path


def test_the_page_has_all_columns_and_formats() -> None:
    table = re.findall(r"^\| `(\w+)` \| [a-z ]+ \| (.+) \|$", EXPORTS, re.MULTILINE)
    assert table == [(column.name, column.says) for column in COLUMNS]
    formats = re.findall(r"^\| `(\w+)` \| ([^|]+) \|$", EXPORTS, re.MULTILINE)
    assert formats == [(name, form.says) for name, form in FORMATS.items()]


@pytest.mark.usefixtures("folder")
def test_the_commands_run(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(COMMANDS) == 7
    for command in COMMANDS:
        ran = run(monkeypatch, *shlex.split(command)[1:], *(["--force"] if "-o -" not in command else []))
        assert ran.status == 0, f"{command}: {ran.err}"


@pytest.mark.usefixtures("folder")
def test_the_python_runs(capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(block(EXPORTS, "python"), "exports.md", "exec"), {})  # noqa: S102 - what the page tells people to run
    assert capsys.readouterr().out == "1 reports\n"


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_the_sparql_finds_the_chain(folder: Path) -> None:
    with three_reports(folder / "b.db") as ledger:
        graph = Graph().parse(data=made_of(ledger, "jsonld"), format="json-ld")
    found = [row[2] for row in graph.query(block(EXPORTS, "sparql"))]  # type: ignore[index]
    assert [str(name) for name in found] == ["Xinhua", "Choe"]


def test_the_query_of_the_page_for_r_counts_dyads_by_month(folder: Path) -> None:
    with three_reports(folder / "b.db") as ledger:
        (folder / "reports.parquet").write_bytes(made_of(ledger, "parquet"))
    sql = re.search(r'dbGetQuery\(con, "(.*?)"\)', R, re.DOTALL)
    assert sql is not None
    with duckdb.connect() as database:
        found = database.execute(sql[1]).fetchall()
    quad = "verbal-cooperation"
    assert [(dyad, month and month.isoformat()[:7], *rest) for dyad, month, *rest in found] == [
        ("CHN-PRK", "2018-05", quad, 1, 1, 1, 1.0),
        ("CHN-USA", None, quad, 1, 1, 0, 1.0),
    ]


def test_the_columns_that_the_r_code_names_are_there() -> None:
    names = {column.name for column in COLUMNS}
    assert set(re.findall(r"reports\$(\w+)", R)) - names == {"day", "month"}
    assert {"actor_countries", "recipient_countries", "published_from", "chain", "certainty", "outlet"} <= names
