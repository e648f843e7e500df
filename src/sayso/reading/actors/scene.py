"""Scene: one document on the way through this stage, and the geometry of its noun phrases."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.reading.actors.figures import Seen, Sighting, Troupe
from sayso.records import Notice, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.reading.actors.figures import Figure, Profile
    from sayso.reading.cast import MentionForm
    from sayso.reading.syntax import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_LEFT = frozenset(
    {"det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "advmod", "case", "predet", "npadvmod"}
)
# A place behind these is where something is: "talks in Beijing".
PLACE_PREPOSITIONS = frozenset(
    {"in", "at", "near", "outside", "around", "into", "inside", "through", "across", "via", "throughout", "within"}
)
# A place behind these stands for what happened there: "since Hanoi".
_TIME_PREPOSITIONS = frozenset({"since", "after", "before", "until"})
_OF_PLACES = PLACE_PREPOSITIONS | _TIME_PREPOSITIONS
_LINKS = frozenset({"punct", "cc", "conj", "case", "pobj", "prep"})
_COMPLEMENTS = frozenset({"of", "from", "for", "in", "at", "to", "with", "on", "within", "across"})
# How far to the left a noun phrase may reach, in tokens, and how deep its modifiers may nest.
_WIDEST, _DEEPEST = 14, 5


@dataclass(slots=True)
class Scene:
    """A document's tokens and names, with the figures found so far.

    Attributes:
        source: the document's text.
        lower: the tokens in lower case, without accents.
        day: the publication date as far as it is known (ISO 8601), or None.
        countries_at: token → the country of the place that is named there.
        shared: token → what a plural title before another name tells of the name there.
        named: tokens that are part of a name of the lexicons, and so modify nothing by themselves.
    """

    source: str
    tokens: Sequence[Token]
    lower: Sequence[str]
    day: str | None
    countries_at: dict[int, str]
    named: set[int] = field(default_factory=set)
    shared: dict[int, Profile] = field(default_factory=dict)
    troupe: Troupe = field(default_factory=Troupe)
    notices: list[Notice] = field(default_factory=list)
    all_words: frozenset[str] | None = None

    def text(self, first: int, end: int) -> str:
        """The characters of tokens [first, end), white space as single spaces."""
        return " ".join(self.source[self.tokens[first].start : self.tokens[end - 1].end].split())

    def head_of(self, first: int, end: int) -> Token:
        """The word of tokens [first, end) that hangs on something outside."""
        for token in self.tokens[first:end]:
            if token.head is token or not first <= token.head.i < end:
                return token
        return self.tokens[end - 1]

    def words(self) -> frozenset[str]:
        """The words of the document, as written."""
        if self.all_words is None:
            self.all_words = frozenset(token.text for token in self.tokens)
        return self.all_words

    def doubt(self, form: str, first: int, end: int) -> None:
        """Tell once that nothing in the text decides which state a name stands for."""
        message = f"'{form}' is the name of several places, and nothing in the text tells which: the likeliest is taken"
        if all(notice.message != message for notice in self.notices):
            span = Span(self.tokens[first].start, self.tokens[end - 1].end)
            self.notices.append(Notice("ambiguous-name", message, span))

    def sight(self, figure: Figure, first: int, end: int, form: MentionForm, heads: Sequence[int] = ()) -> None:
        """Note that tokens [first, end) mention the figure, at each of the heads: by default, those of the stretch."""
        tokens = self.tokens
        for head in heads or heads_of(tokens[first:end]):
            here = self.troupe.at.setdefault(head, [])
            if figure in here:
                continue
            here.append(figure)
            figure.sightings.append(Sighting(first, end, head, form))
            token = tokens[head]
            top = _top(token)
            place = top.dep == "pobj" and top.head.lower in _OF_PLACES
            self.troupe.recent.append(Seen(head, token.sentence, figure, top.i, top.dep in SUBJECTS, place))


def _top(token: Token) -> Token:
    """The first of the coordination that the token stands in."""
    for _ in range(_WIDEST):
        if token.dep != "conj":
            break
        token = token.head
    return token


def heads_of(tokens: Sequence[Token]) -> list[int]:
    """The tokens of a stretch that hang on something outside; at most two, so that one mention is not many."""
    first, last = tokens[0].i, tokens[-1].i
    tops = [t.i for t in tokens if (t.head is t or not first <= t.head.i <= last) and t.pos not in ("PUNCT", "PART")]
    return (tops or [last])[-2:]


def left_edge(tokens: Sequence[Token], head: int, first: int) -> int:
    """Where the noun phrase begins whose noun stands at [first, head]."""
    edge = first
    start = max(0, first - _WIDEST)
    for i in range(first - 1, start - 1, -1):
        token = tokens[i]
        if token.dep not in _LEFT and token.dep not in _LINKS:
            break
        if not _hangs_on(token, edge, head, start):
            break
        edge = i
    while edge < first and tokens[edge].dep in ("punct", "cc", "case"):
        edge += 1
    return edge


def _hangs_on(token: Token, edge: int, head: int, start: int) -> bool:
    above = token
    for _ in range(_DEEPEST):
        if above.head is above:
            return False
        above = above.head
        if edge <= above.i <= head:
            return True
        if not start <= above.i < edge or above.dep not in _LEFT:
            return False
    return False


def complements(noun: Token) -> list[tuple[str, Token]]:
    """(preposition, noun) of what directly follows: "head of the mission in Mali" gives of, mission."""
    found: list[tuple[str, Token]] = []
    for child in noun.children:
        if child.i > noun.i and child.dep == "prep" and child.lower in _COMPLEMENTS:
            found += [(child.lower, inner) for inner in child.children if inner.dep == "pobj"]
    return found


def clause_subject(token: Token) -> Token | None:
    """The subject of the clause that the token stands in; None for the subject itself and what belongs to it."""
    for _ in range(_WIDEST):
        if token.dep in SUBJECTS or token.head is token:
            return None
        token = token.head
        subject = token.child(*SUBJECTS)
        if subject is not None:
            return subject
    return None


def without_article(tokens: Sequence[Token], first: int) -> int:
    """``first``, or the token after an article and a quotation mark that stand there."""
    if tokens[first].lower in ("the", "a", "an"):
        first += 1
        while tokens[first].pos == "PUNCT":
            first += 1
    return first
