"""Evident countries: where a story is about one country alone, its police, army and protesters are that country's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.actors.figures import Profile
from sayso.reading.actors.profile import SENT, owners_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.reading.actors.figures import Figure
    from sayso.reading.actors.scene import Scene
    from sayso.reading.syntax import Token

# Sectors of those who act at home: whoever is told of without a country is most likely of the story's.
_DOMESTIC = frozenset({"COP", "MIL", "JUD", "LEG", "OPP", "PTY", "LAB", "REB", "AGR"})
# Those of government that do so too. An official is as likely another country's.
_OF_GOVERNMENT = frozenset({
    "government", "authority", "administration", "regime", "ministry", "cabinet", "central bank", "interim government",
    "transitional government", "election commission", "electoral commission", "municipality", "leadership", "junta",
})  # fmt: skip
# Sectors of those who belong to the country where something is said to have happened to them or by them.
_LOCAL = (_DOMESTIC | {"CVL", "UNK", "EDU", "MED", "REL", "UAF", "CRM"}) - {"MIL"}
# PLOVER's codes for bodies of no single state.
_NO_STATES = frozenset({"UNO", "EUR", "IGO", "NGO", "MNC", "IMG", "ISM"})
_WHERE = frozenset({"in", "across", "near", "outside", "throughout"})
_DEEPEST = 6


def settle_countries(scene: Scene) -> None:
    """Give the story's figures the country that is evident; nothing is done where it is not."""
    figures = list(dict.fromkeys(seen.figure.known for seen in scene.troupe.recent))
    unsettled = [f for f in figures if f.country is None and f.kind != "media" and (f.kind == "person" or not f.named)]
    if not unsettled:
        return
    only = _only(figures, scene)
    for figure in unsettled:
        country = only if only and _is_domestic(figure) else _place_of(scene, figure)
        if country:
            figure.learn(Profile(country))


def _only(figures: Iterable[Figure], scene: Scene) -> str | None:
    """The country of the story, if it names but one."""
    first = min((seen.head for seen in scene.troupe.recent), default=0)
    named = {figure.country for figure in figures if figure.country} | {
        country for i, country in scene.countries_at.items() if i >= first
    }
    named -= _NO_STATES
    return next(iter(named)) if len(named) == 1 else None


def _is_domestic(figure: Figure) -> bool:
    sectors = figure.profile.sectors
    if not sectors:
        return False
    if sectors[0] == "GOV":
        held = figure.profile.office
        return (held is not None and held not in SENT) or not _OF_GOVERNMENT.isdisjoint(figure.nouns)
    return sectors[0] in _DOMESTIC


def _place_of(scene: Scene, figure: Figure) -> str | None:
    """The country in which the clause says that it happened, for those who are likely to live there."""
    sectors = figure.profile.sectors
    if figure.named or not figure.sightings or not sectors or sectors[0] not in _LOCAL:
        return None
    token = scene.tokens[figure.sightings[0].head]
    for _ in range(_DEEPEST):
        if token.head is token or token.pos == "VERB":
            break
        token = token.head
    places = [
        place for where in token.children if where.dep == "prep" and where.lower in _WHERE for place in _objects(where)
    ]
    countries = {owner.country for place in places for owner in owners_at(scene, place.i) if owner.country}
    return next(iter(countries)) if len(countries) == 1 else None


def _objects(preposition: Token) -> list[Token]:
    return [child for child in preposition.children if child.dep == "pobj"]
