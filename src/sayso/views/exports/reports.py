"""The reports behind a question, looked up a chunk at a time: never is a whole ledger in memory."""

from __future__ import annotations

import json
from collections import defaultdict
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, tuple_

from sayso.ledger.schema import ACTORS, ARGUMENTS, DOCUMENTS, EVENTS, LINKS, PLACES, READINGS, REPORTS, STATEMENTS
from sayso.reading.paragraphs import paragraphs
from sayso.records.wording import UNNAMED
from sayso.views.asking import ask
from sayso.views.event_question import conditions, order_of
from sayso.views.exports.names import urn
from sayso.views.exports.report import Account, KeptDocument, Participant, Report, Site
from sayso.views.grouped import grouped
from sayso.views.lens import look
from sayso.views.told_events import told_events
from sayso.views.told_statements import verdicts_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Select, Table

    from sayso.ledger import Ledger
    from sayso.views.answers import Answers
    from sayso.views.asking import AnyRow, AnyRows
    from sayso.views.event_question import EventQuestion
    from sayso.views.lens import Lens
    from sayso.views.told_reports import Reports

# So many characters around the words tell them from the same words elsewhere in the text.
_AROUND = 32
# As many of a text's first characters, at most, stand for a title that it lacks.
_OPENING = 70
# The first paragraph is looked for in so many characters.
_LONGEST_LEAD = 2_000

# The happening that an event belongs to: of one that is about another ("called off the visit"), its own.
_HAPPENING = (
    select(REPORTS.c.happening)
    .where(REPORTS.c.reading == EVENTS.c.reading, REPORTS.c.event == EVENTS.c.n)
    .order_by(REPORTS.c.of.desc())
    .limit(1)
    .scalar_subquery()
    .label("happening")
)
_DOCUMENT = tuple(column for column in DOCUMENTS.c if column.name != "text")
_SAME_NAME = (
    *("type", "act", "mode", "quad", "intensity", "cameo", "status", "from_day", "to_day", "precision"),
    *("dead", "injured", "arrested", "size", "manner", "words", "trigger", "rule", "version"),
)
_OF_DOCUMENT = (
    *("id", "hash", "title", "outlet", "url", "language", "published", "published_basis"),
    *("published_from", "published_to", "learned"),
)
_STATES = frozenset(("state", "person", "group"))
_PERSON = "person"


def reports(ledger: Ledger, question: EventQuestion, *, as_of: str | None = None, raw: bool = False) -> Answers[Report]:
    """The reports that answer the question, by when it happened; lazily.

    Args:
        ledger: what is asked.
        question: what a report fulfils.
        as_of: a day, month or year at whose end (UTC), or a moment at which, the ledger is asked; None for now.
        raw: what was read, without verdicts.

    Raises:
        UnreadableInput: if a date is none, or an actor has no letter.
    """
    lens = look(ledger, as_of=as_of, raw=raw)
    where = [lens.is_kept(), *conditions(question, lens)]

    def asked(part: Reports) -> Select[Any]:
        return select(part.happening).select_from(part.rows()).where(*part.where, *where)

    with ledger.reading_from() as connection:
        anew = grouped(connection, lens, asked).anew

    def make(connection: Connection, rows: AnyRows) -> Iterator[Report]:
        found = _Beside(connection, rows, lens)
        return (_report(row, found, anew.get((row.reading, row.n), row.happening)) for row in rows)

    return ask(ledger, columns=_columns(lens), source=told_events(lens), where=where, order=order_of(lens), make=make)


def _columns(lens: Lens) -> tuple[Any, ...]:
    return (
        *(lens.event(column.name).label(column.name) for column in EVENTS.c),
        lens.event("verdicts").label("verdicts"),
        _HAPPENING,
        STATEMENTS.c.id.label("statement_id"),
        STATEMENTS.c.manner,
        READINGS.c.version,
        READINGS.c.learned.label("read"),
        *(column.label(f"document_{column.name}") for column in _DOCUMENT),
    )


def _report(row: AnyRow, beside: _Beside, happening: str | None) -> Report:
    text = beside.texts[row.document_document]
    start, end = row.start_char, row.end_char
    return Report(
        **{name: getattr(row, name) for name in _SAME_NAME},
        id=urn("report", row.document_hash, row.id),
        event=row.id,
        happening=happening,
        contexts=tuple(row.contexts.split()),
        actors=beside.parties(row, "actor"),
        recipients=beside.parties(row, "recipient"),
        place=beside.place(row, text),
        statement=row.statement_id,
        chain=beside.chain(row),
        start=start,
        end=end,
        before=text[max(0, start - _AROUND) : start],
        after=text[end : end + _AROUND],
        is_in_lead=start < _lead(text),
        learned=row.read,
        verdicts=beside.verdicts(row),
        document=beside.document(row, text),
    )


def _lead(text: str) -> int:
    """Where the first paragraph ends."""
    first = next(iter(paragraphs(text[:_LONGEST_LEAD])), None)
    return first.end if first else 0


class _Beside:
    """What stands in other tables beside some rows of events: each table is asked once."""

    def __init__(self, connection: Connection, rows: AnyRows, lens: Lens) -> None:
        readings = sorted({row.reading for row in rows})
        self._actors = _by_reading(connection, _cast(lens), ACTORS, readings)
        self._places = _by_reading(connection, select(PLACES), PLACES, readings)
        self._parties = _parts(connection, ARGUMENTS, "event", {(row.reading, row.n) for row in rows})
        told = {(row.reading, row.statement) for row in rows if row.statement is not None}
        self._links = _parts(connection, LINKS, "statement", told)
        numbers = sorted({row.document_document for row in rows})
        query = select(DOCUMENTS.c.document, DOCUMENTS.c.text).where(DOCUMENTS.c.document.in_(numbers))
        self.texts: dict[int, str] = {row.document: row.text for row in connection.execute(query)}

    def parties(self, row: AnyRow, role: str) -> tuple[Participant, ...]:
        """Who stands in this role of the event, in text order."""
        parts = self._parties.get((row.reading, row.n), ())
        return tuple(_participant(part, self._actor(part)) for part in parts if part.role == role)

    def chain(self, row: AnyRow) -> tuple[Account, ...]:
        """Who says so, outermost first."""
        links = self._links.get((row.reading, row.statement), ())
        return tuple(_account(link, self._actor(link)) for link in links)

    def verdicts(self, row: AnyRow) -> tuple[int, ...]:
        """The numbers of those that bear on the event, or on who takes part in it or says so."""
        own = json.loads(row.verdicts) if row.verdicts else ()
        parts = (
            *self._parties.get((row.reading, row.n), ()),
            *self._links.get((row.reading, row.statement), ()),
        )
        actors = [actor for part in parts if (actor := self._actor(part)) is not None]
        return tuple(sorted({*own, *verdicts_on(actors)}))

    def place(self, row: AnyRow, text: str) -> Site | None:
        """Where it was."""
        place = self._places[row.reading].get(row.place)
        if place is None:
            return None
        words = text[place.start_char : place.end_char]
        return Site(place.name, words, place.country, place.lat, place.lon, place.geonames)

    def document(self, row: AnyRow, text: str) -> KeptDocument:
        """The document that the row stands in, with whom and what it names."""
        actors = self._actors[row.reading].values()
        known = {name: getattr(row, f"document_{name}") for name in _OF_DOCUMENT}
        return KeptDocument(
            **known,
            opening=shorten(text[: 2 * _OPENING], _OPENING, placeholder="…"),
            people=_names(actor for actor in actors if actor.kind == _PERSON),
            organisations=_names(actor for actor in actors if actor.kind not in _STATES),
            places=_names(self._places[row.reading].values()),
        )

    def _actor(self, part: AnyRow) -> AnyRow | None:
        return self._actors[part.reading].get(part.actor)


def _participant(part: AnyRow, actor: AnyRow | None) -> Participant:
    if actor is None:
        return Participant(None, part.words, None, None, (), None, part.words)
    sectors = tuple(actor.sectors.split())
    return Participant(actor.id, actor.name, actor.kind, actor.country, sectors, actor.office, part.words)


def _account(link: AnyRow, actor: AnyRow | None) -> Account:
    if actor is None:
        return Account(None, link.words or UNNAMED, None, link.words, link.cue, link.certainty)
    return Account(actor.id, actor.name, actor.country, link.words, link.cue, link.certainty)


def _names(rows: Iterable[AnyRow]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.name for row in rows))


def _cast(lens: Lens) -> Select[Any]:
    """The actors, as verdicts have them."""
    verdicts = lens.actor("verdicts").label("actor_verdicts")
    columns = (lens.actor(column.name).label(column.name) for column in ACTORS.c)
    return select(*columns, verdicts).select_from(lens.with_actors(ACTORS))


def _by_reading(
    connection: Connection, rows: Select[Any], table: Table, readings: Sequence[int]
) -> Mapping[int, dict[int, AnyRow]]:
    """The rows of each reading by their place in its list; ``rows`` are those of ``table``."""
    found: dict[int, dict[int, AnyRow]] = defaultdict(dict)
    query = rows.where(table.c.reading.in_(readings)).order_by(*table.primary_key.columns)
    for row in connection.execute(query):
        found[row.reading][row.n] = row
    return found


def _parts(connection: Connection, table: Table, whole: str, keys: set[tuple[int, int]]) -> dict[Any, list[AnyRow]]:
    """(reading, number of the whole) → the rows that belong to it, in text order."""
    found: dict[Any, list[AnyRow]] = defaultdict(list)
    query = select(table).where(tuple_(table.c.reading, table.c[whole]).in_(sorted(keys)))
    for row in connection.execute(query.order_by(*table.primary_key.columns)):
        found[row.reading, getattr(row, whole)].append(row)
    return found
