"""Measures accuracy on the public development sets, and refuses a fall: ``make evals``.

Every set goes through the command line, as a user's rows would: ``sayso read --jsonl docs.jsonl --json``. The figures
are compared with ``evals/baseline.json`` and, if none fell beyond noise, written there.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from evals.sets import MEASURES, Measure

BASELINE = Path(__file__).with_name("baseline.json")
_SAYSO = (sys.executable, "-m", "sayso.cli")
_HEADLINE = re.compile(r"^\S+ (?P<measure>\w+) (?P<value>\d\.\d+)$")
# A fall of under half a standard error of a share measured on so many documents tells nothing.
_NOISE = 0.5


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured: the headline's name and value in [0, 1], the data's hash and size, the whole table."""

    measure: str
    value: float
    documents: int
    data: str
    table: tuple[str, ...]

    @property
    def noise(self) -> float:
        """How far the value may fall before the gate closes."""
        return _NOISE * math.sqrt(max(self.value * (1 - self.value), 0.01) / self.documents)


def main() -> int:
    """Run what was asked for; 0 if nothing fell, 1 if a figure fell, 0 with a word if the sets are absent."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--bench", type=Path, default=Path("../shared/bench"), help="the folder of scorers and sets")
    parser.add_argument("--only", default="", help="measure only the figures whose name matches this expression")
    parser.add_argument("--accept-fall", action="store_true", help="write the baseline even where a figure fell")
    given = parser.parse_args()
    if not (given.bench / "data").is_dir():
        print(f"the development sets are not in {given.bench}: nothing was measured")
        return 0
    chosen = [m for m in MEASURES if re.search(given.only, m.name) and (given.bench / "data" / m.set).is_dir()]
    figures = measure_all(chosen, given.bench)
    known = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else {}
    fallen = falls(known, figures)
    for line in fallen:
        print(f"FELL  {line}")
    if fallen and not given.accept_fall:
        print("the baseline stays as it was; --accept-fall writes it all the same")
        return 1
    write(known, figures)
    return 0


def measure_all(measures: list[Measure], bench: Path) -> dict[str, Figure]:
    """The figures by name; rows that several figures share are read once."""
    figures: dict[str, Figure] = {}
    with tempfile.TemporaryDirectory() as folder:
        read: dict[tuple[str, ...], Path] = {}
        for measure in measures:
            key = (measure.set, measure.coder, *measure.docs)
            if key not in read:
                read[key] = read_set(measure, bench, Path(folder) / str(len(read)))
            figures[measure.name] = score(measure, bench, read[key])
            print(
                f"{measure.name:<30} {figures[measure.name].measure:<20} {figures[measure.name].value:.3f}", flush=True
            )
    return figures


def read_set(measure: Measure, bench: Path, stem: Path) -> Path:
    """Read a set's rows by the command line; where the answers lie. Stories are asked of a ledger, not of a reading."""
    environment = {**os.environ, "SAYSO_CODER": measure.coder}
    docs, answers = stem.with_suffix(".docs.jsonl"), stem.with_suffix(".jsonl")
    with docs.open("w", encoding="utf-8") as out:
        command = [sys.executable, str(bench / measure.script), "docs", measure.set, *measure.docs]
        subprocess.run(command, stdout=out, check=True)
    with answers.open("w", encoding="utf-8") as out:
        if measure.set.startswith("stories"):
            ledger = stem.with_suffix(".db")
            subprocess.run([*_SAYSO, "add", "--jsonl", docs, "--ledger", ledger], stdout=subprocess.DEVNULL, check=True)
            subprocess.run([*_SAYSO, "stories", "--json", "--ledger", ledger], stdout=out, check=True)
        else:
            subprocess.run([*_SAYSO, "read", "--jsonl", docs, "--json"], stdout=out, check=True, env=environment)
    return answers


def score(measure: Measure, bench: Path, answers: Path) -> Figure:
    """What the scorer says of the answers.

    Raises:
        ValueError: if its last line is no headline.
    """
    command = [sys.executable, str(bench / measure.script), "score", measure.set, str(answers), *measure.score]
    table = subprocess.run(command, capture_output=True, text=True, check=True).stdout.rstrip().split("\n")
    headline = _HEADLINE.match(table[-1])
    if headline is None:
        message = f"{measure.script} ended with '{table[-1]}', which is no headline"
        raise ValueError(message)
    value = round(float(headline["value"]), 4)
    return Figure(headline["measure"], value, measure.size(bench), measure.fingerprint(bench), tuple(table[:-1]))


def falls(known: dict[str, dict[str, object]], figures: dict[str, Figure]) -> list[str]:
    """A line for each figure that lies below its baseline by more than noise; other data can't be compared."""
    found = []
    for name, figure in figures.items():
        before = known.get(name)
        if before is None or before["data"] != figure.data:
            continue
        value = float(str(before["value"]))
        if figure.value < value - figure.noise:
            found.append(f"{name}: {figure.measure} {value:.3f} → {figure.value:.3f} (noise {figure.noise:.3f})")
    return found


def write(known: dict[str, dict[str, object]], figures: dict[str, Figure]) -> None:
    """Put the figures into the baseline, sorted by name."""
    rows = known | {
        name: {
            "measure": figure.measure,
            "value": figure.value,
            "documents": figure.documents,
            "data": figure.data,
            "table": list(figure.table),
        }
        for name, figure in figures.items()
    }
    BASELINE.write_text(json.dumps(dict(sorted(rows.items())), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
