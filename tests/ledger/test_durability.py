"""Whatever interrupts ``sayso add``: the ledger opens, holds each document whole or not at all, and goes on."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from sayso import Ledger, read
from sayso.errors import LedgerUnwritable

if TYPE_CHECKING:
    from pathlib import Path

ADD = (sys.executable, "-m", "sayso.cli", "add")


def write_rows(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8") as out:
        for number in range(count):
            text = f"Dispatch {number}. " + "The army of Chad attacked rebels near the lake on Monday. " * 30
            out.write(json.dumps({"id": f"d{number}", "text": text, "published": "2018-05-03"}) + "\n")


def started(ledger: Path, least: int) -> bool:
    """Whether the ledger holds so many documents."""
    try:
        with Ledger.open(ledger, create=False) as kept:
            return len(kept) >= least
    except Exception:  # noqa: BLE001 - not there yet
        return False


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupted_add_loses_nothing_and_can_be_repeated(how: signal.Signals, tmp_path: Path) -> None:
    rows, ledger = tmp_path / "rows.jsonl", tmp_path / "kept.db"
    write_rows(rows, 120)
    command = [*ADD, "--jsonl", str(rows), "--ledger", str(ledger)]
    adding = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, "SAYSO_BATCH_SIZE": "1"})
    deadline = time.monotonic() + 60
    while not started(ledger, 3) and time.monotonic() < deadline and adding.poll() is None:
        time.sleep(0.05)
    adding.send_signal(how)
    _, told = adding.communicate(timeout=60)
    if how is signal.SIGINT and adding.returncode:
        assert adding.returncode == 130
        assert "what was kept before is safe" in told
        assert "Traceback" not in told
    with Ledger.open(ledger, create=False) as kept:
        assert 3 <= len(kept) <= 120
        assert all(reading.events for reading in kept.readings())
    subprocess.run(command, check=True, capture_output=True)
    with Ledger.open(ledger, create=False) as kept:
        assert len(kept) == 120
        assert len({reading.document.id for reading in kept.readings()}) == 120


def test_a_full_disk_is_told_and_does_no_damage(tmp_path: Path) -> None:
    """The limit on a file's size stands for the end of the disk."""
    path = tmp_path / "kept.db"
    first, second = read("Peru met Chile on Monday."), read("The army of Chad attacked rebels. " * 3000)
    with Ledger.open(path) as kept:
        kept.add(first)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 100_000, hard))
    try:
        with Ledger.open(path) as kept, pytest.raises(LedgerUnwritable, match=r"free some space|check its space"):
            kept.add(second)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    with Ledger.open(path) as kept:
        assert [reading.document.id for reading in kept.readings()] == [first.document.id]
        assert kept.add(second)


def test_the_same_text_gives_the_same_bytes_in_any_process() -> None:
    text = b"SEOUL (Reuters) - Kim Jong Un met Xi Jinping on Monday, KCNA said. The North will meet the South in May."
    command = [sys.executable, "-m", "sayso.cli", "read", "-", "--json", "--published", "2018-05-03"]
    outputs = {
        subprocess.run(
            command, input=text, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("0", "1")
    }
    assert len(outputs) == 1
