"""States and peoples: what the name of a state, of its people or of its capital stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon.countries import load_countries
from sayso.reading.actors.figures import Figure, Profile
from sayso.reading.actors.known import state
from sayso.reading.actors.located import is_city
from sayso.reading.actors.scene import left_edge, without_article

if TYPE_CHECKING:
    from sayso.reading.actors.chunks import Chunk
    from sayso.reading.actors.known import Known
    from sayso.reading.actors.scene import Scene
    from sayso.reading.syntax import Token

_MODIFIES = frozenset({"amod", "compound", "nmod", "poss", "npadvmod"})
# Names of several states at once.
_SEVERAL = frozenset({"Koreas"})
# Words that make of a people some of them: "two Russians", "ordinary Kazakhs".
_SOME = frozenset({"nummod", "amod", "quantmod", "nmod", "poss"})


def state_figure(scene: Scene, known: Known) -> Figure:
    """The state's figure."""
    key = ("state", known.country, known.name if known.sectors == ("PRE",) else None)
    found = scene.troupe.figure(key)
    if found:
        return found
    profile = Profile(known.country, known.sectors, basis="lexicon")
    return scene.troupe.add(Figure(key, known.name, "state", profile, named=True))


def states_named(scene: Scene, chunk: Chunk) -> None:
    """Note the state that a name mentions, or all of those that a plural does."""
    known = chunk.known[0]
    several = known.name in _SEVERAL
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


def half_figure(scene: Scene, token: Token) -> None:
    """Note the Korea that "the North" or "the South" means, where one of the two has been told of."""
    code = "PRK" if token.lower == "north" else "KOR"
    if any(scene.troupe.figure(("state", half, None)) for half in ("PRK", "KOR")):
        scene.sight(state_figure(scene, state(code)), token.i, token.i + 1, "name", [token.i])


def people_named(scene: Scene, chunk: Chunk) -> None:
    """A people's name: "Russian" and "the Swedes" stand for the state, "two Russians" and "Kurds" for some people."""
    head = scene.head_of(chunk.first, chunk.end)
    known = next(iter(decided(scene, chunk)), None)
    if known and (head.dep in _MODIFIES or not _is_some(head, chunk)):
        scene.sight(state_figure(scene, known), chunk.first, chunk.end, "name")
    elif head.dep in ("amod", "compound", "nmod"):
        is_city(scene, chunk.first)
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
