"""Naming: what each name in the text stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon.countries import load_countries
from sayso.lexicon.offices import load_offices
from sayso.lexicon.wording import fold
from sayso.reading.actors.figures import Figure, Profile
from sayso.reading.actors.profile import Description, profiles
from sayso.reading.actors.scene import left_edge, without_article
from sayso.reading.actors.titles import Titles, load_titles

if TYPE_CHECKING:
    from sayso.lexicon.leaders import Leader
    from sayso.reading.actors.chunks import Chunk
    from sayso.reading.actors.known import Known
    from sayso.reading.actors.scene import Scene
    from sayso.reading.syntax import Token

_PLACE_PREPOSITIONS = frozenset(
    {"in", "at", "near", "outside", "around", "to", "into", "inside", "through", "across", "via", "from", "toward",
     "towards", "over", "throughout", "around", "of"}
)  # fmt: skip
_LITERAL = frozenset({"appos", "npadvmod", "dep", "ROOT", "nmod", "compound", "pcomp"})


def name_figure(scene: Scene, chunk: Chunk) -> None:
    """Note whom this name mentions, if it names an actor here."""
    if chunk.kind == "known":
        _known(scene, chunk)
    elif chunk.kind == "person":
        _person(scene, chunk, ())
    elif chunk.kind == "body":
        _body(scene, chunk)


def _known(scene: Scene, chunk: Chunk) -> None:
    known = chunk.known[0]
    if known.use in ("leader", "surname"):
        _person(scene, chunk, known.leaders)
    elif known.use in ("state", "adjective", "people"):
        _state(scene, chunk, known)
    elif known.use in ("capital", "seat"):
        if not _is_location(scene, chunk):
            _state(scene, chunk, known) if known.use == "capital" else _known_body(scene, chunk, known)
    else:
        _known_body(scene, chunk, known)


def _state(scene: Scene, chunk: Chunk, known: Known) -> None:
    scene.sight(state_figure(scene, known), chunk.first, chunk.end, "name")


def state_figure(scene: Scene, known: Known) -> Figure:
    """The state's figure."""
    key = ("state", known.country, known.name if known.sectors == ("PRE",) else None)
    found = scene.troupe.figure(key)
    if found:
        return found
    profile = Profile(known.country, known.sectors, basis="lexicon")
    return scene.troupe.add(Figure(key, known.name, "state", profile, named=True))


def _known_body(scene: Scene, chunk: Chunk, known: Known) -> None:
    key = ("body", known.name, known.country)
    figure = scene.troupe.figure(key)
    if figure is None:
        profile = Profile(known.country, known.sectors, basis="lexicon")
        figure = scene.troupe.add(
            Figure(key, known.name, known.kind, profile, named=True, plural=known.kind == "group")
        )
    scene.sight(figure, chunk.first, chunk.end, "name")


def _is_location(scene: Scene, chunk: Chunk) -> bool:
    """Whether a capital or a seat is named as the place where something is, not for those who govern there."""
    tokens = scene.tokens
    head = tokens[chunk.end - 1]
    for token in tokens[chunk.first : chunk.end]:
        if not chunk.first <= token.head.i < chunk.end:
            head = token
    while head.dep == "conj":
        head = head.head
    if head.dep == "pobj":
        return head.head.lower in _PLACE_PREPOSITIONS
    return head.dep in _LITERAL or head.head is head


def _body(scene: Scene, chunk: Chunk) -> None:
    tokens, lower = scene.tokens, scene.lower
    text = " ".join(token.text for token in tokens[chunk.first : chunk.end])
    if chunk.end - chunk.first == 1 and (person := scene.troupe.surnames.get(lower[chunk.first])):
        scene.sight(person.known, chunk.first, chunk.end, "name")
        return
    title = load_titles().ending_at(lower, chunk.end - 1, not_before=chunk.first)
    told = Profile()
    if title:
        described = Description(title[1], left_edge(tokens, chunk.end - 1, chunk.first), title[0], chunk.end - 1)
        told = profiles(scene, described)[0]
    key = ("body", fold(text).lower(), told.country)
    figure = scene.troupe.figure(key)
    if figure is None:
        kind = "media" if title and title[1].form == "media" else "organisation"
        figure = scene.troupe.add(Figure(key, text, kind, told, named=True, noun=title[1].noun if title else None))
    scene.sight(figure, chunk.first, chunk.end, "name")


def _person(scene: Scene, chunk: Chunk, leaders: tuple[Leader, ...]) -> None:
    left, told = _introduction(scene, chunk)
    figure = _who(scene, chunk, leaders, told)
    figure.learn(told)
    scene.sight(figure, without_article(scene.tokens, left), chunk.end, "name")
    host = _apposed_to(scene, chunk)
    if host:
        figure.absorb(host)


def _apposed_to(scene: Scene, chunk: Chunk) -> Figure | None:
    """The unnamed figure that this name stands in apposition to."""
    for token in scene.tokens[chunk.first : chunk.end]:
        if token.dep == "appos" and not chunk.first <= token.head.i < chunk.end:
            hosts = [f for f in scene.troupe.here(token.head.i) if not f.named and f.kind == "person"]
            if len(hosts) == 1:
                return hosts[0]
    return None


def _introduction(scene: Scene, chunk: Chunk) -> tuple[int, Profile]:
    """(where the phrase begins, what the words before the name tell)."""
    tokens, titles = scene.tokens, load_titles()
    head = chunk.end - 1
    floor = tokens[chunk.first].sentence
    last = chunk.first - 1
    if last < 0 or tokens[last].sentence != floor:
        return chunk.first, Profile()
    courtesies = load_offices().courtesies
    gender = None
    first = chunk.first
    if scene.lower[last] in courtesies:
        gender, first, last = courtesies[scene.lower[last]], last, last - 1
    found = titles.ending_at(scene.lower, last) if last >= 0 else None
    if not found or tokens[found[0]].sentence != floor or not _joined(tokens[last], chunk):
        return first, Profile(gender=gender)
    left = left_edge(tokens, head, found[0])
    told = profiles(scene, Description(found[1], left, found[0], last))[0]
    return left, Profile(told.country, told.sectors, told.office, gender or told.gender)


def _joined(title: Token, chunk: Chunk) -> bool:
    """Whether a title and the name behind it are one phrase."""
    return (
        title.head.i >= chunk.first
        or title.dep in ("compound", "nmod", "amod")
        or any(
            child.i >= chunk.first and child.dep in ("appos", "compound", "nmod", "flat") for child in title.children
        )
    )


def _who(scene: Scene, chunk: Chunk, leaders: tuple[Leader, ...], told: Profile) -> Figure:
    words = [fold(token.lower) for token in scene.tokens[chunk.first : chunk.end] if token.pos != "PUNCT"]
    troupe = scene.troupe
    if len(words) == 1 and (figure := troupe.surnames.get(words[0])):
        return figure.known
    leader = _leader(scene, leaders, told)
    text = leader.name if leader else " ".join(t.text for t in scene.tokens[chunk.first : chunk.end])
    key = ("person", " ".join(words) if leader is None else fold(leader.name).lower())
    figure = troupe.figure(key)
    if figure is None:
        figure = troupe.add(Figure(key, text, "person", Profile(), named=True, leaders=(leader,) if leader else ()))
    if leader:
        figure.learn(_of_leader(leader, scene.day, told))
    for word in {words[0], words[-1]}:
        troupe.surnames[word] = figure
    return figure


def _leader(scene: Scene, leaders: tuple[Leader, ...], told: Profile) -> Leader | None:
    fitting = [leader for leader in leaders if told.country in (None, leader.country)]
    if len(fitting) > 1 and scene.day:
        fitting = [leader for leader in fitting if leader.term_on(scene.day)] or fitting
    return fitting[0] if len(fitting) == 1 else None


def _of_leader(leader: Leader, day: str | None, told: Profile) -> Profile:
    if told.office or told.sectors:
        return Profile(leader.country, told.sectors, told.office, leader.gender, "lexicon")
    offices = load_offices().by_name
    term = leader.term_on(day)
    if term:
        office = offices.get(term.office)
        return Profile(term.country, office.sectors if office else ("GOV",), term.office, leader.gender, "lexicon")
    past = leader.last_before(day) if day else None
    return Profile(
        leader.country, ("ELI",) if past else (), f"former {past.office}" if past else None, leader.gender, "lexicon"
    )
