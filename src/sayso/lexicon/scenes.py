"""Words that tell where an act takes place, and what takes place with it, from ``scenes.yaml``."""

from __future__ import annotations

import functools
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from sayso.errors import LexiconError
from sayso.lexicon.frame_files import frame_book
from sayso.lexicon.loading import load_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILE = "scenes.yaml"


@dataclass(frozen=True, slots=True)
class SceneWords:
    """Sets of words; what each is for stands in the file."""

    where: frozenset[str]
    upon: frozenset[str]
    whither: frozenset[str]
    whence: frozenset[str]
    topics: frozenset[str]
    sharers: frozenset[str]
    goers: frozenset[str]
    leavers: frozenset[str]
    departs: frozenset[str]
    struck: frozenset[str]
    sites: frozenset[str]
    told: frozenset[str]
    sited: frozenset[str]
    landmarks: frozenset[str]
    crowd: frozenset[str]
    occasions: frozenset[str]
    speeches: frozenset[str]
    during: frozenset[str]
    means: frozenset[str]
    sequel: frozenset[str]
    record: frozenset[str]
    on_the_spot: frozenset[str]
    present: frozenset[str]
    absent: frozenset[str]
    force: frozenset[str]
    crowds: frozenset[str]
    contained: frozenset[str]


@functools.cache
def scene_words() -> SceneWords:
    """The lexicon, read once.

    Raises:
        LexiconError: if the file can't be read, lacks a section, or names a frame that there is none of.
    """
    return build(load_yaml(_FILE))


def build(data: Mapping[str, Any]) -> SceneWords:
    """The lexicon from the YAML's values: each section is a list, or words divided by blanks.

    Raises:
        LexiconError: if a section is missing, or a frame is named that there is none of.
    """
    missing = [field.name for field in fields(SceneWords) if field.name not in data]
    if missing:
        message = f"{_FILE} has no section {missing[0]}"
        raise LexiconError(message, where=_FILE)
    words = SceneWords(*(_words(data[field.name]) for field in fields(SceneWords)))
    unknown = sorted((words.present | words.absent) - set(frame_book().frames))
    if unknown:
        message = f"{_FILE} names the frame {unknown[0]}, which there is none of"
        raise LexiconError(message, where=_FILE)
    occasions = words.occasions | _deeds()
    return SceneWords(
        **{field.name: getattr(words, field.name) for field in fields(SceneWords)} | {"occasions": occasions}
    )


def _words(section: list[str] | str) -> frozenset[str]:
    return frozenset(section.split() if isinstance(section, str) else section)


def _deeds() -> frozenset[str]:
    """The nouns that the frames have as acts, whatever stands beside them."""
    return frozenset(
        lemma
        for lemma, patterns in frame_book().nouns.items()
        if any(not (p.before or p.words or p.objects) and p.frame.act is not None for p in patterns)
    )
