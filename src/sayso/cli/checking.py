"""``sayso diff`` and ``sayso verify``: what changed in a ledger, and whether it follows from its documents."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.answering import AsOf, Json  # noqa: TC001 - as above
from sayso.cli.keeping import LedgerPath, open_ledger, progress
from sayso.cli.output import put_line
from sayso.cli.output import show as put
from sayso.cli.reading import Fast, settings_for

if TYPE_CHECKING:
    from sayso.ledger.verifying import Finding
    from sayso.views.diffs import Diff


def diff(
    document: Annotated[
        str | None, typer.Argument(help="A document's id, its url, or the beginning of its id.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(help="Of the whole ledger: what is other than before this day or moment (UTC).")
    ] = None,
    old: Annotated[
        int | None, typer.Option(help="Which reading of the document, from 1 on; that before --new.")
    ] = None,
    new: Annotated[int | None, typer.Option(help="With which it is compared; the last.")] = None,
    as_of: AsOf = None,
    ledger: LedgerPath = None,
    json: Json = False,
) -> None:
    """What changed between two readings of a document, or in the whole ledger since a day."""
    from sayso.views.diffs import document_diff, ledger_diff
    from sayso.views.judgements import judgements_since

    if (document is None) == (since is None) or (since and (old or new)) or (document and as_of):
        message = "name a document (with --old and --new, if you like), or --since a day (and --as-of another)"
        raise typer.BadParameter(message)
    with open_ledger(ledger) as kept:
        if document is not None:
            _put_diff(document_diff(kept, document, old=old, new=new), json=json)
            return
        assert since is not None
        for each in ledger_diff(kept, since, as_of=as_of):
            _put_diff(each, json=json)
        for given in judgements_since(kept, since, as_of=as_of):
            _put_judgement(given, json=json)


def _put_diff(each: Diff, *, json: bool) -> None:
    from sayso.views.diff_lines import diff_lines, diff_rows

    if json:
        for row in diff_rows(each):
            put_line(_json(row))
    else:
        put(diff_lines(each))


def _put_judgement(given: Any, *, json: bool) -> None:
    from dataclasses import asdict

    from sayso.views.lines import judgement_line

    if json:
        put_line(_json({"change": "came", "kind": "verdict", "verdict": asdict(given)}))
    else:
        put(judgement_line(given))


def verify(
    file: Annotated[Path | None, typer.Argument(metavar="[LEDGER]", help="The ledger's file.")] = None,
    fast: Fast = False,
    ledger: LedgerPath = None,
    json: Json = False,
) -> None:
    """Read all documents again, and check that the ledger follows from them, byte for byte; status 1 if it does not."""
    from sayso.api import reader
    from sayso.ledger.verifying import verify as check
    from sayso.ledger.verifying import verify_file

    with open_ledger(file or ledger) as kept:
        wrong = [("", finding) for finding in verify_file(kept)]
        read_again = 0
        with progress(len(kept)) as advance:
            for verified in check(kept, reader(settings_for(fast=fast))):
                wrong += [(verified.document, finding) for finding in verified.findings]
                read_again += verified.read_again
                if verified.read_again:
                    advance()
    for document, finding in wrong:
        _put_finding(document, finding, json=json)
    typer.echo(_verdict_words(read_again, [finding for _, finding in wrong]), err=json)
    if wrong:
        raise typer.Exit(1)


def _put_finding(document: str, finding: Finding, *, json: bool) -> None:
    if json:
        told = {"trouble": finding.trouble, "message": finding.message, "explained": list(finding.explained)}
        put_line(_json({"document": document or None, **told}))
    else:
        from sayso.records.wording import clean

        put_line(clean(f"{document}: {finding.message}" if document else finding.message))


def _verdict_words(read_again: int, findings: list[Finding]) -> str:
    from sayso.views.tallies import counted

    documents = counted(read_again, "document")
    if not findings:
        return f"the ledger follows from its documents: {documents} read again"
    explained = sum(bool(finding.explained) for finding in findings)
    told = f"{documents} read again: {counted(len(findings), 'finding')}, {explained:,} explained by what changed since"
    advice = "; 'sayso reread' brings the ledger up to date" if explained == len(findings) else ""
    return f"the ledger does not follow from its documents as they are read now; {told}{advice}"


def _json(row: Any) -> str:
    import json

    return json.dumps(row, ensure_ascii=False)


COMMANDS = (diff, verify)
