"""The lexicon of standing relations: nouns that name what stands between two actors, and how a bond moves."""

from __future__ import annotations

import functools
import typing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sayso.errors import LexiconError
from sayso.lexicon.loading import load_yaml
from sayso.records.reading import RelationKind, Trend

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILE = "relations.yaml"
_KINDS = frozenset(typing.get_args(RelationKind.__value__))


@dataclass(frozen=True, slots=True)
class RelationNoun:
    """A noun that names a relation.

    Attributes:
        noun: its lemma.
        kind: the relation.
        modifiers: lemmas or lower-case forms, one of which must modify the noun; () asks for none.
        barred: none of these may modify it.
        mutual: whether the relation has no direction.
    """

    noun: str
    kind: RelationKind
    modifiers: frozenset[str]
    barred: frozenset[str]
    mutual: bool

    def fits(self, modifiers: set[str]) -> bool:
        """Whether the noun with these modifiers names the relation."""
        return not (self.barred & modifiers) and (not self.modifiers or bool(self.modifiers & modifiers))


@dataclass(frozen=True, slots=True)
class RelationLexicon:
    """``roles`` and ``bonds`` by the noun's lemma, in the file's order; trends by verb and by adjective."""

    roles: Mapping[str, tuple[RelationNoun, ...]]
    bonds: Mapping[str, tuple[RelationNoun, ...]]
    trend_verbs: Mapping[str, Trend]
    trend_adjectives: Mapping[str, Trend]


@functools.cache
def load_relations() -> RelationLexicon:
    """The lexicon, read once.

    Raises:
        LexiconError: if a kind is unknown, or a word has two trends.
    """
    data = load_yaml(_FILE)
    return RelationLexicon(
        roles=_nouns(data["roles"]),
        bonds=_nouns(data["bonds"]),
        trend_verbs=_trends(data["trends"], "verbs"),
        trend_adjectives=_trends(data["trends"], "adjectives"),
    )


def _nouns(entries: list[dict[str, Any]]) -> dict[str, tuple[RelationNoun, ...]]:
    found: dict[str, tuple[RelationNoun, ...]] = {}
    for entry in entries:
        if entry["kind"] not in _KINDS:
            message = f"{_FILE}: '{entry['noun']}' has the unknown kind '{entry['kind']}'"
            raise LexiconError(message, where=_FILE)
        noun = RelationNoun(
            entry["noun"],
            entry["kind"],
            frozenset(entry.get("with", ())),
            frozenset(entry.get("without", ())),
            entry.get("mutual", False),
        )
        found[noun.noun] = (*found.get(noun.noun, ()), noun)
    return found


def _trends(data: dict[Trend, dict[str, list[str]]], part: str) -> dict[str, Trend]:
    found: dict[str, Trend] = {}
    for trend, words in data.items():
        for word in words.get(part, ()):
            if found.setdefault(word, trend) != trend:
                message = f"{_FILE}: '{word}' is both {found[word]} and {trend}"
                raise LexiconError(message, where=_FILE)
    return found
