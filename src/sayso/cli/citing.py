"""Questions of who is cited and who stands how to what: ``sayso sources`` and ``sayso positions``."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli.answering import AsOf, Csv, Json, Most, Raw, Since, Until, put_answers, put_cited
from sayso.cli.keeping import LedgerPath, open_ledger


def sources(
    actor: Annotated[
        str | None, typer.Option(help="Who is cited: a country, a name, or words that name the source.")
    ] = None,
    about: Annotated[
        str | None, typer.Option(help="An actor that the statement names, or words that stand in it.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it: a part of the name.")] = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    raw: Raw = False,
    ledger: LedgerPath = None,
    json: Json = False,
    csv: Csv = False,
    limit: Most = 20,
) -> None:
    """Who is cited, how often, and by whom they are passed on."""
    from sayso.views.lines import source_line
    from sayso.views.sources import sources as ask

    with open_ledger(ledger) as kept:
        found = ask(kept, actor=actor, about=about, outlet=outlet, since=since, until=until, as_of=as_of, raw=raw)
        put_cited(found, source_line, json=json, csv=csv, limit=limit)


def positions(
    by: Annotated[str | None, typer.Option(help="Who takes it: a country's code or name, or a name.")] = None,
    about: Annotated[
        str | None,
        typer.Option("--about", "--to", help="Words that all stand in its object, or an actor that is named with it."),
    ] = None,
    stance: Annotated[
        str | None, typer.Option(help="One of supports, opposes, demands, offers, promises, denies.")
    ] = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    raw: Raw = False,
    ledger: LedgerPath = None,
    json: Json = False,
    csv: Csv = False,
    limit: Most = 20,
) -> None:
    """Who supports, opposes or demands what, in whose mouth."""
    from sayso.views.answers import StanceAnswer
    from sayso.views.lines import stance_line
    from sayso.views.positions import positions as ask

    with open_ledger(ledger) as kept:
        found = ask(kept, by=by, about=about, stance=stance, since=since, until=until, as_of=as_of, raw=raw)
        put_answers(found, StanceAnswer, stance_line, "position", json=json, csv=csv, limit=limit)


COMMANDS = (sources, positions)
