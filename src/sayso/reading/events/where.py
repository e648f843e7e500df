"""Where an event happened: by the place that hangs on it, or on its clause; else nothing is told.

Only names that stand for a place count: in "Paris said" nobody is in Paris.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.events.attachment import governor, sharing_clauses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.reading.draft import Draft
    from sayso.reading.syntax import Token

# Prepositions that say where; "from Peru" and "to Chad" say whence and whither.
_WHERE = frozenset(
    ("in", "at", "near", "on", "outside", "inside", "off", "around", "across", "along", "throughout", "within")
)
_WHITHER = frozenset(("to", "into"))
# What is visited is where it happens.
_VISITS = frozenset(("visit", "arrive", "travel", "fly", "trip", "tour"))


class Atlas:
    """The places of one document, by the words that they hang on."""

    def __init__(self, draft: Draft) -> None:
        self._by_governor: dict[int, list[int]] = {}
        self._in_sentence: dict[int, list[int]] = {}
        starts = {token.start: token for token in draft.parse.tokens} if draft.places else {}
        for number, place in enumerate(draft.places):
            token = starts.get(place.start)
            if token is None or place.use != "literal":
                continue
            head = _head(token, place.end)
            link = head.head
            if head.dep == "pobj" and (link.lower in _WHERE or (link.lower in _WHITHER and link.head.lemma in _VISITS)):
                self._by_governor.setdefault(governor(head).i, []).append(number)
                self._in_sentence.setdefault(token.sentence, []).append(number)
            elif head.dep == "dobj" and link.lemma in _VISITS:
                self._by_governor.setdefault(link.i, []).append(number)

    def place_of(self, hosts: Sequence[Token]) -> int | None:
        """The index of the place where the event happened whose words are ``hosts``; None if the text does not tell."""
        for host in (*hosts, *_arguments(hosts), *sharing_clauses(hosts[-1])):
            for number in self._by_governor.get(host.i, ()):
                return number
        alone = self._in_sentence.get(hosts[0].sentence, ())
        return alone[0] if len(alone) == 1 else None


def _head(token: Token, end: int) -> Token:
    """The word that carries the name in the tree."""
    here = token
    while here.head is not here and here.head.start < end and here.head.i > here.i:
        here = here.head
    return here


def _arguments(hosts: Sequence[Token]) -> list[Token]:
    """Objects of the event: "attacked a convoy in Gao" happened in Gao."""
    return [child for host in hosts for child in host.children if child.dep in ("dobj", "nsubjpass", "pobj")]
