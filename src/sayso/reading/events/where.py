"""Where an event happened: at the place that hangs on it or on its scene; else nothing is told.

Only names that stand for a place count: in "Paris said" nobody is in Paris. What a place is to an act, its way up the
tree tells: "in Gao" it is where that was, "to Gao" only of an act that goes there, "the raid in Gao" only of a deed,
not of words about the raid.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon.scenes import scene_words
from sayso.reading.clauses import VERBAL
from sayso.reading.events.antecedents import Antecedents
from sayso.reading.events.attachment import Hosts, rungs
from sayso.reading.events.expressions import loose_preposition, timed_words
from sayso.reading.events.roles import HERE, OF_ACTOR, Carried, may_be_struck, rank_of
from sayso.reading.events.scene import shares

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.reading.draft import Draft
    from sayso.reading.events.expressions import Expression
    from sayso.reading.events.scene import Share
    from sayso.reading.syntax import Token


class Atlas:
    """The places of one document, by the words that they hang on."""

    def __init__(self, draft: Draft, expressions: Iterable[Expression]) -> None:
        self._carried: dict[int, list[Carried]] = {}
        self._told = Antecedents(draft)
        if draft.places:
            timed = timed_words(expressions)
            self._take_names(draft, timed)
            self._take_antecedents(draft, timed)

    def place_of(self, hosts: Hosts) -> int | None:
        """The index of the place where the event happened whose words are ``hosts``; None if the text does not tell."""
        own = self._at((*hosts.own, *hosts.sites), hosts, least=OF_ACTOR)
        if own is not None:
            return own
        for share in shares(hosts):
            # Words are shared by a scene, not by what is merely coordinated: "seized Gao and demanded talks".
            found = self._of_share(share, hosts) if share.close or (hosts.on_the_spot and not share.apart) else None
            if found is not None:
                return found
        goes_on = self._told.goes_on(hosts)
        return goes_on if goes_on is not None else self._told.witnessed(hosts)

    def _take_names(self, draft: Draft, timed: frozenset[int]) -> None:
        starts = {token.start: token for token in draft.parse.tokens}
        for number, place in enumerate(draft.places):
            token = starts.get(place.start)
            if token is None or place.use == "demonym" or self._told.is_of_dateline(place.start):
                continue
            head = _head(token, place.end)
            link = loose_preposition(token, head, draft.parse.tokens)
            if link is not None:
                self._carried.setdefault(link.head.i, []).append(Carried(number, head, (link.lower,)))
                continue
            for rung in rungs(head, through=timed, sites=True):
                if place.use == "literal" or may_be_struck(place, rung):
                    self._carried.setdefault(rung.token.i, []).append(Carried(number, head, rung.links))

    def _take_antecedents(self, draft: Draft, timed: frozenset[int]) -> None:
        for token in draft.parse.tokens:
            told = self._told.of(token)
            if told is not None:
                for rung in rungs(token, through=timed):
                    carried = Carried(told[0], token, rung.links, filed=told[1])
                    self._carried.setdefault(rung.token.i, []).append(carried)

    def _at(self, words: Iterable[Token], hosts: Hosts, *, least: int) -> int | None:
        best: tuple[int, int, int] | None = None
        for word in words:
            for carried in self._carried.get(word.i, ()):
                rank = rank_of(carried, word, hosts)
                if rank is not None and rank <= least and not self._is_beyond(carried, hosts):
                    found = (rank, carried.head.i, carried.number)
                    best = found if best is None else min(best, found)
        return best[2] if best is not None else None

    def _is_beyond(self, carried: Carried, hosts: Hosts) -> bool:
        """Whether strangers do something to "the town", not in it: which that is, the dateline does not tell."""
        inside = carried.links[-1] in scene_words().where
        return carried.filed and not inside and self._told.is_foreign(carried.number, hosts)

    def _of_share(self, share: Share, hosts: Hosts) -> int | None:
        held = share.token.all_children("dobj") if share.token.pos in VERBAL else ()
        there = Hosts((share.token,), type=hosts.type if hosts.on_the_spot else "CONSULT")
        return self._at((share.token, *held), there, least=HERE)


def _head(token: Token, end: int) -> Token:
    """The word that carries the name in the tree."""
    here = token
    while here.head is not here and here.head.start < end and here.head.i > here.i:
        here = here.head
    return here
