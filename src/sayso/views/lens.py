"""Lens: which readings a question is asked of, and with which verdicts.

A question is asked of what the ledger held at a moment, and sees it with the verdicts given by then. What the verdicts
make of the rows that they bear on is worked out by ``corrected`` and laid over the tables in the query: the rows stay.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    FromClause,
    Integer,
    Text,
    and_,
    case,
    cast,
    false,
    func,
    null,
    select,
    true,
    tuple_,
    union_all,
)

from sayso.ledger.judging import verdicts_given
from sayso.ledger.periods import end_of
from sayso.ledger.schema import ACTORS, DOCUMENTS, EVENTS, READINGS
from sayso.ledger.store import holding
from sayso.ledger.verdicts import PROFILE, Identities, corrected, standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection, Join, Table
    from sqlalchemy.types import TypeEngine

    from sayso.ledger import Ledger
    from sayso.ledger.verdicts import Row, Verdict

_OF_EVENTS = ("type", "act", "mode", "quad", "intensity", "cameo", "from_day", "to_day", "precision")
# What rows are laid over by: SQLite makes an index for a join only where it knows the type.
_KEYS: dict[str, type[TypeEngine[Any]]] = {"reading": Integer, "n": Integer, "event": Integer, "source": Text}
_OF_ACTORS = ("id", *PROFILE)


@dataclass(frozen=True, slots=True)
class Lens:
    """What a question sees.

    Attributes:
        before: of the readings and verdicts before this moment (``periods.end_of``); None for those of now.
        events: rows that are laid over ``events``, by (reading, n); None where no verdict bears on any.
        actors: rows that are laid over ``actors``, by id.
        split: rows that are laid over ``actors``, by (reading, n), where an actor is someone else in some document.
        corrected_actors: the rows of both, to find actors by.
        held: the verdicts, without those that are undone.
    """

    before: str | None = None
    events: CTE | None = None
    actors: CTE | None = None
    split: CTE | None = None
    corrected_actors: tuple[Row, ...] = ()
    held: tuple[Verdict, ...] = ()

    def current(self) -> Join:
        """The readings that hold, with their documents."""
        return READINGS.join(DOCUMENTS, and_(READINGS.c.document == DOCUMENTS.c.document, holding(self.before)))

    def superseded(self) -> Join:
        """The readings that another had taken the place of, with their documents."""
        gone = READINGS.c.superseded.is_not(None) if self.before is None else READINGS.c.superseded < self.before
        return READINGS.join(DOCUMENTS, and_(READINGS.c.document == DOCUMENTS.c.document, gone))

    def with_events(self, source: FromClause) -> FromClause:
        """``source``, which has ``events``, with what is laid over them."""
        if self.events is None:
            return source
        over = self.events.c
        return source.outerjoin(self.events, and_(over.reading == EVENTS.c.reading, over.n == EVENTS.c.n))

    def with_actors(self, source: FromClause) -> FromClause:
        """``source``, which has ``actors``, with what is laid over them."""
        if self.actors is not None:
            source = source.outerjoin(self.actors, self.actors.c.source == ACTORS.c.id)
        if self.split is not None:
            over = self.split.c
            source = source.outerjoin(self.split, and_(over.reading == ACTORS.c.reading, over.n == ACTORS.c.n))
        return source

    def event(self, name: str) -> ColumnElement[Any]:
        """The column of ``events``, corrected; ``verdicts`` is a JSON list of those that bear on the event."""
        own = null() if name == "verdicts" else EVENTS.c[name]
        if self.events is None or (name not in _OF_EVENTS and name != "verdicts"):
            return own
        over = self.events.c
        return case((over.n.is_not(None), over[name]), else_=own)

    def is_kept(self) -> ColumnElement[bool]:
        """Whether the event is not rejected."""
        return true() if self.events is None else func.coalesce(self.events.c.rejected, 0) == 0

    def is_redated(self) -> ColumnElement[bool]:
        """Whether a verdict moved the event's days."""
        return false() if self.events is None else func.coalesce(self.events.c.redated, 0) == 1

    def actor(self, name: str) -> ColumnElement[Any]:
        """The column of ``actors``, corrected; ``verdicts`` is a JSON list of those that bear on the actor."""
        own = null() if name == "verdicts" else ACTORS.c[name]
        laid = [over for over in (self.split, self.actors) if over is not None]
        if not laid or (name not in _OF_ACTORS and name != "verdicts"):
            return own
        return case(*((over.c.source.is_not(None), over.c[name]) for over in laid), else_=own)

    def has_type(self, type_: str) -> ColumnElement[bool]:
        """Whether the event is of this PLOVER type; found by the index where no verdict bears on it."""
        if self.events is None:
            return EVENTS.c.type == type_
        read = EVENTS.alias("read")
        by_index = select(read.c.reading, read.c.n).where(read.c.type == type_)
        either = union_all(by_index, select(self.events.c.reading, self.events.c.n))
        return and_(tuple_(EVENTS.c.reading, EVENTS.c.n).in_(either), self.event("type") == type_)

    @property
    def has_actors(self) -> bool:
        """Whether a verdict bears on an actor."""
        return self.actors is not None or self.split is not None


RAW = Lens()


def look(ledger: Ledger, *, as_of: str | None = None, raw: bool = False) -> Lens:
    """The lens of a question; it sees the verdicts that are given when it is made.

    Args:
        ledger: what is asked.
        as_of: a day, month or year at whose end (UTC), or a moment at which, the ledger is seen; None for now.
        raw: without verdicts: what was read.

    Raises:
        UnreadableInput: if ``as_of`` is no such time.
    """
    before = end_of(as_of) if as_of else None
    if raw:
        return Lens(before)
    with ledger.reading_from() as connection:
        held = standing(verdicts_given(connection, before=before))
        return _lens(connection, before, held) if held else Lens(before)


def _lens(connection: Connection, before: str | None, held: Sequence[Verdict]) -> Lens:
    events = list(corrected("events", _touched_events(connection, held), held))
    identities = Identities(held)
    anywhere = [{"source": id_, "id": id_, "document": None, "reading": None, "n": None} for id_ in identities.sources]
    actors = [row for row in corrected("actors", anywhere, held) if row["verdicts"]]
    split = list(corrected("actors", _split_actors(connection, identities), held))
    return Lens(
        before,
        laid("corrected_events", events, ("reading", "n", *_OF_EVENTS, "verdicts", "rejected", "redated")),
        laid("merged_actors", actors, ("source", *_OF_ACTORS, "verdicts")),
        laid("split_actors", split, ("source", "reading", "n", *_OF_ACTORS, "verdicts")),
        (*actors, *split),
        tuple(held),
    )


def _touched_events(connection: Connection, held: Iterable[Verdict]) -> list[Row]:
    keys = sorted({(verdict.document, verdict.target) for verdict in held if verdict.document is not None})
    columns = [EVENTS.c[name] for name in ("reading", "n", "id", *_OF_EVENTS)]
    return _rows(connection, EVENTS, columns, tuple_(DOCUMENTS.c.hash, EVENTS.c.id), keys)


def _split_actors(connection: Connection, identities: Identities) -> list[Row]:
    """The actors that a verdict bears on, in the documents in which one is someone else."""
    keys = [(document, source) for document in sorted(identities.split) for source in sorted(identities.sources)]
    columns = [ACTORS.c.id.label("source"), *(ACTORS.c[name] for name in ("reading", "n", *_OF_ACTORS))]
    return _rows(connection, ACTORS, columns, tuple_(DOCUMENTS.c.hash, ACTORS.c.id), keys)


def _rows(
    connection: Connection, table: Table, columns: Sequence[ColumnElement[Any]], key: ColumnElement[Any], keys: Any
) -> list[Row]:
    """Rows of all readings, also of those that no longer hold, whose (hash, id) is one of the ``keys``."""
    source = DOCUMENTS.join(READINGS, READINGS.c.document == DOCUMENTS.c.document)
    source = source.join(table, table.c.reading == READINGS.c.reading)
    query = select(DOCUMENTS.c.hash.label("document"), *columns).select_from(source)
    each = func.json_each(json.dumps(keys)).table_valued("value")
    listed = select(func.json_extract(each.c.value, "$[0]"), func.json_extract(each.c.value, "$[1]"))
    return [dict(row) for row in connection.execute(query.where(key.in_(listed))).mappings()]


def laid(name: str, rows: Sequence[Row], columns: Sequence[str]) -> CTE | None:
    """The rows as a table inside a query, None if there is none: one bound value, however many there are."""
    if not rows:
        return None
    told = json.dumps([[_told(row[column]) for column in columns] for row in rows], ensure_ascii=False)
    each = func.json_each(told).table_valued("value")
    cells = [func.json_extract(each.c.value, f"$[{n}]") for n in range(len(columns))]
    kinds = [_KEYS.get(column) for column in columns]
    typed = [cast(cell, kind) if kind else cell for cell, kind in zip(cells, kinds, strict=True)]
    named = (cell.label(column) for cell, column in zip(typed, columns, strict=True))
    return select(*named).select_from(each).cte(name).prefix_with("MATERIALIZED")


def _told(value: Any) -> Any:
    return json.dumps(value) if isinstance(value, tuple) else value
