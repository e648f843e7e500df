"""Leaders: who held which office of which state, and when, from ``leaders.yaml``."""

from __future__ import annotations

import functools
from collections.abc import Mapping  # noqa: TC003 - the annotations of dataclasses stay resolvable
from dataclasses import dataclass
from typing import Any

from sayso.errors import LexiconError
from sayso.lexicon.loading import load_yaml
from sayso.lexicon.offices import load_offices
from sayso.lexicon.phrases import PhraseIndex
from sayso.lexicon.wording import words_of

_FILE = "leaders.yaml"
# Where the family name stands first and the press keeps it there.
FAMILY_FIRST = frozenset({"CHN", "PRK", "KOR", "TWN", "HKG", "SGP", "MAC"})
# Where nobody has a family name, or a person is called by the whole: only "short" tells what else is used.
_WHOLE = frozenset({"MMR", "KHM", "LAO", "BTN", "THA", "IDN", "MNG", "ISL", "ETH", "ERI"})
_PARTICLES = frozenset({
    "al", "el", "bin", "ibn", "ben", "von", "van", "de", "der", "den", "da", "di", "do", "dos", "du", "la", "le",
    "ould", "abu", "abdel", "mac", "st.", "-",
})  # fmt: skip
# Earlier and later than any term.
_ALWAYS, _NEVER = "0000", "9999"


@dataclass(frozen=True, slots=True)
class Term:
    """``office`` was held in ``country`` from ``start`` up to, not including, ``end``.

    Dates are ISO 8601, as precise as they are known: a year, a month or a day. ``end`` is None while it lasts.
    """

    office: str
    country: str
    start: str
    end: str | None

    def holds(self, day: str) -> bool:
        """Whether the term holds on ``day``, an ISO date of any precision: a month counts as its first day known."""
        return self.start[: len(day)] <= day[: len(self.start)] and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class Leader:
    """A person with the offices that are known.

    Attributes:
        name: as the press writes it.
        country: of the first term.
        gender: ``f`` or ``m``.
        forms: full names, ``name`` first.
        short: what the person is called after the first mention.
        terms: in the order of the file.
    """

    name: str
    country: str
    gender: str
    forms: tuple[str, ...]
    short: tuple[str, ...]
    terms: tuple[Term, ...]

    def term_on(self, day: str | None) -> Term | None:
        """The highest office held on ``day`` (ISO, any precision); without a day, the highest ever held.

        None if none was held then.
        """
        held = [term for term in self.terms if day is None or term.holds(day)]
        return min(held, key=rank_of, default=None)

    def last_before(self, day: str) -> Term | None:
        """The highest of the offices that had ended by ``day``; None if there is none."""
        ended = [term for term in self.terms if term.end is not None and term.end <= day]
        return min(ended, key=rank_of, default=None)


def rank_of(term: Term | None) -> int:
    """The place of the term's office among all offices: the lower, the higher it is."""
    office = load_offices().by_name.get(term.office) if term else None
    return office.rank if office else len(load_offices().by_name)


@functools.cache
def load_leaders() -> tuple[Leader, ...]:
    """All leaders, in the order of the file; loaded once per process.

    Raises:
        LexiconError: if the lexicon contradicts itself.
    """
    return leaders_from(load_yaml(_FILE))


@functools.cache
def leader_index() -> PhraseIndex[tuple[Leader, ...]]:
    """Full names and family names, as lower-case words of the parser → whoever is called so."""
    found: dict[tuple[str, ...], tuple[Leader, ...]] = {}
    for leader in load_leaders():
        for form in dict.fromkeys((*leader.forms, *leader.short)):
            words = words_of(form.lower())
            found[words] = (*found.get(words, ()), leader)
    return PhraseIndex(found.items())


def leaders_from(data: Any) -> tuple[Leader, ...]:
    """Leaders from what the YAML holds.

    Raises:
        LexiconError: if a term ends before it starts, or something is said of a person who has no term.
    """
    terms = _terms(data["terms"])
    details: Mapping[str, Any] = data.get("people") or {}
    women = frozenset(data.get("women") or ())
    for name in (*details, *women):
        if name not in terms:
            message = f"something is said of '{name}', who holds no office there"
            raise LexiconError(message, where=_FILE)
    return tuple(_leader(name, held, details.get(name) or {}, women) for name, held in terms.items())


def _terms(data: Any) -> dict[str, list[Term]]:
    found: dict[str, list[Term]] = {}
    for country, offices in data.items():
        for office, rows in offices.items():
            for name, start, end in rows:
                term = Term(office, country, str(start), None if end is None else str(end))
                if (term.end or _NEVER) <= (term.start or _ALWAYS):
                    message = f"{name}'s term as {office} of {country} ends before it starts"
                    raise LexiconError(message, where=_FILE)
                found.setdefault(name, []).append(term)
    return found


def _leader(name: str, terms: list[Term], details: Any, women: frozenset[str]) -> Leader:
    country = terms[0].country
    forms = (name, *details.get("also", ()))
    short = tuple(details.get("short", ())) or tuple(dict.fromkeys(_short(form, country) for form in forms))
    return Leader(name, country, "f" if name in women else "m", forms, short, tuple(terms))


def _short(name: str, country: str) -> str:
    """The family name with the particles before it, "von der Leyen"; the whole where that is the custom."""
    words = name.split()
    if country in _WHOLE or len(words) == 1:
        return name
    if country in FAMILY_FIRST:
        return words[0]
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in _PARTICLES:
        first -= 1
    return " ".join(words[first:])
