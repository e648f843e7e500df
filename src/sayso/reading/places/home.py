"""Home: what an outlet's name or internet domain tells of where it is at home."""

from __future__ import annotations

import functools
from dataclasses import dataclass

import pycountry

from sayso.lexicon.usage import usage_words

# Domains of states that are sold to anybody.
_SOLD = frozenset(("ai", "cc", "co", "fm", "io", "ly", "me", "to", "tv", "ws"))
_LONGEST_AFFIX = 12
# Shorter names stand in others by chance.
_LEAST = 4
_CODES = {"UK": "GBR", "XK": "KOS"}


@dataclass(frozen=True, slots=True)
class Home:
    """Where an outlet is at home.

    Attributes:
        country: alpha-3, from the end of its domain; None if that tells nothing.
        words: its name in small letters without blanks, in which a town's name may stand: "parisbeacon".
        rest: what is left of that without the words of papers and stations: "paris".
    """

    country: str | None = None
    words: str = ""
    rest: str = ""

    def is_called(self, key: str) -> bool:
        """Whether the outlet bears the name of a town, given in small letters."""
        return len(key) >= _LEAST and key.replace(" ", "") in self.words


@functools.lru_cache(maxsize=4096)
def home_of(outlet: str | None) -> Home:
    """The home of an outlet, by its name or domain."""
    if not outlet:
        return Home()
    name = outlet.lower().split("/")[0]
    labels = name.split(".")
    end = labels[-1]
    country = _country(end) if len(labels) > 1 and " " not in name else None
    own = max(labels[:-1], key=len) if len(labels) > 1 else name
    words = own.replace(" ", "").replace("-", "")
    return Home(country, words, _rest(words))


def _rest(words: str) -> str:
    """The words without those of papers before and behind: "thexvilledailynews" is "xville"."""
    affixes = usage_words().outlets
    changed = True
    while changed:
        changed = False
        for size in range(min(len(words), _LONGEST_AFFIX), 2, -1):
            if words[-size:] in affixes:
                words, changed = words[:-size], True
                break
            if words[:size] in affixes:
                words, changed = words[size:], True
                break
    return words if len(words) >= _LEAST else ""


def _country(end: str) -> str | None:
    if len(end) != 2 or end in _SOLD:  # noqa: PLR2004 - the domains of states have two letters
        return None
    code = end.upper()
    if code in _CODES:
        return _CODES[code]
    found = pycountry.countries.get(alpha_2=code)
    return found.alpha_3 if found is not None else None
