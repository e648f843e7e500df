"""The lexicon of times: what each word of ``times.yaml`` can mean in an expression that tells when."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sayso.errors import LexiconError
from sayso.lexicon.loading import load_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILE = "times.yaml"
_LAST_OF = {"months": 12, "weekdays": 7, "thirds": 3}
_FEAST_KEYS = ({"month", "day"}, {"weekday"}, {"easter"})


@dataclass(frozen=True, slots=True)
class Feast:
    """A day of note, found anew in each year.

    Attributes:
        month, day: where it has a fixed day.
        weekday: (month, nth, weekday 1 to 7), where it is the nth such day of a month; -1 is the last.
        easter: days from (western) Easter Sunday, where it moves with it.
    """

    name: str
    month: int | None = None
    day: int | None = None
    weekday: tuple[int, int, int] | None = None
    easter: int | None = None


@dataclass(frozen=True, slots=True)
class TimeLexicon:
    """All of ``times.yaml``; keys in lower case."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    capital_only: frozenset[str]
    beside_number: frozenset[str]
    seasons: Mapping[str, str]
    units: Mapping[str, str]
    plural_units: Mapping[str, str]
    dayparts: Mapping[str, str]
    clock_names: Mapping[str, str]
    meridiems: Mapping[str, int]
    zones: frozenset[str]
    near_days: Mapping[str, int]
    near_parts: Mapping[str, tuple[int, str]]
    cardinals: Mapping[str, int]
    multiples: Mapping[str, int]
    ordinals: Mapping[str, int]
    decades: Mapping[str, int]
    vague: frozenset[str]
    turns: Mapping[str, int]
    story_turns: Mapping[str, int]
    parts: frozenset[str]
    part_nouns: frozenset[str]
    thirds: Mapping[str, int]
    counted: frozenset[str]
    bounds: Mapping[str, str]
    range_links: frozenset[str]
    resets: frozenset[str]
    endings: frozenset[str]
    about: frozenset[str]
    frequencies: Mapping[str, str]
    references: Mapping[str, str]
    reference_adjectives: Mapping[str, str]
    feasts: Mapping[str, Feast]

    def unit(self, word: str) -> str:
        """The code of a unit of time, singular or plural, in lower case; "" if the word is none."""
        return self.units.get(word) or self.plural_units.get(word, "")


@functools.cache
def time_lexicon() -> TimeLexicon:
    """The lexicon, loaded once per process.

    Raises:
        LexiconError: if ``times.yaml`` is missing a section or contradicts itself.
    """
    return build(load_yaml(_FILE))


def build(data: Mapping[str, Any]) -> TimeLexicon:
    """The lexicon from the YAML's values.

    Raises:
        LexiconError: if a section is missing, a number is out of bounds, or a phrase stands for two things.
    """
    try:
        return _build(data)
    except (KeyError, TypeError, AttributeError) as error:
        message = f"{_FILE} has no well-formed section for {error}"
        raise LexiconError(message, where=_FILE) from error


def _build(data: Mapping[str, Any]) -> TimeLexicon:
    for section, last in _LAST_OF.items():
        _check_numbers(section, data[section], last)
    units = dict(data["units"])
    return TimeLexicon(
        months=_dotted(data["months"]),
        weekdays=_dotted(data["weekdays"]),
        capital_only=frozenset(data["capital_only"]),
        beside_number=frozenset(data["beside_number"]),
        seasons=data["seasons"],
        units=units,
        plural_units=_plurals(units, data["irregular_plurals"]),
        dayparts=data["dayparts"],
        clock_names=data["clock_names"],
        meridiems={**dict.fromkeys(data["before_noon"], 0), **dict.fromkeys(data["after_noon"], 12)},
        zones=frozenset(data["zones"]),
        near_days=data["near_days"],
        near_parts={word: (day, part) for word, (day, part) in data["near_parts"].items()},
        cardinals=data["cardinals"],
        multiples=data["multiples"],
        ordinals=data["ordinals"],
        decades=data["decades"],
        vague=frozenset(data["vague"]),
        turns=data["turns"],
        story_turns=data["story_turns"],
        parts=frozenset(data["parts"]),
        part_nouns=frozenset(data["part_nouns"]),
        thirds=data["thirds"],
        counted=frozenset(data["counted"]),
        bounds=data["bounds"],
        range_links=frozenset(data["range_links"]),
        resets=frozenset(data["resets"]),
        endings=frozenset(data["endings"]),
        about=frozenset(data["about"]),
        frequencies=data["frequencies"],
        references=_references(data["references"]),
        reference_adjectives=data["reference_adjectives"],
        feasts={name: _feast(name, where) for name, where in data["feasts"].items()},
    )


def _check_numbers(section: str, words: Mapping[str, int], last: int) -> None:
    for word, number in words.items():
        if not 1 <= number <= last:
            message = f"{_FILE}: {section} counts from 1 to {last}, but '{word}' is {number}"
            raise LexiconError(message, where=_FILE)


def _dotted(words: Mapping[str, int]) -> dict[str, int]:
    """The same words, and with a full stop: an abbreviation's is part of its token."""
    return {**words, **{f"{word}.": number for word, number in words.items()}}


def _plurals(units: Mapping[str, str], irregular: Mapping[str, str]) -> dict[str, str]:
    regular = {f"{word}s": code for word, code in units.items() if not word.endswith(("y", "ium"))}
    regular |= {"days": units["day"]}
    return {**regular, **{word: units[singular] for word, singular in irregular.items()}}


def _references(sections: Mapping[str, list[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for value, phrases in sections.items():
        for phrase in phrases:
            if found.setdefault(phrase, value) != value:
                message = f"{_FILE}: '{phrase}' stands for both {found[phrase]} and {value}"
                raise LexiconError(message, where=_FILE)
    return found


def _feast(name: str, where: Mapping[str, Any]) -> Feast:
    if set(where) not in _FEAST_KEYS:
        message = f"{_FILE}: the feast '{name}' needs month and day, or weekday, or easter; it has {sorted(where)}"
        raise LexiconError(message, where=_FILE)
    weekday = where.get("weekday")
    nth = (weekday[0], weekday[1], weekday[2]) if weekday else None
    return Feast(name, where.get("month"), where.get("day"), nth, where.get("easter"))
