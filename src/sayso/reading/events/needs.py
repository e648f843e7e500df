"""What must hold of an event's parties before a frame codes it: the words under ``needs`` in the frames."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sayso.records import Actor

type Actors = Sequence[Actor]

# Sectors (PLOVER's) of those who act in politics, and of those who bear arms.
_PUBLIC = frozenset(("GOV", "MIL", "REB", "COP", "PTY", "OPP", "LEG", "JUD", "SPY", "ELI", "UAF", "REL", "IGO", "REF"))
_ARMED = frozenset(("GOV", "MIL", "REB", "COP", "UAF", "SPY", "CRM"))
# Who arrests and charges by office.
_ENFORCING = frozenset(("COP", "JUD", "MIL", "SPY"))
# What these do to each other is business, not violence.
_CIVIL = frozenset(("BUS", "MED", "EDU"))
_PUBLIC_KINDS = frozenset(("state", "igo"))
_TWO = 2


@dataclass(frozen=True, slots=True)
class Need:
    """A condition on actors and recipients, and what to tell where it is not met."""

    holds: Callable[[Actors, Actors], bool]
    why_not: str


def is_public(actor: Actor) -> bool:
    """Whether an actor has a part in politics, war or the law."""
    return _is_of(actor, _PUBLIC)


def _is_of(actor: Actor, sectors: frozenset[str]) -> bool:
    return actor.kind in _PUBLIC_KINDS or _is_office(actor, sectors)


def _is_office(actor: Actor, sectors: frozenset[str]) -> bool:
    return not sectors.isdisjoint(actor.sectors)


def _is_violent(actors: Actors, recipients: Actors) -> bool:
    """Not between companies, teams and broadcasters alone."""
    return any(not actor.sectors or not _CIVIL.issuperset(actor.sectors) for actor in (*actors, *recipients))


def _is_civil(actors: Actors, _: Actors) -> bool:
    """Whether each is known for a sector, and commands no force."""
    return bool(actors) and all(actor.sectors and not _is_of(actor, _ARMED) for actor in actors)


def _is_public(actors: Actors, recipients: Actors) -> bool:
    """Not between companies alone."""
    return any(actor.sectors[:1] != ("BUS",) for actor in (*actors, *recipients))


NEEDS = {
    "actor": Need(lambda actors, _: bool(actors), "nobody is named who does it"),
    "recipient": Need(lambda _, recipients: bool(recipients), "nobody is named to whom it is done"),
    "two": Need(lambda actors, recipients: len(actors) + len(recipients) >= _TWO, "only one party is named"),
    "violent": Need(_is_violent, "it is no violence between these parties"),
    "public": Need(_is_public, "it is a matter between private parties"),
    "political": Need(lambda actors, _: any(_is_of(a, _PUBLIC) for a in actors), "who does it has no public part"),
    "official": Need(lambda actors, _: any(_is_of(a, _PUBLIC) for a in actors), "who does it holds no office"),
    "enforcing": Need(
        lambda actors, _: any(_is_office(a, _ENFORCING) for a in actors), "it is not the office of who announces it"
    ),
    "civil": Need(_is_civil, "who does it is no civilian"),
    "armed": Need(lambda actors, _: any(_is_of(a, _ARMED) for a in actors), "who does it commands no force"),
}


def unmet(needs: frozenset[str], actors: Actors, recipients: Actors) -> str | None:
    """Why the first of the needs that is not met is not; None if all are."""
    for name in sorted(needs):
        need = NEEDS.get(name)
        if need is not None and not need.holds(actors, recipients):
            return need.why_not
    return None
