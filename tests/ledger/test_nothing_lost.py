"""Nothing is lost: whatever kills, crowds or starves a writer, the ledger is whole, and adding goes on where it was."""

from __future__ import annotations

import itertools
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pytest
from evals.variation import variations

from sayso import Ledger, Settings, from_json, read_paths, to_json
from wholeness import faults, state

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso import Reader
    from wholeness import State

ROOT = Path(__file__).parents[2]
ADDING, INQUIRING = (str(ROOT / "tests" / name) for name in ("adding.py", "inquiring.py"))
DISPATCHES = 8
READINGS = 24
SEED = 5
FULL = 3
SPARE = ("unshare", "--user", "--map-root-user", "--mount")


@dataclass(frozen=True)
class Given:
    """Readings in a file, and what a ledger of them is when nothing disturbs."""

    readings: Path
    undisturbed: State

    def add_all(self, ledger: Path) -> None:
        with Ledger.open(ledger) as kept:
            for line in self.lines():
                kept.add(from_json(line))

    def lines(self) -> list[str]:
        return self.readings.read_text("utf-8").rstrip("\n").split("\n")


@pytest.fixture(scope="module")
def given(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Given:
    """Real readings of some dispatches, and variations of them."""
    folder = tmp_path_factory.mktemp("given")
    rows = read_paths([ROOT / "demo" / "dispatches"], max_characters=Settings().max_characters)
    documents = [row.document for row in itertools.islice(rows, DISPATCHES) if row.document is not None]
    base = list(reader.read_many(documents))
    lines = map(to_json, (*base, *itertools.islice(variations(base, seed=SEED), READINGS - len(base))))
    readings, ledger = folder / "readings.jsonl", folder / "undisturbed.db"
    readings.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    assert run(readings, ledger) == (0, "")
    assert faults(ledger) == []
    return Given(readings, state(ledger))


def start(readings: Path, ledger: Path, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, ADDING, str(readings), str(ledger), *more]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True)


def run(readings: Path, ledger: Path, *more: str) -> tuple[int, str]:
    """(exit status, what it complained of)."""
    adding = start(readings, ledger, *more)
    _, told = adding.communicate(timeout=120)
    return adding.returncode, told


class Killer:
    """Lets processes add to ledgers, and kills them."""

    def __init__(self, readings: Path) -> None:
        command = [sys.executable, ADDING, str(readings), "--serve"]
        self._server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.communicate(timeout=60)

    def kill_after(self, seconds: float | None, ledger: Path) -> float:
        """Adds until it is killed after so many seconds; with None, until it is done. How many seconds it took."""
        process, begin = int(self._tell(str(ledger))), time.perf_counter()
        if seconds is not None:
            time.sleep(seconds)
            os.kill(process, signal.SIGKILL)
        assert self._tell("") == "over"
        return time.perf_counter() - begin

    def _tell(self, line: str) -> str:
        assert self._server.stdin
        assert self._server.stdout
        self._server.stdin.write(f"{line}\n")
        self._server.stdin.flush()
        return self._server.stdout.readline().rstrip("\n")


def moments(kills: int, seconds: float) -> Iterator[float]:
    """Random moments, one in each of as many equal parts of the time."""
    chance = random.Random(SEED)
    return ((number + chance.random()) / kills * seconds for number in range(kills))


def kept_by_then(given: Given, ledger: Path) -> int:
    """How many documents an addition had kept when it was killed; it is repeated, and ends as if nothing had been."""
    with Ledger.open(ledger) as kept:
        count = len(kept)
        assert sum(1 for _ in kept.readings()) == count
    assert faults(ledger) == []
    given.add_all(ledger)
    assert faults(ledger) == []
    assert state(ledger) == given.undisturbed
    return count


def kill_often(given: Given, folder: Path, kills: int) -> None:
    counts = []
    with Killer(given.readings) as killer:
        seconds = killer.kill_after(None, folder / "whole.db")
        for number, moment in enumerate(moments(kills, seconds)):
            killer.kill_after(moment, folder / f"{number}.db")
            counts.append(kept_by_then(given, folder / f"{number}.db"))
    assert min(counts) < READINGS / 4, f"none was killed early: {counts}"
    assert len(set(counts)) > min(kills, READINGS) / 4, f"the moments were no different: {counts}"


def test_killed_at_any_moment_the_ledger_is_whole_and_adding_again_ends_the_same(given: Given, tmp_path: Path) -> None:
    kill_often(given, tmp_path, 12)


@pytest.mark.endurance
def test_killed_at_200_moments(given: Given, tmp_path: Path) -> None:
    kill_often(given, tmp_path, 200)


def write_and_ask(given: Given, ledger: Path, *, readers: int) -> None:
    """Two writers of the same readings, one backwards, and ten who ask meanwhile, in two processes."""
    asking = [
        subprocess.Popen(
            [sys.executable, INQUIRING, str(ledger), str(READINGS), str(readers)], stderr=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    adding = [start(given.readings, ledger), start(given.readings, ledger, "--backwards")]
    for process in (*adding, *asking):
        _, told = process.communicate(timeout=400)
        assert (process.returncode, told) == (0, "")
    assert faults(ledger) == []
    with Ledger.open(ledger) as kept:
        there = {to_json(reading) for reading in kept.readings()}
    assert there == set(given.lines())


def test_two_write_and_ten_ask_at_once(given: Given, tmp_path: Path) -> None:
    write_and_ask(given, tmp_path / "a.db", readers=5)


@pytest.mark.endurance
def test_two_write_and_ten_ask_at_once_again_and_again(given: Given, tmp_path: Path) -> None:
    for number in range(20):
        write_and_ask(given, tmp_path / f"{number}.db", readers=5)


def starve(given: Given, ledger: Path, largest: int) -> int:
    """Adds with files of at most so many bytes, and again without that bound; the exit status of the first."""
    status, told = run(given.readings, ledger, "--largest-file", str(largest))
    if status:
        assert status == FULL, told
        assert "what was kept before is safe" in told
    if ledger.exists() and ledger.stat().st_size:
        assert faults(ledger) == []
    given.add_all(ledger)
    assert faults(ledger) == []
    assert state(ledger) == given.undisturbed
    return status


def test_a_file_that_may_not_grow_is_told_and_does_no_damage(given: Given, tmp_path: Path) -> None:
    """Too small for anything, for the shared memory, for the tables, for the log."""
    sizes = (0, 30_000, 60_000, 1_000_000)
    statuses = [starve(given, tmp_path / f"{size}.db", size) for size in sizes]
    assert statuses[:-1].count(FULL) >= len(sizes) - 2, statuses


@pytest.mark.endurance
def test_files_that_may_not_grow_beyond_any_size(given: Given, tmp_path: Path) -> None:
    chance = random.Random(SEED)
    for number in range(60):
        starve(given, tmp_path / f"{number}.db", chance.randrange(2_000_000))


def may_mount(folder: Path) -> bool:
    """Whether this system lets anyone mount a file system of their own."""
    if shutil.which(SPARE[0]) is None:
        return False
    tried = subprocess.run(
        [*SPARE, "mount", "-t", "tmpfs", "none", str(folder)], capture_output=True, check=False, timeout=30
    )
    return tried.returncode == 0


@pytest.mark.parametrize("kilobytes", [8, 300])
def test_a_full_disk_is_told_and_goes_on_when_there_is_room(kilobytes: int, given: Given, tmp_path: Path) -> None:
    disk, copy = tmp_path / "disk", tmp_path / "copy"
    disk.mkdir()
    if not may_mount(disk):
        pytest.skip("this system lets only root mount a small disk")
    add = f"{sys.executable} {ADDING} {given.readings} {disk}/a.db"
    script = f"""
        mount -t tmpfs -o size={kilobytes}k none {disk}
        {add}; [ $? = {FULL} ] || exit 1
        cp -r {disk} {copy}
        mount -o remount,size=64m {disk}
        {add} || exit 2
        cp {disk}/a.db* {tmp_path}
    """
    told = subprocess.run([*SPARE, "sh", "-c", script], capture_output=True, text=True, check=False, timeout=120)
    assert told.returncode == 0, told.stderr
    assert "free some space" in told.stderr
    assert not (copy / "a.db").stat().st_size or faults(copy / "a.db") == []
    assert faults(tmp_path / "a.db") == []
    assert state(tmp_path / "a.db") == given.undisturbed
