"""What questions are narrowed by: an actor, a period, words."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Select, and_, func, literal_column, or_, select

from sayso.errors import UnreadableInput
from sayso.ledger.periods import days_of
from sayso.ledger.schema import ACTOR_NAMES, ACTORS, DOCUMENTS, READINGS
from sayso.lexicon.countries import load_countries

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Join

_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r'"([^"]*)"|(\S+)')
_CODE = re.compile(r"[A-Z]{3}")


def current() -> Join:
    """Readings that hold now, with their documents."""
    return READINGS.join(DOCUMENTS, and_(READINGS.c.document == DOCUMENTS.c.document, READINGS.c.superseded.is_(None)))


def actors_called(who: str) -> Select[tuple[int, int]]:
    """(reading, n) of the actors that ``who`` stands for.

    A code (``PRK``), or a name of a country or its capital, stands for the country: the state and all who act for it or
    come from it. Anything else is a name or the beginning words of one: "Kim" finds Kim Jong Un and Kim Yo Jong.

    Raises:
        UnreadableInput: if there is no letter in it.
    """
    code = country_of(who)
    if code:
        return select(ACTORS.c.reading, ACTORS.c.n).where(ACTORS.c.country == code)
    words = _WORD.findall(who)
    if not words:
        message = f"'{who}' names no actor: give a country's code such as PRK, or a name"
        raise UnreadableInput(message, where=who)
    return select(ACTOR_NAMES.c.reading, ACTOR_NAMES.c.n).where(matches("actor_names", f'"{" ".join(words)}"*'))


def country_of(who: str) -> str | None:
    """The code of the country that is meant by a code, or the name of it or its capital; None if none is."""
    name = who.strip()
    return name if _CODE.fullmatch(name) else _countries().get(name.casefold())


@functools.cache
def _countries() -> Mapping[str, str]:
    """Names and capitals of countries in lower case, with the code."""
    known = load_countries()
    capitals = {country.capital.casefold(): code for code, country in known.by_code.items() if country.capital}
    return capitals | {name.casefold(): code for name, code in known.names.items()}


def matches(table: str, query: str) -> ColumnElement[bool]:
    """Whether a row of the full-text ``table`` fulfils ``query``, in FTS5's words."""
    return literal_column(table).op("MATCH")(query)


def all_words(words: str) -> str:
    """An FTS5 query for all of the words; those in quotation marks stand together, and a ``*`` ends a word's beginning.

    Raises:
        UnreadableInput: if there is no letter or digit in them.
    """
    return " AND ".join(f'"{" ".join(term)}"' + ("*" if begins else "") for term, begins in _terms(words))


def holding(column: ColumnElement[str], words: str) -> ColumnElement[bool]:
    """Whether all of the words stand in the ``column``, in capitals or not.

    Those in quotation marks stand together, and a ``*`` ends a word's beginning.

    Raises:
        UnreadableInput: if there is no letter or digit in them.
    """
    patterns = (r"[\W_]+".join(term) + ("" if begins else r"\b") for term, begins in _terms(words))
    return and_(*(column.regexp_match(rf"(?i)\b{pattern}") for pattern in patterns))


def _terms(told: str) -> list[tuple[list[str], bool]]:
    """(words that stand together, whether the last is just a beginning) of each term; at least one."""
    straight = told.replace("“", '"').replace("”", '"')
    terms = [together or single for together, single in _QUOTED.findall(straight)]
    found = [(words, term.endswith("*")) for term in terms if (words := _WORD.findall(term))]
    if not found:
        message = "there is no word to search for: give one or more, those that belong together in quotation marks"
        raise UnreadableInput(message, where=told)
    return found


def period(told: str) -> tuple[str, str]:
    """(first day, day after the last) of a day, month or year.

    Raises:
        UnreadableInput: if it is none.
    """
    days = days_of(told.strip())
    if days is None:
        message = f"'{told}' is no date: give YYYY-MM-DD, YYYY-MM or YYYY, for instance 2018-06"
        raise UnreadableInput(message, where=told)
    return days


def in_period(
    first: ColumnElement[str | None], after: ColumnElement[str | None], *, since: str | None, until: str | None
) -> list[ColumnElement[bool]]:
    """Whether the half-open days [first, after) have a day from the start of ``since`` to the end of ``until``.

    An open side is no bound; days of which nothing is known fulfil no period.
    """
    conditions: list[ColumnElement[bool]] = []
    if since or until:
        conditions.append(func.coalesce(first, after).is_not(None))
    if since:
        conditions.append(or_(after.is_(None), after > period(since)[0]))
    if until:
        conditions.append(or_(first.is_(None), first < period(until)[1]))
    return conditions
