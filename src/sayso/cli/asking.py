"""Questions asked of a ledger: ``sayso events``, ``statements``, ``search`` and the like."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.answering import AsOf, Csv, Json, Most, Raw, Since, Until, put_answers
from sayso.cli.keeping import LedgerPath, open_ledger
from sayso.cli.output import put_line
from sayso.cli.output import show as put

if TYPE_CHECKING:
    from sayso.ledger import Ledger
    from sayso.records import Reading

# As many characters of a text stand for a title that it lacks.
_OPENING = 55
# What stands between a dateline and the text.
_DASHES = " -–—:\n"

Actor = Annotated[
    str | None, typer.Option(help="Who takes part: a country's code (PRK) or name, or a name's beginning.")
]
With = Annotated[str | None, typer.Option("--with", help="Who else takes part.")]
By = Annotated[str | None, typer.Option(help="Who did it.")]
To = Annotated[str | None, typer.Option(help="To whom it was done.")]
Type = Annotated[str | None, typer.Option("--type", help="The PLOVER type, such as CONSULT.")]
Status = Annotated[str | None, typer.Option(help="Such as actual, planned or denied.")]


def events(
    actor: Actor = None,
    with_: With = None,
    by: By = None,
    to: To = None,
    since: Since = None,
    until: Until = None,
    type_: Type = None,
    status: Status = None,
    as_of: AsOf = None,
    raw: Raw = False,
    ledger: LedgerPath = None,
    json: Json = False,
    csv: Csv = False,
    limit: Most = 20,
) -> None:
    """Who did what to whom, when, where, and on whose say-so."""
    from sayso.views.answers import EventAnswer
    from sayso.views.events import events as ask
    from sayso.views.lines import event_line

    with open_ledger(ledger) as kept:
        asked = {"actor": actor, "with_": with_, "by": by, "to": to, "since": since, "until": until, "status": status}
        found = ask(kept, **asked, type=type_, as_of=as_of, raw=raw)
        put_answers(found, EventAnswer, event_line, "report", json=json, csv=csv, limit=limit)


def statements(
    actor: Annotated[str | None, typer.Option(help="Who says it or is named in it: a code, a name.")] = None,
    with_: Annotated[str | None, typer.Option("--with", help="Who else says it or is named in it.")] = None,
    by: Annotated[
        str | None, typer.Option(help="Anyone in the chain: a country, a name, or words that name the source.")
    ] = None,
    about: Annotated[str | None, typer.Option(help="An actor that it names, or words that stand in it.")] = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    raw: Raw = False,
    atom: Annotated[Path | None, typer.Option(help="Write them to this file, as an Atom feed.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a feed that is there.")] = False,
    ledger: LedgerPath = None,
    json: Json = False,
    csv: Csv = False,
    limit: Most = 20,
) -> None:
    """Who said what, passed on by whom."""
    from sayso.views.answers import StatementAnswer
    from sayso.views.lines import statement_line
    from sayso.views.statements import statements as ask

    asked = {"actor": actor, "with_": with_, "by": by, "about": about, "since": since, "until": until}
    with open_ledger(ledger) as kept:
        if atom is not None:
            _write_feed(atom, kept, asked, as_of=as_of, raw=raw, force=force)
        else:
            found = ask(kept, **asked, as_of=as_of, raw=raw)
            put_answers(found, StatementAnswer, statement_line, "statement", json=json, csv=csv, limit=limit)


def _write_feed(
    path: Path, kept: Ledger, asked: dict[str, str | None], *, as_of: str | None, raw: bool, force: bool
) -> None:
    from sayso.views.exports.statement_feed import write_statement_feed
    from sayso.views.exports.writing import whole_file
    from sayso.views.statement_question import StatementQuestion
    from sayso.views.tallies import counted

    with whole_file(path, force=force, option="--atom") as sink:
        written = write_statement_feed(kept, StatementQuestion(**asked), sink, as_of=as_of, raw=raw)
    typer.echo(f"{counted(written, 'statement')} in {path}", err=True)


def search(
    words: Annotated[list[str], typer.Argument(help="Words; those that belong together in quotation marks.")],
    as_of: AsOf = None,
    ledger: LedgerPath = None,
    json: Json = False,
    csv: Csv = False,
    limit: Most = 20,
) -> None:
    """Documents that hold all of the words, the best first."""
    from sayso.views.answers import SearchAnswer
    from sayso.views.lines import search_line
    from sayso.views.search import search as ask

    with open_ledger(ledger) as kept:
        found = ask(kept, " ".join(words), as_of=as_of)
        put_answers(found, SearchAnswer, search_line, "document", json=json, csv=csv, limit=limit)


def show(
    document: Annotated[str, typer.Argument(help="A document's id, its url, or the beginning of its id.")],
    as_of: AsOf = None,
    ledger: LedgerPath = None,
    json: Json = False,
    explain: Annotated[bool, typer.Option("--explain", help="Name the rule that coded or refused each event.")] = False,
) -> None:
    """All that was read from one document, and which verdicts bear on it."""
    from sayso.records import to_json
    from sayso.views.judgements import judgements_on
    from sayso.views.lines import judgement_lines
    from sayso.views.tree import render_tree

    with open_ledger(ledger) as kept:
        reading = kept.reading(document, as_of=as_of)
        given = judgements_on(kept, reading, as_of=as_of)
    if json:
        put_line(to_json(reading))
        return
    put(render_tree(reading, explain=explain))
    for line in judgement_lines(given):
        put(line)


def stories(ledger: LedgerPath = None, as_of: AsOf = None, json: Json = False) -> None:
    """Which documents tell of one matter."""
    import json as codec

    from sayso.views.lines import story_line
    from sayso.views.stories import group_stories

    with open_ledger(ledger) as kept:
        readings = {reading.document.id: reading for reading in kept.readings(as_of=as_of)}
    texts = {id_: f"{reading.document.title or ''}\n{reading.document.text}" for id_, reading in readings.items()}
    told = {id_: (reading.document.published or "", _title(reading)) for id_, reading in readings.items()}
    groups = group_stories(texts)
    if json:
        for group in groups:
            put_line(codec.dumps({"story": group.id, "documents": list(group.documents)}, ensure_ascii=False))
        return
    for documents in sorted(sorted(told[id_] for id_ in group.documents) for group in groups):
        put(story_line(documents))


def _title(reading: Reading) -> str:
    """The headline, or the first words behind the dateline."""
    document = reading.document
    dateline = next((story.dateline for story in reading.stories if story.dateline), None)
    opening = document.text[dateline.end if dateline else 0 :].lstrip(_DASHES)[:_OPENING].split()[:-1]
    return document.title or (f"{' '.join(opening)} …" if opening else document.id)


COMMANDS = (events, statements, search, show, stories)
