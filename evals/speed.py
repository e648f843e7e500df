"""Measures what a reading costs beside the bare parser, in one process on the same text: ``make bench``.

Rounds alternate between the two, and the ratio of each round counts, so that a machine that slows down slows both.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

from evals.parsing import parsed
from sayso.reading.analyse import load
from sayso.reading.learned import LearnedCoder
from sayso.reading.pipeline import AFTER_PARSE, Reader
from sayso.records import Document
from sayso.settings import Settings
from sayso.sources import read_paths

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sayso.reading.learned import Answer
    from sayso.reading.marking import Question

_DEMO = Path(__file__).parents[1] / "demo" / "dispatches"
# Of a full reading, and of one by frames alone.
READING_LIMIT = 2.0
FAST_LIMIT = 1.6
START_LIMIT = 0.3
TIMES_AND_PLACES_LIMIT = 0.15


def main() -> int:
    """Print the figures; 1 if one is over its limit."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=5, help="how often each is timed")
    parser.add_argument("--copies", type=int, default=4, help="how often the demo corpus is read in a round")
    given = parser.parse_args()
    documents = corpus(given.copies)
    ratio, tokens_per_second = reading_cost(documents, given.rounds, Settings())
    fast, _ = reading_cost(documents, given.rounds, Settings(coder="frames"))
    learned, _ = reading_cost(documents, given.rounds, Settings(coder="learned"))
    asked = questions(documents)
    both = stage_cost(documents, given.rounds, frozenset(("times", "places")))
    start = start_cost(given.rounds)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"a full reading costs   {ratio:.2f} x the bare parser (limit {READING_LIMIT})")
    print(f"by frames alone        {fast:.2f} x the bare parser (limit {FAST_LIMIT})")
    print(f"by the learned coder   {learned:.2f} x the bare parser, asked about every verb between parties")
    print(f"beside the frames      it is asked how {asked:.0f} of 100 acts stand")
    print(f"times and places cost  {both:.2f} x the bare parser (limit {TIMES_AND_PLACES_LIMIT})")
    print(f"it reads               {tokens_per_second:,.0f} tokens per second")
    print(f"peak memory            {peak:,.0f} MiB")
    print(f"sayso --help takes     {start:.2f} x import spacy (limit {START_LIMIT})")
    over = (ratio > READING_LIMIT, fast > FAST_LIMIT, start > START_LIMIT, both > TIMES_AND_PLACES_LIMIT)
    return int(any(over))


def corpus(copies: int) -> list[Document]:
    """The demo corpus, several times over; each copy differs by a line, so that no cache can know it."""
    rows = read_paths([_DEMO], max_characters=Settings().max_characters)
    texts = [row.document.text for row in rows if row.document is not None]
    return [Document(f"{text}\n\nCopy {copy}.", published="2018-06-12") for copy in range(copies) for text in texts]


def reading_cost(documents: list[Document], rounds: int, settings: Settings) -> tuple[float, float]:
    """(median of the rounds' ratios of a reading to the bare parser, tokens per second of a reading)."""
    reader = Reader(settings)
    nlp = load(reader.settings.model)
    texts = [document.text for document in documents]
    tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=reader.settings.batch_size))

    def bare() -> None:
        for _ in nlp.pipe(texts, batch_size=reader.settings.batch_size):
            pass

    def full() -> None:
        for _ in reader.read_many(documents):
            pass

    full()
    rows = [(seconds(bare), seconds(full)) for _ in range(rounds)]
    ratio = statistics.median(b / a for a, b in rows)
    return ratio, tokens / statistics.median(b for _, b in rows)


def stage_cost(documents: list[Document], rounds: int, names: frozenset[str]) -> float:
    """Median over the rounds of what these stages take together, as a share of the bare parser's time."""
    settings = Settings()
    nlp = load(settings.model)
    texts = [document.text for document in documents]
    after = [(stage.name in names, stage.make(settings)) for stage in AFTER_PARSE]
    ready = parsed(documents)

    def bare() -> None:
        for _ in nlp.pipe(texts, batch_size=settings.batch_size):
            pass

    def stages() -> float:
        drafts, taken = ready, 0.0
        for counts, stage in after:
            begin = time.perf_counter()
            drafts = [stage(draft) for draft in drafts]
            taken += (time.perf_counter() - begin) * counts
        return taken

    return statistics.median(stages() / seconds(bare) for _ in range(rounds))


def questions(documents: list[Document]) -> float:
    """How many questions a full reading of the documents asks the learned coder, per 100 events."""
    asked = 0
    ask = LearnedCoder.answers

    def counted(coder: LearnedCoder, questions: Sequence[Question]) -> list[Answer]:
        nonlocal asked
        asked += len(questions)
        return ask(coder, questions)

    with mock.patch.object(LearnedCoder, "answers", counted):
        events = sum(len(reading.events) for reading in Reader(Settings()).read_many(documents))
    return 100 * asked / events


def start_cost(rounds: int) -> float:
    """Median ratio of the time that ``sayso --help`` takes to that of ``import spacy``, whole processes both."""

    def start() -> None:
        subprocess.run([sys.executable, "-m", "sayso.cli", "--help"], stdout=subprocess.DEVNULL, check=True)

    def spacy() -> None:
        subprocess.run([sys.executable, "-c", "import spacy"], stdout=subprocess.DEVNULL, check=True)

    start()
    spacy()
    return statistics.median(seconds(start) / seconds(spacy) for _ in range(rounds))


def seconds(action: Callable[[], None]) -> float:
    """Wall-clock seconds that the action takes."""
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin


if __name__ == "__main__":
    sys.exit(main())
