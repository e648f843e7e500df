"""Citations: who is cited is counted while statements pass by, one chain at a time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from sayso.views.answers import Tally
from sayso.views.cited import Certainties, Cited, Manners, Relay, SourceAnswer
from sayso.views.told_statements import link_name, verdicts_on

if TYPE_CHECKING:
    from sayso.views.asking import AnyRow, AnyRows


class _Who(NamedTuple):
    """What makes a source one over documents, where the ids of those whom words describe differ."""

    name: str
    country: str | None
    anonymous: bool


class _Days(NamedTuple):
    """The half-open days in which a document was published, and how precisely that is known."""

    first: str
    after: str
    published: str


@dataclass(slots=True)
class _Counts:
    """What was counted of some statements."""

    names: set[str] = field(default_factory=set)
    documents: set[int] = field(default_factory=set)
    outlets: set[str] = field(default_factory=set)
    days: set[_Days] = field(default_factory=set)
    relays: Counter[str] = field(default_factory=Counter)
    manners: Counter[str] = field(default_factory=Counter)
    certainties: Counter[str] = field(default_factory=Counter)
    verdicts: set[int] = field(default_factory=set)
    statements: int = 0

    def add(self, source: AnyRow) -> None:
        self.statements += 1
        self.documents.add(source.document)
        self.manners[source.manner] += 1
        self.certainties[source.certainty] += 1
        if source.outlet:
            self.outlets.add(source.outlet)
        if source.published_from:
            self.days.add(_Days(source.published_from, source.published_to, source.published))


class Citations:
    """The sources of the statements that were added, counted."""

    def __init__(self) -> None:
        self._sources: dict[_Who, _Counts] = {}
        self._all = _Counts()
        self._unnamed = 0

    def add(self, chain: AnyRows) -> None:
        """Count one statement, by the rows of its links, outermost first; a row without a link is an empty chain."""
        *outer, source = chain
        name = _folded(source)
        who = _Who(name.lower(), source.country, _anonymous(source))
        counts = self._sources.setdefault(who, _Counts())
        counts.names.add(name)
        counts.relays.update({_relay(link) for link in outer})
        counts.verdicts.update(verdicts_on(chain))
        counts.add(source)
        self._all.add(source)
        self._unnamed += source.actor_name is None and source.words is None

    def cited(self) -> Cited:
        """What was counted."""
        found = sorted(self._sources.items(), key=_most_cited)
        return Cited(
            sources=tuple(_answer(who, counts) for who, counts in found),
            tally=Tally(self._all.statements, len(self._all.documents), len(self._all.outlets)),
            anonymous=sum(counts.statements for who, counts in found if who.anonymous),
            unnamed=self._unnamed,
        )


def _folded(link: AnyRow) -> str:
    """Its name on one line."""
    return " ".join(link_name(link).split())


def _anonymous(link: AnyRow) -> bool:
    """Whether no actor stands for it, or a group that words alone describe."""
    described = (link.basis, link.kind, link.country) == ("text", "group", None)
    return link.actor_name is None or described


def _relay(link: AnyRow) -> str:
    return _folded(link).lower() if _anonymous(link) else _folded(link)


def _most_cited(found: tuple[_Who, _Counts]) -> tuple[int, int, str, str, bool]:
    who, counts = found
    return -counts.statements, -len(counts.documents), who.name, who.country or "", who.anonymous


def _answer(who: _Who, counts: _Counts) -> SourceAnswer:
    relays = sorted(counts.relays.items(), key=lambda relay: (-relay[1], relay[0]))
    days = counts.days
    return SourceAnswer(
        name=who.name if who.anonymous else min(counts.names),
        country=who.country,
        anonymous=who.anonymous,
        statements=counts.statements,
        documents=len(counts.documents),
        outlets=len(counts.outlets),
        relays=tuple(Relay(name, number) for name, number in relays),
        manners=Manners(**{name: counts.manners[name] for name in Manners.__slots__}),
        certainties=Certainties(**{name: counts.certainties[name] for name in Certainties.__slots__}),
        first=min(days).published if days else None,
        last=max(days, key=_end).published if days else None,
        verdicts=tuple(sorted(counts.verdicts)),
    )


def _end(days: _Days) -> tuple[str, str]:
    return days.after, days.first
