"""Verdicts in the ledger: kept, read, and what they can be given about."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, insert, or_, select

from sayso.errors import MissingInput
from sayso.ledger.lookup import SHORTEST_PREFIX, find
from sayso.ledger.schema import ACTORS, DOCUMENTS, EVENTS, READINGS, VERDICTS
from sayso.ledger.verdicts import ACTOR_KINDS, PROFILE, Identities, Verdict, standing, states

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sayso.ledger.verdicts import State

# So many are told where a name fits several.
_FEW = 3
_CURRENT = READINGS.c.superseded.is_(None)
# What a verdict brings along; its number comes from the ledger.
_COLUMNS = ("moment", "author", "reason", "kind", "document", "target", "undoes")


def keep_verdict(writing: Connection, verdict: Verdict) -> Verdict:
    """Adds a row; the verdict with its number."""
    row = {name: getattr(verdict, name) for name in _COLUMNS}
    payload = json.dumps(dict(verdict.payload), ensure_ascii=False)
    kept = writing.execute(insert(VERDICTS).values(**row, payload=payload).returning(VERDICTS))
    return _verdict(kept.one())


def verdicts_given(connection: Connection, *, before: str | None = None) -> tuple[Verdict, ...]:
    """All verdicts that were given before a moment (``periods.end_of``), in their order; with None, all."""
    query = select(VERDICTS).order_by(VERDICTS.c.verdict)
    query = query.where(VERDICTS.c.moment < before) if before else query
    return tuple(map(_verdict, connection.execute(query)))


def _verdict(row: Any) -> Verdict:
    return Verdict(**{**row._asdict(), "payload": json.loads(row.payload)})


def states_now(connection: Connection, verdicts: Sequence[Verdict]) -> dict[int, State]:
    """How each verdict stands, by the readings that hold now."""
    made = Identities(standing(verdicts)).profiles
    found = {(v.document, v.target) for v in verdicts if v.target in made or _is_there(connection, v)}
    return states(verdicts, found)


def _is_there(connection: Connection, verdict: Verdict) -> bool:
    """Whether a reading that holds has the verdict's target; of a split, one of its documents."""
    table = ACTORS if verdict.kind in ACTOR_KINDS else EVENTS
    source = table.join(READINGS, table.c.reading == READINGS.c.reading).join(DOCUMENTS)
    query = select(DOCUMENTS.c.hash).select_from(source).where(_CURRENT, table.c.id == verdict.target)
    documents = verdict.payload.get("documents") or filter(None, [verdict.document])
    query = query.where(DOCUMENTS.c.hash.in_(documents)) if (documents := list(documents)) else query
    return connection.execute(query.limit(1)).first() is not None


def document_named(connection: Connection, name: str) -> str:
    """The hash of the document that is meant by an id, hash or url, or the beginning of an id or hash.

    Raises:
        MissingInput: there is none, or it fits several.
    """
    query = select(DOCUMENTS.c.hash).where(DOCUMENTS.c.document == find(connection, name))
    return str(connection.execute(query).scalar_one())


def event_named(connection: Connection, name: str, *, document: str | None = None) -> tuple[str, str]:
    """(hash of the document, id) of the event that holds now with this id, or beginning of it.

    Args:
        connection: where it is looked up.
        name: the id, or its first six characters or more.
        document: the hash of its document, where several have it.

    Raises:
        MissingInput: there is none, or it fits several.
    """
    source = EVENTS.join(READINGS, EVENTS.c.reading == READINGS.c.reading).join(DOCUMENTS)
    query = select(DOCUMENTS.c.hash, EVENTS.c.id).select_from(source).where(_CURRENT, _meant(EVENTS.c.id, name))
    query = query.where(DOCUMENTS.c.hash == document) if document else query
    found = sorted({(row.hash, row.id) for row in connection.execute(query)})
    if len(found) == 1:
        return found[0]
    trouble = f"{len(found):,} events that '{name}' fits: name the document with --in" if found else _no("event", name)
    message = f"the ledger has {trouble}"
    raise MissingInput(message, where=name)


def _no(noun: str, name: str) -> str:
    return f"no {noun} '{name}': 'sayso events --json' tells the ids of events and of their actors"


def _meant(column: Any, name: str) -> Any:
    exact = column == name
    return or_(exact, column.startswith(name, autoescape=True)) if len(name) >= SHORTEST_PREFIX else exact


def _is_meant(id_: str, name: str) -> bool:
    return id_ == name or (len(name) >= SHORTEST_PREFIX and id_.startswith(name))


def actor_named(connection: Connection, name: str) -> tuple[str, dict[str, Any]]:
    """(id, PROFILE) of the actor with this id or beginning of it, or with just this name.

    It was read, or a verdict made it.

    Raises:
        MissingInput: there is none, or it fits several.
    """
    identities = Identities(standing(verdicts_given(connection)))
    source = ACTORS.join(READINGS, ACTORS.c.reading == READINGS.c.reading)
    query = select(ACTORS.c["id"], *(ACTORS.c[column] for column in PROFILE)).select_from(source)
    query = query.where(_CURRENT, or_(_meant(ACTORS.c.id, name), ACTORS.c.name == name)).order_by(ACTORS.c.reading)
    found: dict[str, Mapping[Any, Any]] = {row["id"]: row for row in connection.execute(query).mappings()}
    found |= {id_: made for id_, made in identities.profiles.items() if _is_meant(id_, name) or made["name"] == name}
    fitting = {name: found[name]} if name in found else found
    if len(fitting) == 1:
        (who, profile), *_ = fitting.items()
        return who, {column: profile[column] for column in PROFILE}
    ids = ", ".join(sorted(found)[:_FEW])
    trouble = f"several actors that '{name}' fits: give an id, such as {ids}" if found else _no("actor", name)
    message = f"the ledger has {trouble}"
    raise MissingInput(message, where=name)
