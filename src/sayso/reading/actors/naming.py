"""Naming: what each name in the text stands for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.lexicon.countries import load_countries
from sayso.lexicon.wording import fold
from sayso.reading.actors.figures import Figure, Profile
from sayso.reading.actors.known import state
from sayso.reading.actors.located import country_of_place
from sayso.reading.actors.people import is_introduced, person_figure
from sayso.reading.actors.profile import Description, owners_at, profiles
from sayso.reading.actors.scene import PLACE_PREPOSITIONS, SUBJECTS, left_edge, without_article
from sayso.reading.actors.titles import load_titles

if TYPE_CHECKING:
    from sayso.reading.actors.chunks import Chunk
    from sayso.reading.actors.known import Known
    from sayso.reading.actors.scene import Scene
    from sayso.reading.actors.titles import Title
    from sayso.reading.syntax import Token
    from sayso.records.reading import ActorKind

# A capital or a seat is a place here: "Beijing, China", "a Moscow hospital".
_PLACE_RELATIONS = frozenset({"appos", "npadvmod", "dep", "nmod", "compound", "amod", "pcomp"})
# And behind these, which don't say where something is but where it goes or is of: "a flight to Beijing".
_WAYS = frozenset({"to", "from", "toward", "towards", "over", "of"})
_MODIFIES = frozenset({"amod", "compound", "nmod", "poss", "npadvmod"})
# Words that make of a people some of them: "two Russians", "ordinary Kazakhs".
_SOME = frozenset({"nummod", "amod", "quantmod", "nmod", "poss"})


# Of how many people a place must be to give a name its country, and to be meant by a word alone.
_TOWN, _CITY = 20_000, 200_000


def name_figure(scene: Scene, chunk: Chunk) -> None:
    """Note whom this name mentions, if it names an actor here."""
    use = chunk.use
    if use in ("leader", "surname", "person"):
        if chunk.known or chunk.end > chunk.first + 1 or not _is_place(scene, chunk):
            person_figure(scene, chunk)
    elif use in ("adjective", "people"):
        _people(scene, chunk)
    elif use == "town" and scene.troupe.figure(("state", chunk.known[0].country, None)) is None:
        _place(scene, chunk)
    elif use in ("capital", "town", "seat") and _is_location(scene, chunk):
        _location(scene, chunk)
    elif use in ("state", "capital", "town"):
        _states(scene, chunk)
    elif use == "seat" or (use == "body" and chunk.known):
        scene.sight(_known_body(scene, chunk), chunk.first, chunk.end, "name")
    elif use == "body":
        _body(scene, chunk)
    elif use == "place":
        _place(scene, chunk)


def _location(scene: Scene, chunk: Chunk) -> None:
    """Nobody is named, but whoever is said to be there belongs to the country."""
    country = chunk.known[0].country
    if country:
        scene.countries_at.update(dict.fromkeys(range(chunk.first, chunk.end), country))


def _states(scene: Scene, chunk: Chunk) -> None:
    known = chunk.known[0]
    several = len(known.countries) > 1 and known.name.endswith("s")
    meant = [state(code) for code in known.countries] if several else decided(scene, chunk)
    for figure in [state_figure(scene, one) for one in meant]:
        scene.sight(figure, chunk.first, chunk.end, "name")
        _half_before(scene, chunk, figure)


def decided(scene: Scene, chunk: Chunk) -> list[Known]:
    """The state that a name stands for: where several bear it, by the words of the text; [] where it is no state."""
    if not chunk.known:
        return []
    known, form = chunk.known[0], scene.text(chunk.first, chunk.end)
    contexts = load_countries().contexts.get(form)
    if contexts is None:
        return [state(known.countries[0])] if len(known.countries) > 1 else [known]
    weights = {code: len(words & scene.words()) for code, words in contexts.items()}
    best = max(weights, key=lambda code: weights[code])
    if weights[best] == 0:
        scene.doubt(form, chunk.first, chunk.end)
        best = known.countries[0]
    return [state(best, known.use)] if best else []


def _half_before(scene: Scene, chunk: Chunk, figure: Figure) -> None:
    """The first of "North and South Korea"."""
    opening = scene.lower[max(0, chunk.first - 2) : chunk.first + 1]
    if figure.country in ("KOR", "PRK") and opening in (["north", "and", "south"], ["south", "and", "north"]):
        other = state_figure(scene, state("PRK" if figure.country == "KOR" else "KOR"))
        scene.sight(other, chunk.first - 2, chunk.first - 1, "name", [chunk.first - 2])


def state_figure(scene: Scene, known: Known) -> Figure:
    """The state's figure."""
    key = ("state", known.country, known.name if known.sectors == ("PRE",) else None)
    found = scene.troupe.figure(key)
    if found:
        return found
    profile = Profile(known.country, known.sectors, basis="lexicon")
    return scene.troupe.add(Figure(key, known.name, "state", profile, named=True))


def _known_body(scene: Scene, chunk: Chunk) -> Figure:
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


def _head(scene: Scene, chunk: Chunk) -> Token:
    """The word of a name that hangs on something outside."""
    for token in scene.tokens[chunk.first : chunk.end]:
        if token.head is token or not chunk.first <= token.head.i < chunk.end:
            return token
    return scene.tokens[chunk.end - 1]


def _is_location(scene: Scene, chunk: Chunk) -> bool:
    """Whether a capital or a seat is named as the place where something is, not for those who govern there."""
    head = _head(scene, chunk)
    for _ in range(chunk.first):
        if head.dep != "conj":
            break
        head = head.head
    if head.dep == "pobj":
        return head.head.lower in PLACE_PREPOSITIONS or head.head.lower in _WAYS
    return head.dep in _PLACE_RELATIONS or head.head is head


def _people(scene: Scene, chunk: Chunk) -> None:
    """A people's name: "Russian" and "the Swedes" stand for the state, "two Russians" and "Kurds" for some people."""
    head = _head(scene, chunk)
    known = next(iter(decided(scene, chunk)), None)
    if known and (head.dep in _MODIFIES or not _is_some(head, chunk)):
        scene.sight(state_figure(scene, known), chunk.first, chunk.end, "name")
    elif head.dep in ("amod", "compound", "nmod"):
        _is_place(scene, chunk)
    else:
        _nationals(scene, chunk, head, known.country if known else None)


def _is_some(head: Token, chunk: Chunk) -> bool:
    before = [child for child in head.children if child.i < chunk.first]
    return any(child.dep in _SOME or child.lower in ("a", "an", "another") for child in before)


def _nationals(scene: Scene, chunk: Chunk, head: Token, country: str | None) -> None:
    left = without_article(scene.tokens, left_edge(scene.tokens, head.i, chunk.first))
    plural = head.tag in ("NNS", "NNPS") or scene.lower[head.i].endswith("s")
    key = ("people", scene.troupe.story, scene.lower[head.i], country, head.i if country else 0)
    figure = scene.troupe.figure(key) or scene.troupe.add(
        Figure(
            key, scene.text(left, chunk.end), "group" if plural else "person", Profile(country, ("CVL",)), plural=plural
        )
    )
    scene.sight(figure, left, chunk.end, "nominal")


def _body(scene: Scene, chunk: Chunk) -> None:
    """A name that the recogniser holds for an organisation's."""
    if chunk.end == chunk.first + 1:
        if _is_place(scene, chunk):
            _place(scene, chunk)
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
    if chunk.parts or load_titles().ending_at(scene.lower, chunk.end - 1, not_before=chunk.first):
        return False
    head = _head(scene, chunk)
    if head.dep == "conj" and any(
        figure.kind == "person" and figure.named for figure in scene.troupe.here(head.head.i)
    ):
        return True
    return is_introduced(scene, chunk)


def _is_place(scene: Scene, chunk: Chunk) -> bool:
    """Whether one word that the recogniser holds for somebody's name is a city's: less will do behind "in"."""
    if chunk.first not in scene.countries_at and scene.troupe.bearer(scene.lower[chunk.first]) is None:
        token = scene.tokens[chunk.first]
        behind = token.dep == "pobj" and token.head.lower in PLACE_PREPOSITIONS
        country = country_of_place(token.text, least=1 if behind else _CITY)
        if country:
            scene.countries_at[chunk.first] = country
    return chunk.first in scene.countries_at


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
    """The country of a town that a name opens with: "Madras High Court"."""
    return country_of_place(scene.text(first, end), least=_TOWN) if end > first else None


def _country_inside(scene: Scene, chunk: Chunk) -> str | None:
    """The country that a name holds: "Bank of China", "Hanoi University"."""
    named = [part.country for part in chunk.parts if part.use != "surname"]
    placed = [owner.country for i in range(chunk.first, chunk.end) for owner in owners_at(scene, i)]
    return next((code for code in (*named, *placed) if code), None)


def _place(scene: Scene, chunk: Chunk) -> None:
    """A place that acts stands for those who live there."""
    if _head(scene, chunk).dep in SUBJECTS:
        country = next((owner.country for owner in owners_at(scene, chunk.first)), None)
        text = scene.text(chunk.first, chunk.end)
        key = ("place", fold(text).lower(), country)
        figure = scene.troupe.figure(key) or scene.troupe.add(
            Figure(key, text, "group", Profile(country, ("CVL",)), named=True)
        )
        scene.sight(figure, chunk.first, chunk.end, "name")


def half_figure(scene: Scene, token: Token) -> None:
    """Note the Korea that "the North" or "the South" means, where one of the two has been told of."""
    code = "PRK" if token.lower == "north" else "KOR"
    if any(scene.troupe.figure(("state", half, None)) for half in ("PRK", "KOR")):
        scene.sight(state_figure(scene, state(code)), token.i, token.i + 1, "name", [token.i])
