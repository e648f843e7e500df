"""``sayso lexicon``: what the lexicons hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sayso.lexicon.frames import Pattern

app = typer.Typer(name="lexicon", help="Look into the lexicons.", no_args_is_help=True)


@app.command()
def check() -> None:
    """Load every lexicon; a contradiction is told and ends with status 1."""
    from sayso.lexicon.checking import check_all

    for name, count in check_all():
        typer.echo(f"{name:<16} {count:>8,}")


@app.command()
def show(word: Annotated[str, typer.Argument(help="A dictionary form: strike, talk, ready.")]) -> None:
    """Show the frames that a word may open, in the order in which they are tried."""
    from sayso.lexicon.frame_files import frame_book

    found = frame_book().find(word.lower())
    for pattern in found:
        typer.echo(f"{pattern.pos:<10} {_written(pattern):<44} {_codes(pattern)}")
        if pattern.frame.example:
            typer.echo(f"{'':<10} {pattern.frame.example}")
    if not found:
        typer.echo(f"no frame has the word '{word}': give the dictionary form, as in 'sign' for 'signed'", err=True)
        raise typer.Exit(1)


def _written(pattern: Pattern) -> str:
    words = " ".join((*pattern.before, pattern.head, *pattern.words))
    subjects = f"{_few(pattern.subjects)} < " if pattern.subjects else ""
    return subjects + words + (f" > {_few(pattern.objects)}" if pattern.objects else "")


def _few(words: frozenset[str]) -> str:
    shown = sorted(words)[:3]
    return "|".join(shown) + ("|…" if len(words) > len(shown) else "")


def _codes(pattern: Pattern) -> str:
    frame = pattern.frame
    if frame.act is None:
        return f"no event ({frame.id})"
    code = f"{frame.act}/{frame.mode}" if frame.mode else frame.act
    return f"{code} ({frame.id})" + (f", by the table '{frame.table}'" if frame.table else "")
