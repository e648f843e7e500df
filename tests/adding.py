"""A process of its own that adds readings to a ledger, to be killed or starved.

    python adding.py READINGS LEDGER [--backwards] [--largest-file BYTES]
    python adding.py READINGS --serve

An error of the ledger is told in a sentence; the exit status is 3 then. With ``--serve``, each line that comes in names
a ledger and is answered by the number of a new process that adds to it; the next line, whatever it says, is answered
when that process is over. So what takes long, to start Python, is done once.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sayso import Ledger, from_json
from sayso.errors import LedgerError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso import Reading


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("readings", type=Path)
    parser.add_argument("ledger", type=Path, nargs="?")
    parser.add_argument("--backwards", action="store_true")
    parser.add_argument("--largest-file", type=int)
    parser.add_argument("--serve", action="store_true")
    given = parser.parse_args()
    readings = [from_json(line) for line in given.readings.read_text("utf-8").split("\n") if line]
    if given.serve:
        return serve(readings)
    if given.largest_file is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (given.largest_file, resource.RLIM_INFINITY))
    return add(reversed(readings) if given.backwards else readings, given.ledger)


def add(readings: Iterable[Reading], path: Path) -> int:
    try:
        with Ledger.open(path) as kept:
            for reading in readings:
                kept.add(reading)
    except LedgerError as error:
        print(error, file=sys.stderr)
        return 3
    return 0


def serve(readings: list[Reading]) -> int:
    for line in iter(sys.stdin.readline, ""):
        child = os.fork()
        if not child:
            os._exit(add(readings, Path(line.rstrip("\n"))))
        print(child, flush=True)
        sys.stdin.readline()
        os.waitpid(child, 0)
        print("over", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
