"""Titles: the nouns that say what an actor is, found by the word that they end with."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sayso.lexicon.offices import Office, load_offices
from sayso.lexicon.roles import Role, load_roles

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sayso.lexicon.roles import Gender, Phrase, RoleForm


@dataclass(frozen=True, slots=True)
class Title:
    """A noun phrase that ends in these words is an actor of this form.

    Attributes:
        noun: in the singular, lower case.
        office: the office that it names, if it names one.
        dependent: whether its sectors are those of whom it belongs to, where that is told.
    """

    noun: str
    form: RoleForm
    sectors: tuple[str, ...]
    plural: bool
    gender: Gender | None = None
    office: str | None = None
    dependent: bool = False


class Titles:
    """The index of titles."""

    def __init__(self, titles: Iterable[tuple[Phrase, Title | None]]) -> None:
        # Last word → the phrases that end with it, longest first; None for one that names no actor.
        self._ends: dict[str, list[tuple[Phrase, Title | None]]] = {}
        for phrase, title in titles:
            self._ends.setdefault(phrase[-1], []).append((phrase, title))
        for phrases in self._ends.values():
            phrases.sort(key=lambda pair: -len(pair[0]))

    def ending_at(self, lower: Sequence[str], last: int, *, not_before: int = 0) -> tuple[int, Title] | None:
        """(first token, Title) of the longest title that ends with token ``last``; None if none does."""
        for phrase, title in self._ends.get(lower[last], ()):
            first = last + 1 - len(phrase)
            if first >= not_before and (len(phrase) == 1 or tuple(lower[first : last + 1]) == phrase):
                return (first, title) if title else None
        return None


@functools.cache
def load_titles() -> Titles:
    """The index over the lexicons of roles and offices, made once per process."""
    roles, offices = load_roles(), load_offices()
    found: dict[Phrase, Title | None] = {phrase: _title(role) for phrase, role in roles.nouns.items()}
    for phrase, office in offices.forms.items():
        found[phrase] = _held(office, roles.nouns)
    found.update(dict.fromkeys(roles.not_actors))
    return Titles(found.items())


def _title(role: Role) -> Title:
    dependent = role.form in ("dependent", "container", "attached")
    return Title(role.noun, role.form, role.sectors, role.plural, role.gender, dependent=dependent)


def _held(office: Office, nouns: Mapping[Phrase, Role]) -> Title:
    role = nouns.get(tuple(office.name.split()))
    gender = role.gender if role else None
    form: Literal["person", "dependent"] = "dependent" if office.dependent else "person"
    return Title(office.name, form, office.sectors, office.plural, gender, office.name, office.dependent)
