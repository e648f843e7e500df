"""Nominals: actors that are told by a noun, and whether that noun means one who has been told of before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.actors.figures import Figure, Profile
from sayso.reading.actors.profile import Description, profiles
from sayso.reading.actors.scene import complements, left_edge, without_article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.reading.actors.scene import Scene
    from sayso.reading.actors.titles import Title
    from sayso.reading.syntax import Token
    from sayso.records.reading import ActorKind

_INSIDE = frozenset({"compound", "amod", "nmod"})
_INDEFINITE = frozenset({"a", "an", "another", "other", "some", "several", "many", "more", "most", "few", "one"})
_KINDS: dict[str, ActorKind] = {
    "organisation": "organisation",
    "media": "media",
    "collective": "group",
    "equipment": "group",
    "container": "group",
}


def is_nominal(token: Token) -> bool:
    """Whether a noun stands for itself: it modifies no noun behind it."""
    return not (token.dep in _INSIDE and token.head.i > token.i)


def noun_figures(scene: Scene, head: int, first: int, title: Title) -> None:
    """Note whom the noun phrase mentions whose title stands at tokens [first, head]."""
    left = left_edge(scene.tokens, head, first)
    described = Description(title, left, first, head)
    figures = _contained(scene, scene.tokens[head]) if title.form == "container" else []
    if title.form == "container" and not figures:
        return
    start = without_article(scene.tokens, left) if left < first else left
    for figure in figures or _described(scene, described):
        scene.sight(figure, start, head + 1, "nominal", [head])


def _contained(scene: Scene, noun: Token) -> list[Figure]:
    return [
        figure
        for preposition, inner in complements(noun)
        if preposition == "of"
        for figure in scene.troupe.here(inner.i)
    ]


def _described(scene: Scene, described: Description) -> list[Figure]:
    told = profiles(scene, described)
    words = scene.lower[described.left : described.first]
    return [_figure(scene, described, profile, words) for profile in told]


def _figure(scene: Scene, described: Description, told: Profile, words: Sequence[str]) -> Figure:
    title = described.title
    host = _host(scene, scene.tokens[described.head])
    if host:
        host.learn(told)
        return host
    if not _INDEFINITE.intersection(words):
        known = _known(scene, title, told)
        if known:
            known.learn(told)
            return known
    plural = title.plural or title.form == "collective"
    key = ("noun", scene.troupe.story, title.noun, told.country, described.head)
    name = " ".join(t.text for t in scene.tokens[without_article(scene.tokens, described.left) : described.head + 1])
    kind = _KINDS.get(title.form, "group" if title.plural else "person")
    return scene.troupe.add(Figure(key, name, kind, told, noun=title.noun, plural=plural))


def _host(scene: Scene, token: Token) -> Figure | None:
    """Whom the noun is an apposition to, or a predicate of."""
    host = None
    if token.dep == "appos":
        host = token.head
    elif token.dep == "attr" and token.head.lemma == "be":
        host = token.head.child("nsubj")
    if host is None:
        return None
    figures = [figure for figure in scene.troupe.here(host.i) if figure.kind == "person"]
    return figures[0] if len(figures) == 1 else None


def _known(scene: Scene, title: Title, told: Profile) -> Figure | None:
    """The latest figure that the noun may mean."""
    for seen in scene.troupe.latest():
        figure = seen.figure.known
        if told.country and figure.country and told.country != figure.country:
            continue
        if figure.noun == title.noun and figure.plural == (title.plural or title.form == "collective"):
            return figure
        if title.form in ("person", "dependent") and not title.plural and _holds(figure, title):
            return figure
    return None


def _holds(figure: Figure, title: Title) -> bool:
    office = figure.profile.office
    if office is None or figure.kind != "person" or figure.plural:
        return False
    return office == title.noun or office.endswith(" " + title.noun) or (title.noun == "leader" and office in _LEADERS)


_LEADERS = frozenset({"president", "prime minister", "chancellor", "supreme leader", "king", "premier", "emir"})
