"""A process of its own that adds readings to a ledger, to be killed or starved.

    python adding.py READINGS LEDGER [--backwards] [--largest-file BYTES]

Says "ready" when all but the ledger is there. An error of the ledger is told in a sentence; the exit status is 3 then.
"""

from __future__ import annotations

import argparse
import resource
import sys
from pathlib import Path

from sayso import Ledger, from_json
from sayso.errors import LedgerError


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("readings", type=Path)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--backwards", action="store_true")
    parser.add_argument("--largest-file", type=int)
    given = parser.parse_args()
    readings = [from_json(line) for line in given.readings.read_text("utf-8").split("\n") if line]
    if given.largest_file is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (given.largest_file, resource.RLIM_INFINITY))
    print("ready", flush=True)
    try:
        with Ledger.open(given.ledger) as kept:
            for reading in reversed(readings) if given.backwards else readings:
                kept.add(reading)
    except LedgerError as error:
        print(error, file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
