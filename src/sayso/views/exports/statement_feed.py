"""An Atom feed of statements: an entry for each, with who says so and how sure."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, BinaryIO

from sayso.ledger.schema import DOCUMENTS, READINGS
from sayso.records.wording import listing, published_words
from sayso.views.asking import ask
from sayso.views.exports.feed import Category, Entry, feed_pieces
from sayso.views.exports.names import urn
from sayso.views.lens import look
from sayso.views.statement_question import ORDER, conditions
from sayso.views.statements import COLUMNS, statement_answers
from sayso.views.told_statements import told_statements

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlalchemy import Connection

    from sayso.ledger import Ledger
    from sayso.views.answers import LinkAnswer, StatementAnswer
    from sayso.views.asking import AnyRow, AnyRows
    from sayso.views.statement_question import StatementQuestion

_COLUMNS = (*COLUMNS, DOCUMENTS.c.hash.label("document_hash"), READINGS.c.learned.label("read"))
_NOBODY = "no source is named"
# So many characters of the words stand in the title; the content has them whole.
_TITLE = 120
# Among what a category is one: certainty is that of the last of the chain.
_CERTAINTY, _MANNER, _ABOUT = (f"urn:sayso:{name}" for name in ("certainty", "manner", "about"))


def write_statement_feed(
    ledger: Ledger, question: StatementQuestion, sink: BinaryIO, *, as_of: str | None = None, raw: bool = False
) -> int:
    """Writes a feed of the statements that answer the question, as they are found; how many.

    Args:
        ledger: what is asked.
        question: which statements.
        sink: takes UTF-8. The same ledger gives the same bytes.
        as_of: a day, month or year at whose end (UTC), or a moment at which, the ledger is asked; None for now.
        raw: what was read, without verdicts.

    Raises:
        UnreadableInput: if a date is none, or a name has no letter.
    """
    written = 0

    def counted() -> Iterator[Entry]:
        nonlocal written
        for entry in _entries(ledger, question, as_of=as_of, raw=raw):
            written += 1
            yield entry

    asked = question.words()
    pieces = feed_pieces(counted(), id=urn("feed", "statements", asked), title=f"Sayso: statements, {asked}")
    sink.writelines(piece.encode("utf-8", "replace") for piece in pieces)
    return written


def _entries(ledger: Ledger, question: StatementQuestion, *, as_of: str | None, raw: bool) -> Iterable[Entry]:
    lens = look(ledger, as_of=as_of, raw=raw)
    given = {verdict.verdict: verdict.moment for verdict in ledger.verdicts(as_of=as_of)}

    def make(connection: Connection, rows: AnyRows) -> Iterator[Entry]:
        answers = statement_answers(connection, rows, lens)
        return (_entry(row, answer, given) for row, answer in zip(rows, answers, strict=True))

    where = conditions(question, lens)
    return ask(ledger, columns=_COLUMNS, source=told_statements(lens), where=where, order=ORDER, make=make)


def _entry(row: AnyRow, answer: StatementAnswer, given: Mapping[int, str]) -> Entry:
    document = answer.document
    certainty = answer.chain[-1].certainty if answer.chain else "asserts"
    categories = (Category(certainty, _CERTAINTY), Category(answer.manner, _MANNER))
    return Entry(
        id=urn("statement", row.document_hash, answer.id),
        title=f"{_chain(answer)}: “{shorten(answer.words, _TITLE, placeholder='…')}”",
        updated=max((row.read, *(given[number] for number in answer.verdicts))),
        published=document.published,
        outlet=document.outlet,
        url=document.url,
        categories=(*categories, *(Category(name, _ABOUT) for name in dict.fromkeys(answer.about) if name)),
        content=_content(answer),
    )


def _chain(answer: StatementAnswer) -> str:
    """Who says so, outermost first: ``Xinhua (CHN) ← Choe (PRK)``."""
    return " ← ".join(map(_name, answer.chain)) or _NOBODY


def _name(link: LinkAnswer) -> str:
    return f"{link.name} ({link.country})" if link.country else link.name


def _content(answer: StatementAnswer) -> str:
    """The words whole, each source with how sure it is, the positions, and where the words stand."""
    chain = " ← ".join(f"{_name(link)} [{link.certainty}]" for link in answer.chain)
    stances = listing(f"{p.name or 'somebody'} {p.stance} “{p.words}”" for p in answer.positions)
    document = answer.document
    place = (document.outlet, document.title, published_words(document.published), document.id)
    sentences = (
        f"“{answer.words}”",
        f"According to {chain}." if chain else f"{_NOBODY.capitalize()}.",
        f"Positions: {stances}." if stances else "",
        f"Corrected by verdict {listing(map(str, answer.verdicts))}." if answer.verdicts else "",
        f"{', '.join(filter(None, place))}, characters {answer.start}–{answer.end}.",
    )
    return " ".join(filter(None, sentences))
