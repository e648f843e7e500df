"""Who is cited: the answer to that question, and its parts.

Days are those of publication, as precisely as they are known: ``2018-06-12``, ``2018-06`` or ``2018``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.views.answers import Tally


@dataclass(frozen=True, slots=True)
class Relay:
    """``name`` passes on so many of a source's statements: stands in their chains further out."""

    name: str
    statements: int


@dataclass(frozen=True, slots=True)
class Manners:
    """How many statements are told in the source's own words, in other words, and partly so."""

    direct: int
    indirect: int
    mixed: int


@dataclass(frozen=True, slots=True)
class Certainties:
    """How many statements the source puts forward, holds as a belief, denies, and passes on."""

    asserts: int
    hedges: int
    denies: int
    reports: int


@dataclass(frozen=True, slots=True)
class SourceAnswer:
    """``name`` is cited in so many ``statements``: the last link of their chains.

    Attributes:
        name: the actor's; where no actor stands for the source, the words that tell it, in lower case; "an unnamed
            source" where there are none.
        country: the actor's, a code as in PLOVER.
        anonymous: whether no actor stands for the source, or a group that words alone describe.
        documents: how many documents the statements stand in.
        outlets: how many outlets these are of; documents that name none count for none.
        relays: who passes the statements on, most frequent first.
        first: when the first of the documents was published; None where no day is known of any.
        last: when the last was.
        verdicts: numbers of the verdicts that made the answer other than what was read.
    """

    name: str
    country: str | None
    anonymous: bool
    statements: int
    documents: int
    outlets: int
    relays: tuple[Relay, ...]
    manners: Manners
    certainties: Certainties
    first: str | None
    last: str | None
    verdicts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Cited:
    """All ``sources`` of the statements asked about, most cited first.

    Attributes:
        tally: the statements, their documents and outlets.
        anonymous: how many statements have an anonymous source.
        unnamed: how many of these name no source at all.
    """

    sources: tuple[SourceAnswer, ...]
    tally: Tally
    anonymous: int
    unnamed: int
