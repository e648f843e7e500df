"""People: who a personal name stands for, and what the words before it tell of that person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon.leaders import rank_of
from sayso.lexicon.offices import load_offices
from sayso.reading.actors.chunks import Chunk
from sayso.reading.actors.coreference import announced
from sayso.reading.actors.figures import Figure, Profile
from sayso.reading.actors.known import leaders_by_ends
from sayso.reading.actors.profile import Description, owners_at, profiles
from sayso.reading.actors.scene import complements, heads_of, left_edge, without_article
from sayso.reading.actors.titles import load_titles

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.lexicon.leaders import Leader
    from sayso.reading.actors.scene import Scene
    from sayso.reading.syntax import Token

# Whoever is of another gender or country is somebody else; the tests behind these only choose.
_STRICT = 2
# "Kim-Xi" is three tokens.
_THREE = 3
# No name is taken for a stranger's that is as short as this.
_SHORT = 2
_JOINED = frozenset({"compound", "nmod", "amod", "appos", "flat"})


def person_figure(scene: Scene, chunk: Chunk) -> None:
    """Note whom this personal name mentions."""
    if pair := _hyphenated(scene, chunk):
        for figure, i in pair:
            scene.sight(figure, i, i + 1, "name", [i])
        return
    left, told, nouns = _introduction(scene, chunk)
    figure = _who(scene, chunk, told)
    figure.learn(told)
    figure.learn(_behind(scene, chunk))
    figure.nouns += nouns
    if unnamed := announced(scene, figure):
        figure.absorb(unnamed)
    first = without_article(scene.tokens, left)
    heads = (*heads_of(scene.tokens[first : chunk.end]), *heads_of(scene.tokens[chunk.first : chunk.end]))
    scene.sight(figure, first, chunk.end, "name", tuple(dict.fromkeys(heads)))


def surname_figure(scene: Scene, token: Token) -> None:
    """Note whom a word mentions that the recogniser takes for no name: someone of that surname, or someone new."""
    figure = scene.troupe.bearer(scene.lower[token.i])
    if figure and token.text[0].isupper():
        scene.sight(figure, token.i, token.i + 1, "name", [token.i])
    elif _is_stranger(token):
        first = token.i
        while first and scene.tokens[first - 1].dep == "compound" and scene.tokens[first - 1].head is token:
            first -= 1
        person_figure(scene, Chunk(first, token.i + 1, "person"))


def _is_stranger(token: Token) -> bool:
    """Whether a proper noun is the subject of a verb, with no article and no label: somebody's name, most likely."""
    return (
        token.dep in ("nsubj", "nsubjpass")
        and token.tag == "NNP"
        and token.name is None
        and token.head.pos == "VERB"
        and len(token.text) > _SHORT
        and token.text[1:].islower()
        and token.child("det", "poss") is None
    )


def _hyphenated(scene: Scene, chunk: Chunk) -> list[tuple[Figure, int]]:
    """Two who are known, as in "the Kim-Xi summit"."""
    if chunk.end - chunk.first != _THREE or scene.lower[chunk.first + 1] not in ("-", "–"):
        return []
    bearers = [(scene.troupe.bearer(scene.lower[i]), i) for i in (chunk.first, chunk.end - 1)]
    pair = [(figure, i) for figure, i in bearers if figure]
    return pair if len({figure.key for figure, _ in pair}) == 2 else []  # noqa: PLR2004 - two are two


def _behind(scene: Scene, chunk: Chunk) -> Profile:
    """What the words behind a name tell: "Nikos Soto of Peru"; and what was said of several at once."""
    shared = next((scene.shared[i] for i in range(chunk.first, chunk.end) if i in scene.shared), Profile())
    states = [
        owner.country
        for preposition, inner in complements(scene.tokens[chunk.end - 1])
        for owner in owners_at(scene, inner.i)
        if preposition == "of" and owner.figure and owner.figure.kind in ("state", "igo")
    ]
    return Profile(states[0] if states else None, shared.sectors, shared.office)


def is_introduced(scene: Scene, chunk: Chunk) -> bool:
    """Whether a person's title stands before a name."""
    found = load_titles().ending_at(scene.lower, chunk.first - 1) if chunk.first else None
    return (
        found is not None
        and found[1].form in ("person", "dependent")
        and _is_joined(scene.tokens[found[0]], scene.tokens[chunk.first - 1], chunk, scene.tokens[chunk.first])
    )


def _introduction(scene: Scene, chunk: Chunk) -> tuple[int, Profile, list[str]]:
    """(where the phrase begins, what the words before the name tell, the noun that they say it with)."""
    first, last, gender = chunk.first, chunk.first - 1, None
    courtesies, titles = load_offices().courtesies, load_titles()
    found = titles.ending_at(scene.lower, last) if last >= 0 else None
    if last >= 0 and scene.lower[last] in courtesies:
        gender = courtesies[scene.lower[last]]
        if not found:
            first, last = last, last - 1
            found = titles.ending_at(scene.lower, last) if last >= 0 else None
    if not found or not _is_joined(scene.tokens[found[0]], scene.tokens[last], chunk, scene.tokens[chunk.first]):
        return first, Profile(gender=gender), []
    left = left_edge(scene.tokens, chunk.end - 1, found[0])
    told = profiles(scene, Description(found[1], left, found[0], last + 1, last))[0]
    if found[1].plural:
        _share(scene, chunk, told)
    return left, Profile(told.country, told.sectors, told.office, gender or told.gender), [found[1].noun]


def _share(scene: Scene, chunk: Chunk, told: Profile) -> None:
    """Tell the same of those who are joined to a name: "Prime ministers A and B"."""
    for token in scene.tokens[chunk.end - 1].conjuncts()[1:]:
        scene.shared[token.i] = Profile(None, told.sectors, told.office)


def _is_joined(opening: Token, title: Token, chunk: Chunk, name: Token) -> bool:
    """Whether a title and the name behind it are one phrase."""
    if opening.sentence != name.sentence:
        return False
    if title.head.i >= chunk.first or title.dep in ("compound", "nmod"):
        return True
    return any(child.i >= chunk.first and child.dep in _JOINED for child in title.children)


def _who(scene: Scene, chunk: Chunk, told: Profile) -> Figure:
    words = [scene.lower[i] for i in range(chunk.first, chunk.end) if scene.tokens[i].pos != "PUNCT"] or [""]
    if len(words) == 1 and (bearer := scene.troupe.bearer(words[0])):
        return bearer
    leaders = _fitting(scene, chunk, told)
    leader = leaders[0] if len(leaders) == 1 else None
    text = leader.name if leader else scene.text(chunk.first, chunk.end)
    key = ("person", text if leader else " ".join(words))
    figure = scene.troupe.figure(key) or scene.troupe.add(Figure(key, text, "person", Profile(), named=True))
    if leader:
        figure.learn(of_leader(leader, scene.day, told))
    elif leaders and len({leader.country for leader in leaders}) == 1:
        figure.learn(Profile(leaders[0].country))
    for word in dict.fromkeys((words[0], words[-1])):
        if told.office or figure.profile.office or not _is_held(scene, word):
            scene.troupe.surnames[word] = figure
    return figure


def _is_held(scene: Scene, surname: str) -> bool:
    """Whether a holder of an office is called by it: others of that name are told with their full names."""
    bearer = scene.troupe.surnames.get(surname)
    return bearer is not None and bearer.known.profile.office is not None


def _fitting(scene: Scene, chunk: Chunk, told: Profile) -> list[Leader]:
    """The leaders whom the name may mean: of those who bear it those whom the words before it allow, and the day."""
    leaders = list(chunk.known[0].leaders if chunk.known else _with_other_middle(scene, chunk))
    tests: list[Callable[[Leader], object]] = [
        lambda leader: told.gender in (None, leader.gender),
        lambda leader: told.country in (None, *(term.country for term in leader.terms)),
        lambda leader: told.office in (None, *(term.office for term in leader.terms)),
        lambda leader: scene.day is None or leader.term_on(scene.day),
    ]
    for number, test in enumerate(tests):
        if len(leaders) < 2 and number:  # noqa: PLR2004 - nothing to choose between
            break
        leaders = [leader for leader in leaders if test(leader)] or ([] if number < _STRICT else leaders)
    return leaders if len(leaders) < 2 else _highest(leaders)  # noqa: PLR2004 - nothing to choose between


def _with_other_middle(scene: Scene, chunk: Chunk) -> tuple[Leader, ...]:
    """The leaders whose first and last name these are: "Ana M. Soto"."""
    if chunk.end - chunk.first < _THREE:
        return ()
    return leaders_by_ends().get((scene.lower[chunk.first], scene.lower[chunk.end - 1]), ())


def _highest(leaders: list[Leader]) -> list[Leader]:
    """Those of the highest office: "Obama" is the president, not the first lady."""
    ranks = [rank_of(leader.term_on(None)) for leader in leaders]
    return [leader for leader, rank in zip(leaders, ranks, strict=True) if rank == min(ranks)]


def of_leader(leader: Leader, day: str | None, told: Profile) -> Profile:
    """What the lexicon knows of a leader on that day; what the text tells goes before."""
    if told.office:
        held = next((term.country for term in leader.terms if term.office == told.office), None)
        current = leader.term_on(day)
        country = held or (current.country if current else leader.country)
        return Profile(country, told.sectors, told.office, leader.gender, "lexicon")
    if term := leader.term_on(day):
        office = load_offices().by_name.get(term.office)
        return Profile(term.country, office.sectors if office else ("GOV",), term.office, leader.gender, "lexicon")
    if past := leader.last_before(day or ""):
        return Profile(leader.country, ("ELI",), f"former {past.office}", leader.gender, "lexicon")
    return Profile(leader.country, (), None, leader.gender, "lexicon")
