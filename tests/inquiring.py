"""A process of its own in which several ask a ledger at once, each opening it anew, until it has so many documents.

    python inquiring.py LEDGER DOCUMENTS READERS

Whatever goes wrong is a traceback and the exit status 1.
"""

from __future__ import annotations

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sayso import Ledger
from sayso.views.events import events
from sayso.views.search import search

# Seconds after which the writers must be done.
PATIENCE = 300


def ask(path: Path, documents: int) -> None:
    deadline, seen = time.monotonic() + PATIENCE, 0
    while seen < documents:
        with Ledger.open(path) as kept:
            seen, before = len(kept), seen
            assert seen >= before, "documents are gone"
            assert sum(1 for _ in kept.readings()) >= seen, "a document has no reading"
            list(search(kept, "talks"))
            found = events(kept, actor="USA")
            assert len(list(found)) <= found.tally().reports
        assert time.monotonic() < deadline, f"only {seen} documents"


def main() -> None:
    path, documents, readers = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    with ThreadPoolExecutor(readers) as pool:
        for asked in [pool.submit(ask, path, documents) for _ in range(readers)]:
            asked.result()


if __name__ == "__main__":
    main()
