"""What questions are narrowed by: an actor, a period, words."""

from __future__ import annotations

import functools
import json
import re
import unicodedata
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, SelectBase, and_, false, func, literal_column, or_, select, tuple_, union

from sayso.errors import UnreadableInput
from sayso.ledger.periods import days_of
from sayso.ledger.schema import ACTOR_NAMES, ACTORS
from sayso.lexicon.countries import load_countries
from sayso.views.lens import RAW

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from sqlalchemy import FromClause, Select

    from sayso.ledger.verdicts import Row
    from sayso.views.lens import Lens

_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r'"([^"]*)"|(\S+)')
_CODE = re.compile(r"[A-Z]{3}")


def actors_called(who: str, lens: Lens = RAW) -> SelectBase:
    """(reading, n) of the actors that ``who`` stands for.

    A code (``PRK``), or a name of a country or its capital, stands for the country: the state and all who act for it or
    come from it. Anything else is a name or the beginning words of one: "Kim" finds Kim Jong Un and Kim Yo Jong. What
    a verdict merged into another actor is found as the other, and by its own names too.

    Raises:
        UnreadableInput: if there is no letter in it.
    """
    code = country_of(who)
    if code:
        read = select(ACTORS.c.reading, ACTORS.c.n).where(ACTORS.c.country == code)
        if lens.actors is not None:
            read = read.where(ACTORS.c.id.not_in(select(lens.actors.c.source)))
        return _corrected(read, ACTORS, lens, [row for row in lens.corrected_actors if row["country"] == code])
    words = _WORD.findall(who)
    if not words:
        message = f"'{who}' names no actor: give a country's code such as PRK, or a name"
        raise UnreadableInput(message, where=who)
    read = select(ACTOR_NAMES.c.reading, ACTOR_NAMES.c.n).where(matches("actor_names", f'"{" ".join(words)}"*'))
    called = [row for row in lens.corrected_actors if _begins_a_name(words, row["name"])]
    return _corrected(read, ACTOR_NAMES, lens, called)


def _corrected(read: Select[tuple[int, int]], table: FromClause, lens: Lens, called: list[Row]) -> SelectBase:
    """The actors that were ``read`` as called so, without those that are someone else, and with the ``called`` rows."""
    if not lens.has_actors:
        return read
    anywhere = (row["source"] for row in called if row["reading"] is None)
    merged = select(ACTORS.c.reading, ACTORS.c.n).where(ACTORS.c.id.in_(_listed(anywhere)))
    if lens.split is not None:
        split = select(lens.split.c.reading, lens.split.c.n)
        read = read.where(tuple_(table.c.reading, table.c.n).not_in(split))
        merged = merged.where(tuple_(ACTORS.c.reading, ACTORS.c.n).not_in(split))
    rows = [[row["reading"], row["n"]] for row in called if row["reading"] is not None]
    each = func.json_each(json.dumps(rows)).table_valued("value")
    theirs = select(func.json_extract(each.c.value, "$[0]"), func.json_extract(each.c.value, "$[1]"))
    return union(read, merged, theirs)


def countrymen(
    country: ColumnElement[str | None], actor: Any, codes: Collection[str], lens: Lens
) -> ColumnElement[bool]:
    """Whether an actor is of one of these countries.

    Args:
        country: the actor's, as it was read.
        actor: its (reading, n), a tuple in SQL.
        codes: of the countries.
        lens: with which verdicts.
    """
    read = country.in_(codes)
    if not lens.has_actors:
        return read
    theirs = [row for row in lens.corrected_actors if row["country"] in codes]
    none = select(ACTORS.c.reading, ACTORS.c.n).where(false())
    return or_(and_(read, actor.not_in(_someone_else(lens))), actor.in_(_corrected(none, ACTORS, lens, theirs)))


def _someone_else(lens: Lens) -> SelectBase:
    """(reading, n) of the actors that a verdict may make someone else."""
    queries = [select(over.c.reading, over.c.n) for over in (lens.split,) if over is not None]
    if lens.actors is not None:
        merged = select(ACTORS.c.reading, ACTORS.c.n).where(ACTORS.c.id.in_(select(lens.actors.c.source)))
        queries.append(merged)
    return union(*queries)


def _listed(values: Iterable[str]) -> Select[tuple[str]]:
    return select(func.json_each(json.dumps(sorted(set(values)))).table_valued("value").c.value)


def _begins_a_name(words: list[str], name: str) -> bool:
    """Whether the words stand together in the name, the last perhaps with more letters: what full text finds."""
    wanted, there = ([_folded(word) for word in told] for told in (words, _WORD.findall(name)))
    runs = (there[at : at + len(wanted)] for at in range(len(there) - len(wanted) + 1))
    return any(run[:-1] == wanted[:-1] and run[-1].startswith(wanted[-1]) for run in runs)


def _folded(word: str) -> str:
    """In lower case and without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(c))


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
