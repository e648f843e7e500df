"""``sayso correct``: verdicts about what was read. What was read stays; a verdict may be undone."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.answering import AsOf, Json  # noqa: TC001 - as above
from sayso.cli.keeping import LedgerPath, open_ledger
from sayso.cli.output import put_line
from sayso.cli.output import show as put

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.ledger import Ledger
    from sayso.ledger.verdicts import Verdict
    from sayso.views.judgements import Judgement

app = typer.Typer(
    name="correct",
    help="Correct what was read, by a verdict with its author and reason; nothing is overwritten.",
    no_args_is_help=True,
)

Event = Annotated[str, typer.Argument(help="The event's id, or its beginning: 'sayso events' tells it.")]
Actor = Annotated[str, typer.Argument(help="An actor's id, its beginning, or a name that only one actor has.")]
Author = Annotated[str | None, typer.Option("--author", help="Who gives the verdict; SAYSO_AUTHOR if nobody is named.")]
Reason = Annotated[str, typer.Option("--reason", help="Why, for those who read it later.")]
In = Annotated[str | None, typer.Option("--in", help="The event's document, where several have an event of this id.")]


@app.command()
def merge(
    actor: Actor,
    others: Annotated[list[str], typer.Argument(metavar="[INTO] OTHER", help="The actor that it is.")],
    reason: Reason,
    author: Author = None,
    ledger: LedgerPath = None,
) -> None:
    """Two actors are one: in all documents, ACTOR is OTHER."""
    from sayso.ledger.corrections import merge as decide

    *into, other = others
    if [word.lower() for word in into] not in ([], ["into"]):
        message = "name two actors: merge ACTOR into OTHER; a name of several words in quotation marks"
        raise typer.BadParameter(message)
    _give(ledger, lambda kept: decide(kept, actor, other, author=_author(author), reason=reason))


@app.command()
def split(
    actor: Actor,
    documents: Annotated[
        list[str], typer.Option("--in", help="A document in which it is someone else; may be repeated.")
    ],
    name: Annotated[str, typer.Option("--as", help="Who it is there.")],
    reason: Reason,
    country: Annotated[str | None, typer.Option(help="The other's country, as a code: PRK.")] = None,
    office: Annotated[str | None, typer.Option(help="The other's office.")] = None,
    author: Author = None,
    ledger: LedgerPath = None,
) -> None:
    """One actor is two: in some documents, ACTOR is someone else."""
    from sayso.ledger.corrections import split as decide

    _give(
        ledger,
        lambda kept: decide(
            kept, actor, documents, name, country=country, office=office, author=_author(author), reason=reason
        ),
    )


@app.command()
def retype(
    event: Event,
    type_: Annotated[str, typer.Argument(metavar="TYPE", help="CONSULT, or with its mode CONSULT/visit.")],
    reason: Reason,
    in_: In = None,
    author: Author = None,
    ledger: LedgerPath = None,
) -> None:
    """An event is of another type."""
    from sayso.ledger.corrections import retype as decide

    _give(ledger, lambda kept: decide(kept, event, type_, document=in_, author=_author(author), reason=reason))


@app.command()
def reject(event: Event, reason: Reason, in_: In = None, author: Author = None, ledger: LedgerPath = None) -> None:
    """The text does not tell this event: it is left out of all answers."""
    from sayso.ledger.corrections import reject as decide

    _give(ledger, lambda kept: decide(kept, event, document=in_, author=_author(author), reason=reason))


@app.command()
def redate(
    event: Event,
    first: Annotated[str, typer.Argument(metavar="FROM", help="The day, month or year in which it began.")],
    reason: Reason,
    last: Annotated[
        str | None,
        typer.Argument(metavar="TO", help="The day, month or year with which it was over; FROM if not said."),
    ] = None,
    in_: In = None,
    author: Author = None,
    ledger: LedgerPath = None,
) -> None:
    """An event happened at another time."""
    from sayso.ledger.corrections import redate as decide

    _give(ledger, lambda kept: decide(kept, event, first, last, document=in_, author=_author(author), reason=reason))


@app.command()
def undo(
    verdict: Annotated[int, typer.Argument(help="The verdict's number: 'sayso correct list' tells it.")],
    reason: Reason,
    author: Author = None,
    ledger: LedgerPath = None,
) -> None:
    """A verdict does not hold; undoing an undo puts it back."""
    from sayso.ledger.corrections import undo as decide

    _give(ledger, lambda kept: decide(kept, verdict, author=_author(author), reason=reason))


@app.command("list")
def list_(ledger: LedgerPath = None, as_of: AsOf = None, json: Json = False) -> None:
    """All verdicts, and how each stands: in force, undone, or dormant where no reading has its target any more."""
    from sayso.views.judgements import judgements

    with open_ledger(ledger) as kept:
        given = judgements(kept, as_of=as_of)
    for judgement in given:
        if json:
            put_line(_json(judgement))
        else:
            from sayso.views.lines import judgement_line

            put(judgement_line(judgement))
    if not given and not json:
        put("no verdict")


def _json(judgement: Judgement) -> str:
    import dataclasses
    import json

    return json.dumps(dataclasses.asdict(judgement), ensure_ascii=False)


def _author(told: str | None) -> str:
    """Whoever is named, or the one of the settings; "" is refused where the verdict is given."""
    from sayso.settings import load_settings

    return told if told is not None else load_settings().author or ""


def _give(path: Path | None, decide: Callable[[Ledger], Verdict]) -> None:
    from sayso.views.judgements import decision_words

    with open_ledger(path) as kept:
        given = decide(kept)
    typer.echo(f"verdict {given.verdict}: {decision_words(given)}", err=True)
