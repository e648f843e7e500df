"""From tokens to items: what each word, number or mark can mean in an expression of time.

An item's senses are categories (``MONTH``, ``NUM``, ``UNIT``, …) with their values; its lower-case text is one as well.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sayso.lexicon.phrases import PhraseIndex
from sayso.lexicon.times import time_lexicon
from sayso.reading.timex.numerals import Numerals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.lexicon.times import TimeLexicon
    from sayso.reading.syntax import Token

type Senses = dict[str, Any]

# Years as news names them; a number outside is no year without "the year" before it.
_YEARS = range(1000, 2200)
_DAYS = range(1, 32)
_HYPHENS = frozenset("-–—‐‑")
_APOSTROPHES = frozenset("'’‘`")
# What is counted by a number, or a vague one itself: "the past" before it tells how long, not when.
_COUNTED = frozenset({"UNIT", "UNITS", "VAGUE", "WEEKDAY", "MONTH", "SEASON", "SEASONS"})
# What stands after a number that is no day: "in September 2 percent of …".
_MEASURES = frozenset({"percent", "%", "per", "million", "billion", "trillion", "km", "miles", "points"})
_ORDINAL_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)$", re.ASCII)
# Prepositions before a day that is told by its number alone.
_DAY_LINKS = frozenset({"on", "until", "till", "by", "since", "from", "to", "between", "before", "after", "through"})
# Parts of speech of a month's or weekday's name; "may", "march" and "fall" are verbs elsewhere.
_NOUNS = frozenset({"NN", "NNP", "NNS", "NNPS", "CD", "JJ"})

_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("whole", re.compile(r"\d{1,4}$", re.ASCII)),
    ("amount", re.compile(r"\d{1,3}(?:,\d{3})+$|\d+\.\d+$|\d{5,9}$", re.ASCII)),
    ("ordinal", re.compile(r"(\d{1,3})(?:st|nd|rd|th)$", re.ASCII)),
    ("decade", re.compile(r"['’‘`]?(\d\d|\d{4})['’]?s$", re.ASCII)),
    ("clock", re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)(?::[0-5]\d)?$", re.ASCII)),
    ("zoned", re.compile(r"([01]\d|2[0-4]):?([0-5]\d)(gmt|utc|z)$", re.ASCII)),
    ("slashed", re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)$", re.ASCII)),
    ("iso", re.compile(r"\d{4}-\d\d-\d\d$", re.ASCII)),
    ("quarter", re.compile(r"q([1-4])$", re.ASCII)),
    ("half", re.compile(r"h([12])$", re.ASCII)),
    ("fiscal", re.compile(r"fy['’]?(\d{4}|\d\d)$", re.ASCII)),
    ("prefixed", re.compile(r"(?:mid|post|pre|early|late)[-–](\d{4}|\d{4}s|'?\d\ds)$", re.ASCII)),
)


@dataclass(slots=True)
class Item:
    """Tokens [first, end) as one word of the grammar."""

    first: int
    end: int
    senses: Senses


class Vocabulary:
    """Which words can stand in an expression of time, and which must be there for one to be."""

    def __init__(self, lexicon: TimeLexicon, literals: frozenset[str]) -> None:
        self._lexicon = lexicon
        self._words = _word_senses(lexicon)
        self._phrases = PhraseIndex((_split(p), senses) for p, senses in _phrase_senses(lexicon))
        self._numerals = Numerals(lexicon)
        self.triggers = _triggers(lexicon)
        self.known = literals | frozenset(self._words) | self._numerals.words | _phrase_words(lexicon)

    def items(self, tokens: Sequence[Token], following: Token | None = None) -> list[Item]:
        """The tokens of a run as items; a number or phrase of several tokens is one item.

        Args:
            tokens: the run.
            following: the token behind it: it tells a share from a day ("in May 2 percent").
        """
        lowers = [token.lower for token in tokens]
        found: list[Item] = []
        i = 0
        while i < len(tokens):
            item = self._phrase(tokens, lowers, i) or self._number(tokens, lowers, i) or self._word(tokens, i)
            found.append(item)
            i = item.end
        if found and following is not None and following.lower in _MEASURES:
            found[-1].senses.pop("DAYNUM", None)
        return found

    def _phrase(self, tokens: Sequence[Token], lowers: list[str], i: int) -> Item | None:
        hit = self._phrases.at(lowers, i)
        if hit is None or ("FEAST" in hit[1] and not tokens[i].text[0].isupper()):
            return None
        end, senses = hit
        if "REF" in senses and end < len(lowers) and self._counts(lowers[end]):
            return None  # "the past two years"
        return Item(i, end, senses)

    def _counts(self, lower: str) -> bool:
        """Whether the word is a unit of time or a number of such."""
        senses = self._words.get(lower, {})
        return lower[0].isdigit() or lower in self._numerals.words or not senses.keys().isdisjoint(_COUNTED)

    def _number(self, tokens: Sequence[Token], lowers: list[str], i: int) -> Item | None:
        hit = self._numerals.at(lowers, i)
        if hit is None:
            return None
        senses: Senses = {"NUM": hit.number, **({"YEAR": int(hit.number)} if hit.is_year else {})}
        if hit.end == i + 1:
            senses |= self._word(tokens, i).senses
        return Item(i, hit.end, senses)

    def _word(self, tokens: Sequence[Token], i: int) -> Item:
        token = tokens[i]
        lower = token.lower
        if lower in _HYPHENS:
            lower = "-"
        elif lower in _APOSTROPHES:
            lower = "'"
        elif lower == "’s":
            lower = "'s"
        senses: Senses = {lower: None}
        known = self._words.get(lower)
        if known is not None:
            senses.update(known if self._allowed(tokens, i) else _without_names(known))
        if _is_day_of_month(token):
            senses["MONTHDAY"] = _shape_senses(lower).get("DAYNUM")
        if lower in ("before", "after") and _ends_phrase(tokens, i):
            senses[lower.upper()] = True
        if has_digits(lower):
            senses.update(_shape_senses(lower))
        return Item(i, i + 1, senses)

    def _allowed(self, tokens: Sequence[Token], i: int) -> bool:
        """Whether a word that is also a name of a month or day, or a season that is also a verb, is one here."""
        token = tokens[i]
        if token.lower in self._lexicon.beside_number and not _beside_number(tokens, i):
            return False
        if token.lower.rstrip(".") in self._lexicon.capital_only:
            return token.text[0].isupper() and token.tag in _NOUNS
        return token.lower not in self._lexicon.seasons or token.tag in _NOUNS


def _is_day_of_month(token: Token) -> bool:
    """Whether an ordinal in digits is a day by itself: "on the 14th", not "on the 14th floor"."""
    found = _ORDINAL_DAY.match(token.lower)
    if found is None or int(found[1]) not in _DAYS or token.pos == "ADJ":
        return False
    if any(child.dep not in ("det", "cc", "conj", "punct") for child in token.children):
        return False
    link = token.head
    return (token.dep == "pobj" and link.lower in _DAY_LINKS) or (token.dep == "conj" and link.dep == "pobj")


def _ends_phrase(tokens: Sequence[Token], i: int) -> bool:
    """Whether nothing depends on a word: in "two days before the vote" the vote does, in "two days before" nothing."""
    token = tokens[i]
    return token.dep not in ("mark", "prep") and not any(child.i > token.i for child in token.children)


def _beside_number(tokens: Sequence[Token], i: int) -> bool:
    around = [tokens[at].text[0] for at in (i - 1, i + 1) if 0 <= at < len(tokens)]
    return any(first.isdigit() for first in around)


def _without_names(senses: Senses) -> Senses:
    return {category: value for category, value in senses.items() if category not in ("MONTH", "WEEKDAY", "SEASON")}


def has_digits(lower: str) -> bool:
    """Whether a token may be a number, a date or a decade by its form: "1990s", "mid-1990s", "Q3"."""
    return lower[0].isdigit() or lower[-1].isdigit() or (lower[-1] == "s" and lower[-2:-1].isdigit())


@functools.lru_cache(maxsize=4096)
def _shape_senses(lower: str) -> Senses:
    """What a token with digits can be."""
    for name, pattern in _SHAPES:
        if found := pattern.match(lower):
            return _SENSE_OF_SHAPE[name](found)
    return {}


def _whole(found: re.Match[str]) -> Senses:
    text, number = found[0], int(found[0])
    senses: Senses = {"NUM": float(number)}
    if len(text) <= 2:  # noqa: PLR2004 - a day, an hour, a short year
        senses["TWO"] = number
        if number in _DAYS:
            senses["DAYNUM"] = number
    if len(text) == 4:  # noqa: PLR2004 - a year, or a time of day such as 1400
        if number in _YEARS:
            senses["YEAR"] = number
        if number // 100 <= 24 and number % 100 < 60:  # noqa: PLR2004 - hours and minutes
            senses["HHMM"] = (number // 100, number % 100)
    return senses


def _ordinal(found: re.Match[str]) -> Senses:
    number = int(found[1])
    return {"ORD": number, **({"DAYNUM": number} if number in _DAYS else {})}


def _decade(found: re.Match[str]) -> Senses:
    number = int(found[1])
    if len(found[1]) == 2:  # noqa: PLR2004 - "'80s": of the last century, but the first two of this
        number += 2000 if number < 20 else 1900  # noqa: PLR2004
    return {"DECADE": number // 10} if number in _YEARS and number % 10 == 0 else {}


def _clock(found: re.Match[str]) -> Senses:
    senses: Senses = {"CLOCK": (int(found[1]), int(found[2]))}
    if "." in found[0]:
        senses = {"DOTCLOCK": senses["CLOCK"], "NUM": float(found[0])}
    return senses


def _slashed(found: re.Match[str]) -> Senses:
    year = int(found[3]) + (0 if len(found[3]) == 4 else 2000)  # noqa: PLR2004 - "25" is 2025
    return {"SLASHED": (int(found[1]), int(found[2]), year)}


def _fiscal(found: re.Match[str]) -> Senses:
    return {"FISCAL": int(found[1]) + (0 if len(found[1]) == 4 else 2000)}  # noqa: PLR2004 - as above


def _prefixed(found: re.Match[str]) -> Senses:
    text = found[1]
    if text.endswith("s"):
        inner = _shape_senses(text)
        return {"WHOLEDECADE": inner["DECADE"]} if "DECADE" in inner else {}
    return {"WHOLEYEAR": int(text)} if int(text) in _YEARS else {}


_SENSE_OF_SHAPE = {
    "whole": _whole,
    "amount": lambda found: {"NUM": float(found[0].replace(",", ""))},
    "ordinal": _ordinal,
    "decade": _decade,
    "clock": _clock,
    "zoned": lambda found: {"ZONED": (int(found[1]), int(found[2]))},
    "slashed": _slashed,
    "iso": lambda found: {"ISO": found[0]},
    "quarter": lambda found: {"QUARTER": int(found[1])},
    "half": lambda found: {"HALF": int(found[1])},
    "fiscal": _fiscal,
    "prefixed": _prefixed,
}


def _word_senses(lexicon: TimeLexicon) -> dict[str, Senses]:
    """Each single word with its categories."""
    tables: tuple[tuple[str, dict[str, Any]], ...] = (
        ("MONTH", dict(lexicon.months)),
        ("WEEKDAY", dict(lexicon.weekdays)),
        ("WEEKDAYS", {f"{word}s": n for word, n in lexicon.weekdays.items() if word.endswith("day")}),
        ("SEASON", dict(lexicon.seasons)),
        ("SEASONS", {f"{word}s": n for word, n in lexicon.seasons.items()}),
        ("UNIT", dict(lexicon.units)),
        ("UNITS", dict(lexicon.plural_units)),
        ("DAYPART", dict(lexicon.dayparts)),
        ("DAYPARTS", {f"{word}s": n for word, n in lexicon.dayparts.items()}),
        ("CLOCKNAME", dict(lexicon.clock_names)),
        ("MERIDIEM", dict(lexicon.meridiems)),
        ("ZONE", dict.fromkeys(lexicon.zones, True)),
        ("NEARDAY", dict(lexicon.near_days)),
        ("NEARPART", dict(lexicon.near_parts)),
        ("ORD", dict(lexicon.ordinals)),
        ("DAYNUM", {word: n for word, n in lexicon.ordinals.items() if n in _DAYS}),
        ("DECADE", {word: 190 + n for word, n in lexicon.decades.items()}),
        ("VAGUE", dict.fromkeys(lexicon.vague, True)),
        ("TURN", dict(lexicon.turns)),
        ("STORYTURN", dict(lexicon.story_turns)),
        ("PART", dict.fromkeys(lexicon.parts, True)),
        ("PARTNOUN", dict.fromkeys(lexicon.part_nouns, True)),
        ("ABOUT", dict.fromkeys(lexicon.about, True)),
        ("FREQUENCY", dict(lexicon.frequencies)),
        ("ADJREF", dict(lexicon.reference_adjectives)),
    )
    senses: dict[str, Senses] = {}
    for category, words in tables:
        for word, value in words.items():
            senses.setdefault(word, {})[category] = value
    for word, own in senses.items():
        own[word] = None
    return senses


def _phrase_senses(lexicon: TimeLexicon) -> list[tuple[str, Senses]]:
    feasts = [(name, {"FEAST": feast}) for name, feast in lexicon.feasts.items()]
    feasts += [(name.replace("'", "’"), senses) for name, senses in feasts if "'" in name]
    return feasts + [(phrase, {"REF": value}) for phrase, value in lexicon.references.items()]


def _split(phrase: str) -> list[str]:
    """A phrase as the tokeniser splits it: "new year's day" is new, year, 's, day."""
    spaced = phrase.replace("'s", " 's").replace("’s", " ’s").replace("s' ", "s ' ").replace("s’ ", "s ’ ")
    return spaced.split()


def _phrase_words(lexicon: TimeLexicon) -> frozenset[str]:
    return frozenset(word for phrase, _ in _phrase_senses(lexicon) for word in _split(phrase))


def _triggers(lexicon: TimeLexicon) -> frozenset[str]:
    """The words one of which every expression holds (or a digit)."""
    singles = [
        lexicon.months, lexicon.weekdays, lexicon.seasons, lexicon.units, lexicon.plural_units, lexicon.dayparts,
        lexicon.clock_names, lexicon.near_days, lexicon.near_parts, lexicon.decades, lexicon.frequencies,
        lexicon.reference_adjectives, lexicon.meridiems,
    ]  # fmt: skip
    words = {word for table in singles for word in table}
    words |= {f"{word}s" for table in (lexicon.weekdays, lexicon.seasons, lexicon.dayparts) for word in table}
    for phrase in (*lexicon.feasts, *lexicon.references):
        words.add([word for word in _split(phrase) if word.isalpha()][-1])
    return frozenset(words | {"ninety", "nineteen", "period", "term"})


@functools.cache
def vocabulary(literals: frozenset[str]) -> Vocabulary:
    """The vocabulary for a grammar that uses these literal words."""
    return Vocabulary(time_lexicon(), literals)
