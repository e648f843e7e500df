"""Positions: who supports, opposes, demands, offers, promises or denies what, in whose mouth."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from sqlalchemy import ColumnElement, and_, exists, func, or_, select, tuple_

from sayso.errors import UnreadableInput
from sayso.ledger.schema import ACTORS, DOCUMENTS, LINKS, POSITIONS, STATEMENTS, SUBJECTS
from sayso.records.reading import Stance
from sayso.views.answers import Answers, StanceAnswer
from sayso.views.asking import DOCUMENT_COLUMNS, ask, told
from sayso.views.filters import actors_called, holding, in_period
from sayso.views.lens import look
from sayso.views.told_statements import actor_columns, keys_of, link_of, naming, parts_of, told_statements, verdicts_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, FromClause, ScalarSelect

    from sayso.ledger import Ledger
    from sayso.views.asking import AnyRows
    from sayso.views.lens import Lens

_STANCES: tuple[str, ...] = get_args(Stance.__value__)

# ``n`` is the statement's, ``words`` are those of the object.
_COLUMNS = (
    STATEMENTS.c.reading,
    STATEMENTS.c.n,
    STATEMENTS.c.id,
    STATEMENTS.c.manner,
    POSITIONS.c.stance,
    POSITIONS.c.words,
    POSITIONS.c.start_char,
    POSITIONS.c.end_char,
    *DOCUMENT_COLUMNS,
)


def positions(
    ledger: Ledger,
    *,
    by: str | None = None,
    about: str | None = None,
    stance: str | None = None,
    since: str | None = None,
    until: str | None = None,
    as_of: str | None = None,
    raw: bool = False,
) -> Answers[StanceAnswer]:
    """Who stands how to what, by the day of publication; each position once, in the outermost statement that has it.

    Args:
        ledger: what is asked.
        by: who takes the position: a country's code or name, or (the beginning of) a name.
        about: words that all stand in the object, or an actor whom the statement names.
        stance: ``supports``, ``opposes``, ``demands``, ``offers``, ``promises`` or ``denies``.
        since: day, month or year (``2018-06``) of publication or later.
        until: day, month or year of publication or earlier.
        as_of: a day, month or year at whose end (UTC), or a moment at which, the ledger is asked; None for now.
        raw: what was read, without verdicts.

    Raises:
        UnreadableInput: if a date or a stance is none, or a name has no letter.
    """
    lens = look(ledger, as_of=as_of, raw=raw)
    where = in_period(DOCUMENTS.c.published_from, DOCUMENTS.c.published_to, since=since, until=until)
    where.append(_outermost())
    where += [tuple_(POSITIONS.c.reading, POSITIONS.c.actor).in_(actors_called(by, lens))] if by else []
    where += [or_(holding(POSITIONS.c.words, about), naming(about, lens))] if about else []
    where += [POSITIONS.c.stance == _known(stance)] if stance else []
    theirs = and_(POSITIONS.c.reading == STATEMENTS.c.reading, POSITIONS.c.statement == STATEMENTS.c.n)
    same = and_(ACTORS.c.reading == POSITIONS.c.reading, ACTORS.c.n == POSITIONS.c.actor)
    source = lens.with_actors(told_statements(lens).join(POSITIONS, theirs).outerjoin(ACTORS, same))
    day = DOCUMENTS.c.published_from
    order = (day.is_(None), day, DOCUMENTS.c.document, STATEMENTS.c.n, POSITIONS.c.n)

    def make(connection: Connection, rows: AnyRows) -> Iterator[StanceAnswer]:
        return _answers(connection, rows, lens)

    columns = (*_COLUMNS, *actor_columns(lens))
    return ask(ledger, columns=columns, source=source, where=where, order=order, make=make)


def _outermost() -> ColumnElement[bool]:
    """Whether no statement further out has this very position too: one that lies in another repeats it."""
    twin = POSITIONS.alias("twin")
    same = (twin.c[name] == POSITIONS.c[name] for name in ("reading", "actor", "stance", "start_char", "end_char"))
    further = tuple_(_links(twin), twin.c.statement) < tuple_(_links(POSITIONS), POSITIONS.c.statement)
    return ~exists().where(*same, further).correlate(POSITIONS)


def _links(of: FromClause) -> ScalarSelect[int]:
    theirs = and_(LINKS.c.reading == of.c.reading, LINKS.c.statement == of.c.statement)
    return select(func.count()).select_from(LINKS).where(theirs).correlate(of).scalar_subquery()


def _known(stance: str) -> str:
    told = stance.strip().lower()
    if told not in _STANCES:
        message = f"'{stance}' is no stance: give one of {', '.join(_STANCES)}"
        raise UnreadableInput(message, where=stance)
    return told


def _answers(connection: Connection, rows: AnyRows, lens: Lens) -> Iterator[StanceAnswer]:
    chains, about = (parts_of(connection, keys_of(rows), table, lens) for table in (LINKS, SUBJECTS))
    for row in rows:
        key = (row.reading, row.n)
        yield StanceAnswer(
            statement=row.id,
            name=row.actor_name,
            country=row.country,
            office=row.office,
            stance=row.stance,
            words=row.words,
            chain=tuple(map(link_of, chains.get(key, ()))),
            manner=row.manner,
            about=tuple(part.actor_name for part in about.get(key, ())),
            start=row.start_char,
            end=row.end_char,
            document=told(row),
            verdicts=verdicts_on([row], chains.get(key, ()), about.get(key, ())),
        )
