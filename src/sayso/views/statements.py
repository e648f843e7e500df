"""Statements: who said what, passed on by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.ledger.schema import LINKS, POSITIONS, STATEMENTS, SUBJECTS
from sayso.views.answers import Answers, PositionAnswer, StatementAnswer
from sayso.views.asking import DOCUMENT_COLUMNS, ask, told
from sayso.views.lens import look
from sayso.views.statement_question import ORDER, StatementQuestion, conditions
from sayso.views.told_statements import keys_of, link_of, parts_of, told_statements, verdicts_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from sayso.ledger import Ledger
    from sayso.views.asking import AnyRows
    from sayso.views.lens import Lens

# What an answer is made of.
COLUMNS = (STATEMENTS, *DOCUMENT_COLUMNS)


def statements(
    ledger: Ledger,
    *,
    actor: str | None = None,
    with_: str | None = None,
    by: str | None = None,
    about: str | None = None,
    since: str | None = None,
    until: str | None = None,
    as_of: str | None = None,
    raw: bool = False,
) -> Answers[StatementAnswer]:
    """Who said what, by the day of publication.

    Args:
        ledger: what is asked.
        actor: who says it or is named in it: a country's code or name, or (the beginning of) a name.
        with_: who else says it or is named in it.
        by: anyone in the chain: a country's code or name, or (the beginning of) a name, or words that name the source.
        about: an actor whom the content names, or words that stand in it.
        since: day, month or year (``2018-06``) of publication or later.
        until: day, month or year of publication or earlier.
        as_of: a day, month or year at whose end (UTC), or a moment at which, the ledger is asked; None for now.
        raw: what was read, without verdicts.

    Raises:
        UnreadableInput: if a date is none, or a name has no letter.
    """
    question = StatementQuestion(actor=actor, with_=with_, by=by, about=about, since=since, until=until)
    lens = look(ledger, as_of=as_of, raw=raw)

    def make(connection: Connection, rows: AnyRows) -> Iterator[StatementAnswer]:
        return statement_answers(connection, rows, lens)

    where = conditions(question, lens)
    return ask(ledger, columns=COLUMNS, source=told_statements(lens), where=where, order=ORDER, make=make)


def statement_answers(connection: Connection, rows: AnyRows, lens: Lens) -> Iterator[StatementAnswer]:
    """The answers that rows with the COLUMNS make, in their order."""
    keys = keys_of(rows)
    chains, about, positions = (parts_of(connection, keys, table, lens) for table in (LINKS, SUBJECTS, POSITIONS))
    for row in rows:
        key = (row.reading, row.n)
        yield StatementAnswer(
            id=row.id,
            chain=tuple(map(link_of, chains.get(key, ()))),
            manner=row.manner,
            words=row.words,
            about=tuple(part.actor_name for part in about.get(key, ())),
            positions=tuple(PositionAnswer(p.actor_name, p.stance, p.words) for p in positions.get(key, ())),
            start=row.start_char,
            end=row.end_char,
            document=told(row),
            verdicts=verdicts_on(*(parts.get(key, ()) for parts in (chains, about, positions))),
        )
