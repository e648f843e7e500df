"""Positions: who supports, opposes, demands, offers, promises or denies what, in whose words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.statements.nest import chain
from sayso.reading.statements.tree import VERBAL, agent, is_passive, noun_phrase, subject
from sayso.records import Position, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.lexicon.stances import Stances, StanceWord
    from sayso.reading.cast import Cast
    from sayso.reading.statements.attribution import Attribution
    from sayso.reading.syntax import Token
    from sayso.records.reading import Stance

type Found = dict[int, list[Position]]

_FIRST = frozenset(("i", "we", "us", "our", "my"))
_NEGATIONS = frozenset(("neg",))
_LIGHT_OBJECTS = frozenset(("dobj", "pobj", "attr"))
# In an object's phrase nothing is cut that the words of a noun phrase may hold.
_NOT_IN_OBJECT = frozenset(("punct", "appos", "advcl", "parataxis", "relcl"))


def positions_in(
    found: Sequence[Attribution],
    owner: Sequence[Attribution | None],
    tokens: Sequence[Token],
    cast: Cast,
    stances: Stances,
) -> dict[int, tuple[Position, ...]]:
    """The positions that each attribution's statement tells of, by the attribution's ``id()``.

    A position belongs to the innermost statement that its word stands in; one that a cue itself takes ("X condemned P")
    belongs to the statement that the cue makes too.
    """
    by_anchor = {made.anchor.i: made for made in found}
    taken: dict[int, list[Position]] = {}
    for token in tokens:
        within, of_cue = owner[token.i], by_anchor.get(token.i)
        if within is None and of_cue is None:
            continue
        word = stances.of(token.lemma, token.pos)
        if word is None:
            continue
        for position in _positions(token, word, within, cast, of_cue if token.pos in VERBAL else None, tokens):
            for made in (within, of_cue):
                if made is not None and position not in taken.setdefault(id(made), []):
                    taken[id(made)].append(position)
    return {key: tuple(sorted(made, key=_order)) for key, made in taken.items()}


def _order(position: Position) -> tuple[Span, str, str]:
    return position.object, position.stance, position.actor


def _positions(  # noqa: PLR0917 - what a position is made of
    token: Token,
    word: StanceWord,
    within: Attribution | None,
    cast: Cast,
    cue: Attribution | None,
    tokens: Sequence[Token],
) -> list[Position]:
    stance: Stance | None = word.negated if _is_negated(token) else word.stance
    thing = _object(token, word)
    if stance is None or thing is None:
        return []
    if cue is not None and len(cue.content) == 1 and not is_passive(token):
        low, high = cue.content[0]
        thing = thing.hull(Span(tokens[low].start, tokens[high - 1].end))
    holder = (cue.source if cue is not None else None) or _holder(token)
    return [Position(actor, stance, thing) for actor in _actors(holder, within, cast)]


def _is_negated(token: Token) -> bool:
    below = token.head if token.pos == "ADJ" else token
    return any(child.dep in _NEGATIONS for child in below.children)


def _actors(holder: Token | None, within: Attribution | None, cast: Cast) -> list[str]:
    """Whose position it is, one id per actor; [] if that is not known."""
    if holder is None:
        return []
    if holder.lower in _FIRST and within is not None:
        speaker = next((link.source for link in reversed(chain(within)) if link.source is not None), None)
        holder = speaker or holder
    heads = holder.conjuncts() if holder.dep != "conj" else [holder]
    return list(dict.fromkeys(mention.actor for head in heads for mention in cast.at(head.i)))


def _holder(token: Token) -> Token | None:
    if token.pos == "NOUN":
        own = token.child("poss")
        if own is not None:
            return own
        by = next((child for child in token.children if child.lower in ("by", "from") and child.dep == "prep"), None)
        if by is not None:
            return by.child("pobj")
        return subject(token.head) if token.dep in _LIGHT_OBJECTS and token.head.pos in VERBAL else None
    if token.pos == "ADJ" and token.head.pos in VERBAL:
        return subject(token.head)
    if is_passive(token):
        return agent(token)
    return subject(token)


def _object(token: Token, word: StanceWord) -> Span | None:
    """What the position is on; None if the word has no object here."""
    if is_passive(token) and word.bare:
        told = token.child("nsubjpass")
        return _span(*noun_phrase(told), token) if told is not None else None
    for child in token.children:
        if child.dep == "prep" and child.i > token.i and child.lower in word.prepositions:
            held = child.child("pobj", "pcomp")
            if held is not None:
                return _phrase(held)
    for child in token.children:
        if word.bare and child.dep == "dobj" and child.i > token.i:
            return _phrase(child)
        if word.clausal and child.dep in ("xcomp", "ccomp", "acl", "advcl") and child.i > token.i and _holds(child):
            return _phrase(child)
    return None


def _holds(clause: Token) -> bool:
    """Whether the clause is an infinitive, a "that" clause or a plain one: no clause of time or reason."""
    mark = clause.child("mark")
    return clause.dep in ("xcomp", "ccomp") or (clause.dep == "acl") or (mark is not None and mark.lower == "for")


def _phrase(head: Token) -> Span:
    inside = head.subtree(without=lambda child: child.dep in _NOT_IN_OBJECT and child.head is head and child.i > head.i)
    last = first = head
    for token in inside:
        if token.i < first.i:
            first = token
        if token.i > last.i:
            last = token
    return Span(first.start, last.end)


def _span(first: int, end: int, near: Token) -> Span | None:
    inside = [token for token in near.children for token in token.subtree() if first <= token.i < end]
    return Span(min(t.start for t in inside), max(t.end for t in inside)) if inside else None
