"""Holders: what it tells that a person is named with an office: "Prime Minister Ana Soto".

Nobody has a title before the term begins: that is a lower bound. That the term has not ended is certain only where the
page lets the holder act in these days: "Prime Minister Ana Soto said Tuesday", "is meeting", "will visit". Whoever is a
"former", "then" or elected one somewhere on the page tells nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sayso.lexicon.cues import load_cues
from sayso.lexicon.dating import dating_words
from sayso.lexicon.leaders import leader_index
from sayso.lexicon.offices import load_offices
from sayso.reading.calendar import interval_of
from sayso.reading.dates.commitment import dated_by, is_done, is_future, is_present, is_under_way
from sayso.reading.dates.days import days_of, domain, since
from sayso.reading.dates.evidence import Evidence
from sayso.reading.dates.states import countries_of, state_at
from sayso.reading.timex.expressions import Fixed, InWeek, Relative

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.lexicon.leaders import Leader, Term
    from sayso.lexicon.roles import Phrase
    from sayso.reading.dates.page import Page
    from sayso.reading.syntax import Sentence, Token

# The press gives a title so many days before a term begins, and tells so many after it what was done "on Tuesday".
_HANDOVER = 14
# The longest title has so many words: "chancellor of the exchequer".
_TITLE = 5
# So many words before a title or a name may say that it is no title of today's.
_STATUS = 3
# What belongs to the phrase of a name if it stands before it.
_MODIFIERS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


@dataclass(frozen=True, slots=True)
class Holder:
    """Tokens [first, end) give a title and a name, whose last token is ``head``; ``terms`` are those it may mean."""

    first: int
    end: int
    head: Token
    name: str
    terms: tuple[Term, ...]


def holders(page: Page) -> Iterator[Evidence]:
    """The bounds that holders of office set."""
    found: list[Holder] = []
    past: set[str] = set()
    countries = countries_of(page)
    for sentence in page.sentences:
        for first, end, leaders in _named(page, sentence):
            if _has_status(page, sentence, first):
                past.update(leader.name for leader in leaders)
            else:
                found.extend(_titled(page, sentence, (first, end), leaders, countries))
    for holder in found:
        if holder.name not in past:
            yield from _bounds(page, holder)


def _named(page: Page, sentence: Sentence) -> Iterator[tuple[int, int, tuple[Leader, ...]]]:
    """(first, end, whom it may mean) of leaders' names in a sentence."""
    start, after = sentence.tokens[0].i, sentence.tokens[-1].i + 1
    for first, end, leaders in leader_index().find(page.words[start:after]):
        if all(word[0].isupper() for word in page.written[start + first : start + end] if word[0].isalpha()):
            yield start + first, start + end, leaders


def _has_status(page: Page, sentence: Sentence, first: int) -> bool:
    lowest = sentence.tokens[0].i
    found = _title_before(page, lowest, first)
    left = min(first, found[0] if found else first)
    around = page.words[max(lowest, left - _STATUS) : first]
    return not dating_words().status.isdisjoint(around)


def _titled(
    page: Page, sentence: Sentence, name: tuple[int, int], leaders: Sequence[Leader], countries: frozenset[str]
) -> Iterator[Holder]:
    (first, end), lowest = name, sentence.tokens[0].i
    found = _title_before(page, lowest, first)
    after = end < len(page.tokens) and page.tokens[end].sentence == sentence.i
    if found is None or (after and _goes_on(page, end)):
        return
    left, title = found
    if title not in dating_words().titles:
        return
    country = _country_before(page, lowest, left)
    if country is None and not _stands_alone(page, lowest, left):
        return
    terms = {leader.name: _terms(leader, title, country) for leader in leaders}
    held = tuple(term for own in terms.values() for term in own)
    if country is None and end - first == 1 and not _is_clear(held, countries):
        return
    if held:
        names = [name for name, own in terms.items() if own]
        yield Holder(left, end, page.tokens[end - 1], names[0], held)


def _terms(leader: Leader, title: Phrase, country: str | None) -> tuple[Term, ...]:
    """The terms of a leader that a title may mean, in this country if it is told."""
    office, countries = load_offices().forms[title].name, dating_words().titles[title]
    return tuple(
        term
        for term in leader.terms
        if term.office == office
        and country in (None, term.country)
        and (countries is None or term.country in countries)
    )


def _goes_on(page: Page, end: int) -> bool:
    """Whether the name is longer than the lexicon knows it: "the Bush administration", "President Bush-Soto"."""
    token = page.tokens[end]
    dates = any(when.first == end for when in page.whens.get(token.sentence, ()))
    return not dates and (token.pos in ("PROPN", "NOUN") or token.lower == "-")


def _title_before(page: Page, lowest: int, first: int) -> tuple[int, Phrase] | None:
    """(first token, words) of the title that ends before a name."""
    end = first - 1 if first > lowest and page.words[first - 1] == "," else first
    for left in range(max(lowest, end - _TITLE), end):
        phrase = tuple(page.words[left:end])
        if phrase in load_offices().forms:
            return left, phrase
    return None


def _country_before(page: Page, lowest: int, left: int) -> str | None:
    """The country that stands right before a title: "Peruvian President", "Peru's president"."""
    end = left - 1 if left > lowest and page.words[left - 1] == "'s" else left
    for first in range(max(lowest, end - _TITLE), end):
        hit = state_at(page, first)
        if hit is not None and hit[0] == end:
            return hit[1]
    return None


def _stands_alone(page: Page, lowest: int, left: int) -> bool:
    """Whether nothing before a title says whose it is, or that it is another."""
    if left == lowest:
        return True
    before = page.tokens[left - 1]
    if before.lower in dating_words().others:
        return False
    return before.lower in dating_words().present or (
        before.pos not in _MODIFIERS and before.lower not in ("-", "a", "an", "’s", "'", "’", "his", "her", "their")
    )


def _is_clear(terms: Sequence[Term], countries: frozenset[str]) -> bool:
    """Of a family name alone: whether all who held the office did so in one country, which the page names."""
    held = {term.country for term in terms}
    return len(held) == 1 and held <= countries


def _bounds(page: Page, holder: Holder) -> Iterator[Evidence]:
    """From the start of the first term on; within the terms, if the holder acts in these days."""
    starts = [(_first(term.start), _end(term)) for term in holder.terms]
    words, span = page.of(holder.first, holder.end), page.span(holder.first, holder.end)
    first = min(start for start, _ in starts)
    yield Evidence(since(first - _HANDOVER), f"“{words}” has held that office since {_since(holder.terms)}", span)
    if _acts_lately(page, holder.head):
        days = days_of((start - _HANDOVER, end + _HANDOVER) for start, end in starts)
        yield Evidence(days, f"“{words}” acts in that office, held {_listed(holder.terms)}", span)


def _acts_lately(page: Page, name: Token) -> bool:
    """Whether the page lets the holder do something in these days."""
    if name.dep != "nsubj" or name.head.pos != "VERB" or page.is_quoted(name):
        return False
    verb, whens = name.head, page.whens.get(name.sentence, ())
    if any(isinstance(when.core, Fixed) for when in whens):
        return False
    if is_future(verb) or is_under_way(verb) or (is_present(verb) and verb.lemma in load_cues().verbs):
        return True
    recent = any(_is_recent(when.core) and (verb.head is verb or dated_by(when.head)[0] is verb) for when in whens)
    return recent and is_done(verb)


def _is_recent(core: object) -> bool:
    if isinstance(core, InWeek):
        return core.base == "now"
    return isinstance(core, Relative) and core.base == "now" and core.unit in ("day", "week") and -1 <= core.steps <= 0


def _first(told: str) -> int:
    interval = interval_of(told)
    return date.fromisoformat(interval[0]).toordinal() if interval else domain()[0]


def _end(term: Term) -> int:
    """The day after the last on which it may have been held: an end told as a month is some day of that month."""
    interval = interval_of(term.end) if term.end else None
    if interval is None or term.end is None:
        return domain()[1]
    exact = len(term.end) == len("YYYY-MM-DD")
    return date.fromisoformat(interval[0] if exact else interval[1]).toordinal()


def _since(terms: Sequence[Term]) -> str:
    return min(term.start for term in terms)


def _listed(terms: Sequence[Term]) -> str:
    return " and ".join(f"from {term.start} to {term.end}" if term.end else f"from {term.start} on" for term in terms)
