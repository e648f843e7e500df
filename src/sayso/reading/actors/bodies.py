"""Bodies: what the name of an organisation stands for, and of which country it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.lexicon.wording import fold
from sayso.reading.actors.figures import Figure, Profile
from sayso.reading.actors.located import country_of_place, is_city
from sayso.reading.actors.people import is_introduced, person_figure
from sayso.reading.actors.profile import Description, owners_at, profiles
from sayso.reading.actors.scene import SUBJECTS, left_edge
from sayso.reading.actors.titles import load_titles

if TYPE_CHECKING:
    from sayso.reading.actors.chunks import Chunk
    from sayso.reading.actors.scene import Scene
    from sayso.reading.actors.titles import Title
    from sayso.records.reading import ActorKind

# What names of bodies open with, and some town is called.
_SAYS_NO_PLACE = frozenset({
    "federal", "national", "central", "general", "royal", "union", "united", "democratic", "republican", "progress",
    "independence", "liberty", "state", "public", "supreme", "foreign", "military", "progressive", "liberal", "people",
    "constitution", "reform", "unity", "justice", "freedom", "social", "green", "labor", "labour", "county", "city",
    "university", "victory", "international", "security", "health", "family", "first", "new", "american", "capital",
    "commerce", "industry",
})  # fmt: skip
# Of how many people a town must be to give a body its country.
_TOWN = 20_000


def known_body(scene: Scene, chunk: Chunk) -> Figure:
    """The figure of a body that the lexicons know."""
    known, country = chunk.known[0], _country_of_body(scene, chunk)
    key = ("body", known.name, country)
    found = scene.troupe.figure(key)
    if found:
        return found
    profile = Profile(country, known.sectors, basis="lexicon")
    return scene.troupe.add(Figure(key, known.name, known.kind, profile, named=True, plural=known.kind == "group"))


def _country_of_body(scene: Scene, chunk: Chunk) -> str | None:
    """The lexicon's country; but "Liberia's Unity Party", and the Labour Party of a story about Malta, are others."""
    known = chunk.known[0]
    if known.sectors[:1] != ("PTY",):
        return known.country
    left = left_edge(scene.tokens, chunk.end - 1, chunk.first)
    before = [owner.country for i in range(left, chunk.first) for owner in owners_at(scene, i)]
    if before:
        return before[0]
    seen = {seen.figure.known.country for seen in scene.troupe.recent} - {None}
    return known.country if not seen or known.country in seen or scene.lower[chunk.end - 1] != "party" else None


def body_named(scene: Scene, chunk: Chunk) -> None:
    """A name that the recogniser holds for an organisation's."""
    if chunk.end == chunk.first + 1:
        if is_city(scene, chunk.first):
            place_named(scene, chunk)
            return
        if known := scene.troupe.bearer(scene.lower[chunk.first]):
            scene.sight(known, chunk.first, chunk.end, "name")
            return
    if _is_person(scene, chunk):
        person_figure(scene, chunk)
    else:
        scene.sight(_new_body(scene, chunk), chunk.first, chunk.end, "name")


def _is_person(scene: Scene, chunk: Chunk) -> bool:
    """Whether what the recogniser holds for a body's name is joined to a person, or stands behind a person's title."""
    if any(part.kind != "person" for part in chunk.parts) or load_titles().ending_at(
        scene.lower, chunk.end - 1, not_before=chunk.first
    ):
        return False
    head = scene.head_of(chunk.first, chunk.end)
    if head.dep == "conj" and any(
        figure.kind == "person" and figure.named for figure in scene.troupe.here(head.head.i)
    ):
        return True
    return is_introduced(scene, chunk)


def _new_body(scene: Scene, chunk: Chunk) -> Figure:
    title, first, told = _described(scene, chunk)
    text = scene.text(chunk.first, chunk.end)
    key = ("body", fold(text).lower(), told.country)
    kind: ActorKind = "media" if told.sectors[:1] == ("JRN",) else "organisation"
    # A name that is nothing but a noun, such as "Supreme Court", may be any country's.
    figure = Figure(key, text, kind, told, named=first > chunk.first, nouns=[title.noun] if title else [])
    return scene.troupe.figure(key) or scene.troupe.add(figure)


def _described(scene: Scene, chunk: Chunk) -> tuple[Title | None, int, Profile]:
    """What the words of a name tell of its bearer, by the last of them that is a title, and where that begins."""
    titles = load_titles()
    for last in range(chunk.end - 1, chunk.first - 1, -1):
        if found := titles.ending_at(scene.lower, last, not_before=chunk.first):
            left = left_edge(scene.tokens, last, chunk.first)
            told = profiles(scene, Description(found[1], left, found[0], last + 1, last))[0]
            country = told.country or _country_inside(scene, chunk) or _country_before(scene, chunk.first, found[0])
            return found[1], found[0], replace(told, country=country)
    return None, chunk.end, Profile(_country_inside(scene, chunk))


def _country_before(scene: Scene, first: int, end: int) -> str | None:
    """The country of a town that a name opens with: "Madras High Court". "Federal" is a town, too."""
    if end <= first or not _SAYS_NO_PLACE.isdisjoint(scene.lower[first:end]):
        return None
    return country_of_place(scene.text(first, end), least=_TOWN)


def _country_inside(scene: Scene, chunk: Chunk) -> str | None:
    """The country that a name holds: "Bank of China", "Hanoi University"."""
    named = [part.country for part in chunk.parts if part.use != "surname"]
    placed = [owner.country for i in range(chunk.first, chunk.end) for owner in owners_at(scene, i)]
    return next((code for code in (*named, *placed) if code), None)


def place_named(scene: Scene, chunk: Chunk) -> None:
    """A place that acts stands for those who live there."""
    if scene.head_of(chunk.first, chunk.end).dep in SUBJECTS:
        country = next((owner.country for owner in owners_at(scene, chunk.first)), None)
        text = scene.text(chunk.first, chunk.end)
        key = ("place", fold(text).lower(), country)
        figure = scene.troupe.figure(key) or scene.troupe.add(
            Figure(key, text, "group", Profile(country, ("CVL",)), named=True)
        )
        scene.sight(figure, chunk.first, chunk.end, "name")
