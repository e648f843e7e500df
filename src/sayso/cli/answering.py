"""What all questions share: their options, and how answers are printed.

As lines of JSON, as CSV, or the first of them for people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.output import put_csv, put_line, show

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from rich.console import RenderableType

    from sayso.views.answers import Answers
    from sayso.views.cited import Cited, SourceAnswer

Since = Annotated[str | None, typer.Option(help="From this day, month or year on: 2018-06.")]
Until = Annotated[str | None, typer.Option(help="Up to this day, month or year.")]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", help="What the ledger knew at the end of this day, or at this moment (UTC)."),
]
Raw = Annotated[bool, typer.Option("--raw", help="What was read, without corrections.")]
Json = Annotated[bool, typer.Option("--json", help="One row a line, as JSON.")]
Csv = Annotated[bool, typer.Option("--csv", help="A table as CSV.")]
Most = Annotated[int, typer.Option("--limit", "-n", min=1, help="Show so many at most (JSON and CSV: all).")]


def put_answers[T](
    found: Answers[T],
    kind: type[T],
    line: Callable[[T], RenderableType],
    noun: str,
    *,
    json: bool,
    csv: bool,
    limit: int,
) -> None:
    """Print the answers; for people, the first of them and what all rest on, in this ``noun``."""
    from sayso.views.tallies import tally_words

    if json or csv:
        _put_rows(found, kind, as_csv=csv)
        return
    shown = _put_lines(found.first(limit), line)
    tally = found.tally()
    show(tally_words(tally, noun) + _more(tally.reports - shown))


def put_cited(
    cited: Cited, line: Callable[[SourceAnswer], RenderableType], *, json: bool, csv: bool, limit: int
) -> None:
    """Print who is cited; for people, the first of them and how many statements name nobody."""
    from sayso.views.cited import SourceAnswer
    from sayso.views.tallies import cited_words

    if json or csv:
        _put_rows(cited.sources, SourceAnswer, as_csv=csv)
        return
    shown = _put_lines(cited.sources[:limit], line)
    show(cited_words(cited) + _more(len(cited.sources) - shown))


def put_list[T](
    found: Sequence[T],
    kind: type[T],
    line: Callable[[T], RenderableType],
    noun: str,
    *,
    json: bool,
    csv: bool,
    limit: int,
) -> None:
    """Print answers that are all there; for people, the first of them and how many they are, in this ``noun``."""
    from sayso.views.tallies import counted

    if json or csv:
        _put_rows(found, kind, as_csv=csv)
        return
    shown = _put_lines(found[:limit], line)
    show((counted(len(found), noun) if found else f"no {noun}") + _more(len(found) - shown))


def _put_lines[T](answers: Iterable[T], line: Callable[[T], RenderableType]) -> int:
    """Print these answers for people; how many there were."""
    shown = 0
    for answer in answers:
        show(line(answer))
        shown += 1
    return shown


def _more(number: int) -> str:
    return f"; {number:,} more with --limit" if number else ""


def _put_rows[T](answers: Iterable[T], kind: type[T], *, as_csv: bool) -> None:
    import json

    from sayso.records import to_dict
    from sayso.views.table import cells, columns

    if as_csv:
        put_csv(columns(kind), map(cells, answers))
        return
    for answer in answers:
        put_line(json.dumps(to_dict(answer), ensure_ascii=False))
