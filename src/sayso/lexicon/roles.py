"""Roles: nouns that name actors by what they are, with their PLOVER sectors, from ``roles.yaml``."""

from __future__ import annotations

import functools
from collections.abc import Mapping  # noqa: TC003 - the annotations of dataclasses stay resolvable
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Literal

from sayso.errors import LexiconError
from sayso.lexicon.loading import load_yaml
from sayso.lexicon.wording import plural_of, words_of

type RoleForm = Literal[
    "person",
    "collective",
    "organisation",
    "media",
    "equipment",
    "dependent",
    "container",
    "quantity",
    "attached",
    "site",
]
type Gender = Literal["f", "m"]
type Phrase = tuple[str, ...]

_FILE = "roles.yaml"
# Section of the file → what its nouns are.
_SECTIONS: Mapping[str, RoleForm] = MappingProxyType(
    {
        "persons": "person",
        "collectives": "collective",
        "organisations": "organisation",
        "media": "media",
        "equipment": "equipment",
        "sites": "site",
    }
)
# These have the sectors of others.
_PLAIN_SECTIONS: Mapping[str, RoleForm] = MappingProxyType(
    {"dependents": "dependent", "containers": "container", "quantities": "quantity", "attached": "attached"}
)

# Those of PLOVER's manual; ELI is the elite: former holders of office, and the famous.
SECTORS = frozenset({
    "AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "IGO", "JRN", "JUD", "LAB", "LEG", "MED", "MIL", "OPP",
    "PRE", "PRM", "PTY", "REB", "REF", "REL", "SOC", "SPY", "UAF", "UNK",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Role:
    """``noun`` names an actor of these ``sectors``.

    Attributes:
        noun: in the singular, lower case.
        form: what the noun is: a person, a body that acts as one, and so on.
        sectors: PLOVER sectors, the primary one first; () where they are those of whom it belongs to.
        plural: whether the form that was looked up is the plural.
        gender: if the noun tells it.
    """

    noun: str
    form: RoleForm
    sectors: tuple[str, ...]
    plural: bool
    gender: Gender | None


@dataclass(frozen=True)
class Roles:
    """All roles, by their words in lower case.

    Attributes:
        nouns: words → Role, singular and plural.
        modifiers: words before a role → sectors that they give it.
        former: words before a role that say it is held no longer.
        not_actors: words that end like a role and name none.
    """

    nouns: Mapping[Phrase, Role]
    modifiers: Mapping[Phrase, tuple[str, ...]]
    former: frozenset[str]
    not_actors: frozenset[Phrase]

    @functools.cached_property
    def persons(self) -> frozenset[str]:
        """What persons are called: the last words of their nouns, in the singular."""
        return frozenset(words[-1] for words, role in self.nouns.items() if role.form == "person" and not role.plural)

    @functools.cached_property
    def speakers(self) -> frozenset[str]:
        """What those are called who can be cited: persons, and all who act as one."""
        forms = ("person", "collective", "organisation", "media", "dependent")
        return frozenset(words[-1] for words, role in self.nouns.items() if role.form in forms)

    @functools.cached_property
    def bands(self) -> frozenset[str]:
        """Nouns of one word for those who fight a government; before an act they may look like adjectives."""
        return frozenset(w[0] for w, role in self.nouns.items() if len(w) == 1 and role.sectors == ("REB",))


@functools.cache
def load_roles() -> Roles:
    """The lexicon of roles, loaded once per process.

    Raises:
        LexiconError: if the lexicon contradicts itself.
    """
    return roles_from(load_yaml(_FILE))


def roles_from(data: Any) -> Roles:
    """Roles from what the YAML holds.

    Raises:
        LexiconError: if a noun stands in two places, or a sector is none of PLOVER's.
    """
    genders = _genders(data)
    plurals: Mapping[str, str] = data.get("plurals") or {}
    nouns: dict[Phrase, Role] = {}
    for noun, form, sectors in _entries(data):
        _add(nouns, Role(noun, form, sectors, noun.endswith("s"), genders.get(noun)))
    for role in tuple(nouns.values()):
        # A plural that stands in the file itself ("security services") is what the file says there.
        nouns.setdefault(words_of(plurals.get(role.noun) or plural_of(role.noun)), replace(role, plural=True))
    return Roles(
        nouns=MappingProxyType(nouns),
        modifiers=MappingProxyType(_modifiers(data)),
        former=frozenset(data.get("former") or ()),
        not_actors=frozenset(words_of(phrase) for phrase in data.get("not_actors") or ()),
    )


def sectors_of(key: str) -> tuple[str, ...]:
    """The sectors of a key such as ``SOC+CVL``.

    Raises:
        LexiconError: if one is none of PLOVER's.
    """
    sectors = tuple(key.split("+"))
    for sector in sectors:
        if sector not in SECTORS:
            message = f"'{sector}' is no sector of PLOVER"
            raise LexiconError(message, where=_FILE)
    return sectors


def _entries(data: Any) -> list[tuple[str, RoleForm, tuple[str, ...]]]:
    found: list[tuple[str, RoleForm, tuple[str, ...]]] = []
    for section, form in _SECTIONS.items():
        for key, nouns in (data.get(section) or {}).items():
            found += [(noun, form, () if key == "IGO" else sectors_of(key)) for noun in nouns]
    for section, form in _PLAIN_SECTIONS.items():
        found += [(noun, form, ()) for noun in data.get(section) or ()]
    return found


def _add(nouns: dict[Phrase, Role], role: Role) -> None:
    other = nouns.setdefault(words_of(role.noun), role)
    if other is not role:
        message = f"'{role.noun}' stands twice: as {other.form} {other.sectors} and as {role.form} {role.sectors}"
        raise LexiconError(message, where=_FILE)


def _genders(data: Any) -> dict[str, Gender]:
    genders: dict[str, Gender] = dict.fromkeys(data.get("women") or (), "f")
    for noun in data.get("men") or ():
        if genders.setdefault(noun, "m") == "f":
            message = f"'{noun}' stands among women and men"
            raise LexiconError(message, where=_FILE)
    return genders


def _modifiers(data: Any) -> dict[Phrase, tuple[str, ...]]:
    found: dict[Phrase, tuple[str, ...]] = {}
    for key, words in (data.get("modifiers") or {}).items():
        for word in words:
            if found.setdefault(words_of(word), sectors_of(key)) != sectors_of(key):
                message = f"the modifier '{word}' stands under two sectors"
                raise LexiconError(message, where=_FILE)
    return found
