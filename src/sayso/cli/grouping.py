"""Questions asked of happenings, each event once: ``sayso happenings`` and ``sayso dyad``."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli.answering import AsOf, Json, Raw, Since, Until  # noqa: TC001 - typer resolves the annotations
from sayso.cli.asking import Actor, By, Status, To, With  # noqa: TC001 - as above
from sayso.cli.keeping import LedgerPath, open_ledger
from sayso.cli.output import put_line, show

Most = Annotated[int, typer.Option("--limit", "-n", min=1, help="Show so many at most (JSON: all).")]
Side = Annotated[str, typer.Argument(help="A country's code (PRK) or name, a name, or several with commas: a bloc.")]


def happenings(
    name: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Open the one of this id, or beginning of an id.")
    ] = None,
    actor: Actor = None,
    with_: With = None,
    by: By = None,
    to: To = None,
    since: Since = None,
    until: Until = None,
    type_: Annotated[str | None, typer.Option("--type", help="The PLOVER type of the act, such as CONSULT.")] = None,
    status: Status = None,
    as_of: AsOf = None,
    raw: Raw = False,
    ledger: LedgerPath = None,
    json: Json = False,
    limit: Most = 20,
) -> None:
    """What happened, each event once: how it was told over time, by how many, and what sources disagree on."""
    from sayso.views.event_question import EventQuestion
    from sayso.views.happening_lines import happening_line, tally_line
    from sayso.views.happenings import happenings as ask

    if name is not None:
        _open(name, ledger, as_of=as_of, raw=raw, json=json)
        return
    question = EventQuestion(
        actor=actor, with_=with_, by=by, to=to, since=since, until=until, type=type_, status=status
    )
    with open_ledger(ledger) as kept:
        found = ask(kept, question, as_of=as_of, raw=raw)
        if json:
            for answer in found:
                _put(answer)
            return
        shown = 0
        for shown, answer in enumerate(found.first(limit), 1):  # noqa: B007 - how many there were
            show(happening_line(answer))
        tally = found.tally()
        show(tally_line(tally, more=tally.happenings - shown))


def _open(name: str, ledger: LedgerPath, *, as_of: str | None, raw: bool, json: bool) -> None:
    from sayso.views.happening_lines import opened_lines
    from sayso.views.happenings import happening

    with open_ledger(ledger) as kept:
        opened = happening(kept, name, as_of=as_of, raw=raw)
    if json:
        _put(opened)
        return
    for line in opened_lines(opened):
        show(line)


def dyad(
    a: Side,
    b: Side,
    by: Annotated[str, typer.Option(help="The period: day, week, month or year.")] = "month",
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    raw: Raw = False,
    ledger: LedgerPath = None,
    json: Json = False,
    limit: Most = 10,
) -> None:
    """Cooperation and conflict between two sides over time, and the happenings behind each number."""
    from sayso.views.dyad import dyad as ask
    from sayso.views.dyad_lines import dyad_lines

    with open_ledger(ledger) as kept:
        answer = ask(kept, a, b, by=by, since=since, until=until, as_of=as_of, raw=raw)
    if json:
        _put(answer)
        return
    for line in dyad_lines(answer, limit=limit):
        show(line)


def _put(answer: object) -> None:
    import json

    from sayso.records import to_dict

    put_line(json.dumps(to_dict(answer), ensure_ascii=False))


COMMANDS = (happenings, dyad)
