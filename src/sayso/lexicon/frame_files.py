"""How frames are read from their YAML, and refused where they contradict each other."""

from __future__ import annotations

import functools
from importlib import resources
from typing import TYPE_CHECKING, Any, Never, cast, get_args

from sayso.errors import LexiconError
from sayso.lexicon.frames import KEEP, SKIP, Cell, Frame, FrameBook, Pattern, Table
from sayso.lexicon.loading import load_yaml
from sayso.lexicon.plover import codebook
from sayso.lexicon.roles import load_roles
from sayso.records.reading import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.lexicon.frames import Pos, Slots

FOLDER = "frames"
# A word of the classes that stands for all nouns for persons of ``roles.yaml``.
PERSONS = "@persons"

_KEYS = {
    "verbs", "nouns", "adjectives", "act", "mode", "actor", "recipient", "inner", "table", "mutual", "needs", "voice",
    "unless", "modal", "example", "none",
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
_ROLES = (
    "subject",
    "object",
    "indirect",
    "complement",
    "infinitive",
    "carrier",
    "speaker",
    "target",
    "owner",
    "rest",
    "inner-actor",
    "inner-recipient",
)
_PREPOSITIONS = (
    *("about", "across", "against", "along", "among", "around", "at", "before", "between", "by", "for", "from", "in"),
    *("inside", "into", "near", "of", "off", "on", "onto", "outside", "over", "than", "through", "to", "toward"),
    *("towards", "upon", "with", "within", "without", "alongside"),
)
SLOTS = frozenset((*_ROLES, *_PREPOSITIONS))
# After the head of a noun pattern only phrases with these follow: "state of emergency", "call for".
_NOUN_LINKS = frozenset(
    ("of", "for", "on", "to", "with", "against", "in", "over", "about", "from", "at", "into", "between", "by")
)


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
            frame = _frame(f"{file.removesuffix('.yaml')}.{name}", entry, raw, tables, classes)
            frames[frame.id] = frame
            patterns.extend(_patterns(frame, entry, classes))
    check_contradictions(patterns)
    verbs, nouns, adjectives = (_index(patterns, pos) for pos, _ in _POS)
    return FrameBook(frames, verbs, nouns, adjectives, classes, tables)


def frame_files() -> list[str]:
    """The names of the files that hold frames, sorted."""
    folder = resources.files("sayso.lexicon") / FOLDER
    return sorted(
        item.name for item in folder.iterdir() if item.name.endswith(".yaml") and not item.name.startswith("_")
    )


def words_of(value: str | list[str] | None) -> list[str]:
    """A YAML list, or a string with commas, as a list of strings."""
    if value is None:
        return []
    parts = value.split(",") if isinstance(value, str) else value
    return [part.strip().strip('"') for part in parts if part.strip()]


def _classes(raw: dict[str, Any]) -> dict[str, frozenset[str]]:
    """Classes may name others with ``%``, if those stand above."""
    classes: dict[str, frozenset[str]] = {}
    for name, value in raw.items():
        classes[name] = frozenset(_expand(words_of(value), classes, name))
    return classes


def _expand(words: Iterable[str], classes: dict[str, frozenset[str]], where: str) -> list[str]:
    found: list[str] = []
    for word in words:
        if word == PERSONS:
            found.extend(sorted(load_roles().persons))
        elif word.startswith("%"):
            if word[1:] not in classes:
                _refuse(f"{where}: there is no class {word}")
            found.extend(sorted(classes[word[1:]]))
        else:
            found.append(word)
    return found


def _table(name: str, cells: dict[str, str]) -> Table:
    found: dict[str, Cell] = {}
    status = cells.get("status")
    if status is not None and status not in get_args(Status.__value__):
        _refuse(f"operator {name}: '{status}' is no status")
    for keys, value in cells.items():
        if keys == "status":
            continue
        for key in words_of(keys):
            if key in found:
                _refuse(f"operator {name}: {key} stands twice")
            found[key] = _cell(value, where=f"operator {name}")
    return Table(name, found, cast("Status | None", status))


def _cell(value: str, *, where: str) -> Cell:
    type_, _, mode = value.partition("/")
    if type_ not in (KEEP, SKIP):
        codebook().require(type_, mode or None, where=where)
    return Cell(type_, mode or None)


def _frame(
    frame_id: str,
    entry: dict[str, Any],
    raw: dict[str, Any],
    tables: dict[str, Table],
    classes: dict[str, frozenset[str]],
) -> Frame:
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
        actor=_slots(entry, "actor", _DEFAULT_ACTOR, classes, frame_id),
        recipient=_slots(entry, "recipient", _DEFAULT_RECIPIENT, classes, frame_id),
        inner=tuple(words_of(entry.get("inner", "complement, object, rest"))) if table else (),
        table=table,
        mutual=bool(entry.get("mutual", False)),
        needs=frozenset(words_of(entry.get("needs"))),
        voice=entry.get("voice"),
        unless=frozenset(words_of(entry.get("unless"))),
        modal=tuple(words_of(entry.get("modal"))),
        example=example,
    )


def _slots(
    entry: dict[str, Any],
    role: str,
    default: dict[Pos, tuple[str, ...]],
    classes: dict[str, frozenset[str]],
    where: str,
) -> Slots:
    """A role's slots for each part of speech: ``actor``, or ``actor`` with keys verbs, nouns, adjectives."""
    value = entry.get(role)
    found: Slots = {}
    for pos, key in _POS:
        mine = value.get(key) if isinstance(value, dict) else value
        slots = list(default[pos]) if mine is None else words_of(mine)
        found[pos] = tuple(tuple(part.strip() for part in slot.split("+")) for slot in slots)
        for slot in (part for group in found[pos] for part in group):
            if slot not in SLOTS and slot.removeprefix("%") not in classes:
                _refuse(f"{where}: there is no slot {slot}")
    return found


def _patterns(frame: Frame, entry: dict[str, Any], classes: dict[str, frozenset[str]]) -> list[Pattern]:
    found = [parse_pattern(text, pos, frame, classes) for pos, key in _POS for text in words_of(entry.get(key))]
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
    if not words or any(mark in core for mark in "|%<"):
        _refuse(f"{frame.id}: '{text}' names no predicate, or its subjects stand behind the verb")
    before, head, after = _around_head(words, pos)
    named = frozenset(word.strip() for word in f"{objects}|{subject}".split("|") if word.strip() and "%" not in word)
    return Pattern(
        pos,
        head,
        before,
        after,
        _alternatives(objects, classes, frame.id),
        _alternatives(subject, classes, frame.id),
        named,
        frame,
    )


def _around_head(words: list[str], pos: Pos) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    if pos == "verb":
        return (), words[0], tuple(words[1:])
    end = next((i for i, word in enumerate(words) if word in _NOUN_LINKS), len(words))
    return tuple(words[: end - 1]), words[end - 1], tuple(words[end:])


def _alternatives(text: str, classes: dict[str, frozenset[str]], where: str) -> frozenset[str]:
    return frozenset(_expand((word.strip() for word in text.split("|") if word.strip()), classes, where))


def check_contradictions(patterns: Iterable[Pattern]) -> None:
    """Refuse patterns that could hold of the same words, with as many conditions, in frames that disagree.

    Of patterns with as many conditions the one with the narrower set of words is tried first, a frame that says "this
    is no event" before one that codes, and a frame that needs more before one that needs less. So only what two
    patterns both name themselves, in frames with the same needs, is a contradiction.

    Raises:
        LexiconError: with both frames' ids.
    """
    groups: dict[tuple[Any, ...], list[Pattern]] = {}
    for pattern in patterns:
        key = (
            pattern.pos,
            pattern.head,
            pattern.before,
            pattern.words,
            pattern.weight,
            bool(pattern.objects),
            bool(pattern.subjects),
        )
        for other in groups.setdefault(key, []):
            if _clash(pattern, other):
                both = ", ".join(sorted(pattern.named & other.named)) or "in any case"
                words = " ".join((pattern.head, *pattern.words))
                _refuse(f"'{words}' ({both}) stands in {other.frame.id} and in {pattern.frame.id}")
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


def _refuse(message: str) -> Never:
    raise LexiconError(message, where=FOLDER)
