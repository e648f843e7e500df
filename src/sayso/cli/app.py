"""The application: its commands, its version, and how errors reach the user."""

from __future__ import annotations

import signal
import sys
from typing import Annotated

import typer

from sayso.cli import asking, awaiting, checking, citing, correcting, exporting, grouping, keeping, knowing, reading
from sayso.cli.output import complain
from sayso.errors import SaysoError

# What a shell calls a program that Ctrl-C stopped (128 + SIGINT), and one whose reader went away (128 + SIGPIPE).
INTERRUPTED = 130
READER_GONE = 141

app = typer.Typer(
    name="sayso",
    help="Reads the newswire into an auditable ledger: who did what to whom, and on whose say-so.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"sayso {version('sayso')}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", help="Tell the version and stop.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Reads the newswire into an auditable ledger: who did what to whom, and on whose say-so."""


for module in (reading, keeping, asking, citing, awaiting, grouping, checking, exporting):
    for command in module.COMMANDS:
        app.command()(command)
app.add_typer(correcting.app)
app.add_typer(knowing.app)


class Stopped(BaseException):
    """Ctrl-C. No Exception, and not KeyboardInterrupt, so that nothing on the way up takes it for its own."""


def _stop(*_: object) -> None:
    raise Stopped


def main() -> None:
    """Run the command line; an error ends it with one sentence and status 1 (2 for wrong usage)."""
    before = signal.signal(signal.SIGINT, _stop)
    try:
        app()
    except SaysoError as error:
        complain(error)
        sys.exit(1)
    except Stopped:
        typer.echo("\nstopped; what was kept before is safe", err=True)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(READER_GONE)
    finally:
        signal.signal(signal.SIGINT, before)
