"""The commands that the pages of docs/ show, run in their order on the demo's ledger."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from typing import TYPE_CHECKING

import pytest
from evals.readme import ROOT

from commands import run

if TYPE_CHECKING:
    from pathlib import Path

PAGES = ("ledger", "happenings", "expectations", "exports")
# On the page of the ledger a document is compared with its earlier readings, and the demo's were read once.
ONE_READING = re.compile(r"diff d-\w+( --old 1 --new 3)?$")


def commands(page: str) -> list[str]:
    text = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```console\n(.*?)```", text, re.DOTALL)
    return [command for block in blocks for command in re.findall(r"^\$ (.+)$", block, re.MULTILINE)]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "sayso.db"
    with pytest.MonkeyPatch.context() as patch:
        assert run(patch, "demo", "--ledger", str(path)).status == 0
    return path


def known(command: str, patch: pytest.MonkeyPatch) -> str:
    """The command with the id of a happening of this ledger: they follow from all reports, and so change easily."""
    if not (named := re.search(r"\bh-[0-9a-f]+", command)):
        return command
    first = run(patch, "happenings", "--json").out.splitlines()[0]
    return command.replace(named[0], json.loads(first)["id"])


@pytest.mark.parametrize("page", PAGES)
def test_every_command_answers(page: str, demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(demo, tmp_path)
    monkeypatch.chdir(tmp_path)
    shown = commands(page)
    assert len(shown) > 3
    for command in shown:
        name, *told = shlex.split(known(command, monkeypatch))
        if name == "export":
            monkeypatch.setenv(*told[0].split("=", 1))
            continue
        assert name == "sayso"
        ran = run(monkeypatch, *told)
        if ONE_READING.search(command):
            assert (ran.status, ran.out) == (1, "")
            continue
        assert ran.status == 0, f"{command}: {ran.err}"
        assert ran.out or ran.err, command
        if not {"--json", "--as-of", "-o"} & set(told):
            assert max(map(len, ran.out.splitlines()), default=0) <= 80, command
            assert not ran.out.startswith("no "), f"{command} shows nothing"
