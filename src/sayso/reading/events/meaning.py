"""Meaning: what a predicate tells in its place, with the act that an operator is about.

The patterns that hold at a word are tried in order; the first whose frame gets what it needs is taken. An operator
("refused to", "called for", "ended") looks for the act in its complement or object and asks its table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.lexicon.frame_files import frame_book
from sayso.lexicon.frames import KEEP, SKIP
from sayso.reading.clauses import VERBAL, behind, is_passive, objects, subjects
from sayso.reading.events.naming import named, named_within, owners, without
from sayso.reading.events.needs import unmet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.lexicon.frames import Frame
    from sayso.reading.cast import Cast, Mention
    from sayso.reading.events.predicates import Predicate
    from sayso.reading.events.slots import Slots
    from sayso.reading.syntax import Token
    from sayso.records import Actor
    from sayso.records.reading import Status

type Groups = tuple[tuple[str, ...], ...]

# So many parties a meeting has at least.
_BOTH = 2
# How far below an operator's complement the act is sought: "agreed to hold | a new round | of talks".
_MOST_STEPS = 4
_DOWNWARD = ("dobj", "xcomp", "acl", "pobj", "prep", "pcomp", "attr", "ccomp", "conj")
# Behind these stands to whom an act is done whose means is told with "by".
_TOWARDS = ("with", "to", "for", "against")
_NOUN_DOWNWARD = ("prep", "pobj", "acl", "pcomp", "conj", "compound")


@dataclass(frozen=True, slots=True, eq=False)
class Meaning:
    """``actors`` do ``act`` with ``mode`` to ``recipients``, as ``predicate`` tells; ``inner``: what an operator is on.

    ``type`` differs from ``act`` where an operator makes another type of what the words name: a cancelled meeting is
    REJECT, of the act CONSULT. ``by`` says who coded it, if not the frame alone.
    """

    predicate: Predicate
    type: str
    act: str
    mode: str | None
    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    inner: Meaning | None = None
    by: str = ""

    @property
    def pending(self) -> Status | None:
        """How the act that an operator is about stands by its table; None if the act is the operator's own."""
        table = self.frame.table
        return frame_book().tables[table].status if table is not None and self.act != self.type else None

    @property
    def frame(self) -> Frame:
        """The frame that holds."""
        return self.predicate.pattern.frame


@dataclass(frozen=True, slots=True, eq=False)
class Refusal:
    """A predicate that is not coded, and why."""

    predicate: Predicate
    why_not: str


class Interpreter:
    """Meanings of one document's predicates, each worked out once."""

    def __init__(self, cast: Cast, found: Mapping[int, tuple[Predicate, ...]], slots: Slots) -> None:
        self._cast = cast
        self._found = found
        self._slots = slots
        self._known: dict[int, Meaning | Refusal | None] = {}

    def meaning(self, i: int) -> Meaning | Refusal | None:
        """What the predicate at token ``i`` tells; None if there is none, or if its words are no event."""
        if i not in self._known:
            self._known[i] = None  # what asks for itself, through a tree that loops, gets nothing
            self._known[i] = self._work_out(i)
        return self._known[i]

    def bare(self, i: int) -> Meaning | None:
        """What the words at token ``i`` tell, be nobody named who does it; None if they tell no act."""
        known = self.meaning(i)
        if isinstance(known, Meaning) or known is None:
            return known
        bare = self._read(known.predicate)
        return bare if isinstance(bare, Meaning) else None

    def _work_out(self, i: int) -> Meaning | Refusal | None:
        refusal: Refusal | None = None
        for predicate in self._found.get(i, ()):
            if predicate.pattern.frame.act is None:
                return refusal
            result = self._checked(predicate)
            if isinstance(result, Meaning):
                return result
            refusal = refusal or result
        return refusal

    def _checked(self, predicate: Predicate) -> Meaning | Refusal:
        meaning = self._read(predicate)
        if isinstance(meaning, Refusal):
            return meaning
        if not meaning.actors:
            return Refusal(predicate, "nobody is named who does it")
        if meaning.type == "ASSAULT" and not meaning.recipients and self._is_own(meaning):
            return Refusal(predicate, "what is attacked is the actor's own")
        why_not = unmet(meaning.frame.needs, self._who(meaning.actors), self._who(meaning.recipients))
        return Refusal(predicate, why_not) if why_not is not None else meaning

    def _is_own(self, meaning: Meaning) -> bool:
        """Whether the object belongs to who acts: "blew up *its* arsenal"."""
        held = [m for token in self._slots.tokens(meaning.predicate, "object") for m in named_within(self._cast, token)]
        return bool(held) and not without(held, meaning.actors)

    def _read(self, predicate: Predicate) -> Meaning | Refusal:
        """What the words tell, whether or not the frame gets what it needs."""
        frame = predicate.pattern.frame
        inner = self._inner(predicate) if frame.table is not None else None
        coded = self._code(frame, inner)
        if isinstance(coded, str):
            return Refusal(predicate, coded)
        actors, recipients = self.parties(predicate, inner)
        if frame.mutual:
            actors = actors if recipients and actors else [*actors, *self._of_clause(predicate)]
            actors, recipients = [*actors, *without(recipients, actors)], []
        type_, act, mode = coded
        return Meaning(predicate, type_, act, mode, tuple(actors), tuple(recipients), inner)

    def _code(self, frame: Frame, inner: Meaning | None) -> tuple[str, str, str | None] | str:
        """(type, act, mode) by the frame, or by an operator's table; a reason if the table is silent."""
        assert frame.act is not None
        if frame.table is None:
            return frame.act, frame.act, frame.mode
        if inner is None and "inner" in frame.needs:
            return "what it is about names no act"
        cell = frame_book().tables[frame.table].of(inner.type if inner else None, inner.mode if inner else None)
        if cell is None or cell.type == SKIP:
            return "it makes no event of what it is about"
        if cell.type == KEEP:
            assert inner is not None
            return inner.type, inner.act, inner.mode
        pending = inner is not None and frame_book().tables[frame.table].status is not None
        return cell.type, inner.act if pending and inner is not None else cell.type, cell.mode

    def parties(self, predicate: Predicate, inner: Meaning | None) -> tuple[list[Mention], list[Mention]]:
        """Who does it, and to whom."""
        frame, pos = predicate.pattern.frame, predicate.pattern.pos
        actors = self._fill(predicate, inner, frame.actor[pos], (), deep=False)
        recipients = self._fill(predicate, inner, frame.recipient[pos], actors, deep=True)
        if recipients and self._are_own_state(recipients, actors):
            others = self._fill(predicate, inner, frame.recipient[pos], (*actors, *recipients), deep=True)
            recipients = others or recipients
        return actors, recipients or without(self._of_end(predicate), actors)

    def _are_own_state(self, recipients: Sequence[Mention], actors: Sequence[Mention]) -> bool:
        """Whether it is done to the state of the person who does it: "Peru's president took *Peru* out of …"."""
        mine = {actor.country for actor in self._who(actors) if actor.kind == "person"}
        return all(actor.kind == "state" and actor.country in mine for actor in self._who(recipients))

    def _of_end(self, predicate: Predicate) -> list[Mention]:
        """To whom an act is done that is the means of another: "helped Chad *by sending* doctors"."""
        token = predicate.token
        if token.dep != "pcomp" or token.head.lower != "by":
            return []
        verb = token.head.head
        for host in (verb, *objects(verb)):
            for preposition in _TOWARDS:
                found = [m for held in behind(host, preposition) for m in named_within(self._cast, held)]
                if found:
                    return found
        return [m for held in objects(verb) for m in named(self._cast, held)]

    def _fill(
        self, predicate: Predicate, inner: Meaning | None, groups: Groups, taken: Sequence[Mention], *, deep: bool
    ) -> list[Mention]:
        """Of the first group of slots that names anybody, all; of two parties that meet, the first that names both."""
        enough = _BOTH if "two" in predicate.pattern.frame.needs and not deep else 1
        best: list[Mention] = []
        for group in groups:
            found = without((m for slot in group for m in self._in_slot(predicate, inner, slot, deep=deep)), taken)
            best = found if len(found) > len(best) else best
            if len(best) >= enough:
                break
        return best

    def _in_slot(self, predicate: Predicate, inner: Meaning | None, slot: str, *, deep: bool) -> list[Mention]:
        if slot in ("owner", "target"):
            return owners(self._cast, predicate.token)
        if slot == "inner-actor":
            return list(inner.actors) if inner else []
        if slot == "inner-recipient":
            return list(inner.actors if inner.frame.mutual else inner.recipients) if inner else []
        if slot == "complement":
            return self._of_complement(predicate)
        look = named_within if deep else self._named_or_owned
        return [mention for token in self._slots.tokens(predicate, slot) for mention in look(self._cast, token)]

    @staticmethod
    def _named_or_owned(cast: Cast, token: Token) -> list[Mention]:
        """Who acts: whoever the word names, or else whose it is: "*Syrian* missiles", "the army's tanks"."""
        return named(cast, token) or owners(cast, token)[-1:]

    def _of_clause(self, predicate: Predicate) -> list[Mention]:
        """Who meets, where only the other side is named: "after talks with the rebels, *the minister* said"."""
        here = predicate.token
        for _ in range(_MOST_STEPS):
            above = here.head
            if here.dep == "prep" and above.pos in VERBAL:
                return self._of_verb(above)
            if here.dep not in ("pobj", "prep", "pcomp"):
                break
            here = above
        return []

    def _of_verb(self, verb: Token) -> list[Mention]:
        """Who does it, or to whom it is done in a passive; if nobody is named, the same of the verb before."""
        held = objects(verb) if is_passive(verb) and not subjects(verb) else subjects(verb)
        found = [m for token in held for m in named(self._cast, token)]
        return found or (self._of_verb(verb.head) if verb.dep == "conj" and verb.head.pos in VERBAL else [])

    def _of_complement(self, predicate: Predicate) -> list[Mention]:
        """Who acts in the complement, or who it is done to: "allowed *them* to enter"."""
        for verb in self._slots.tokens(predicate, "complement"):
            own = verb.child("nsubj", "nsubjpass")
            found = named(self._cast, own) if own is not None else []
            found = found or [m for held in objects(verb) for m in named_within(self._cast, held)]
            if found:
                return found
        return []

    def _inner(self, predicate: Predicate) -> Meaning | None:
        """The act that an operator is about: the first that is found in its slots, nearest first."""
        for slot in predicate.pattern.frame.inner:
            for token in self._slots.tokens(predicate, slot):
                found = self._search(token, predicate)
                if found is not None:
                    return found
        return None

    def _search(self, start: Token, operator: Predicate) -> Meaning | None:
        layer = [start]
        for _ in range(_MOST_STEPS):
            for token in layer:
                found = self._act_at(token, operator)
                if found is not None:
                    return found
            layer = [child for token in layer for child in token.children if child.dep in _steps(token)]
        return None

    def _act_at(self, token: Token, operator: Predicate) -> Meaning | None:
        """The act at a word, even if nobody is named who does it: an operator's own actor may."""
        return None if token is operator.token or token.i not in self._found else self.bare(token.i)

    def _who(self, mentions: Iterable[Mention]) -> list[Actor]:
        return [self._cast.actor(mention.actor) for mention in mentions]


def _steps(token: Token) -> tuple[str, ...]:
    return _DOWNWARD if token.pos in VERBAL else _NOUN_DOWNWARD


def consumed(meanings: Iterable[Meaning]) -> set[int]:
    """The words that belong to another predicate: its object, its further words, the act that an operator is about."""
    taken: set[int] = set()
    for meaning in meanings:
        predicate = meaning.predicate
        taken.update(word.i for word in predicate.words)
        if predicate.object is not None and predicate.object is not predicate.rest:
            taken.add(predicate.object.i)
        if meaning.inner is not None:
            taken.update(_chain(meaning.inner))
    return taken


def _chain(meaning: Meaning | None) -> Iterable[int]:
    while meaning is not None:
        yield meaning.predicate.token.i
        meaning = meaning.inner
