"""``sayso read`` and ``sayso schema``."""

from __future__ import annotations

import sys
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.output import complain, error_json, put_line, show

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.api import Answer
    from sayso.settings import Settings
    from sayso.sources import Row

Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILE…", help="Text, Markdown, HTML or JSONL files, folders of these, or - for standard input."
    ),
]
Jsonl = Annotated[
    Path | None, typer.Option("--jsonl", help="Rows of JSON with id, text or html, published …; - for standard input.")
]
Fast = Annotated[bool, typer.Option("--fast", help="Code events by frames alone, without the learned coder.")]
Published = Annotated[str | None, typer.Option(help="The date of publication: YYYY-MM-DD, YYYY-MM or YYYY.")]


def read(
    files: Files = None,
    jsonl: Jsonl = None,
    published: Published = None,
    fast: Fast = False,
    json: Annotated[bool, typer.Option("--json", help="One reading a line, as JSON.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Name the rule that coded or refused each event.")] = False,
) -> None:
    """Read documents, and show what they tell."""
    failed = False
    for answer in answers(rows_of(files, jsonl, published), fast=fast):
        failed |= answer.error is not None
        if json:
            put_line(_json(answer))
        else:
            _show(answer, explain=explain)
    if failed:
        raise typer.Exit(1)


def rows_of(files: list[str] | None, jsonl: Path | None, published: str | None) -> Iterator[Row]:
    """The rows of what a command was given.

    Raises:
        BadParameter: if it was given nothing.
        UnreadableInput: if ``published`` is no date.
    """
    from sayso.settings import load_settings
    from sayso.sources import read_paths

    most = load_settings().max_characters
    if not files and jsonl is None:
        message = "name a file, a folder, or - for standard input"
        raise typer.BadParameter(message)
    read = partial(read_paths, published=published, max_characters=most, stdin=sys.stdin.buffer)
    return chain(read(files or ()), read([jsonl] if jsonl is not None else (), form="jsonl"))


def answers(rows: Iterable[Row], *, fast: bool = False) -> Iterator[Answer]:
    """An Answer for each row; ``fast``: by frames alone, whatever the settings say."""
    from sayso.api import read_rows, reader

    yield from read_rows(rows, reader=reader(settings_for(fast=fast)))


def settings_for(*, fast: bool) -> Settings:
    """The settings of the environment; ``fast``: with frames alone."""
    from sayso.settings import load_settings

    settings = load_settings()
    return settings.model_copy(update={"coder": "frames"}) if fast else settings


def _json(answer: Answer) -> str:
    from sayso.records import to_json

    if answer.reading is not None:
        return to_json(answer.reading)
    assert answer.error is not None
    return error_json(answer.row.id, answer.error)


def _show(answer: Answer, *, explain: bool) -> None:
    from sayso.views.tree import render_tree

    if answer.reading is not None:
        show(render_tree(answer.reading, name=answer.row.where, explain=explain))
    elif answer.error is not None:
        complain(answer.error)


def schema() -> None:
    """Print the JSON Schema of a reading."""
    import json

    from sayso.records import json_schema

    put_line(json.dumps(json_schema(), indent=2))


COMMANDS = (read, schema)
