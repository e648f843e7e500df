"""Writes into README.md what must be true of it: the output of a command, and the figures of the baseline.

``python -m evals.readme`` rewrites the parts between the comments; a test holds that they are up to date.
"""

from __future__ import annotations

import io
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console

from evals.run import BASELINE
from sayso.api import read_rows, reader
from sayso.settings import Settings
from sayso.sources import read_paths
from sayso.views.tree import render_tree

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
SHOWN = "demo/dispatches/2018-05-24-test-site.txt"
_WIDTH = 80

type Baseline = dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table.

    Attributes:
        figure: its name in the baseline.
        what: what it measures.
        peers: how others do by the same measure, from the sets' own pages; "—" where nobody is known to.
        line: the line of the figure's table that is shown, by its first words; None for the headline.
    """

    figure: str
    what: str
    peers: str = "—"
    line: str | None = None


ROWS = (
    Row(
        "plv_dev pairs",
        "event type, actor and recipient given: root macro-F1",
        "TF-IDF + SVM trained on the set .731; best published, on its sister set, .824",
    ),
    Row(
        "plv_dev", "event type with its actors, end to end: root macro-F1", "UniversalPetrarch, on its sister set, .437"
    ),
    Row("cameo_dev", "who, quad class, whom: all right"),
    Row("cameo_dev", "quad class: macro-F1", "UniversalPetrarch .569", line="class macro-F1"),
    Row(
        "wire_dev",
        "is there an event in an ordinary sentence: F1",
        "UniversalPetrarch .644; one coder against the others .916",
    ),
    Row("modes_dev", "mode of violence and protest: weighted F1"),
    Row("actors_dev", "country and sector of an actor"),
    Row("chains_dev", "chain of sources, exact", "a naive clause reader .399"),
    Row(
        "polnear_dev",
        "who says what, content and source: joint F1",
        "Citron retrained .590, GenderGapTracker .404, textacy .183; one annotator against another .765",
    ),
    Row("times_dev", "TIMEX3 value: F1", "HeidelTime .773, whose rules were written on these articles"),
    Row("times_dev undated", "the same, where no date of publication is given"),
    Row("places_dev GeoWebNews", "place with its GeoNames id: F1", "most populous candidate .717"),
    Row(
        "places_dev GeoWebNews",
        "within 161 km, of the names that are found",
        "Mordecai 3, given the names, on a part, .901 and .941",
        line="161 km | found",
    ),
    Row("places_dev LGL", "place with its GeoNames id, local news: F1", "most populous candidate .476"),
    Row(
        "places_dev LGL",
        "within 161 km, of the names that are found",
        "Mordecai 3, given the names, on a part, .794 and .827",
        line="161 km | found",
    ),
    Row(
        "pages_dev",
        "the article on a page: shingle F1",
        "AutoExtract .970, readability-lxml .960, trafilatura .958, newspaper .950",
    ),
    Row(
        "stories_dev",
        "which documents tell one story: BCubed F1",
        "TF-IDF, its threshold chosen on the set, .884",
    ),
)


def main() -> int:
    """Rewrite the README's parts."""
    README.write_text(filled(README.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


def filled(text: str) -> str:
    """The README with its parts as they must be."""
    return _part(_part(text, "output", output()), "figures", figures())


def output() -> str:
    """What reading one dispatch prints at 80 columns."""
    row = next(read_paths([ROOT / SHOWN], max_characters=Settings().max_characters))
    answer = next(read_rows([row], reader=reader()))
    assert answer.reading is not None
    screen = Console(file=io.StringIO(), width=_WIDTH, highlight=False)
    with screen.capture() as captured:
        screen.print(render_tree(answer.reading, name=SHOWN))
    lines = "\n".join(line.rstrip() for line in captured.get().splitlines())
    return f"```console\n$ sayso read {SHOWN}\n{lines}\n```"


def figures(baseline: Baseline | None = None) -> str:
    """The baseline as a table, beside its peers; what was not measured has no line."""
    known = baseline if baseline is not None else _baseline()
    rows = [
        f"| {row.figure} | {row.what} | {_value(known[row.figure], row.line)} | {row.peers} |"
        for row in ROWS
        if row.figure in known
    ]
    return "\n".join(["| set | measure | Sayso | for comparison |", "|---|---|---|---|", *rows])


def _baseline() -> Baseline:
    known: Baseline = json.loads(BASELINE.read_text(encoding="utf-8"))
    return known


def _value(figure: dict[str, Any], line: str | None) -> str:
    """The headline's value, or the first number of a line of the figure's table; in [0, 1], without a leading zero."""
    if line is None:
        return f"{figure['value']:.3f}".removeprefix("0")
    table: list[str] = [held.strip() for held in figure["table"]]
    told = next(held for held in table if held.startswith(f"{line} "))
    return told.removeprefix(line).split()[0].removeprefix("0")


def _part(text: str, name: str, content: str) -> str:
    pattern = re.compile(rf"(<!-- {name}: begin -->\n).*?(<!-- {name}: end -->)", re.DOTALL)
    return pattern.sub(lambda found: f"{found[1]}{content}\n{found[2]}", text)


if __name__ == "__main__":
    sys.exit(main())
