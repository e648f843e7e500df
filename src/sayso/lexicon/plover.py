"""PLOVER's types, modes and contexts, and what follows from a type and its mode: quad, intensity, CAMEO root.

The facts stand in ``plover.yaml``, with a note for each place where the manual contradicts itself.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from sayso.errors import LexiconError
from sayso.lexicon.loading import load_yaml

if TYPE_CHECKING:
    from sayso.records.reading import Quad

FILE = "plover.yaml"
LOWEST, HIGHEST = -10.0, 10.0


@dataclass(frozen=True, slots=True)
class Mode:
    """A mode of a type.

    Attributes:
        intensity: from -10 (conflict) to +10 (cooperation).
        cameo: CAMEO's two-digit root.
        context: a context that every event of this mode has; None for most.
    """

    name: str
    intensity: float
    cameo: str
    context: str | None = None


@dataclass(frozen=True, slots=True)
class EventType:
    """One of the 16 types.

    Attributes:
        intensity: from -10 (conflict) to +10 (cooperation), of an event without a mode.
        cameo: CAMEO's two-digit root of an event without a mode.
        recipient_required: whether PLOVER codes no such event without a recipient.
    """

    name: str
    quad: Quad
    intensity: float
    cameo: str
    recipient_required: bool
    modes: dict[str, Mode]


@dataclass(frozen=True, slots=True)
class Codebook:
    """All of PLOVER that a coder needs to know.

    Attributes:
        contexts: the 37 contexts, each with a gloss.
    """

    types: dict[str, EventType]
    contexts: dict[str, str]

    def require(self, type_: str, mode: str | None, *, where: str) -> None:
        """Check that PLOVER has this type with this mode.

        Raises:
            LexiconError: if it has not; ``where`` says what asked for it.
        """
        if type_ not in self.types:
            _refuse(f"{where}: PLOVER has no type {type_}")
        if mode is not None and mode not in self.types[type_].modes:
            _refuse(f"{where}: {type_} has no mode {mode}")

    def quad(self, type_: str) -> Quad:
        """The quad class of a type."""
        return self.types[type_].quad

    def intensity(self, type_: str, mode: str | None) -> float:
        """From -10 (conflict) to +10 (cooperation)."""
        kind = self.types[type_]
        return kind.modes[mode].intensity if mode else kind.intensity

    def cameo(self, type_: str, mode: str | None) -> str:
        """CAMEO's two-digit root."""
        kind = self.types[type_]
        return kind.modes[mode].cameo if mode else kind.cameo


@functools.cache
def codebook() -> Codebook:
    """The codebook, read once.

    Raises:
        LexiconError: if ``plover.yaml`` can't be read or contradicts itself.
    """
    raw = load_yaml(FILE)
    types = {name: _event_type(name, entry, raw["quads"]) for name, entry in raw["types"].items()}
    book = Codebook(types, dict(raw["contexts"]))
    for kind in types.values():
        for mode in kind.modes.values():
            if mode.context is not None and mode.context not in book.contexts:
                _refuse(f"{kind.name}/{mode.name}: no context {mode.context}")
    return book


def _event_type(name: str, entry: dict[str, Any], quads: dict[str, int]) -> EventType:
    if entry["quad"] not in quads:
        _refuse(f"{name}: no quad class {entry['quad']}")
    modes = {key: _mode(key, value, entry) for key, value in entry.get("modes", {}).items()}
    _check_sign(name, quads[entry["quad"]], [entry["intensity"], *(mode.intensity for mode in modes.values())])
    required = bool(entry.get("recipient_required", False))
    return EventType(name, cast("Quad", entry["quad"]), entry["intensity"], entry["cameo"], required, modes)


def _mode(name: str, entry: dict[str, Any], parent: dict[str, Any]) -> Mode:
    return Mode(name, entry["intensity"], entry.get("cameo", parent["cameo"]), entry.get("context"))


def _check_sign(name: str, quad: int, scores: list[float]) -> None:
    """Cooperation has positive scores, conflict negative ones; only a request for help may lean the other way."""
    last_cooperation = 2
    for score in scores:
        if not LOWEST <= score <= HIGHEST:
            _refuse(f"{name}: the intensity {score} lies outside [{LOWEST}, {HIGHEST}]")
        if name != "REQUEST" and (score > 0) != (quad <= last_cooperation):
            _refuse(f"{name}: the intensity {score} does not fit its quad class")


def _refuse(message: str) -> None:
    raise LexiconError(message, where=FILE)
