"""Stage *actors*: who is who in a document, one actor for all of its mentions.

Names come from the lexicons and from the recogniser (``chunks``), other actors from the nouns that say what they are
(``titles``, ``nominals``), and pronouns from whoever was told of before (``pronouns``). All are understood in one pass
over the text (``candidates``, ``scene``); a figure of that pass becomes an Actor when it is over.

What is decided here, where PLOVER's manual leaves it open:

- A state has the sector GOV: it acts through its government. So have its capital ("Lima said"), its adjective and its
  people ("Peruvian troops", "the Peruvians"); "two Peruvians" are civilians of that country. Unrecognised states have
  the country that they nominally belong to and the sector PRE.
- A capital or a seat of government that is only the place of something is no actor ("talks in Lima").
- Former holders of office are of the elite (ELI first), and their office is told as "former president". What the text
  tells of an office goes before what the lexicon of leaders knows for the day.
- A person belongs to whom the words say: "Hamas spokesman" has the country and the sectors of Hamas.
- A mention's span is the noun phrase without its article, its relative clauses and what follows its noun; with a title,
  where one stands before the name. Two heads of one phrase ("her counterpart Juan Soto") are two mentions of one span.
- Actors without a country are of the story's, if it names but one, and if they are such as act at home (``evident``).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.lexicon.wording import fold
from sayso.reading.actors.candidates import Noun, in_order
from sayso.reading.actors.chunks import HALVES, Chunk, chunks_in
from sayso.reading.actors.evident import settle_countries
from sayso.reading.actors.known import load_names
from sayso.reading.actors.naming import name_figure
from sayso.reading.actors.nominals import noun_figures
from sayso.reading.actors.people import surname_figure
from sayso.reading.actors.pronouns import pronoun_figures
from sayso.reading.actors.scene import Scene
from sayso.reading.actors.states import half_figure
from sayso.reading.actors.titles import load_titles
from sayso.reading.cast import Cast, Mention
from sayso.records import Actor, Span, content_id

if TYPE_CHECKING:
    from sayso.reading.actors.candidates import Candidate
    from sayso.reading.actors.figures import Figure
    from sayso.reading.draft import Draft
    from sayso.reading.stage import StageFunction
    from sayso.records import Dateline
    from sayso.settings import Settings


def make(settings: Settings) -> StageFunction:  # noqa: ARG001 - not needed here
    """The stage, with its lexicons loaded."""
    load_names()
    load_titles()

    def stage(draft: Draft) -> Draft:
        if not draft.parse.tokens:
            return draft
        scene = scene_of(draft)
        return replace(draft, cast=_cast(scene), notices=(*draft.notices, *scene.notices))

    return stage


def scene_of(draft: Draft) -> Scene:
    """The draft's scene with all its figures."""
    scene = _empty(draft)
    sentences = draft.parse.sentences
    filed = [story.dateline for story in draft.stories if story.dateline]
    chunks = [chunk for chunk in chunks_in(draft.parse, load_names()) if not _is_filed(scene, chunk, filed)]
    scene.named.update(i for chunk in chunks if chunk.known for i in range(chunk.first, chunk.end))
    story = -1
    for candidate in in_order(scene.tokens, scene.lower, chunks, load_titles()):
        here = sentences[scene.tokens[_place(candidate)].sentence].story
        if here != story:
            settle_countries(scene)
            story = here
            scene.troupe.start_story(story)
        _note(scene, candidate)
    settle_countries(scene)
    return scene


def _is_filed(scene: Scene, chunk: Chunk, datelines: list[Dateline]) -> bool:
    """Whether a name stands in a dateline: it says where the story was written, and is no actor of it."""
    start = scene.tokens[chunk.first].start
    return any(dateline.start <= start < dateline.end for dateline in datelines)


def _empty(draft: Draft) -> Scene:
    tokens = draft.parse.tokens
    lower = [token.lower if token.lower.isascii() else fold(token.lower) for token in tokens]
    starts = {place.start: place.country for place in draft.places if place.country}
    countries = {token.i: starts[token.start] for token in tokens if token.start in starts} if starts else {}
    return Scene(draft.text, tokens, lower, draft.document.published, countries)


def _place(candidate: Candidate) -> int:
    if isinstance(candidate, Chunk):
        return candidate.first
    return candidate.head if isinstance(candidate, Noun) else candidate.i


def _note(scene: Scene, candidate: Candidate) -> None:
    if isinstance(candidate, Chunk):
        name_figure(scene, candidate)
    elif isinstance(candidate, Noun):
        noun_figures(scene, candidate.title, candidate.first, candidate.end, candidate.head)
    elif candidate.text in HALVES:
        half_figure(scene, candidate)
    elif candidate.pos == "PROPN":
        surname_figure(scene, candidate)
    else:
        pronoun_figures(scene, candidate)


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
