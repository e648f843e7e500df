"""Measures a ledger as it grows: what adding a document costs, how big the file is, how soon questions are answered.

The documents are variations of the project's own dispatches (``evals/variation.py``). A machine that slows down slows
everything, so an addition to the big ledger always follows one to a ledger of the first size, and their ratio counts.
"""

from __future__ import annotations

import argparse
import itertools
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import event

from evals.variation import variations
from sayso.ledger import Ledger
from sayso.reading.pipeline import Reader
from sayso.records import Document
from sayso.settings import Settings
from sayso.sources import read_paths
from sayso.views.dyad import dyad
from sayso.views.events import events
from sayso.views.search import search

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any

    from sayso.records import Reading

_DEMO = Path(__file__).parents[1] / "demo" / "dispatches"
# Of the cost of one addition at any size to that at the first.
GROWTH_LIMIT = 1.5
SEARCH_LIMIT_MS = 50
EVENTS_LIMIT_MS = 200
DYAD_LIMIT_MS = 200
# Additions that are timed at each size, and how often each question is asked.
_ADDITIONS = 200
_TIMES_ASKED = 5
# As many answers as the command line shows.
_SHOWN = 20
_SEED = 2018
_MS = 1_000


@dataclass(frozen=True, slots=True)
class Question:
    """Something asked of a ledger, to be answered within ``limit_ms``: the first answers, and what all rest on."""

    name: str
    limit_ms: float
    ask: Callable[[Ledger], object]


@dataclass(frozen=True, slots=True)
class Answered:
    """How soon a question was answered, in milliseconds: from memory, and with nothing of the file in memory."""

    question: Question
    warm_ms: float
    cold_ms: float


@dataclass(frozen=True, slots=True)
class Figures:
    """A ledger of so many documents: medians and means of one addition in milliseconds, to it and to the first."""

    documents: int
    add_ms: float
    add_mean_ms: float
    growth: float
    mebibytes: float
    answered: tuple[Answered, ...]

    def over(self) -> bool:
        """Whether a figure is over its limit; questions count when they are answered from memory."""
        return self.growth > GROWTH_LIMIT or any(one.warm_ms > one.question.limit_ms for one in self.answered)


def main() -> int:
    """Print the figures; 1 if one is over its limit."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000], help="documents")
    parser.add_argument("--base", type=int, default=256, help="how many documents are read for real")
    parser.add_argument("--keep", type=Path, help="where the ledger shall stay; thrown away if this is not given")
    given = parser.parse_args()
    source = Source(read_base(given.base))
    with tempfile.TemporaryDirectory(prefix="sayso-scale-") as folder:
        figures = [*measure(Path(folder), source, sorted(given.sizes))]
        if given.keep:
            shutil.copy(Path(folder) / "big.db", given.keep)
    return int(any(one.over() for one in figures))


def read_base(count: int) -> list[Reading]:
    """So many readings made for real: of the dispatches, then of the texts of their variations."""
    reader = Reader(Settings())
    rows = read_paths([_DEMO], max_characters=reader.settings.max_characters)
    base = list(reader.read_many([row.document for row in rows if row.document is not None][:count]))
    more = (reading.document for reading in variations(base, seed=_SEED - 1))
    texts = [
        Document(document.text, published=document.published, published_basis="given")
        for document in itertools.islice(more, max(0, count - len(base)))
    ]
    return base + list(reader.read_many(texts))


class Source:
    """Readings without end, and which countries they tell of together.

    Attributes:
        dyads: pairs of countries' codes, sorted, with the number of events between them so far.
    """

    def __init__(self, base: Sequence[Reading]) -> None:
        self._readings = variations(base, seed=_SEED)
        self.dyads: Counter[tuple[str, str]] = Counter()

    def take(self, count: int) -> Iterator[Reading]:
        """The next readings."""
        for reading in itertools.islice(self._readings, count):
            self.dyads.update(_dyads(reading))
            yield reading


def _dyads(reading: Reading) -> Iterator[tuple[str, str]]:
    of = {actor.id: actor.country for actor in reading.actors}
    for told in reading.events:
        codes = {code for side in (told.actors, told.recipients) for party in side if (code := of[party.actor])}
        yield from itertools.combinations(sorted(codes), 2)


def measure(folder: Path, source: Source, sizes: Sequence[int]) -> Iterator[Figures]:
    """The figures at each size, printed as soon as they are known."""
    big, first = folder / "big.db", folder / "first.db"
    print(_HEADING)
    for size in sizes:
        fill(big, source, size)
        if size == sizes[0]:
            shutil.copy(big, first)
        figures = figures_of(big, Path(shutil.copy(first, folder / "beside.db")), source)
        _put(figures)
        yield figures


def fill(path: Path, source: Source, size: int) -> None:
    """Adds readings until the ledger has ``size`` documents, without waiting for the disk after each."""
    with Ledger.open(path) as ledger:
        event.listen(ledger._engine, "connect", _never_wait)  # noqa: SLF001 - no user shall be able to ask for this
        for reading in source.take(size - len(ledger)):
            ledger.add(reading)


def _never_wait(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA synchronous = OFF")


def figures_of(big: Path, beside: Path, source: Source) -> Figures:
    """The figures of the ledger ``big``; ``beside`` has the first size."""
    with Ledger.open(big) as ledger, Ledger.open(beside) as small:
        documents = len(ledger)
        times = [(_add(small, reading), _add(ledger, reading)) for reading in source.take(_ADDITIONS)]
    first, now = ([pair[side] for pair in times] for side in (0, 1))
    return Figures(
        documents,
        statistics.median(now) * _MS,
        statistics.mean(now) * _MS,
        statistics.median(now) / statistics.median(first),
        big.stat().st_size / 2**20,
        tuple(_answered(big, question) for question in questions(source.dyads)),
    )


def _add(ledger: Ledger, reading: Reading) -> float:
    return _seconds(lambda: ledger.add(reading))


def questions(dyads: Counter[tuple[str, str]]) -> list[Question]:
    """What is asked at each size: common and rare words, the most and less frequent pairs of countries."""
    ranked = [pair for pair, _ in dyads.most_common()]
    pairs = (ranked[0], ranked[len(ranked) // 100], ranked[len(ranked) // 2])
    searched = ("summit", "nuclear weapons", '"joint statement"', "Doklam border")
    return [
        *(Question(f"search {words}", SEARCH_LIMIT_MS, _search(words)) for words in searched),
        *(Question(f"events {a} {b}", EVENTS_LIMIT_MS, _events(a, b)) for a, b in pairs),
        *(Question(f"dyad {a} {b}", DYAD_LIMIT_MS, partial(dyad, a=a, b=b)) for a, b in pairs),
    ]


def _search(words: str) -> Callable[[Ledger], object]:
    def ask(ledger: Ledger) -> object:
        found = search(ledger, words)
        return list(found.first(_SHOWN)), found.tally()

    return ask


def _events(one: str, other: str) -> Callable[[Ledger], object]:
    def ask(ledger: Ledger) -> object:
        found = events(ledger, actor=one, with_=other)
        return list(found.first(_SHOWN)), found.tally()

    return ask


def _answered(path: Path, question: Question) -> Answered:
    _forget(path)
    with Ledger.open(path, create=False) as ledger:
        cold = _seconds(lambda: question.ask(ledger))
        warm = statistics.median(_seconds(lambda: question.ask(ledger)) for _ in range(_TIMES_ASKED))
    return Answered(question, warm * _MS, cold * _MS)


def _forget(path: Path) -> None:
    """The system's memory of the file is given up."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _seconds(action: Callable[[], object]) -> float:
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin


_HEADING = (
    f"one addition stays within {GROWTH_LIMIT} x that at the first size; a search is answered in {SEARCH_LIMIT_MS} ms,"
    f" events between two countries in {EVENTS_LIMIT_MS} ms, a dyad in {DYAD_LIMIT_MS} ms"
)


def _put(figures: Figures) -> None:
    print(
        f"{figures.documents:>7,} documents   {figures.mebibytes:,.0f} MiB;"
        f" one more takes {figures.add_ms:.1f} ms (mean {figures.add_mean_ms:.1f}), {figures.growth:.2f} x the first",
        flush=True,
    )
    for one in figures.answered:
        print(f"    {one.question.name:<28} {one.warm_ms:>7.1f} ms, {one.cold_ms:>7.1f} cold", flush=True)


if __name__ == "__main__":
    sys.exit(main())
