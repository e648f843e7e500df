"""Anniversaries: days that are counted from, and occasions whose date is known, from ``anniversaries.yaml``."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping  # noqa: TC003 - the annotations of dataclasses stay resolvable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sayso.errors import LexiconError
from sayso.lexicon.countries import load_countries
from sayso.lexicon.loading import load_yaml
from sayso.lexicon.phrases import PhraseIndex
from sayso.lexicon.wording import fold, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

type Act = str

_FILE = "anniversaries.yaml"
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
# A hyphen that the parser does not cut at.
_WHOLE = re.compile(r"-\d|\.-")
# Tables of days by country; each is also what is counted from.
_BY_COUNTRY = ("independence", "founding")


@dataclass(frozen=True, slots=True)
class Occasion:
    """``name`` was on ``first``, or from ``first`` to ``last``: ISO 8601, as precise as it is marked.

    Attributes:
        country: whose it is: ISO 3166 alpha-3, or None.
        act: what is counted from, where a form alone does not say so: "founding", "start".
        bare: whether the form may do without the word for the act: "the party's anniversary".
        surprise: whether nobody could speak of it before.
        yearly: whether it is a day of every year: "National Day".
    """

    name: str
    first: str
    last: str
    country: str | None = None
    act: Act | None = None
    bare: bool = True
    surprise: bool = False
    yearly: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A way to name an occasion; ``words`` as written. ``local``: only where its country is named nearby."""

    words: tuple[str, ...]
    occasion: Occasion
    local: bool


@dataclass(frozen=True, slots=True)
class Anniversaries:
    """All occasions.

    Attributes:
        horizon: the last year that the lexicons can speak of.
        forms: words in lower case → the forms that are written with them.
        by_act: (act, country) → what the country counts from: its independence, the founding of the state.
    """

    horizon: int
    forms: PhraseIndex[tuple[Form, ...]]
    by_act: Mapping[tuple[Act, str], Occasion]
    occasions: tuple[Occasion, ...]


@functools.cache
def load_anniversaries() -> Anniversaries:
    """The lexicon, loaded once per process.

    Raises:
        LexiconError: if the lexicon contradicts itself.
    """
    return anniversaries_from(load_yaml(_FILE))


def anniversaries_from(data: Mapping[str, Any]) -> Anniversaries:
    """The lexicon from what the YAML holds.

    Raises:
        LexiconError: if a date is none, a country is unknown, an entry has no form, or a form means two things.
    """
    by_act = {
        (act, country): _of_state(act, country, first) for act in _BY_COUNTRY for country, first in data[act].items()
    }
    forms = [*_listed(data), *_days(data["days"], by_act)]
    occasions = tuple(dict.fromkeys([*by_act.values(), *(form.occasion for form in forms)]))
    for occasion in occasions:
        _check(occasion)
    return Anniversaries(int(data["horizon"]), PhraseIndex(_grouped(forms).items()), by_act, occasions)


def _of_state(act: Act, country: str, first: Any) -> Occasion:
    known = load_countries().by_code.get(country)
    if known is None:
        message = f"{country}, whose {act} is told, is no country"
        raise LexiconError(message, where=_FILE)
    return Occasion(f"the {act} of {known.name}", str(first), str(first), country, act, bare=False)


def _listed(data: Mapping[str, Any]) -> Iterator[Form]:
    for entry in data["bodies"]:
        yield from _forms(entry, act="founding", bare=True)
    for entry in data["beginnings"]:
        yield from _forms(entry, act=entry["act"], bare=False)
    for entry in data["occasions"]:
        yield from _forms(entry, act=None, bare=True)


def _forms(entry: Mapping[str, Any], *, act: Act | None, bare: bool) -> Iterator[Form]:
    first, country = str(entry["first"]), entry.get("country")
    last = str(entry.get("last", first))
    occasion = Occasion(entry["name"], first, last, country, act, bare, surprise=bool(entry.get("surprise")))
    if not (entry.get("forms") or (country and entry.get("local"))):
        message = f"nothing names '{occasion.name}'"
        raise LexiconError(message, where=_FILE)
    for form in entry.get("forms", ()):
        yield Form(_words(form), occasion, local=False)
    for form in entry.get("local", ()):
        yield Form(_words(form), occasion, local=True)


def _words(form: str) -> tuple[str, ...]:
    """The words of a form as the parser cuts them: it leaves "G-20" and "U.S.-led" whole."""
    parts = form.split()
    return tuple(word for part in parts for word in ((fold(part),) if _WHOLE.search(part) else words_of(part)))


def _days(data: Mapping[str, Any], by_act: Mapping[tuple[Act, str], Occasion]) -> Iterator[Form]:
    for name, told in data.items():
        dates = told if isinstance(told, dict) else {c: o.first for (act, c), o in by_act.items() if act == told}
        for country, first in dates.items():
            day = str(first)
            if len(day) == len("YYYY-MM-DD"):
                whose = f"{name} of {load_countries().by_code[country].name}"
                yield Form(_words(name), Occasion(whose, day, day, country, yearly=True), local=True)


def _grouped(forms: list[Form]) -> dict[tuple[str, ...], tuple[Form, ...]]:
    found: dict[tuple[str, ...], tuple[Form, ...]] = {}
    for form in forms:
        words = tuple(word.lower() for word in form.words)
        for other in found.get(words, ()):
            same = (other.occasion.act, other.occasion.country) == (form.occasion.act, form.occasion.country)
            if same or not ((other.local and form.local) or (other.occasion.act and form.occasion.act)):
                message = f"'{' '.join(form.words)}' means both {other.occasion.name} and {form.occasion.name}"
                raise LexiconError(message, where=_FILE)
        found[words] = (*found.get(words, ()), form)
    return found


def _check(occasion: Occasion) -> None:
    for told in (occasion.first, occasion.last):
        parts = _DATE.fullmatch(told)
        try:
            date(*(int(part or 1) for part in parts.groups())) if parts else date.fromisoformat(told)
        except ValueError as error:
            message = f"{occasion.name} has no date: '{told}'"
            raise LexiconError(message, where=_FILE) from error
    if occasion.last < occasion.first:
        message = f"{occasion.name} ends before it starts"
        raise LexiconError(message, where=_FILE)
