"""What ``sayso demo`` shows: the dispatches read into a ledger, and questions asked of it."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Group
from rich.rule import Rule
from rich.text import Text

from sayso.cli.asking import events, search, statements
from sayso.cli.awaiting import expectations, scoreboard
from sayso.cli.grouping import dyad, happenings
from sayso.cli.keeping import keep, open_ledger
from sayso.cli.output import show
from sayso.errors import LedgerError
from sayso.settings import load_settings
from sayso.sources import read_paths
from sayso.views.tree import render_tree

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.sources import Row

# The day of the dispatch that is shown whole.
_SHOWN = "2018-05-16"

# (what is asked, the command that asks it, the call).
_QUESTIONS: tuple[tuple[str, str, Callable[[Path], None]], ...] = (
    (
        "Who met or agreed with whom, of North Korea and the United States?",
        "sayso events --actor PRK --with USA --since 2018-03 --limit 6",
        lambda path: events(actor="PRK", with_="USA", since="2018-03", limit=6, ledger=path),
    ),
    (
        "What did North Korea reject?",
        "sayso events --by PRK --type REJECT --limit 4",
        lambda path: events(by="PRK", type_="REJECT", limit=4, ledger=path),
    ),
    (
        "What did Kim say, and who passed it on?",
        "sayso statements --by 'Kim Jong Un' --limit 4",
        lambda path: statements(by="Kim Jong Un", limit=4, ledger=path),
    ),
    (
        "What became of the summit that was announced for 12 June 2018, and called off?",
        "sayso expectations --with USA --since 2018-06-12 --until 2018-06-12 --limit 1",
        lambda path: expectations(with_="USA", since="2018-06-12", until="2018-06-12", limit=1, ledger=path),
    ),
    (
        "How did that look on the evening of 24 May?",
        "sayso expectations --outcome cancelled --on 2018-05-24 --limit 1",
        lambda path: expectations(outcome="cancelled", on="2018-05-24", limit=1, ledger=path),
    ),
    (
        "Whose announcements came true?",
        "sayso scoreboard --limit 4",
        lambda path: scoreboard(limit=4, ledger=path),
    ),
    (
        "Where do the words 'test site' stand?",
        "sayso search '\"test site\"' --limit 3",
        lambda path: search(words=['"test site"'], limit=3, ledger=path),
    ),
    (
        "What became of the summit, and who told it how?",
        "sayso happenings --actor PRK --with USA --type CONSULT --since 2018-06-12 --until 2018-06-12 --limit 1",
        lambda path: happenings(
            actor="PRK", with_="USA", type_="CONSULT", since="2018-06-12", until="2018-06-12", limit=1, ledger=path
        ),
    ),
    (
        "How did the two get on, month by month?",
        "sayso dyad USA PRK --by month --since 2018 --until 2019 --limit 4",
        lambda path: dyad("USA", "PRK", by="month", since="2018", until="2019", limit=4, ledger=path),
    ),
    (
        "What did Kim demand in Hanoi? There the sources disagree.",
        "sayso happenings --by PRK --type REQUEST --since 2019-02 --until 2019-03",
        lambda path: happenings(by="PRK", type_="REQUEST", since="2019-02", until="2019-03", ledger=path),
    ),
)


def run_demo(path: Path) -> None:
    """Make a fresh ledger at ``path`` and print a tour of it.

    Raises:
        LedgerError: the file is no ledger, or one of other documents; it is left as it was.
    """
    rows = list(read_paths([dispatches()], max_characters=load_settings().max_characters))
    _make_room(path, rows)
    with open_ledger(path, create=True) as kept:
        added, _, _ = keep(kept, rows, expected=len(rows))
        shown = next((reading for reading in kept.readings() if reading.document.published == _SHOWN), None)
    show(Text(f"{added} dispatches were read into {path}; every command below needs --ledger {path}."))
    if shown is not None:
        _heading("One dispatch, as it was read", f"sayso show {shown.document.id}")
        show(render_tree(shown))
    for question, command, ask in _QUESTIONS:
        _heading(question, command)
        ask(path)


def _make_room(path: Path, rows: list[Row]) -> None:
    """Remove the ledger of an earlier demo, be it of an earlier version, and nothing else."""
    if not path.exists():
        return
    with open_ledger(path) as kept:
        ours = sum(row.document is not None and kept.has(row.document) for row in rows)
        if len(kept) and (not ours or len(kept) > len(rows)):
            message = f"{path} is a ledger with documents that are not the demo's: name another file with --ledger"
            raise LedgerError(message, where=str(path))
    for file in (path, *(path.with_name(path.name + ending) for ending in ("-wal", "-shm"))):
        file.unlink(missing_ok=True)


def _heading(words: str, command: str) -> None:
    show(Group(Text(""), Rule(style="dim"), Text(words, "bold"), Text(f"$ {command}", "dim"), Text("")))


def dispatches() -> Path:
    """The folder of the demo's dispatches: in the package, or in the repository that it is run from."""
    packed = Path(str(resources.files("sayso"))) / "demo"
    return packed if packed.is_dir() else Path(__file__).parents[3] / "demo" / "dispatches"
