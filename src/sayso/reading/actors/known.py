"""The names that the lexicons know, in one index: states, peoples, capitals, bodies, seats, leaders.

Case decides: a word that a lexicon writes with a capital must have one in the text, and a form that is all capitals,
such as ``WHO``, counts just as it is written.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sayso.lexicon.countries import Countries, load_countries
from sayso.lexicon.leaders import Leader, load_leaders
from sayso.lexicon.organisations import load_organisations
from sayso.lexicon.phrases import PhraseIndex
from sayso.lexicon.seats import load_seats
from sayso.lexicon.wording import fold, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sayso.records.reading import ActorKind

# state: Peru · adjective: Peruvian · people: Peruvians · capital: Lima · body: OPEC · seat: the Kremlin
# town: a capital that shares its name with much else, Victoria · leader: Angela Merkel · surname: Merkel
type Use = Literal["state", "adjective", "people", "capital", "town", "body", "seat", "leader", "surname"]

# Where a form has several uses, the first of these counts.
_ORDER: tuple[Use, ...] = ("state", "body", "seat", "adjective", "people", "capital", "town", "leader", "surname")
_STATE_SECTORS = ("GOV",)
# A form of capitals alone counts as written up to this many letters.
_ACRONYM = 6


@dataclass(frozen=True, slots=True)
class Known:
    """A form in the text may name ``name``.

    Attributes:
        countries: the code, or several where the form is ambiguous, the likeliest first.
        leaders: whom a personal name may stand for.
    """

    use: Use
    name: str
    kind: ActorKind
    countries: tuple[str, ...]
    sectors: tuple[str, ...]
    leaders: tuple[Leader, ...] = ()

    @property
    def country(self) -> str | None:
        """The code, or the likeliest."""
        return self.countries[0] if self.countries else None


@dataclass(frozen=True, slots=True)
class _Form:
    """``words`` as the lexicon writes them stand for ``known``."""

    words: tuple[str, ...]
    known: Known

    def written_so(self, words: Sequence[str]) -> bool:
        """Whether the case of the words in the text allows this form."""
        return all(map(_fits, self.words, words))


def _fits(form: str, word: str) -> bool:
    if not form[0].isupper():
        return True
    if form.isupper() and 1 < len(form) <= _ACRONYM and form.isalpha():
        return fold(word) == form
    return word[0].isupper()


class Names:
    """The index: finds known names in tokens."""

    def __init__(self, forms: Iterable[tuple[str, Known]]) -> None:
        grouped: dict[tuple[str, ...], dict[Use, _Form]] = {}
        for form, known in forms:
            words = words_of(form)
            uses = grouped.setdefault(tuple(word.lower() for word in words), {})
            earlier = uses.get(known.use)
            if earlier is None:
                uses[known.use] = _Form(words, known)
            elif known.use == "surname":
                uses[known.use] = _Form(words, _joined(earlier.known, known))
            elif "".join(earlier.words).isupper():
                # Of "FARC" and "Farc" the one that counts in any case.
                uses[known.use] = _Form(words, known)
        self._index = PhraseIndex(
            (words, tuple(uses[use] for use in _ORDER if use in uses)) for words, uses in grouped.items()
        )

    def find(self, lower: Sequence[str], written: Sequence[str]) -> Iterator[tuple[int, int, tuple[Known, ...]]]:
        """(start, end, what it may be) of known names, longest first; half-open, in tokens."""
        i, size = 0, len(lower)
        while i < size:
            end = i + 1
            for stop, forms in self._index.all_at(lower, i):
                words = written[i:stop]
                fitting = tuple(form.known for form in forms if form.written_so(words))
                if fitting and not (lower[i] == "the" and stop < size and written[stop][0].isupper()):
                    yield i, stop, fitting
                    end = stop
                    break
            i = end


def _joined(one: Known, other: Known) -> Known:
    leaders = (*one.leaders, *other.leaders)
    countries = tuple(dict.fromkeys((*one.countries, *other.countries)))
    return Known("surname", one.name, "person", countries, (), leaders)


@functools.cache
def load_names() -> Names:
    """The index over all lexicons, made once per process."""
    return Names([*_states(load_countries()), *_bodies(), *_leaders()])


@functools.cache
def leaders_by_ends() -> Mapping[tuple[str, str], tuple[Leader, ...]]:
    """First and last word of a leader's names, in lower case → the leaders: the press differs over what is between."""
    found: dict[tuple[str, str], tuple[Leader, ...]] = {}
    for leader in load_leaders():
        for form in leader.forms:
            words = words_of(form.lower())
            known = found.get((words[0], words[-1]), ())
            if len(words) > 1 and leader not in known:
                found[words[0], words[-1]] = (*known, leader)
    return found


def state(code: str, use: Use = "state") -> Known:
    """A state by its code, as a name of this use would give it."""
    return Known(use, load_countries().by_code[code].name, "state", (code,), _STATE_SECTORS)


def _states(countries: Countries) -> Iterator[tuple[str, Known]]:
    for form, code in countries.names.items():
        yield form, state(code)
    for form, codes in countries.ambiguous_names.items():
        yield form, Known("state", form, "state", codes, _STATE_SECTORS)
    for form, code in countries.demonyms.items():
        yield form, state(code, _demonym(form))
    for form, codes in countries.ambiguous_demonyms.items():
        yield form, Known(_demonym(form), countries.by_code[codes[0]].name, "state", codes, _STATE_SECTORS)
    common = {fold(capital) for capital in countries.common_capitals}
    for code, country in countries.by_code.items():
        if country.capital and country.capital not in countries.names:
            yield country.capital, state(code, "town" if fold(country.capital) in common else "capital")


def _demonym(form: str) -> Use:
    """Plurals end in s ("Swedes"); adjectives that do ("Swiss") don't, when theirs is a double one."""
    return "people" if form.endswith("s") and not form.endswith("ss") else "adjective"


def _bodies() -> Iterator[tuple[str, Known]]:
    for form, body in load_organisations().items():
        use: Use = "state" if body.kind == "state" else "body"
        yield form, Known(use, body.name, body.kind, (body.country,), body.sectors)
    for form, body in load_seats().items():
        yield form, Known("seat", body.name, body.kind, (body.country,), body.sectors)


def _leaders() -> Iterator[tuple[str, Known]]:
    for leader in load_leaders():
        known = Known("leader", leader.name, "person", (leader.country,), (), (leader,))
        for form in leader.forms:
            yield form, known
        for form in leader.short:
            yield form, Known("surname", form, "person", (leader.country,), (), (leader,))
