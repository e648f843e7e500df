"""Statements: who said what, passed on by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, and_, or_, select, tuple_

from sayso.ledger.schema import ACTORS, DOCUMENTS, LINKS, POSITIONS, READINGS, STATEMENT_WORDS, STATEMENTS, SUBJECTS
from sayso.views.answers import Answers, LinkAnswer, PositionAnswer, StatementAnswer
from sayso.views.asking import DOCUMENT_COLUMNS, ask, told
from sayso.views.filters import actors_called, all_words, current, in_period, matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Table

    from sayso.ledger import Ledger
    from sayso.views.asking import AnyRow, AnyRows

type _Key = tuple[int, int]

UNNAMED = "an unnamed source"
_KEY = tuple_(STATEMENTS.c.reading, STATEMENTS.c.n)


def statements(
    ledger: Ledger,
    *,
    actor: str | None = None,
    with_: str | None = None,
    by: str | None = None,
    about: str | None = None,
    since: str | None = None,
    until: str | None = None,
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

    Raises:
        UnreadableInput: if a date is none, or a name has no letter.
    """
    where = in_period(DOCUMENTS.c.published_from, DOCUMENTS.c.published_to, since=since, until=until)
    where += [or_(_by(who), _naming(who)) for who in (actor, with_) if who]
    where += [_by(by)] if by else []
    where += [_about(about)] if about else []
    source = current().join(STATEMENTS, STATEMENTS.c.reading == READINGS.c.reading)
    day = DOCUMENTS.c.published_from
    order = (day.is_(None), day, DOCUMENTS.c.document, STATEMENTS.c.n)
    return ask(ledger, columns=(STATEMENTS, *DOCUMENT_COLUMNS), source=source, where=where, order=order, make=_make)


def _by(who: str) -> ColumnElement[bool]:
    called = tuple_(LINKS.c.reading, LINKS.c.actor).in_(actors_called(who))
    worded = and_(LINKS.c.actor.is_(None), LINKS.c.words.icontains(who.strip(), autoescape=True))
    return _KEY.in_(select(LINKS.c.reading, LINKS.c.statement).where(or_(called, worded)))


def _naming(who: str) -> ColumnElement[bool]:
    named = tuple_(SUBJECTS.c.reading, SUBJECTS.c.actor).in_(actors_called(who))
    return _KEY.in_(select(SUBJECTS.c.reading, SUBJECTS.c.statement).where(named))


def _about(what: str) -> ColumnElement[bool]:
    worded = select(STATEMENT_WORDS.c.reading, STATEMENT_WORDS.c.n).where(matches("statement_words", all_words(what)))
    return or_(_naming(what), _KEY.in_(worded))


def _make(connection: Connection, rows: AnyRows) -> Iterator[StatementAnswer]:
    chains, about, positions = (_parts(connection, rows, table) for table in (LINKS, SUBJECTS, POSITIONS))
    for row in rows:
        key = (row.reading, row.n)
        yield StatementAnswer(
            id=row.id,
            chain=tuple(map(_link, chains.get(key, ()))),
            manner=row.manner,
            words=row.words,
            about=tuple(part.actor_name for part in about.get(key, ())),
            positions=tuple(PositionAnswer(p.actor_name, p.stance, p.words) for p in positions.get(key, ())),
            start=row.start_char,
            end=row.end_char,
            document=told(row),
        )


def _link(row: AnyRow) -> LinkAnswer:
    name = row.actor_name or row.words or UNNAMED
    return LinkAnswer(name, row.country, row.office, row.words, row.cue, row.certainty)


def _parts(connection: Connection, rows: AnyRows, table: Table) -> dict[_Key, list[AnyRow]]:
    """The rows of links, subjects or positions that belong to these statements, with their actors."""
    same = and_(ACTORS.c.reading == table.c.reading, ACTORS.c.n == table.c.actor)
    query = (
        select(table, ACTORS.c.name.label("actor_name"), ACTORS.c.country, ACTORS.c.office)
        .select_from(table.outerjoin(ACTORS, same))
        .where(tuple_(table.c.reading, table.c.statement).in_([(row.reading, row.n) for row in rows]))
        .order_by(*table.primary_key.columns)
    )
    parts: dict[_Key, list[AnyRow]] = {}
    for row in connection.execute(query):
        parts.setdefault((row.reading, row.statement), []).append(row)
    return parts
