"""Coreference of nouns: whom "the minister", "both countries" and "the two leaders" mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.actors.profile import owners_at
from sayso.reading.actors.scene import complements

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sayso.reading.actors.figures import Figure, Profile
    from sayso.reading.actors.profile import Description
    from sayso.reading.actors.scene import Scene
    from sayso.reading.actors.titles import Title

_STATES = frozenset({"country", "nation", "state", "government", "neighbor", "neighbour", "power", "ally"})
_SIDES = frozenset({"side", "party", "camp"})
# Offices whose holders are the leaders of their country.
_LEADERS = frozenset(
    {"president", "prime minister", "chancellor", "supreme leader", "king", "emir", "sultan", "leader"}
)
_THIS = frozenset({"the", "this", "that", "their", "its", "his", "her", "our"})


def meant_by(scene: Scene, title: Title, told: Profile) -> Figure | None:
    """The latest figure of the story that a noun with this title may mean."""
    plural = title.plural or title.form == "collective"
    one = title.form in ("person", "dependent") and not title.plural
    for seen in scene.troupe.latest():
        figure = seen.figure.known
        if told.country and figure.country and told.country != figure.country:
            continue
        if title.noun in figure.nouns and figure.plural == plural:
            return figure
        if one and holds(figure, title):
            return figure
    return None


def holds(figure: Figure, title: Title) -> bool:
    """Whether a person is known to be what the title says: a foreign minister is a minister."""
    office = figure.profile.office
    if office is None or figure.kind != "person" or figure.plural:
        return False
    return office == title.noun or office.endswith(" " + title.noun) or (title.noun == "leader" and office in _LEADERS)


def announced(scene: Scene, figure: Figure) -> Figure | None:
    """An unnamed holder of the same office of the same country who has been told of before."""
    mine = figure.profile
    if mine.office is None or mine.country is None:
        return None
    for seen in scene.troupe.latest():
        other = seen.figure.known
        theirs = other.profile
        if not other.named and not other.plural and (theirs.office, theirs.country) == (mine.office, mine.country):
            return other
    return None


def the_country(scene: Scene, described: Description, words: Sequence[str]) -> list[Figure]:
    """The state that "the country" means; [] where it is none in particular."""
    if described.title.plural:
        return _body_of(scene, described)
    if (words and words[-1] not in _THIS) or complements(scene.tokens[described.head]):
        return []
    return _of_owners(scene, described) or _distinct(_states(scene), 1)


def _body_of(scene: Scene, described: Description) -> list[Figure]:
    """The body of states whose members are meant: "the BRICS countries"."""
    before = (figure for i in range(described.left, described.first) for figure in scene.troupe.here(i))
    return [figure for figure in before if figure.kind == "igo"][-1:]


def dual(scene: Scene, described: Description, words: Sequence[str]) -> list[Figure] | None:
    """The two whom "the two leaders" or "their countries" means, [] if they can't be told; None if it means no two."""
    noun = described.title.noun
    two = _means_two(words)
    if noun in _STATES and "their" in words:
        owned = _of_owners(scene, described)
        return owned if len(owned) > 1 else _pair(_states_on_stage(scene))
    if noun in _STATES and two:
        return _pair(_states_on_stage(scene))
    if noun in _SIDES and (two or not _THIS.isdisjoint(words)):
        return _pair(_parties(scene))
    if described.title.form in ("person", "dependent") and (two or _are_known(scene, described, words)):
        return _pair(_people(scene, described.title)) or None
    return None


def _are_known(scene: Scene, described: Description, words: Sequence[str]) -> bool:
    """Whether "the leaders", with nothing that says which, must be those who have been told of."""
    return (
        list(words) == ["the"] and described.title.office is not None and not complements(scene.tokens[described.head])
    )


def _means_two(words: Sequence[str]) -> bool:
    """Whether two that are known are meant: "both leaders", "the two leaders"; "two leaders" are any."""
    return "both" in words or ("two" in words and not _THIS.isdisjoint(words))


def _of_owners(scene: Scene, described: Description) -> list[Figure]:
    codes = [owner.country for i in range(described.left, described.first) for owner in owners_at(scene, i)]
    figures = [scene.troupe.figure(("state", code, None)) for code in dict.fromkeys(codes)]
    return [figure for figure in figures if figure]


def _states(scene: Scene) -> Iterable[Figure]:
    present = (seen.figure.known for seen in scene.troupe.latest() if not seen.place)
    return (figure for figure in present if figure.kind in ("state", "igo"))


def _states_on_stage(scene: Scene) -> Iterable[Figure]:
    """The states that act, themselves or by a person who is named, the latest first."""
    for seen in scene.troupe.latest():
        figure = seen.figure.known
        if figure.kind in ("state", "igo") and not seen.place:
            yield figure
        elif figure.kind == "person" and figure.named and figure.profile.office:
            state = scene.troupe.figure(("state", figure.country, None))
            if state is not None:
                yield state


def _parties(scene: Scene) -> Iterable[Figure]:
    present = (seen.figure.known for seen in scene.troupe.latest() if not seen.place)
    return (figure for figure in present if figure.named and figure.kind not in ("person", "media"))


def _people(scene: Scene, title: Title) -> Iterable[Figure]:
    people = (f for seen in scene.troupe.latest() if (f := seen.figure.known).kind == "person")
    return (figure for figure in people if not title.office or holds(figure, title))


def _distinct(figures: Iterable[Figure], most: int) -> list[Figure]:
    found: list[Figure] = []
    for figure in figures:
        if figure not in found:
            found.append(figure)
            if len(found) == most:
                break
    return found


def _pair(figures: Iterable[Figure]) -> list[Figure]:
    found = _distinct(figures, 2)
    return found[::-1] if len(found) == 2 else []  # noqa: PLR2004 - two are two
