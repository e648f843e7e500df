"""Told dates: what a date in the text tells of the day of publication.

- A full date is a lower bound where the verb says that something happened then, an upper one where it is to happen.
- A weekday beside a day of the month ("Sunday, September 28") fixes the year to those in which the two meet, and the
  press leaves a year out only near to it.
- A dateline without its year is of a day next to publication.

A date that is merely mentioned tells nothing.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sayso.lexicon.dating import dating_words
from sayso.reading.calendar import day, period
from sayso.reading.dates.commitment import dated_by, is_future, is_past, told_by
from sayso.reading.dates.days import ZONES, before, days_of, first_day, since, years
from sayso.reading.dates.evidence import Evidence
from sayso.reading.timex.expressions import Fixed, InYear
from sayso.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.reading.dates.commitment import Told
    from sayso.reading.dates.days import Stretch
    from sayso.reading.dates.page import Page, When
    from sayso.reading.syntax import Sentence, Token
    from sayso.records import Story

# So many days back a day is told of by weekday, month and no year; and so many ahead, or as far as New Year's Day.
# Of 44 such dates in 1,228 dated dispatches the farthest lay 29 days back and 180 ahead, misdated pages aside.
_BEHIND = 92
_AHEAD = 183
# Prepositions between a date and the verb that happened then; without one it stands alone: "met Sunday".
_THEN = frozenset({None, "on", "in", "at", "during", "since"})
# … and that is to happen by then.
_UNTIL = frozenset({None, "on", "in", "at", "during", "by", "before", "until", "till", "through", "for", "from"})
# Behind these stands what has a time of its own.
_AIMS = frozenset({"as", "for", "about", "over", "to", "on", "against", "than", "of"})
# So many sentences before a date may set its year: "In 1945 …"
_SETTING = 3


def full_dates(page: Page) -> Iterator[Evidence]:
    """The bounds that full dates set."""
    for sentence in page.sentences:
        for when in page.whens.get(sentence.i, ()):
            named = _fixed(when, page)
            if named is not None and (evidence := _bound(when, named, page)) is not None:
                yield evidence


def _bound(when: When, named: Stretch, page: Page) -> Evidence | None:
    dated, preposition = dated_by(when.head)
    words, span = page.of(when.first, when.end), page.span(when.first, when.end)
    if not _is_own(when.head, dated):
        return None
    if preposition in _THEN and is_past(dated):
        zones = ZONES if named[1] - named[0] == 1 else 0
        return Evidence(since(named[0] - zones), f"“{words}” is told of as past", span)
    if preposition in _UNTIL and _is_to_come(dated, page) and not _is_set_elsewhere(dated, page):
        zones = ZONES if named[1] - named[0] == 1 else 0
        return Evidence(before(named[1] + zones), f"“{words}” is told of as still to come", span)
    return None


def _is_own(date_: Token, verb: Token) -> bool:
    """Whether a date can be the verb's alone: in "named him as a candidate in 2016" it may be the candidate's."""
    between = (child for child in verb.children if verb.i < child.i < date_.i and child.dep == "prep")
    return not any(child.lower in _AIMS for child in between if child is not date_.head)


def _is_to_come(verb: Token, page: Page) -> bool:
    """Whether the page itself says that it will be; what has an object may say when that was: "will recall the war"."""
    return is_future(verb) and verb.child("dobj") is None and not page.is_quoted(verb)


def _is_set_elsewhere(verb: Token, page: Page) -> bool:
    """Whether a date stands outside the clause, as in "said in a speech of 1961 that it will": that may be past."""
    clause = verb
    while clause.dep == "conj" and clause.head is not clause:
        clause = clause.head
    whens = page.whens[verb.sentence]
    return any(isinstance(when.core, Fixed) and not _is_below(when.head, clause) for when in whens)


def _is_below(token: Token, top: Token) -> bool:
    return token is top or any(above is top for above in token.ancestors())


def _fixed(when: When, page: Page) -> Stretch | None:
    """The days that a full date, a month or a year of the calendar names."""
    if not isinstance(when.core, Fixed):
        return None
    named = period(when.core.value)
    if named is None or named.unit not in ("day", "month", "year") or named.interval is None:
        return None
    if named.unit == "year" and not _is_year(when, page):
        return None
    start, end = (date.fromisoformat(end).toordinal() for end in named.interval)
    return start, end


def _is_year(when: When, page: Page) -> bool:
    """Whether four digits are a year: "in 2016", not "in 2016 villages", "fiscal 2016", "in the 2016 season"."""
    around = {page.words[i] for i in (when.first - 2, when.first - 1, when.end) if 0 <= i < len(page.words)}
    inside = page.words[when.first : when.end]
    return when.head.dep == "pobj" and not dating_words().fiscal.intersection((*around, *inside))


def weekday_dates(page: Page) -> Iterator[Evidence]:
    """What weekdays beside a day of the month tell."""
    for number, sentence in enumerate(page.sentences):
        for when in page.whens.get(sentence.i, ()):
            core = when.core
            if not isinstance(core, InYear) or core.weekday is None or core.year is not None or core.unit != "day":
                continue
            met = [day_ for year in years() if (day_ := _meeting(core, year)) is not None]
            if met and not _is_set(met, page.sentences[max(0, number - _SETTING) : number + 1], page):
                yield _near(when, met, page)


def _meeting(core: InYear, year: int) -> int | None:
    """The number of the day in this year, if it is on its weekday."""
    named = day(year, core.index, core.day)
    return named.number if named is not None and (named.number - 1) % 7 + 1 == core.weekday else None


def _is_set(met: Sequence[int], sentences: Sequence[Sentence], page: Page) -> bool:
    """Whether a year in which the two meet has just been named: the story may speak of that time."""
    named = {int(when.core.value[:4]) for s in sentences for when in page.whens.get(s.i, ())
             if isinstance(when.core, Fixed) and when.core.value[:4].isdecimal()}  # fmt: skip
    return any(date.fromordinal(number).year in named for number in met)


def _near(when: When, met: Sequence[int], page: Page) -> Evidence:
    dated, _ = dated_by(when.head)
    told = None if page.is_quoted(dated) else told_by(dated)
    words = page.of(when.first, when.end)
    reason = f"“{words}” is so in {_listed(met)}{_TENSES[told]}, and has no year because it is near"
    return Evidence(days_of(_around(number, told) for number in met), reason, page.span(when.first, when.end))


_TENSES: dict[Told | None, str] = {"past": ", is past", "future": ", is still to come", None: ""}


def _around(number: int, told: Told | None) -> Stretch:
    """The days on which a day is told of by its day and month alone."""
    new_year = first_day(date.fromordinal(number).year)
    earliest = number - ZONES if told == "past" else min(new_year, number - _AHEAD)
    return earliest, number + 1 + (ZONES if told == "future" else _BEHIND)


def _listed(met: Sequence[int]) -> str:
    """The last few years, as "…, 2008, 2014 and 2025": those that a reader can check."""
    shown = [str(date.fromordinal(number).year) for number in met[-4:]]
    return f"…, {', '.join(shown[:-1])} and {shown[-1]}" if len(met) > len(shown) else ", ".join(shown)


def datelines(stories: Sequence[Story]) -> Iterator[Evidence]:
    """What datelines tell that have a month and a day alone."""
    for story in stories:
        line = story.dateline
        if story.kind != "article" or line is None or line.date is None or not line.date.startswith("--"):
            continue
        month, number = int(line.date[2:4]), int(line.date[5:7])
        named = [day_.number for year in years() if (day_ := day(year, month, number)) is not None]
        if named:
            days = days_of((number - ZONES, number + 1 + ZONES) for number in named)
            yield Evidence(days, f"the dateline has {line.date[2:]}", Span(line.start, line.end))
