"""Profile: which country, sectors and office a noun phrase tells of an actor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.lexicon.roles import load_roles
from sayso.reading.actors.figures import Profile
from sayso.reading.actors.scene import clause_subject, complements

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.lexicon.roles import Roles
    from sayso.reading.actors.figures import Figure
    from sayso.reading.actors.scene import Scene
    from sayso.reading.actors.titles import Title
    from sayso.reading.syntax import Token

# Sectors of nouns that say little, so that a modifier says it better: "agricultural worker", "military official".
_WEAK = frozenset({"UNK", "CVL", "LAB", "GOV", "EDU"})
# Sectors that a modifier gives whatever the noun: "rebel soldiers".
_STRONG = frozenset({"REB", "CRM"})
# Whose former holders are of the elite.
_ELITE = frozenset({"GOV", "LEG", "JUD", "MIL", "PTY"})
# Bodies of these sectors give them to all who belong to them: "Boko Haram gunmen".
_MARKED = frozenset({"REB", "UAF", "CRM", "PTY", "SPY", "OPP"})
# Whom an actor belongs to follows these; after the others stands where it is or comes from.
_BELONGS = frozenset({"of", "for", "at", "to", "with"})
# They are sent by one and "to" or "for" another.
SENT = frozenset({
    "ambassador", "envoy", "special envoy", "representative", "special representative", "high commissioner", "consul",
    "consul general", "emissary", "mediator", "negotiator",
})  # fmt: skip


# Words before "minister" that say what for, and those that don't.
_PORTFOLIO = frozenset({"compound", "amod", "nmod", "cc", "conj"})
_NO_PORTFOLIO = frozenset(
    {
        "former",
        "ex",
        "then",
        "new",
        "current",
        "late",
        "top",
        "acting",
        "outgoing",
        "incoming",
        "female",
        "government",
        "cabinet",
        "senior",
        "junior",
        "first",
        "other",
        "key",
        "unnamed",
        "next",
        "powerful",
        "fellow",
    }
)
# Gatherings that a state's government sends or sets up; a group or a movement of that country may be anybody's.
_OFFICIAL = frozenset(
    {"delegation", "team", "mission", "committee", "council", "contingent", "panel", "convoy", "unit"}
)
# Whose they are is another's country: "its neighbour".
_BESIDE = frozenset(
    {"neighbor", "neighbour", "ally", "partner", "rival", "foe", "enemy", "friend", "opponent", "critic"}
)


@dataclass(frozen=True, slots=True)
class Owner:
    """Whom an actor belongs to; ``figure`` is None where it only is or comes from there."""

    figure: Figure | None
    country: str | None

    @property
    def body(self) -> Figure | None:
        """The owner, if it is no state."""
        return self.figure if self.figure and self.figure.kind != "state" else None


_NOBODY = Owner(None, None)


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase from token ``left`` on says what an actor is by the title at tokens [first, end).

    Attributes:
        head: the word of the title that carries it in the tree.
    """

    title: Title
    left: int
    first: int
    end: int
    head: int


def profiles(scene: Scene, described: Description) -> list[Profile]:
    """What the phrase tells; of several, where a plural belongs to several: "Polish and Czech envoys"."""
    if described.title.noun == "counterpart":
        return [_counterpart(scene, described)]
    belongs = [] if described.title.noun in _BESIDE else _owners(scene, described)
    several = belongs if described.title.plural and _are_several(belongs) else belongs[:1]
    before = ["" if i in scene.named else scene.lower[i] for i in range(described.left, described.first)]
    modifiers, former = _modifiers(before, load_roles())
    office, sectors = portfolio(scene, described)
    title = described.title
    return [
        Profile(
            country=owner.country,
            sectors=_sectors(title, modifiers, owner, former=former) if not sectors else _elite(sectors, former=former),
            office=f"former {office}" if office and former else office,
            gender=title.gender,
        )
        for owner in several or (_NOBODY,)
    ]


def _owners(scene: Scene, described: Description) -> list[Owner]:
    """Whom the described belongs to: before the noun ("Iran's", "Hamas"), else behind it ("of Iran", "in Mali")."""
    before = [owner for i in range(described.left, described.first) for owner in owners_at(scene, i)]
    if before:
        return before
    return list(_owners_behind(scene, scene.tokens[described.head], described.title))


def owners_at(scene: Scene, i: int) -> Iterator[Owner]:
    """Who is named at a token, or the country of the place that is."""
    figures = scene.troupe.here(i)
    for figure in figures:
        yield Owner(figure, figure.country)
    if not figures and (country := scene.countries_at.get(i)):
        yield Owner(None, country)


def _owners_behind(scene: Scene, noun: Token, title: Title) -> Iterator[Owner]:
    for preposition, inner in complements(noun):
        if title.noun in SENT and preposition != "of":
            continue
        for token in (*inner.conjuncts(), *_misplaced(noun, title)):
            for owner in owners_at(scene, token.i):
                if token.head is not noun or (owner.figure and owner.figure.kind == "state"):
                    yield owner if preposition in _BELONGS else Owner(None, owner.country)


def _misplaced(noun: Token, title: Title) -> list[Token]:
    """Of "the ministers of Peru and Chile", the parser may join Chile to the ministers."""
    return noun.all_children("conj") if title.plural and title.form in ("person", "dependent") else []


def _are_several(belongs: Sequence[Owner]) -> bool:
    countries = [owner.country for owner in belongs]
    return len(set(countries)) == len(countries) and all(countries)


def _counterpart(scene: Scene, described: Description) -> Profile:
    """Whoever is somebody's counterpart holds that one's office elsewhere."""
    before = [owner for i in range(described.left, described.first) for owner in owners_at(scene, i)]
    countries = [owner.country for owner in before if owner.figure is None or owner.figure.kind == "state"]
    people = [owner.figure for owner in before if owner.body]
    if not people:
        subject = clause_subject(scene.tokens[described.head])
        people = [figure for figure in scene.troupe.here(subject.i) if figure.kind != "state"] if subject else []
    if not people:
        return Profile(countries[0] if countries else None)
    like = people[0].profile if people[0] else Profile()
    return Profile(countries[0] if countries else None, like.sectors, like.office)


def _modifiers(lower: Sequence[str], roles: Roles) -> tuple[tuple[str, ...], bool]:
    """(the sectors that the words before a noun give, the nearest first; whether one says "former")."""
    found: list[str] = []
    former = False
    for i in range(len(lower) - 1, -1, -1):
        former = former or lower[i] in roles.former
        for length in (3, 2, 1):
            sectors = roles.modifiers.get(tuple(lower[i + 1 - length : i + 1])) if length <= i + 1 else None
            if sectors:
                found += sectors
                break
    return tuple(dict.fromkeys(found)), former


def _sectors(title: Title, modifiers: tuple[str, ...], owner: Owner, *, former: bool) -> tuple[str, ...]:
    found = _dependent(title, modifiers, owner) if title.dependent else _independent(title, modifiers, owner)
    return _elite(tuple(dict.fromkeys(found)), former=former)


def _elite(sectors: tuple[str, ...], *, former: bool) -> tuple[str, ...]:
    return ("ELI", *sectors) if former and sectors and sectors[0] in _ELITE else sectors


def portfolio(scene: Scene, described: Description) -> tuple[str | None, tuple[str, ...]]:
    """The office with what it is for, and its sectors: "planning minister", "Education Secretary"; else the title's."""
    title = described.title
    noun = scene.tokens[described.end - 1]
    if title.plural or not (title.noun == "minister" or (title.noun == "secretary" and noun.text[0].isupper())):
        return title.office, ()
    words: list[str] = []
    for i in range(described.first - 1, described.left - 1, -1):
        token = scene.tokens[i]
        if token.dep not in _PORTFOLIO or i in scene.named or token.pos == "PUNCT" or token.lower in _NO_PORTFOLIO:
            break
        words.insert(0, token.lower)
    while words and words[0] in ("and", "of"):
        del words[0]
    return (" ".join((*words, title.noun)), ("GOV",)) if words else (title.office, ())


def _independent(title: Title, modifiers: tuple[str, ...], owner: Owner) -> tuple[str, ...]:
    own = title.sectors
    says_little = not own or own[0] in _WEAK
    theirs = owner.body.profile.sectors if owner.body else ()
    if theirs and theirs[0] in _MARKED and (says_little or own[0] in ("UAF", "MIL", "REB", "CRM")):
        return (*theirs, *own)
    if modifiers and (modifiers[0] in _STRONG or says_little):
        return (*modifiers, *own)
    return (*own, *modifiers)


def _dependent(title: Title, modifiers: tuple[str, ...], owner: Owner) -> tuple[str, ...]:
    body = owner.body
    if body and body.kind == "igo" and not body.profile.sectors:
        return title.sectors
    if body and body.profile.sectors not in ((), ("CVL",)):
        return body.profile.sectors
    if modifiers:
        return (*modifiers, *title.sectors)
    official = title.form != "container" or title.noun in _OFFICIAL
    return title.sectors or (("GOV",) if owner.figure and not body and official else ())
