"""Stances: the words by which someone supports, opposes, demands, offers, promises or denies something."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn, get_args

from sayso.errors import LexiconError
from sayso.lexicon.loading import load_yaml
from sayso.records.reading import Stance

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILE = "stances.yaml"
_STANCES = frozenset(get_args(Stance.__value__))
# "They don't support P": they oppose it. Of other stances the negation takes no position.
_NEGATED: dict[Stance, Stance] = {"supports": "opposes"}


@dataclass(frozen=True, slots=True)
class StanceWord:
    """A word that takes a position.

    Attributes:
        stance: which.
        prepositions: which of these brings its object.
        bare: whether a noun phrase may be its object.
        clausal: whether an infinitive or a clause may be.
    """

    stance: Stance
    prepositions: frozenset[str]
    bare: bool
    clausal: bool

    @property
    def negated(self) -> Stance | None:
        """The position that "not" makes of it; None if that is none."""
        return _NEGATED.get(self.stance)


@dataclass(frozen=True, slots=True)
class Stances:
    """All of them by lemma, for verbs, adjectives and nouns."""

    verbs: Mapping[str, StanceWord]
    adjectives: Mapping[str, StanceWord]
    nouns: Mapping[str, StanceWord]

    def of(self, lemma: str, pos: str) -> StanceWord | None:
        """The word with this lemma and Universal part of speech; None if it takes no position."""
        if pos in ("VERB", "AUX"):
            return self.verbs.get(lemma) or self.adjectives.get(lemma)
        return self.nouns.get(lemma) if pos == "NOUN" else self.adjectives.get(lemma) if pos == "ADJ" else None


@functools.cache
def load_stances() -> Stances:
    """The words in ``stances.yaml``.

    Raises:
        LexiconError: if a word has two stances, an unknown stance, or no place for an object.
    """
    data = load_yaml(_FILE)
    kinds = (_words(data, kind) for kind in ("verbs", "adjectives", "nouns"))
    return Stances(*kinds)


def _words(data: Any, kind: str) -> dict[str, StanceWord]:
    found: dict[str, StanceWord] = {}
    for stance, words in data[kind].items():
        if stance not in _STANCES:
            _refuse(f"'{stance}' is no stance: use one of {sorted(_STANCES)}")
        for lemma in words.split():
            if lemma in found:
                _refuse(f"'{lemma}' stands twice under {kind}: take it out of one")
            found[lemma] = _word(data, kind, lemma, stance)
    return found


def _word(data: Any, kind: str, lemma: str, stance: Stance) -> StanceWord:
    bare, clausal = (lemma in data[key].split() for key in ("bare", "clausal"))
    brought = frozenset(name for name, heads in data["prepositions"].items() if lemma in heads.split())
    word = StanceWord(stance, brought, bare and kind == "verbs", clausal)
    if not (word.prepositions or word.bare or word.clausal):
        _refuse(f"'{lemma}' has no place for its object: name one under prepositions, bare or clausal")
    return word


def _refuse(what: str) -> NoReturn:
    message = f"{_FILE}: {what}"
    raise LexiconError(message, where=_FILE)
