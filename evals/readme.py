"""Writes into README.md what must be true of it: the output of a command, and the figures of the baseline.

``python -m evals.readme`` rewrites the parts between the comments; a test holds that they are up to date.
"""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path

from rich.console import Console

from sayso.api import read_rows, reader
from sayso.settings import Settings
from sayso.sources import read_paths
from sayso.views.tree import render_tree

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
SHOWN = "demo/dispatches/2018-05-24-test-site.txt"
_WIDTH = 80

# figure of the baseline → (what it measures, how the best open peer does on it).
ROWS = {
    "plv_dev pairs": ("event type, actor and recipient given: root macro-F1", "TF-IDF + SVM trained on the set .731"),
    "plv_dev": ("event type with its actors, end to end: root macro-F1", "UniversalPetrarch, sister set .437"),
    "cameo_dev": ("who, quad class, whom: all right", "—"),
    "wire_dev": ("is there an event in an ordinary sentence: F1", "UniversalPetrarch .644, coders .916"),
    "modes_dev": ("mode of violence and protest: weighted F1", "—"),
    "actors_dev": ("country and sector of an actor", "—"),
    "chains_dev": ("chain of sources, exact", "a naive clause reader .399"),
    "polnear_dev": ("who says what: joint F1", "textacy .190, Citron retrained .590"),
    "times_dev": ("TIMEX3 value: F1", "HeidelTime .773"),
    "places_dev GeoWebNews": ("place with its GeoNames id: F1", "most populous candidate .717"),
    "places_dev LGL": ("the same in local news", "most populous candidate .476"),
    "pages_dev": ("the article on a page: shingle F1", "trafilatura .958"),
    "stories_dev": ("which documents tell one story: BCubed F1", "TF-IDF with its threshold chosen on it .884"),
}


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
        screen.print(render_tree(answer.reading))
    lines = "\n".join(line.rstrip() for line in captured.get().splitlines())
    return f"```console\n$ sayso read {SHOWN}\n{lines}\n```"


def figures() -> str:
    """The baseline as a table, beside its peers."""
    known = json.loads((ROOT / "evals" / "baseline.json").read_text(encoding="utf-8"))
    rows = [
        f"| {name} | {what} | {known[name]['value']:.3f} | {peer} |"
        for name, (what, peer) in ROWS.items()
        if name in known
    ]
    return "\n".join(["| set | measure | Sayso | for comparison |", "|---|---|---|---|", *rows])


def _part(text: str, name: str, content: str) -> str:
    pattern = re.compile(rf"(<!-- {name}: begin -->\n).*?(<!-- {name}: end -->)", re.DOTALL)
    return pattern.sub(lambda found: f"{found[1]}{content}\n{found[2]}", text)


if __name__ == "__main__":
    sys.exit(main())
