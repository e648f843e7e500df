"""Stage *actors*."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.lexicon.wording import fold
from sayso.reading.actors.chunks import chunks_in
from sayso.reading.actors.known import load_names
from sayso.reading.actors.naming import name_figure
from sayso.reading.actors.nominals import is_nominal, noun_figures
from sayso.reading.actors.pronouns import PRONOUNS, pronoun_figures
from sayso.reading.actors.scene import Scene, complements
from sayso.reading.actors.titles import load_titles
from sayso.reading.cast import Cast, Mention
from sayso.records import Actor, Span, content_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.reading.actors.chunks import Chunk
    from sayso.reading.actors.figures import Figure
    from sayso.reading.draft import Draft
    from sayso.reading.stage import StageFunction
    from sayso.reading.syntax import Parse
    from sayso.settings import Settings

_NOUNS = frozenset({"NOUN", "PROPN"})


def make(settings: Settings) -> StageFunction:  # noqa: ARG001 - not needed here
    """The stage, with its lexicons loaded."""
    load_names()
    load_titles()

    def stage(draft: Draft) -> Draft:
        if not draft.parse.tokens:
            return draft
        return replace(draft, cast=cast_of(draft))

    return stage


def cast_of(draft: Draft) -> Cast:
    """Who is who in the draft."""
    scene = _scene(draft)
    candidates = _candidates(scene, draft.parse)
    story = -1
    for position, note in candidates:
        here = draft.parse.sentences[scene.tokens[position].sentence].story
        if here != story:
            story = here
            scene.troupe.start_story(story)
        note()
    return _cast(scene)


def _scene(draft: Draft) -> Scene:
    tokens = draft.parse.tokens
    lower = [token.lower if token.lower.isascii() else fold(token.lower) for token in tokens]
    starts = {place.start: place.country for place in draft.places if place.country}
    countries = {token.i: starts[token.start] for token in tokens if token.start in starts} if starts else {}
    return Scene(tokens, lower, {}, draft.document.published, countries)


def _candidates(scene: Scene, parse: Parse) -> list[tuple[int, Callable[[], None]]]:
    found: list[tuple[int, int, Callable[[], None]]] = []
    named: set[int] = set()
    for chunk in chunks_in(parse, load_names()):
        if chunk.use not in ("state", "adjective", "people", "place"):
            named.update(range(chunk.first, chunk.end))
        found.append((chunk.end - 1, chunk.end - 1, _naming(scene, chunk)))
    titles = load_titles()
    for token in parse.tokens:
        if token.pos in _NOUNS and token.i not in named and is_nominal(token):
            title = titles.ending_at(scene.lower, token.i)
            if title:
                found.append((_ready(scene, token.i), token.i, _noun(scene, token.i, *title)))
        elif token.lower in PRONOUNS:
            found.append((token.i, token.i, _pronoun(scene, token.i)))
    found.sort(key=lambda item: item[:2])
    return [(position, note) for _, position, note in found]


def _ready(scene: Scene, head: int) -> int:
    ends = [token.i for _, inner in complements(scene.tokens[head]) for token in inner.conjuncts()]
    return max([head, *ends])


def _naming(scene: Scene, chunk: Chunk) -> Callable[[], None]:
    return lambda: name_figure(scene, chunk)


def _noun(scene: Scene, head: int, first: int, title: object) -> Callable[[], None]:
    return lambda: noun_figures(scene, head, first, title)  # type: ignore[arg-type]


def _pronoun(scene: Scene, i: int) -> Callable[[], None]:
    return lambda: pronoun_figures(scene, scene.tokens[i])


def _cast(scene: Scene) -> Cast:
    actors: list[tuple[int, Actor]] = []
    mentions: list[Mention] = []
    for figure in scene.troupe.figures.values():
        if figure.into is None and figure.sightings:
            mine = _mentions(scene, figure)
            mentions += mine
            actors.append((mine[0].span.start, _actor(figure, mine)))
    actors.sort(key=lambda pair: (pair[0], pair[1].id))
    mentions.sort(key=lambda mention: (mention.span, mention.head, mention.actor))
    return Cast(tuple(actor for _, actor in actors), tuple(mentions))


def _mentions(scene: Scene, figure: Figure) -> list[Mention]:
    who = content_id("a", *figure.key)
    tokens = scene.tokens
    found = [Mention(Span(tokens[s.first].start, tokens[s.end - 1].end), s.head, who, s.form) for s in figure.sightings]
    return sorted(found, key=lambda mention: (mention.span, mention.head))


def _actor(figure: Figure, mentions: list[Mention]) -> Actor:
    profile = figure.profile
    spans = tuple(dict.fromkeys(mention.span for mention in mentions))
    return Actor(
        mentions[0].actor,
        figure.name,
        figure.kind,
        profile.country,
        profile.sectors,
        profile.office,
        profile.basis,
        spans,
    )
