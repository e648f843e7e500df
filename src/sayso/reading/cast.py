"""Cast: who is who in one document, and at which word."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sayso.records import Actor, Span

type MentionForm = Literal["name", "nominal", "pronoun"]


@dataclass(frozen=True, slots=True)
class Mention:
    """``span`` names the actor with id ``actor``; ``head`` is the index of its head word in ``Parse.tokens``."""

    span: Span
    head: int
    actor: str
    form: MentionForm


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of a document and their mentions, in text order.

    One head word may carry several mentions: "the foreign ministers of North Korea and China" names two actors at
    "ministers".
    """

    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    _by_head: dict[int, tuple[Mention, ...]] = field(init=False, repr=False, compare=False)
    _by_id: dict[str, Actor] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        heads: dict[int, tuple[Mention, ...]] = {}
        for mention in self.mentions:
            heads[mention.head] = (*heads.get(mention.head, ()), mention)
        object.__setattr__(self, "_by_head", heads)
        object.__setattr__(self, "_by_id", {actor.id: actor for actor in self.actors})

    def at(self, head: int) -> tuple[Mention, ...]:
        """The mentions whose head word is the token with this index; () if there is none."""
        return self._by_head.get(head, ())

    def actor(self, actor_id: str) -> Actor:
        """The actor with this id.

        Raises:
            KeyError: if there is none.
        """
        return self._by_id[actor_id]

    def inside(self, span: Span) -> list[Mention]:
        """The mentions that lie wholly inside ``span``, in text order."""
        return [mention for mention in self.mentions if span.covers(mention.span)]
