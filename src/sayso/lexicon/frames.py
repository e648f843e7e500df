"""Frames: which words tell of which act, and who does it to whom.

A frame is a group of predicates that take their arguments in the same way. The files stand in ``frames/``, one for
each PLOVER type. Keys of a frame: ``verbs``, ``nouns``, ``adjectives`` (patterns), ``act`` and ``mode`` (the file's
``act`` if it has none), ``actor`` and ``recipient`` (slots), ``needs`` (what must hold of the parties), ``mutual``
(both do it to each other), ``voice``, ``unless`` (words that must not stand below), ``modal`` (an auxiliary of the
complement), ``example``, and ``none: true`` for words that are no event.

A **pattern** names a predicate: a dictionary form, words that must stand with it, and what must be its object or
subject::

    condemn                    a verb (under ``verbs``), a noun (``nouns``) or an adjective (``adjectives``)
    crack down on              with a particle, a preposition, or both
    sever > tie|relation       with this object; after a preposition: ``pull out of > treaty|accord``
    %workers < strike          with this subject; ``%workers`` is a class of words from ``_classes.yaml``
    state of emergency         a noun with a phrase; ``peace talk``: a noun with a word in front

The pattern with more conditions wins. Two patterns that could both hold, with as many conditions, in frames that
disagree, are a contradiction: the loader refuses them.

An **operator** is a frame with ``inner``: what it codes depends on the act in its complement or object, by one of the
tables in ``_operators.yaml`` ("refused to meet": REJECT/meet; "ended the blockade": RETREAT).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sayso.lexicon.plover import codebook

if TYPE_CHECKING:
    from sayso.records.reading import Status

KEEP = "same"
SKIP = "-"

type Pos = Literal["verb", "noun", "adjective"]
type Slots = dict[Pos, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a group of predicates tells.

    Attributes:
        id: file and name, such as ``accuse.condemn``.
        act: the PLOVER type that the words name; None for a frame that says "this is no event".
        mode: a mode of that type, or None.
        actor, recipient: slots, the first that names an actor is taken; with several joined by ``+``, all of them.
            A class (``%protesters``) is a slot too: one of its words beside the predicate in its clause.
        inner: slots in which an operator looks for the act that it is about.
        table: the operator's table, or None.
        mutual: whether actors and recipients do it to each other (a meeting, an agreement).
        needs: roles without which nothing is coded.
        voice: the only voice in which the frame holds: active, passive, or intransitive (with no object or clause).
        unless: words that must not stand below the predicate.
        modal: auxiliaries, one of which must stand in the complement; () if none need.
        example: a sentence in which the frame holds.
    """

    id: str
    act: str | None
    mode: str | None
    actor: Slots
    recipient: Slots
    inner: tuple[str, ...]
    table: str | None
    mutual: bool
    needs: frozenset[str]
    voice: str | None
    unless: frozenset[str]
    modal: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """A predicate: ``head`` is a lemma; ``words`` stand with it; ``objects``, ``subjects``: one of these lemmas must.

    ``named`` are those of the objects and subjects that the pattern names itself, not by a class.
    """

    pos: Pos
    head: str
    before: tuple[str, ...]
    words: tuple[str, ...]
    objects: frozenset[str]
    subjects: frozenset[str]
    named: frozenset[str]
    frame: Frame

    @property
    def weight(self) -> int:
        """How many conditions it has: the more, the earlier it is tried."""
        extra = bool(self.frame.voice) + bool(self.frame.unless) + bool(self.frame.modal)
        return 4 * len(self.words) + 4 * len(self.before) + 5 * bool(self.objects) + 3 * bool(self.subjects) + extra

    @property
    def rank(self) -> tuple[int, bool, int, int]:
        """In which order patterns are tried: most conditions, no event, the narrowest, who needs more."""
        return -self.weight, self.frame.act is not None, len(self.objects) + len(self.subjects), -len(self.frame.needs)


@dataclass(frozen=True, slots=True)
class Cell:
    """What an operator makes of an act: another type and mode; ``same`` keeps the act; ``-`` codes nothing."""

    type: str
    mode: str | None


@dataclass(frozen=True, slots=True)
class Table:
    """An operator's table; in order: ``TYPE/mode``, ``TYPE``, ``cooperation`` (``conflict``), ``any``, ``default``.

    ``status`` is how the act that it is about stands then, and the event keeps that act as its ``act`` ("cancelled the
    visit"). None: what the table makes is an act of its own ("agreed to visit").
    """

    name: str
    cells: dict[str, Cell]
    status: Status | None = None

    def of(self, act: str | None, mode: str | None) -> Cell | None:
        """What becomes of this act (None: of words that name none); None if the table is silent."""
        if act is None:
            return self.cells.get("default")
        side = codebook().quad(act).rpartition("-")[2]
        for key in (f"{act}/{mode}", act, side, "any", "default"):
            if key in self.cells:
                return self.cells[key]
        return None


@dataclass(frozen=True, slots=True)
class FrameBook:
    """All frames, ready to be looked up by lemma.

    Attributes:
        verbs, nouns, adjectives: lemma → patterns, the one with most conditions first.
        classes: word classes, by name.
        tables: the operators' tables, by name.
    """

    frames: dict[str, Frame]
    verbs: dict[str, tuple[Pattern, ...]]
    nouns: dict[str, tuple[Pattern, ...]]
    adjectives: dict[str, tuple[Pattern, ...]]
    classes: dict[str, frozenset[str]]
    tables: dict[str, Table]

    def of(self, pos: Pos) -> dict[str, tuple[Pattern, ...]]:
        """The patterns of a part of speech, by lemma."""
        return {"verb": self.verbs, "noun": self.nouns, "adjective": self.adjectives}[pos]

    def find(self, word: str) -> list[Pattern]:
        """Every pattern with this lemma, verbs first."""
        return [pattern for index in (self.verbs, self.nouns, self.adjectives) for pattern in index.get(word, ())]


_NOWHERE: Slots = {"verb": (), "noun": (), "adjective": ()}
# What stands for a frame where a word has none, and the learned coder says what it tells.
LEARNED = Frame(
    id="learned",
    act=None,
    mode=None,
    actor=_NOWHERE,
    recipient=_NOWHERE,
    inner=(),
    table=None,
    mutual=False,
    needs=frozenset(),
    voice=None,
    unless=frozenset(),
    modal=(),
    example="",
)
UNKNOWN = Pattern("verb", "", (), (), frozenset(), frozenset(), frozenset(), LEARNED)
