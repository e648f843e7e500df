"""Occasions: what it tells that an anniversary is "next month", or that a named event is past.

An expression of time counts where it dates the anniversary itself: its subject or object is what marks it ("this year
marks the 80th anniversary …"), it stands by the verb that marks it, or next to it ("next month's …").
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sayso.lexicon.dating import dating_words
from sayso.reading.calendar import Period, day, interval_of, period
from sayso.reading.dates.commitment import dated_by, told_by
from sayso.reading.dates.days import days_of, first_day, since, years
from sayso.reading.dates.evidence import Evidence
from sayso.reading.dates.references import references
from sayso.reading.dates.seen_from import published_on
from sayso.reading.timex.expressions import Relative

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.lexicon.anniversaries import Occasion
    from sayso.reading.dates.commitment import Told
    from sayso.reading.dates.days import Stretch
    from sayso.reading.dates.page import Page, When
    from sayso.reading.dates.references import Reference
    from sayso.reading.syntax import Token

# Who has marked an anniversary has done so within so many days of it.
_AROUND = 3
# What may stand between an anniversary and the expression of time that follows it.
_BETWEEN = frozenset({",", "on", "in"})
_SUBJECTS = ("nsubj", "nsubjpass")
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_ONCE = frozenset({"at", "during", "after", "since", "following"})


def occasions(page: Page) -> Iterator[Evidence]:
    """What references to occasions tell, in text order."""
    for sentence in page.sentences:
        for reference in references(page, sentence):
            if not page.is_quoted(reference.head):
                yield from _dated(page, reference)
                yield from _told(page, reference)


def _dated(page: Page, reference: Reference) -> Iterator[Evidence]:
    """What the expressions of time beside a reference tell."""
    verb = _own_verb(reference)
    for when in page.whens.get(reference.head.sentence, ()):
        if when.end <= reference.first or when.first >= reference.end:
            tied = _is_next_to(page, when, reference, verb) or _is_by_verb(when, verb)
            if tied and (evidence := _seen_from(page, when, reference, verb)) is not None:
                yield evidence


def _seen_from(page: Page, when: When, reference: Reference, verb: Token | None) -> Evidence | None:
    tense = told_by(verb) if verb is not None else None
    around = _AROUND if tense == "past" and isinstance(when.core, Relative) else 0
    stretches = [
        published
        for start, end in _occurrences(reference)
        if (published := published_on(when.core, (start - around, end + around), tense)) is not None
    ]
    if not stretches:
        return None
    words, what = page.of(when.first, when.end), _what(reference)
    first, end = min(when.first, reference.first), max(when.end, reference.end)
    return Evidence(days_of(stretches), f"“{words}” is said of {what}", page.span(first, end))


def _told(page: Page, reference: Reference) -> Iterator[Evidence]:
    """The bounds that a reference sets by itself: an anniversary that was marked, an event that nobody foresaw."""
    words, span = page.of(reference.first, reference.end), page.span(reference.first, reference.end)
    if reference.nth == 0:
        if _is_over(reference):
            yield Evidence(since(_stretch(reference.occasion)[0]), f"“{words}” was {_dates(reference.occasion)}", span)
        return
    verb = _own_verb(reference)
    told = told_by(verb) if verb is not None and reference.nth is not None else None
    for start, _ in _occurrences(reference) if told is not None else ():
        year = date.fromordinal(start).year
        # It is marked on other days as well, but in its year.
        days = since(first_day(year)) if told == "past" else days_of([(0, first_day(year + 1))])
        yield Evidence(days, f"{_what(reference)} is told of as {_TENSES[told]}", span)


_TENSES: dict[Told | None, str] = {"past": "past", "future": "still to come"}


def _is_over(reference: Reference) -> bool:
    """Whether an occasion is named after it was: nobody foresaw it, or something happened there."""
    if reference.occasion.surprise:
        return True
    dated, preposition = dated_by(reference.head)
    return preposition in _ONCE and told_by(dated) == "past"


def _own_verb(reference: Reference) -> Token | None:
    """The verb whose time is the reference's own: "marks the anniversary", "the anniversary falls", "is marked"."""
    head, words = reference.head, dating_words()
    verb = head.head
    if head.dep == "dobj" and verb.lemma in words.marking:
        return verb
    if head.dep in _SUBJECTS and verb.lemma in (words.falling if head.dep == "nsubj" else words.marking):
        return verb
    return None


def _is_by_verb(when: When, verb: Token | None) -> bool:
    """Whether an expression dates the verb, or is what marks: "Tuesday marked the anniversary"."""
    if verb is None:
        return False
    dated, preposition = dated_by(when.head)
    return dated is verb and preposition in (None, "on", "in")


def _is_next_to(page: Page, when: When, reference: Reference, verb: Token | None) -> bool:
    """Whether an expression stands right before a reference, with an 's, or behind it.

    Of what is past it may be another thing that is dated, an invitation to the anniversary, unless a verb marks it.
    """
    if when.end == reference.first - 1:
        return page.words[when.end] in ("'s", "'")
    between = page.words[reference.end : when.first]
    behind = when.first >= reference.end and _BETWEEN.issuperset(between)
    return behind and (verb is not None or _is_ahead(when))


def _is_ahead(when: When) -> bool:
    """As in "next month"."""
    return isinstance(when.core, Relative) and when.core.base == "now" and when.core.steps > 0


def _occurrences(reference: Reference) -> Iterator[Stretch]:
    """The days of the anniversary; of one that is not told, those of each year."""
    occasion = reference.occasion
    if reference.nth == 0:
        yield _stretch(occasion)
        return
    begun = int(occasion.first[:4])
    for year in (begun + reference.nth,) if reference.nth is not None else years():
        named = _in_year(occasion, year) if year in years() else None
        if named is not None and named.interval is not None:
            start, end = (date.fromisoformat(edge).toordinal() for edge in named.interval)
            yield start, end


def _in_year(occasion: Occasion, year: int) -> Period | None:
    first = period(occasion.first)
    if first is None or first.unit != "day":
        return period(f"{year:04}{occasion.first[4:]}")
    return day(year, int(occasion.first[5:7]), int(occasion.first[8:10]))


def _stretch(occasion: Occasion) -> Stretch:
    edges = interval_of(occasion.first), interval_of(occasion.last)
    assert edges[0] is not None
    assert edges[1] is not None
    return date.fromisoformat(edges[0][0]).toordinal(), date.fromisoformat(edges[1][1]).toordinal()


def _what(reference: Reference) -> str:
    """The reference in words, with its date."""
    occasion = reference.occasion
    if reference.nth == 0:
        return f"{occasion.name} ({_dates(occasion)})"
    if reference.nth is None:
        name = occasion.name if occasion.yearly else f"an anniversary of {occasion.name}"
        return f"{name} (each {occasion.first[5:] or 'year'})"
    named = _in_year(occasion, int(occasion.first[:4]) + reference.nth)
    return f"the {_ordinal(reference.nth)} anniversary of {occasion.name} ({named.value if named else 'no day'})"


def _ordinal(number: int) -> str:
    teen = number // 10 % 10 == 1
    return f"{number}{'th' if teen else _ENDINGS.get(number % 10, 'th')}"


def _dates(occasion: Occasion) -> str:
    return occasion.first if occasion.first == occasion.last else f"{occasion.first} to {occasion.last}"
