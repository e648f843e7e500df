"""Figures: the actors of a text while it is being read, and who has been mentioned where so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.lexicon.leaders import Leader
    from sayso.reading.cast import MentionForm
    from sayso.records.reading import ActorBasis, ActorKind

# Sectors that any other is better than.
_VAGUE = ((), ("CVL",), ("UNK",))
# How many of the latest mentions a pronoun or "the minister" may reach back to.
_REACH = 40


@dataclass(frozen=True, slots=True)
class Profile:
    """What a description tells of an actor; what it does not tell is None or ()."""

    country: str | None = None
    sectors: tuple[str, ...] = ()
    office: str | None = None
    gender: str | None = None
    basis: ActorBasis = "text"


@dataclass(slots=True)
class Sighting:
    """Tokens [first, end) mention a figure; ``head`` carries them in the tree."""

    first: int
    end: int
    head: int
    form: MentionForm


@dataclass(slots=True, eq=False)
class Figure:
    """An actor in the making.

    Attributes:
        key: what makes it the one it is; its id follows from it.
        nouns: what it has been called by nouns: "minister", "sister".
        named: whether a proper name is known.
        plural: whether "they" may be said of it as of several.
        into: the figure that this one has turned out to be.
    """

    key: tuple[object, ...]
    name: str
    kind: ActorKind
    profile: Profile
    named: bool = False
    plural: bool = False
    leaders: tuple[Leader, ...] = ()
    nouns: list[str] = field(default_factory=list)
    sightings: list[Sighting] = field(default_factory=list)
    into: Figure | None = None

    @property
    def country(self) -> str | None:
        """Its country, as far as is known."""
        return self.profile.country

    @property
    def known(self) -> Figure:
        """The figure that it has turned out to be, or itself."""
        figure = self
        while figure.into is not None:
            figure = figure.into
        return figure

    def learn(self, profile: Profile) -> None:
        """Take over what is not known yet."""
        mine = self.profile
        self.profile = Profile(
            mine.country or profile.country,
            profile.sectors if profile.sectors and mine.sectors in _VAGUE else mine.sectors,
            mine.office or profile.office,
            mine.gender or profile.gender,
            "lexicon" if "lexicon" in (mine.basis, profile.basis) else "text",
        )

    def absorb(self, other: Figure) -> None:
        """The two are one, and this is it."""
        if other is not self:
            self.sightings += other.sightings
            self.learn(other.profile)
            self.nouns += other.nouns
            other.sightings = []
            other.into = self


@dataclass(frozen=True, slots=True)
class Seen:
    """``figure`` was mentioned at token ``head`` of ``sentence``; those of one coordination share ``group``.

    Attributes:
        subject: whether it is the subject of a verb.
        place: whether it is only where something is: "in Peru".
    """

    head: int
    sentence: int
    figure: Figure
    group: int
    subject: bool
    place: bool


@dataclass(slots=True)
class Troupe:
    """All figures of a document, and what has been mentioned so far in the story that is being read."""

    figures: dict[tuple[object, ...], Figure] = field(default_factory=dict)
    at: dict[int, list[Figure]] = field(default_factory=dict)
    recent: list[Seen] = field(default_factory=list)
    surnames: dict[str, Figure] = field(default_factory=dict)
    page_surnames: dict[str, Figure] = field(default_factory=dict)
    story: int = 0

    def start_story(self, story: int) -> None:
        """Another story begins: nothing that was said before can be meant by "he" or "the minister"."""
        self.story = story
        self.recent = []
        self.page_surnames.update(self.surnames)
        self.surnames = {}

    def figure(self, key: tuple[object, ...]) -> Figure | None:
        """The figure with this key, if there is one."""
        found = self.figures.get(key)
        return found.known if found else None

    def bearer(self, surname: str) -> Figure | None:
        """Who has this surname: in the story, else in those before it on the page."""
        found = self.surnames.get(surname) or self.page_surnames.get(surname)
        return found.known if found else None

    def add(self, figure: Figure) -> Figure:
        """The figure, as one of the troupe."""
        self.figures[figure.key] = figure
        return figure

    def here(self, token: int) -> list[Figure]:
        """Who is mentioned at this token."""
        return [figure.known for figure in self.at.get(token, ())]

    def latest(self) -> list[Seen]:
        """The last mentions of the story, the latest first."""
        return self.recent[: -_REACH - 1 : -1]
