"""What the words around a predicate say of whether it happened, from ``status.yaml``."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast, get_args

from sayso.errors import LexiconError
from sayso.lexicon.loading import load_yaml
from sayso.records.reading import Status

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "status.yaml"
_TABLES = ("auxiliaries", "governors", "modifiers", "adverbs", "links", "awaiting", "phrases")
_SETS = (
    "light", "ongoing", "fruitless", "ending", "wishing", "asserting", "undoing", "halting", "excluding",
    "preferring", "telling", "deferring", "implicative",
    "coming", "announcing",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class StatusWords:
    """Words by what they make of an act; all in lower case.

    Attributes:
        auxiliaries: what stands before a verb.
        governors: dictionary forms whose complement the act is.
        modifiers: adjectives before an event noun.
        adverbs: what stands beside a predicate.
        links: prepositions and conjunctions before it; several words are joined by spaces.
        awaiting: conjunctions before a clause in the present.
        phrases: a preposition with its noun, governing the act or standing as its predicate.
        light: verbs that only carry an event noun.
        ongoing: verbs that say an act goes on.
        fruitless: verbs whose subject took place, to no effect.
        ending: verbs that say an act is over; denied, it goes on.
        wishing: verbs whose that-clause is a wish.
        asserting: governors whose that-clause is told as a fact.
        undoing: verbs that deny what one of the governors stands for: "dropped plans to".
        halting: verbs that keep from happening what is their object: "stopped the sale".
        deferring: governors that deny, unless they name the day to come: "postponed until July".
        implicative: verbs whose infinitive was done: "managed, at last, to".
        excluding: governors that deny; denied, they leave it open: "did not rule out sending".
        preferring: verbs that make a wish of "would": "would like them to leave".
        telling: nouns of what is told, whose predicate says whether it is so: "reports of a raid are groundless".
        coming: words of a time to come.
        announcing: governors after which conflict is done, whatever they make of cooperation.
    """

    auxiliaries: Mapping[str, Status]
    governors: Mapping[str, Status]
    modifiers: Mapping[str, Status]
    adverbs: Mapping[str, Status]
    links: Mapping[str, Status]
    awaiting: Mapping[str, Status]
    phrases: Mapping[str, Status]
    light: frozenset[str]
    ongoing: frozenset[str]
    fruitless: frozenset[str]
    ending: frozenset[str]
    wishing: frozenset[str]
    asserting: frozenset[str]
    undoing: frozenset[str]
    halting: frozenset[str]
    excluding: frozenset[str]
    preferring: frozenset[str]
    telling: frozenset[str]
    deferring: frozenset[str]
    implicative: frozenset[str]
    coming: frozenset[str]
    announcing: frozenset[str]

    def of_conflict(self) -> StatusWords:
        """The same words as they are meant of an act of conflict: "announced the arrest" is of one that was made."""
        kept = {word: status for word, status in self.governors.items() if word not in self.announcing}
        return replace(self, governors=kept)


@functools.cache
def status_words() -> StatusWords:
    """The lexicon, read once.

    Raises:
        LexiconError: if a word stands under two statuses in one table, or a status is none.
    """
    data = load_yaml(FILE)
    tables: dict[str, Any] = {name: _by_word(name, data[name]) for name in _TABLES}
    sets: dict[str, Any] = {name: _words(data[name]) for name in _SETS}
    return StatusWords(**tables, **sets)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _by_word(table: str, groups: dict[str, Any]) -> dict[str, Status]:
    found: dict[str, Status] = {}
    for status, words in groups.items():
        if status not in get_args(Status.__value__):
            message = f"{FILE}: {table} has a status '{status}', which is none"
            raise LexiconError(message, where=FILE)
        for word in words.split() if isinstance(words, str) else words:
            word = word.replace("_", " ")  # noqa: PLW2901
            if found.setdefault(word, cast("Status", status)) != status:
                message = f"{FILE}: in {table} '{word}' stands under '{found[word]}' and under '{status}'"
                raise LexiconError(message, where=FILE)
    return found
