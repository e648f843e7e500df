"""Other countries, leaders and days for a reading: what is put in the place of which words, and so in its records.

Days move by whole weeks, so that "Tuesday" stays true. Prominent countries are drawn more often than others, as in the
news: the shares fall with the rank.
"""

from __future__ import annotations

import functools
import itertools
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, overload

from sayso.ledger.periods import days_of
from sayso.lexicon.countries import load_countries
from sayso.lexicon.leaders import load_leaders
from sayso.records import EventTime, Place, Time

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sayso.lexicon.countries import Country
    from sayso.lexicon.leaders import Leader
    from sayso.records import Actor, Reading

# The share of a reading's countries that become others; the rest keeps what the dispatches tell of in most variations.
_REPLACED = 0.8
# By so many weeks, at most, days move: some four years to either side.
_WEEKS = 200
# The weight of a country falls with its rank to this power.
_STEEPNESS = 0.8
_MONTHS = tuple(date(2000, month, 1).strftime("%B") for month in range(1, 13))
_MONTH = rf"(?:{'|'.join(_MONTHS)}|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)"
_MONTH_AND_DAY = re.compile(rf"\b{_MONTH} \d{{1,2}}\b")
_MONTH_ALONE = re.compile(rf"\b{_MONTH}(?!\w)")
_DAY_ALONE = re.compile(r"^\d{1,2}$")
_DAY_AND_MONTH = re.compile(rf"\b\d{{1,2}} {_MONTH}\b")
_YEAR = re.compile(r"\b\d{4}\b")
_PERIOD_WORDS = re.compile("|".join(one.pattern for one in (_MONTH_ALONE, _DAY_ALONE, _YEAR)))
_DAY_VALUE = re.compile(r"(\d{4}-\d\d-\d\d)(T\S*)?")
_WEEK_VALUE = re.compile(r"\d{4}-W\d\d")

type WordKind = Literal["country", "capital", "demonym", "leader", "surname", "time"]


@dataclass(frozen=True, slots=True)
class Word:
    """Characters [start, end) of a text, ``told``, stand for ``key``: a code, a leader's name or a TIMEX3 value."""

    start: int
    end: int
    kind: WordKind
    key: str
    told: str


class Finder:
    """Finds what can be reworded in the words of one reading."""

    def __init__(self, reading: Reading) -> None:
        self.countries = countries_of(reading)
        self.leaders = leaders_of(reading)
        self._forms = _forms(self.countries, self.leaders)
        longest_first = sorted(self._forms, key=len, reverse=True)
        self._pattern = re.compile("|".join(rf"\b{re.escape(form)}(?!\w)" for form in longest_first) or r"(?!)")
        self._known: dict[str, tuple[Word, ...]] = {}

    def words(self, text: str) -> tuple[Word, ...]:
        """The names of countries, capitals, peoples and leaders in the text, in its order."""
        if text not in self._known:
            self._known[text] = tuple(
                Word(*found.span(), *self._forms[found.group()], found.group())
                for found in self._pattern.finditer(text)
            )
        return self._known[text]

    def words_of(self, reading: Reading) -> list[Word]:
        """The same of the reading's text, and its times; none overlaps another."""
        text = reading.document.text
        times = [
            Word(time.start, time.end, "time", time.value, text[time.start : time.end])
            for time in reading.times
            if _PERIOD_WORDS.search(text[time.start : time.end])
        ]
        return _apart([*times, *self.words(text)])


def _apart(words: Iterable[Word]) -> list[Word]:
    kept: list[Word] = []
    for word in sorted(words, key=lambda word: word.start):
        if not kept or kept[-1].end <= word.start:
            kept.append(word)
    return kept


def countries_of(reading: Reading) -> tuple[str, ...]:
    """The codes of the states that the reading's actors and places belong to, sorted."""
    told = {actor.country for actor in reading.actors} | {place.country for place in reading.places}
    return tuple(sorted(code for code in told if code and code in load_countries().by_code))


def leaders_of(reading: Reading) -> tuple[str, ...]:
    """The names of the lexicon's leaders among the reading's actors, sorted."""
    return tuple(sorted({actor.name for actor in reading.actors} & _leaders().keys()))


def _forms(countries: Sequence[str], leaders: Sequence[str]) -> dict[str, tuple[WordKind, str]]:
    """Surface form → what it stands for."""
    forms: dict[str, tuple[WordKind, str]] = {}
    for name in leaders:
        leader = _leaders()[name]
        forms |= dict.fromkeys(leader.short, ("surname", name))
        forms |= dict.fromkeys(leader.forms, ("leader", name))
    for code in countries:
        country = load_countries().by_code[code]
        forms |= dict.fromkeys(country.demonyms, ("demonym", code))
        forms |= {country.capital: ("capital", code)} if country.capital else {}
        forms |= dict.fromkeys(country.names, ("country", code))
    return forms


@functools.cache
def _leaders() -> dict[str, Leader]:
    return {leader.name: leader for leader in load_leaders()}


@functools.cache
def _leaders_from() -> dict[str, list[Leader]]:
    return {
        code: list(leaders)
        for code, leaders in itertools.groupby(
            sorted(load_leaders(), key=lambda leader: leader.country), key=lambda leader: leader.country
        )
    }


@functools.cache
def _pool() -> tuple[list[Country], list[float]]:
    """Countries with all that a rewording needs, those with most leaders in the lexicon first; cumulative weights."""
    fit = [
        country
        for country in load_countries().by_code.values()
        if country.capital and country.demonyms and country.names
    ]
    ranked = sorted(fit, key=lambda country: (-len(_leaders_from().get(country.code, ())), country.code))
    weights = itertools.accumulate((rank + 1) ** -_STEEPNESS for rank in range(len(ranked)))
    return ranked, list(weights)


@dataclass(frozen=True, slots=True)
class Rewording:
    """Of one reading: the countries that become others, by code; leaders, by name; and the days, moved by ``weeks``.

    ``periods`` holds the values of the times that the reading tells, by their (``from_``, ``to``).
    """

    finder: Finder
    countries: Mapping[str, Country]
    leaders: Mapping[str, Leader]
    weeks: int
    periods: Mapping[tuple[str | None, str | None], str]

    def told(self, word: Word) -> str:
        """What is put in the place of the word."""
        if word.kind == "time":
            value = self.period(word.key)
            return word.told if value == word.key else _tell_time(value, word.told)
        if word.kind in _OF_COUNTRY:
            country = self.countries.get(word.key)
            return _OF_COUNTRY[word.kind](country, word.told) if country else word.told
        leader = self.leaders[word.key]
        return leader.name if word.kind == "leader" else leader.short[0]

    def words(self, text: str) -> str:
        """The text with all of its names put into others."""
        parts, last = [], 0
        for word in self.finder.words(text):
            parts += [text[last : word.start], self.told(word)]
            last = word.end
        return "".join((*parts, text[last:]))

    @overload
    def period(self, value: str) -> str: ...
    @overload
    def period(self, value: None) -> None: ...
    def period(self, value: str | None) -> str | None:
        """The value of a time, moved; one that is no day, week, month or year is as it was."""
        if value is None:
            return None
        if day := _DAY_VALUE.fullmatch(value):
            return self._moved(day[1]) + (day[2] or "")
        if _WEEK_VALUE.fullmatch(value):
            year, week = (int(part) for part in value.split("-W"))
            told = (date.fromisocalendar(year, week, 4) + timedelta(weeks=self.weeks)).isocalendar()
            return f"{told.year:04}-W{told.week:02}"
        days = days_of(value)
        if days is None:
            return value
        # Whole months and years move to where the middle of them falls.
        first, after = (date.fromisoformat(day) for day in days)
        middle = first + (after - first) / 2 + timedelta(weeks=self.weeks)
        return middle.isoformat()[: len(value)]

    def _moved(self, day: str) -> str:
        return (date.fromisoformat(day) + timedelta(weeks=self.weeks)).isoformat()

    def interval(self, first: str | None, after: str | None) -> tuple[str | None, str | None]:
        """Half-open days, moved as the time is that tells them; others by the weeks."""
        value = self.periods.get((first, after))
        if value is not None:
            moved = self.period(value)
            if moved == value:
                return first, after
            if days := days_of(moved):
                return days
        return self._moved(first) if first else None, self._moved(after) if after else None

    def time(self, time: Time, start: int, end: int) -> Time:
        """The time, moved; its words stand at [start, end) now."""
        return Time(start, end, time.type, self.period(time.value), *self.interval(time.from_, time.to))

    def event_time(self, time: EventTime) -> EventTime:
        """When an event is, moved."""
        return EventTime(*self.interval(time.from_, time.to), time.precision, time.times)

    def place(self, place: Place, start: int, end: int) -> Place:
        """The place, named at [start, end) now: in another country it stands at that country's point.

        Only the country itself has its GeoNames id.
        """
        country = self.countries.get(place.country or "")
        if country is None:
            known = (place.name, place.geonames, place.lat, place.lon, place.country)
            return Place(start, end, *known, place.use)
        name = self.words(place.name)
        geonames = country.geonames if name in country.names else None
        return Place(start, end, name, geonames, country.lat, country.lon, country.code, place.use)

    def called(self, actor: Actor) -> tuple[str, str | None]:
        """The actor's name and country, as far as they are reworded."""
        country = self.countries.get(actor.country or "")
        return self.words(actor.name), country.code if country else actor.country


def _tell_country(country: Country, _: str) -> str:
    return country.names[0]


def _tell_capital(country: Country, told: str) -> str:
    return country.capital or told


def _tell_demonym(country: Country, told: str) -> str:
    """A people for a people, an adjective for an adjective, as far as the last letter tells them apart."""
    plural = told.endswith("s")
    return next((form for form in country.demonyms if form.endswith("s") is plural), country.demonyms[0])


def _tell_time(value: str, told: str) -> str:
    """The words of a time that has this value now: its month, day and year are put in, as far as they are told."""
    days = days_of(value.partition("T")[0])
    if days is None:
        return told
    first = date.fromisoformat(days[0])
    month = _MONTHS[first.month - 1]
    for pattern, words in (
        (_MONTH_AND_DAY, f"{month} {first.day}"),
        (_DAY_AND_MONTH, f"{first.day} {month}"),
        (_MONTH_ALONE, month),
        (_DAY_ALONE, f"{first.day}"),
        (_YEAR, f"{first.year:04}"),
    ):
        told = pattern.sub(words, told)
    return told


_OF_COUNTRY = {"country": _tell_country, "capital": _tell_capital, "demonym": _tell_demonym}


def draw(finder: Finder, reading: Reading, chance: random.Random) -> Rewording:
    """A rewording of the reading; no two of its countries, or leaders, become one."""
    countries = _countries(finder.countries, chance)
    return Rewording(
        finder,
        countries,
        _new_leaders(finder.leaders, countries, chance),
        chance.randint(-_WEEKS, _WEEKS),
        {(time.from_, time.to): time.value for time in reading.times},
    )


def _countries(old: Sequence[str], chance: random.Random) -> dict[str, Country]:
    pool, weights = _pool()
    taken, new = set(old), {}
    for code in old:
        if chance.random() < _REPLACED:
            new[code] = _other(taken, lambda: chance.choices(pool, cum_weights=weights)[0], key=lambda one: one.code)
    return new


def _new_leaders(old: Sequence[str], countries: Mapping[str, Country], chance: random.Random) -> dict[str, Leader]:
    """Leaders of the new countries, where there are any."""
    everyone = list(_leaders().values())
    taken, new = set(old), {}
    for name in old:
        country = countries.get(_leaders()[name].country)
        known = _leaders_from().get(country.code, []) if country else []
        fit = [leader for leader in known if leader.name not in taken] or everyone
        new[name] = _other(taken, functools.partial(chance.choice, fit), key=_name)
    return new


def _name(leader: Leader) -> str:
    return leader.name


def _other[T](taken: set[str], drawn: Callable[[], T], *, key: Callable[[T], str]) -> T:
    """The first that is drawn and not taken; it is taken then."""
    while key(found := drawn()) in taken:
        pass
    taken.add(key(found))
    return found
