"""Words around a predicate that tell an event's mode and its contexts, from ``modes.yaml`` and ``contexts.yaml``."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.errors import LexiconError
from sayso.lexicon.loading import load_yaml
from sayso.lexicon.phrases import PhraseIndex
from sayso.lexicon.plover import codebook

if TYPE_CHECKING:
    from collections.abc import Mapping

_MODES = "modes.yaml"
_CONTEXTS = "contexts.yaml"


@dataclass(frozen=True, slots=True)
class TypeModes:
    """What tells the modes of one type.

    Attributes:
        order: mode → its place in the order in which modes are tried.
        triggers: dictionary form of a predicate → mode.
        words: a word or phrase around it → mode.
    """

    order: Mapping[str, int]
    triggers: Mapping[str, str]
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Words that tell something of the events near them.

    Attributes:
        modes: type → its modes' words.
        phrases: every word and phrase of either file, found in a sentence's dictionary forms.
        contexts: word or phrase → contexts.
    """

    modes: Mapping[str, TypeModes]
    phrases: PhraseIndex[str]
    contexts: Mapping[str, tuple[str, ...]]


@functools.cache
def surroundings() -> Surroundings:
    """Both lexicons, read once.

    Raises:
        LexiconError: if a type, mode or context is none of PLOVER's.
    """
    modes = {type_: _type_modes(type_, told) for type_, told in load_yaml(_MODES).items()}
    contexts = _contexts(load_yaml(_CONTEXTS))
    words = sorted({*contexts, *(word for told in modes.values() for word in told.words)})
    return Surroundings(modes, PhraseIndex((tuple(word.replace("-", " - ").split()), word) for word in words), contexts)


def _type_modes(type_: str, told: dict[str, dict[str, list[str]]]) -> TypeModes:
    triggers: dict[str, str] = {}
    words: dict[str, str] = {}
    for mode, entry in told.items():
        codebook().require(type_, mode, where=_MODES)
        for word in entry.get("trigger", ()):
            triggers.setdefault(str(word), mode)
        for word in entry.get("words", ()):
            words.setdefault(str(word), mode)
    return TypeModes({mode: i for i, mode in enumerate(told)}, triggers, words)


def _contexts(raw: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for context, words in raw.items():
        if context not in codebook().contexts:
            message = f"{_CONTEXTS}: PLOVER has no context {context}"
            raise LexiconError(message, where=_CONTEXTS)
        for word in words:
            found[word] = (*found.get(word, ()), context)
    return found
