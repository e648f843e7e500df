"""Cues: the words that present something as said, shown, thought or expected by someone."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, Protocol, cast

from sayso.errors import LexiconError
from sayso.lexicon.loading import load_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.records.reading import Certainty

type Frame = Literal["clause", "infinitive", "order", "object", "finding"]

_FILE = "cues.yaml"
_MARKS = ("raising", "relaying", "attitudes", "voiced", "tags")


class Word(Protocol):
    """A word as written, in lower case, and its dictionary form."""

    lower: str
    lemma: str


@dataclass(frozen=True, slots=True)
class VerbCue:
    """A verb that presents its complement as said, shown or thought by its subject.

    Attributes:
        certainty: what it says of its content.
        frames: what may follow it as content: a clause, an infinitive, someone who is to do something, a noun phrase, a
            noun phrase where a document is the source.
        prepositions: after which of these its content may stand ("called *for* P").
        raises: whether its passive hides the source: "the deal is expected to P".
        relays: whether it passes on what its object says: "A cited B as saying P".
        attitude: whether it tells of a stance rather than of words: "opposes P".
        voiced: whether it tells of words rather than of a thought.
        tags: whether it may stand after what it tells, without a quotation: "P, he said".
    """

    lemma: str
    certainty: Certainty
    frames: frozenset[Frame] = frozenset()
    prepositions: frozenset[str] = frozenset()
    raises: bool = False
    relays: bool = False
    attitude: bool = False
    voiced: bool = True
    tags: bool = False

    @property
    def speaks(self) -> bool:
        """Whether a quotation may be its content."""
        return "clause" in self.frames and self.voiced


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues, by lemma."""

    verbs: Mapping[str, VerbCue]
    nouns: Mapping[str, Certainty]
    adjectives: Mapping[str, Certainty]
    adverbs: frozenset[str]
    light_verbs: frozenset[str]
    relaying: frozenset[str]
    carrying: frozenset[str]
    phrasal: Mapping[str, Certainty]
    wordings: frozenset[str]
    sources: frozenset[str]
    documents: frozenset[str]
    noun_prepositions: frozenset[str]
    forms: Mapping[str, str] = field(default_factory=dict)

    def verb(self, word: Word) -> VerbCue | None:
        """What the verb presents; None if it is no cue."""
        return self.verbs.get(self.forms.get(word.lower, word.lemma))


@functools.cache
def load_cues() -> Cues:
    """The cues in ``cues.yaml``.

    Raises:
        LexiconError: if a word has two certainties, or a verb has a frame and no certainty.
    """
    data = load_yaml(_FILE)
    return Cues(
        verbs=_verbs(data),
        nouns=_by_word(data["nouns"]),
        adjectives=_by_word(data["adjectives"]),
        adverbs=frozenset(data["adverbs"].split()),
        light_verbs=frozenset(data["light_verbs"].split()),
        relaying=frozenset(data["relaying"].split()),
        carrying=frozenset(data["carrying"].split()),
        phrasal=_by_phrase(data["phrasal"]),
        wordings=frozenset(data["wordings"].split()),
        sources=frozenset(data["sources"].split()),
        documents=frozenset(data["documents"].split()),
        noun_prepositions=frozenset(data["noun_prepositions"].split()),
        forms=dict(data["forms"]),
    )


def _verbs(data: Any) -> dict[str, VerbCue]:
    certainty = _by_word(data["certainty"])
    frames = _sets(data["frames"], certainty)
    prepositions = _sets(data["prepositions"], certainty)
    marked = {key: frozenset(_known(data, key, certainty)) for key in _MARKS}
    return {
        lemma: VerbCue(
            lemma,
            sure,
            cast("frozenset[Frame]", frames.get(lemma, frozenset())),
            prepositions.get(lemma, frozenset()),
            raises=lemma in marked["raising"],
            relays=lemma in marked["relaying"],
            attitude=lemma in marked["attitudes"],
            voiced=sure != "hedges" or lemma in marked["voiced"],
            tags=lemma in marked["tags"],
        )
        for lemma, sure in certainty.items()
    }


def _known(data: Any, key: str, certainty: Mapping[str, Certainty]) -> list[str]:
    words: list[str] = data[key].split()
    for word in words:
        if word not in certainty:
            message = f"{_FILE}: '{word}' stands under '{key}' but under no certainty"
            raise LexiconError(message, where=_FILE)
    return words


def _by_word(groups: dict[str, str]) -> dict[str, Certainty]:
    found: dict[str, Certainty] = {}
    for certainty, words in groups.items():
        for word in words.split():
            if found.setdefault(word, cast("Certainty", certainty)) != certainty:
                message = f"{_FILE}: '{word}' stands under '{found[word]}' and under '{certainty}': take it out of one"
                raise LexiconError(message, where=_FILE)
    return found


def _by_phrase(groups: dict[str, list[str]]) -> dict[str, Certainty]:
    return {phrase: cast("Certainty", certainty) for certainty, phrases in groups.items() for phrase in phrases}


def _sets(groups: dict[str, str], certainty: Mapping[str, Certainty]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, words in groups.items():
        if not isinstance(name, str):
            message = f"{_FILE}: '{name}' is no word to YAML: write it in quotation marks"
            raise LexiconError(message, where=_FILE)
        for word in words.split():
            if word not in certainty:
                message = f"{_FILE}: '{word}' takes '{name}' but stands under no certainty"
                raise LexiconError(message, where=_FILE)
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}
