"""Sources: who is cited, how often, and by whom they are passed on."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, select

from sayso.ledger.schema import ACTORS, DOCUMENTS, LINKS, STATEMENTS
from sayso.views.citations import Citations
from sayso.views.filters import in_period
from sayso.views.lens import look
from sayso.views.told_statements import actor_columns, said_by, telling_of, told_statements

if TYPE_CHECKING:
    from sqlalchemy import Select

    from sayso.ledger import Ledger
    from sayso.views.cited import Cited

_COLUMNS = (
    STATEMENTS.c.reading,
    STATEMENTS.c.n,
    STATEMENTS.c.manner,
    LINKS.c.words,
    LINKS.c.certainty,
    DOCUMENTS.c.document,
    DOCUMENTS.c.outlet,
    DOCUMENTS.c.published,
    DOCUMENTS.c.published_from,
    DOCUMENTS.c.published_to,
)


def sources(
    ledger: Ledger,
    *,
    actor: str | None = None,
    about: str | None = None,
    outlet: str | None = None,
    since: str | None = None,
    until: str | None = None,
    as_of: str | None = None,
    raw: bool = False,
) -> Cited:
    """Who is cited, most cited first.

    Args:
        ledger: what is asked.
        actor: who is cited: a country's code or name, or (the beginning of) a name, or words that name the source.
        about: an actor whom the content names, or words that stand in it.
        outlet: who published the document: a part of the name.
        since: day, month or year (``2018-06``) of publication or later.
        until: day, month or year of publication or earlier.
        as_of: a day, month or year at whose end (UTC), or a moment at which, the ledger is asked; None for now.
        raw: what was read, without verdicts.

    Raises:
        UnreadableInput: if a date is none, or a name has no letter.
    """
    lens = look(ledger, as_of=as_of, raw=raw)
    where = in_period(DOCUMENTS.c.published_from, DOCUMENTS.c.published_to, since=since, until=until)
    where += [said_by(actor, last=True, lens=lens)] if actor else []
    where += [telling_of(about, lens)] if about else []
    where += [DOCUMENTS.c.outlet.icontains(outlet.strip(), autoescape=True)] if outlet else []
    linked = and_(LINKS.c.reading == STATEMENTS.c.reading, LINKS.c.statement == STATEMENTS.c.n)
    same = and_(ACTORS.c.reading == LINKS.c.reading, ACTORS.c.n == LINKS.c.actor)
    query: Select[Any] = (
        select(*_COLUMNS, *actor_columns(lens), *(lens.actor(name).label(name) for name in ("kind", "basis")))
        .select_from(lens.with_actors(told_statements(lens).outerjoin(LINKS, linked).outerjoin(ACTORS, same)))
        .where(*where)
        .order_by(STATEMENTS.c.reading, STATEMENTS.c.n, LINKS.c.n)
    )
    citations = Citations()
    with ledger.reading_from() as connection:
        for _, chain in groupby(connection.execute(query), key=attrgetter("reading", "n")):
            citations.add(list(chain))
    return citations.cited()
