"""Questions of what was announced and what became of it: ``sayso expectations`` and ``sayso scoreboard``."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer resolves the annotations
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.answering import AsOf, Csv, Json, Most, Raw, Since, Until, put_answers
from sayso.cli.asking import Actor, With  # noqa: TC001 - typer resolves the annotations
from sayso.cli.keeping import LedgerPath, open_ledger

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sayso.views.answers import ExpectationAnswer

On = Annotated[
    str | None, typer.Option(help="How they stood at the end of this day; what was published later is unknown.")
]


def expectations(
    actor: Actor = None,
    with_: With = None,
    since: Since = None,
    until: Until = None,
    type_: Annotated[str | None, typer.Option("--type", help="The PLOVER type of the act, such as CONSULT.")] = None,
    outcome: Annotated[
        str | None,
        typer.Option(help="Only open, due, met, missed, postponed, cancelled or void; refused: what can't be checked."),
    ] = None,
    due: Annotated[bool, typer.Option("--due", help="Only what should come now: the same as --outcome due.")] = False,
    on: On = None,
    as_of: AsOf = None,
    raw: Raw = False,
    ics: Annotated[Path | None, typer.Option(help="Write them to this file, as an iCalendar.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace an iCalendar that is there.")] = False,
    ledger: LedgerPath = None,
    json: Json = False,
    csv: Csv = False,
    limit: Most = 20,
) -> None:
    """What was announced or is expected, when it can be checked, and what became of it."""
    from sayso.views.answers import ExpectationAnswer
    from sayso.views.expectations import deciding_day
    from sayso.views.expectations import expectations as ask
    from sayso.views.lines import expectation_line

    if due and outcome not in (None, "due"):
        message = "is the same as --outcome due: leave one of the two out"
        raise typer.BadParameter(message, param_hint="--due")
    with open_ledger(ledger) as kept:
        asked = {"actor": actor, "with_": with_, "since": since, "until": until, "on": on, "as_of": as_of}
        found = ask(kept, **asked, type=type_, outcome="due" if due else outcome, raw=raw)
        if ics is not None:
            _write(ics, found, deciding_day(on, as_of=as_of), force=force)
        else:
            put_answers(found, ExpectationAnswer, expectation_line, "expectation", json=json, csv=csv, limit=limit)


def _write(path: Path, found: Iterable[ExpectationAnswer], day: date, *, force: bool) -> None:
    from sayso.views.calendar import write_calendar
    from sayso.views.exports.writing import whole_file
    from sayso.views.tallies import counted

    with whole_file(path, force=force, option="--ics") as sink:
        written = write_calendar(found, day, sink)
    typer.echo(f"{counted(written, 'expectation')} in {path}", err=True)


def scoreboard(
    source: Annotated[
        str | None, typer.Argument(help="A source or outlet, as the scoreboard names it: show what it announced.")
    ] = None,
    since: Since = None,
    until: Until = None,
    on: On = None,
    as_of: AsOf = None,
    raw: Raw = False,
    ledger: LedgerPath = None,
    json: Json = False,
    csv: Csv = False,
    limit: Most = 20,
) -> None:
    """Of what each source announced, how much came true, and how late."""
    from sayso.cli.answering import put_list
    from sayso.views.answers import ExpectationAnswer, ScoreAnswer
    from sayso.views.lines import expectation_line, score_line
    from sayso.views.scoreboard import announcements
    from sayso.views.scoreboard import scoreboard as ask

    asked: dict[str, Any] = {"since": since, "until": until, "on": on, "as_of": as_of, "raw": raw}
    with open_ledger(ledger) as kept:
        if source is None:
            scores = ask(kept, **asked)
            put_list(scores, ScoreAnswer, score_line, "source", json=json, csv=csv, limit=limit)
        else:
            told = announcements(kept, source, **asked)
            put_list(told, ExpectationAnswer, expectation_line, "expectation", json=json, csv=csv, limit=limit)


COMMANDS = (expectations, scoreboard)
