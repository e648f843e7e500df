"""Frames: which words tell of which act, and who does it to whom.

A frame is a group of predicates that take their arguments in the same way. The files stand in ``frames/``, one for each
PLOVER type or field; the format is described at the top of ``frames/_format.yaml``, and in short here.

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

import functools
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal

from sayso.errors import LexiconError
from sayso.lexicon.loading import load_yaml
from sayso.lexicon.plover import codebook

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDER = "frames"
KEEP = "same"
SKIP = "-"

type Pos = Literal["verb", "noun", "adjective"]

_KEYS = {
    "verbs", "nouns", "adjectives", "act", "mode", "actor", "recipient", "inner", "table", "mutual", "needs", "voice",
    "unless", "keeps", "example", "status", "none",
}  # fmt: skip
_POS: tuple[tuple[Pos, str], ...] = (("verb", "verbs"), ("noun", "nouns"), ("adjective", "adjectives"))

# Where a role is looked for if the frame does not say: in this order, the first place that names an actor.
_DEFAULT_ACTOR: dict[Pos, tuple[str, ...]] = {
    "verb": ("subject",),
    "noun": ("carrier", "by", "owner"),
    "adjective": ("subject",),
}
_DEFAULT_RECIPIENT: dict[Pos, tuple[str, ...]] = {
    "verb": ("object",),
    "noun": ("against", "on", "target"),
    "adjective": (),
}
SLOTS = frozenset(
    "subject object indirect complement carrier target owner rest inner-actor inner-recipient place "
    "about along across against among around outside over at before between by for from in inside into near of off on onto than through to toward "
    "towards upon with within without alongside".split()
)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a group of predicates tells.

    Attributes:
        id: file and name, such as ``accuse.condemn``.
        act: the PLOVER type that the words name; None for a frame that says "this is no event".
        mode: a mode of that type, or None.
        actor, recipient: slots, the first that names an actor is taken; with several joined by ``+``, all of them.
        inner: slots in which an operator looks for the act that it is about.
        table: the operator's table, or None.
        mutual: whether actors and recipients do it to each other (a meeting, an agreement).
        needs: roles without which nothing is coded.
        voice: the only voice in which the frame holds, or None.
        unless: words that must not stand below the predicate.
        keeps: whether the act inside an operator is coded as well.
        status: a status that the words themselves give, or None.
        example: a sentence in which the frame holds.
    """

    id: str
    act: str | None
    mode: str | None
    actor: dict[Pos, tuple[tuple[str, ...], ...]]
    recipient: dict[Pos, tuple[tuple[str, ...], ...]]
    inner: tuple[str, ...]
    table: str | None
    mutual: bool
    needs: frozenset[str]
    voice: str | None
    unless: frozenset[str]
    keeps: bool
    status: str | None
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
        extra = bool(self.frame.voice) + bool(self.frame.unless)
        return 4 * len(self.words) + 4 * len(self.before) + 4 * bool(self.objects) + 3 * bool(self.subjects) + extra

    @property
    def rank(self) -> tuple[int, bool, int, int]:
        """In which order patterns are tried: most conditions, then no event, then the narrowest, then who needs more."""
        return -self.weight, self.frame.act is not None, len(self.objects) + len(self.subjects), -len(self.frame.needs)


@dataclass(frozen=True, slots=True)
class Cell:
    """What an operator makes of an act: another type and mode; ``same`` keeps the act; ``-`` codes nothing."""

    type: str
    mode: str | None


@dataclass(frozen=True, slots=True)
class Table:
    """An operator's table: keys are ``TYPE/mode``, ``TYPE``, ``cooperation``, ``conflict``, ``default``, tried in order."""

    name: str
    cells: dict[str, Cell]

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

    def find(self, word: str) -> list[Pattern]:
        """Every pattern with this lemma, verbs first."""
        return [pattern for index in (self.verbs, self.nouns, self.adjectives) for pattern in index.get(word, ())]


@functools.cache
def frame_book() -> FrameBook:
    """All frames, read once.

    Raises:
        LexiconError: if a file can't be read, names what PLOVER has not, or contradicts another.
    """
    classes = _classes(load_yaml(f"{FOLDER}/_classes.yaml"))
    tables = {name: _table(name, cells) for name, cells in load_yaml(f"{FOLDER}/_operators.yaml").items()}
    frames: dict[str, Frame] = {}
    patterns: list[Pattern] = []
    for file in frame_files():
        raw = load_yaml(f"{FOLDER}/{file}")
        for name, entry in raw["frames"].items():
            frame = _frame(f"{file.removesuffix('.yaml')}.{name}", entry, raw, tables)
            frames[frame.id] = frame
            patterns.extend(_patterns(frame, entry, classes))
    check_contradictions(patterns)
    verbs, nouns, adjectives = (_index(patterns, pos) for pos, _ in _POS)
    return FrameBook(frames, verbs, nouns, adjectives, classes, tables)


def frame_files() -> list[str]:
    """The names of the files that hold frames, sorted."""
    folder = resources.files("sayso.lexicon") / FOLDER
    return sorted(item.name for item in folder.iterdir() if item.name.endswith(".yaml") and not item.name.startswith("_"))


def words_of(value: str | list[str] | None) -> list[str]:
    """A YAML list, or a string with commas, as a list of strings."""
    if value is None:
        return []
    parts = value.split(",") if isinstance(value, str) else value
    return [part.strip() for part in parts if part.strip()]


def _classes(raw: dict[str, Any]) -> dict[str, frozenset[str]]:
    """Classes may name others with ``%``, if those stand above."""
    classes: dict[str, frozenset[str]] = {}
    for name, value in raw.items():
        classes[name] = frozenset(_expand(words_of(value), classes, name))
    return classes


def _expand(words: Iterable[str], classes: dict[str, frozenset[str]], where: str) -> list[str]:
    found: list[str] = []
    for word in words:
        if word.startswith("%"):
            if word[1:] not in classes:
                _refuse(f"{where}: there is no class {word}")
            found.extend(sorted(classes[word[1:]]))
        else:
            found.append(word)
    return found


def _table(name: str, cells: dict[str, str]) -> Table:
    found: dict[str, Cell] = {}
    for keys, value in cells.items():
        for key in words_of(keys):
            if key in found:
                _refuse(f"operator {name}: {key} stands twice")
            found[key] = _cell(value, where=f"operator {name}")
    return Table(name, found)


def _cell(value: str, *, where: str) -> Cell:
    type_, _, mode = value.partition("/")
    if type_ not in (KEEP, SKIP):
        codebook().require(type_, mode or None, where=where)
    return Cell(type_, mode or None)


def _frame(frame_id: str, entry: dict[str, Any], raw: dict[str, Any], tables: dict[str, Table]) -> Frame:
    unknown = set(entry) - _KEYS
    if unknown:
        _refuse(f"{frame_id}: unknown keys {sorted(unknown)}")
    act = None if entry.get("none") else entry.get("act", raw.get("act"))
    mode = entry.get("mode")
    if act is not None:
        codebook().require(act, mode, where=frame_id)
    table = entry.get("table")
    if table is not None and table not in tables:
        _refuse(f"{frame_id}: there is no operator table {table}")
    if table is None and "inner" in entry:
        _refuse(f"{frame_id}: inner needs a table")
    example = entry.get("example", "")
    if not example and not entry.get("none"):
        _refuse(f"{frame_id}: an example sentence is missing")
    return Frame(
        id=frame_id,
        act=act,
        mode=mode,
        actor=_slots(entry, "actor", _DEFAULT_ACTOR, frame_id),
        recipient=_slots(entry, "recipient", _DEFAULT_RECIPIENT, frame_id),
        inner=tuple(words_of(entry.get("inner", "complement, object, rest"))) if table else (),
        table=table,
        mutual=bool(entry.get("mutual", False)),
        needs=frozenset(words_of(entry.get("needs"))),
        voice=entry.get("voice"),
        unless=frozenset(words_of(entry.get("unless"))),
        keeps=bool(entry.get("keeps", False)),
        status=entry.get("status"),
        example=example,
    )


def _slots(
    entry: dict[str, Any], role: str, default: dict[Pos, tuple[str, ...]], where: str
) -> dict[Pos, tuple[tuple[str, ...], ...]]:
    """A role's slots for each part of speech: ``actor``, or ``actor`` with keys verbs, nouns, adjectives."""
    value = entry.get(role)
    found: dict[Pos, tuple[tuple[str, ...], ...]] = {}
    for pos, key in _POS:
        mine = value.get(key) if isinstance(value, dict) else value
        slots = list(default[pos]) if mine is None else words_of(mine)
        found[pos] = tuple(tuple(part.strip() for part in slot.split("+")) for slot in slots)
        for slot in (part for group in found[pos] for part in group):
            if slot not in SLOTS:
                _refuse(f"{where}: there is no slot {slot}")
    return found


def _patterns(frame: Frame, entry: dict[str, Any], classes: dict[str, frozenset[str]]) -> list[Pattern]:
    found = [
        parse_pattern(text, pos, frame, classes) for pos, key in _POS for text in words_of(entry.get(key))
    ]
    if not found:
        _refuse(f"{frame.id}: there is no predicate")
    return found


def parse_pattern(text: str, pos: Pos, frame: Frame, classes: dict[str, frozenset[str]]) -> Pattern:
    """A pattern from its notation (see the module).

    Raises:
        LexiconError: if it has no head, or names a class that there is not.
    """
    subject, _, rest = text.rpartition("<")
    core, _, objects = rest.partition(">")
    words = core.split()
    if not words:
        _refuse(f"{frame.id}: '{text}' names no predicate")
    before, head, after = _around_head(words, pos)
    return Pattern(
        pos, head, before, after, _alternatives(objects, classes, frame.id), _alternatives(subject, classes, frame.id),
        frozenset(word.strip() for word in f"{objects}|{subject}".split("|") if word.strip() and "%" not in word), frame
    )


# After the head of a noun pattern only phrases with these follow: "state of emergency", "call for".
_NOUN_LINKS = frozenset("of for on to with against in over about from at into between by".split())


def _around_head(words: list[str], pos: Pos) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    if pos == "verb":
        return (), words[0], tuple(words[1:])
    end = next((i for i, word in enumerate(words) if word in _NOUN_LINKS), len(words))
    return tuple(words[: end - 1]), words[end - 1], tuple(words[end:])


def _alternatives(text: str, classes: dict[str, frozenset[str]], where: str) -> frozenset[str]:
    return frozenset(_expand((word.strip() for word in text.split("|") if word.strip()), classes, where))


def check_contradictions(patterns: Iterable[Pattern]) -> None:
    """Refuse patterns that could hold of the same words, with as many conditions, in frames that disagree.

    Of patterns with as many conditions the one with the narrower set of words is tried first, a frame that says "this is
    no event" before one that codes, and a frame that needs more before one that needs less. So only what two patterns
    both name themselves, in frames with the same needs, is a contradiction.

    Raises:
        LexiconError: with both frames' ids.
    """
    groups: dict[tuple[Any, ...], list[Pattern]] = {}
    for pattern in patterns:
        key = (pattern.pos, pattern.head, pattern.before, pattern.words, pattern.weight, bool(pattern.objects), bool(pattern.subjects))
        for other in groups.setdefault(key, []):
            if _clash(pattern, other):
                what = ", ".join(sorted(pattern.named & other.named)) or "in any case"
                _refuse(f"'{pattern.head} {' '.join(pattern.words)}' ({what}) stands in {other.frame.id} and in {pattern.frame.id}")
        groups[key].append(pattern)


def _clash(a: Pattern, b: Pattern) -> bool:
    if a.frame.act is None or b.frame.act is None or a.frame.needs != b.frame.needs:
        return False
    if a.frame.voice != b.frame.voice and a.frame.voice and b.frame.voice:
        return False
    if not (a.objects or a.subjects):
        return True
    return bool(a.named & b.named)


def _index(patterns: list[Pattern], pos: Pos) -> dict[str, tuple[Pattern, ...]]:
    found: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        if pattern.pos == pos:
            found.setdefault(pattern.head, []).append(pattern)
    return {head: tuple(sorted(group, key=lambda p: p.rank)) for head, group in found.items()}


def _refuse(message: str) -> None:
    raise LexiconError(message, where=FOLDER)
