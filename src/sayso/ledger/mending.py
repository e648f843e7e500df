"""Readings as verdicts have them, so that reports that a verdict bears on are grouped as what they are now. Pure."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sayso.ledger.verdicts import PROFILE, Identities, corrected
from sayso.records import EventTime

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.ledger.verdicts import Row, Verdict
    from sayso.records import Actor, Argument, Event, Reading

_SAME_NAME = ("type", "act", "mode", "quad", "intensity", "cameo")


@dataclass(frozen=True, slots=True)
class Mended:
    """A reading as verdicts have it, without the events that they reject.

    ``verdicts`` tells of each event, rejected ones too, which bear on it or on who takes part in it, by the event's id;
    events that none bears on are left out.
    """

    reading: Reading
    verdicts: dict[str, frozenset[int]]


class Mender:
    """Mends readings by these verdicts, those that are not undone (``verdicts.standing``)."""

    def __init__(self, held: Iterable[Verdict]) -> None:
        given = tuple(held)
        self._identities = Identities(given)
        self._on_events: dict[str, list[Verdict]] = defaultdict(list)
        for verdict in given:
            if verdict.document is not None:
                self._on_events[verdict.document].append(verdict)

    def mended(self, reading: Reading, document: str) -> Mended:
        """The reading as the verdicts have it; ``document`` is the hash of its document."""
        cast = {actor.id: self._identities.mended(_actor_row(actor, document)) for actor in reading.actors}
        rows = [_event_row(event, document) for event in reading.events]
        events = list(corrected("events", rows, self._on_events.get(document, ())))
        bearing = {
            event.id: frozenset((*row["verdicts"], *(number for who in _parties(event) for number in _on(cast, who))))
            for event, row in zip(reading.events, events, strict=True)
        }
        kept = [(event, row) for event, row in zip(reading.events, events, strict=True) if not row["rejected"]]
        made = replace(
            reading,
            actors=tuple(_mended_actor(actor, cast[actor.id]) for actor in reading.actors),
            events=tuple(_mended_event(event, row, cast) for event, row in kept),
        )
        return Mended(made, {name: numbers for name, numbers in bearing.items() if numbers})


def _parties(event: Event) -> tuple[Argument, ...]:
    return (*event.actors, *event.recipients)


def _on(cast: dict[str, Row], who: Argument) -> tuple[int, ...]:
    numbers: tuple[int, ...] = cast[who.actor]["verdicts"]
    return numbers


def _actor_row(actor: Actor, document: str) -> Row:
    told: dict[str, Any] = {name: getattr(actor, name) for name in PROFILE}
    return {**told, "id": actor.id, "document": document, "sectors": " ".join(actor.sectors)}


def _mended_actor(actor: Actor, row: Row) -> Actor:
    told = {name: row[name] for name in PROFILE}
    return replace(actor, **{**told, "id": row["id"], "sectors": tuple(row["sectors"].split())})


def _event_row(event: Event, document: str) -> Row:
    told = {name: getattr(event, name) for name in _SAME_NAME}
    return {**told, "id": event.id, "document": document}


def _mended_event(event: Event, row: Row, cast: dict[str, Row]) -> Event:
    made = replace(
        event,
        **{name: row[name] for name in _SAME_NAME},
        actors=_mended_arguments(event.actors, cast),
        recipients=_mended_arguments(event.recipients, cast),
    )
    if not row["redated"]:
        return made
    return replace(made, time=EventTime(row["from_day"], row["to_day"], row["precision"], None))


def _mended_arguments(arguments: Iterable[Argument], cast: dict[str, Row]) -> tuple[Argument, ...]:
    return tuple(replace(argument, actor=cast[argument.actor]["id"]) for argument in arguments)
