"""Nominals: actors that are told by a noun."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.lexicon.countries import load_countries
from sayso.lexicon.frame_files import frame_book
from sayso.reading.actors.coreference import announced, dual, meant_by, the_country
from sayso.reading.actors.figures import Figure, Profile
from sayso.reading.actors.profile import Description, profiles
from sayso.reading.actors.scene import clause_subject, complements, left_edge, without_article

if TYPE_CHECKING:
    from sayso.reading.actors.scene import Scene
    from sayso.reading.actors.titles import Title
    from sayso.reading.syntax import Token
    from sayso.records.reading import ActorKind

_INSIDE = frozenset({"compound", "amod", "nmod"})
_INDEFINITE = frozenset({
    "a", "an", "another", "other", "some", "several", "many", "more", "most", "few", "one", "no", "any", "every",
    "each",
})  # fmt: skip
# Nouns of these forms are actors only where something tells whose or what: "a French delegation".
_BOUND = frozenset({"container", "quantity", "attached"})
# What a state may be called in apposition.
_LIKE_STATES = frozenset({
    "ally", "neighbor", "neighbour", "partner", "power", "superpower", "country", "nation", "state", "rival", "foe",
    "enemy", "adversary", "member", "backer", "supporter", "patron", "supplier", "buyer", "exporter", "importer",
    "donor", "creditor", "lender", "mediator", "government", "friend",
})  # fmt: skip
_COPULAS = frozenset({"be", "become", "remain"})
_AGAINST = frozenset({"on", "against", "upon", "at"})
_KINDS: dict[str, ActorKind] = {
    "organisation": "organisation",
    "media": "media",
    "collective": "group",
    "equipment": "group",
    "site": "group",
    "container": "group",
    "attached": "organisation",
}


def is_nominal(token: Token) -> bool:
    """Whether a noun stands for itself: it modifies no noun behind it, but for that of an act: a *rebel* attack."""
    if token.dep not in _INSIDE or token.head.i < token.i:
        return True
    return token.dep != "nmod" and token.head.i == token.i + 1 and token.head.lemma in frame_book().nouns


def noun_figures(scene: Scene, title: Title, first: int, end: int, head: int) -> None:
    """Note whom the noun phrase mentions whose title stands at tokens [first, end)."""
    left = left_edge(scene.tokens, head, first)
    start = without_article(scene.tokens, left) if left < first else left
    for figure in _figures(scene, Description(title, left, first, end, head)):
        scene.sight(figure, start, end, "nominal", [head])


def _figures(scene: Scene, described: Description) -> list[Figure]:
    words = scene.lower[described.left : described.first]
    two = dual(scene, described, words) if described.title.plural else None
    if two is not None:
        return two
    return _referred(scene, described) or ([] if _is_empty(scene, described) else _described(scene, described))


def _referred(scene: Scene, described: Description) -> list[Figure]:
    """Who has been told of before or beside, where the noun by itself says that it means them."""
    title, words = described.title, scene.lower[described.left : described.first]
    if title.form in ("container", "quantity"):
        return _contained(scene, scene.tokens[described.head])
    if title.noun in ("country", "nation", "state"):
        return the_country(scene, described, words)
    return []


def _described(scene: Scene, described: Description) -> list[Figure]:
    told = profiles(scene, described)
    if host := _host(scene, described):
        if not host.named and told[0].office and not host.profile.office:
            host.name = scene.text(without_article(scene.tokens, described.left), described.end)
        host.learn(told[0])
        host.nouns.append(described.title.noun)
        if unnamed := announced(scene, host):
            host.absorb(unnamed)
        return [host]
    if len(told) > 1 and described.title.form in ("person", "dependent") and described.title.office:
        definite = "the" in scene.lower[described.left : described.first]
        return [_holder(scene, described.title, profile, definite=definite) for profile in told]
    indefinite = not _INDEFINITE.isdisjoint(scene.lower[described.left : described.first])
    return [_figure(scene, described, profile, indefinite=indefinite) for profile in told]


def _holder(scene: Scene, title: Title, told: Profile, *, definite: bool) -> Figure:
    """One of several who hold the same office: "the foreign ministers of Peru and Chile"; "ministers" may be any."""
    known = meant_by(scene, replace(title, plural=False), told)
    if known and (definite or known.profile.office == title.noun):
        return known
    key = ("holder", scene.troupe.story, title.noun, told.country)
    country = load_countries().by_code.get(told.country or "")
    name = f"{title.noun} of {country.name if country else told.country}"
    return scene.troupe.add(Figure(key, name, "person", told, nouns=[title.noun]))


def _is_empty(scene: Scene, described: Description) -> bool:
    """Whether the noun is an actor only with more than the text tells: "at the head", "the office"."""
    if described.title.form == "site":
        return not _is_done_to(scene.tokens[described.head])
    if described.title.form not in _BOUND and described.title.noun != "head":
        return False
    told = profiles(scene, described)
    return not any(profile.country or profile.sectors for profile in told)


def _is_done_to(token: Token) -> bool:
    """Whether a noun is what something is done to: an object, or what an attack is on."""
    while token.dep == "conj":
        token = token.head
    if token.dep == "pobj":
        return token.head.lower in _AGAINST
    return token.dep in ("dobj", "nsubjpass")


def _contained(scene: Scene, noun: Token) -> list[Figure]:
    return [
        figure
        for preposition, inner in complements(noun)
        if preposition == "of"
        for figure in scene.troupe.here(inner.i)
        if figure.kind != "state"
    ]


def _figure(scene: Scene, described: Description, told: Profile, *, indefinite: bool) -> Figure:
    title = described.title
    if not indefinite and (known := meant_by(scene, title, told)):
        known.learn(told)
        return known
    key = ("site" if title.form == "site" else "noun", scene.troupe.story, title.noun, told.country, described.head)
    name = scene.text(without_article(scene.tokens, described.left), _end_of_name(scene, described))
    kind = _KINDS.get(title.form, "group" if title.plural else "person")
    plural = title.plural or title.form == "collective"
    if title.plural:
        told = replace(told, office=None)
    return scene.troupe.add(Figure(key, name, kind, told, nouns=[title.noun], plural=plural))


def _end_of_name(scene: Scene, described: Description) -> int:
    """Behind the noun, or behind whom it counts: "thousands of *Sudanese*"."""
    if described.title.form not in ("container", "quantity"):
        return described.end
    counted = [t.i + 1 for preposition, t in complements(scene.tokens[described.head]) if preposition == "of"]
    return max((described.end, *counted))


def _host(scene: Scene, described: Description) -> Figure | None:
    """Whom the noun is an apposition to or a predicate of, or who is named in apposition to it."""
    if described.title.plural:
        return None
    if state := _beside(scene, described):
        return state
    of_person = described.title.form in ("person", "dependent")
    for place in _hosts(scene.tokens[described.head]):
        figures = [f for f in scene.troupe.here(place.i) if f.kind != "state" and (f.kind == "person") == of_person]
        if len(figures) == 1:
            return figures[0]
    return None


def _beside(scene: Scene, described: Description) -> Figure | None:
    """The state in apposition to the noun: "China, a close ally", "its neighbour Laos"."""
    if described.title.noun not in _LIKE_STATES:
        return None
    for token in _hosts(scene.tokens[described.head]):
        states = [figure for figure in scene.troupe.here(token.i) if figure.kind == "state"]
        if len(states) == 1 and token.dep not in _INSIDE:
            return states[0]
    return None


def _hosts(token: Token) -> list[Token]:
    found = [child for child in token.children if child.dep == "appos" and child.i > token.i]
    if token.dep == "appos":
        found.append(token.head)
    elif token.dep == "attr" and token.head.lemma in _COPULAS and (subject := clause_subject(token)):
        found.append(subject)
    return found
