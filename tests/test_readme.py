"""The README: its commands run, its Python runs, its output and its figures are what they say."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

from evals.readme import README, ROOT, filled

from commands import run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest

TEXT = README.read_text(encoding="utf-8")


def commands() -> Iterator[str]:
    for block in re.findall(r"```console\n(.*?)```", TEXT, re.DOTALL):
        yield from re.findall(r"^\$ (.+)$", block, re.MULTILINE)


def test_output_and_figures_are_up_to_date() -> None:
    """After a change: python -m evals.readme."""
    assert filled(TEXT) == TEXT


def test_every_command_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "demo").symlink_to(ROOT / "demo")
    told = [command for command in commands() if command.startswith("sayso ")]
    assert len(told) > 5
    for command in told:
        ran = run(monkeypatch, *shlex.split(command)[1:])
        assert ran.status == 0, f"{command}: {ran.err}"
        assert ran.out or ran.err, command


def test_every_make_target_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for command in commands():
        if command.startswith("make "):
            assert f"\n{command.split()[1]}:" in makefile


def test_the_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    for block in re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL):
        exec(compile(block, "README.md", "exec"), {})  # noqa: S102 - it is what the README tells people to run
    assert capsys.readouterr().out == "ACCUSE actual Peru\n"


def test_every_file_that_is_linked_is_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", TEXT):
        assert (ROOT / target).exists(), target
