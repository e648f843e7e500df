"""Profile: which country, sectors and office a noun phrase tells of an actor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.lexicon.roles import Roles, load_roles
from sayso.reading.actors.figures import Profile
from sayso.reading.actors.scene import complements

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.reading.actors.figures import Figure
    from sayso.reading.actors.scene import Scene
    from sayso.reading.actors.titles import Title
    from sayso.reading.syntax import Token

# Sectors of nouns that say little, so that a modifier says it better: "agricultural worker", "military official".
_WEAK = frozenset({"UNK", "CVL", "LAB", "GOV", "EDU"})
# Sectors that a modifier gives whatever the noun: "rebel soldiers".
_STRONG = frozenset({"REB", "UAF", "CRM"})
# Whose former holders are of the elite.
_ELITE = frozenset({"GOV", "LEG", "JUD", "MIL", "PTY"})
# Bodies of these sectors give them to all who belong to them: "Boko Haram gunmen".
_MARKED = frozenset({"REB", "UAF", "CRM", "PTY", "SPY", "OPP"})
_BELONGS = frozenset({"of", "for", "from", "at", "to", "with"})
_STANDS_IN = frozenset({"in", "from", "across", "within"})


@dataclass(frozen=True, slots=True)
class Owner:
    """Whom an actor belongs to; ``figure`` is None where only the country of a place is known."""

    figure: Figure | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase that says what an actor is: its title at tokens [first, head], what stands before from ``left``."""

    title: Title
    left: int
    first: int
    head: int


def owners(scene: Scene, described: Description) -> list[Owner]:
    """Whom the described belongs to: before the noun ("Iran's", "Hamas"), else behind it ("of Iran", "in Mali")."""
    before = [owner for i in range(described.left, described.first) for owner in _owners_at(scene, i)]
    inside = [owner for i in range(described.first, described.head) for owner in _owners_at(scene, i)]
    behind = list(_owners_behind(scene, scene.tokens[described.head]))
    if described.title.dependent and not before:
        return behind or inside
    return before or behind or inside


def _owners_at(scene: Scene, i: int) -> Iterator[Owner]:
    figures = scene.troupe.here(i)
    for figure in figures:
        yield Owner(figure, figure.country)
    if not figures and (country := scene.countries_at.get(i)):
        yield Owner(None, country)


def _owners_behind(scene: Scene, noun: Token) -> Iterator[Owner]:
    for preposition, inner in complements(noun):
        for token in inner.conjuncts():
            for owner in _owners_at(scene, token.i):
                if preposition in _BELONGS or preposition == "of":
                    yield owner
                elif preposition in _STANDS_IN:
                    yield Owner(None, owner.country)


def profiles(scene: Scene, described: Description) -> list[Profile]:
    """What the phrase tells; of several actors, where it is a plural that belongs to several: "Polish and Czech envoys"."""
    belongs = owners(scene, described)
    modifiers, former = _modifiers(scene.lower[described.left : described.first], load_roles())
    title = described.title
    office = title.office or _named_minister(scene, described)
    told = [Profile(None, _sectors(title, modifiers, None, former=former), _held(office, former=former), title.gender)]
    if not belongs:
        return told
    several = belongs if title.plural and _are_several(belongs) else belongs[:1]
    return [
        Profile(
            owner.country, _sectors(title, modifiers, owner, former=former), _held(office, former=former), title.gender
        )
        for owner in several
    ]


def _are_several(belongs: Sequence[Owner]) -> bool:
    countries = [owner.country for owner in belongs]
    return len(set(countries)) == len(countries) and all(countries)


def _held(office: str | None, *, former: bool) -> str | None:
    return f"former {office}" if office and former else office


def _named_minister(scene: Scene, described: Description) -> str | None:
    return None


def _modifiers(lower: Sequence[str], roles: Roles) -> tuple[tuple[str, ...], bool]:
    """(the sectors that the words before a noun give, the nearest first; whether one says "former")."""
    found: list[str] = []
    former = False
    for i in range(len(lower) - 1, -1, -1):
        word = lower[i]
        former = former or word in roles.former
        sectors = roles.modifiers.get((lower[i - 1], word)) if i else None
        found += sectors or roles.modifiers.get((word,), ())
    return tuple(dict.fromkeys(found)), former


def _sectors(title: Title, modifiers: tuple[str, ...], owner: Owner | None, *, former: bool) -> tuple[str, ...]:
    found = _present_sectors(title, modifiers, owner)
    if former and found[:1] and found[0] in _ELITE:
        found = ("ELI", *found)
    return tuple(dict.fromkeys(found))


def _present_sectors(title: Title, modifiers: tuple[str, ...], owner: Owner | None) -> tuple[str, ...]:
    own = title.sectors
    body = owner.figure if owner and owner.figure and owner.figure.kind != "state" else None
    if title.dependent:
        return _dependent(own, modifiers, owner, body)
    if body and (theirs := body.profile.sectors) and theirs[0] in _MARKED and (not own or own[0] in _WEAK | _STRONG):
        return (*theirs, *own)
    if modifiers and (modifiers[0] in _STRONG or not own or own[0] in _WEAK):
        return (*modifiers, *own)
    return (*own, *modifiers)


def _dependent(
    own: tuple[str, ...], modifiers: tuple[str, ...], owner: Owner | None, body: Figure | None
) -> tuple[str, ...]:
    if body:
        return body.profile.sectors or (own if body.kind == "igo" else ())
    if modifiers:
        return (*modifiers, *own)
    return own or (("GOV",) if owner and owner.figure else ())
