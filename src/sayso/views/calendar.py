"""Expectations as an iCalendar (RFC 5545): one all-day event for each window.

The library is ``icalendar``: it folds lines and escapes text as the standard wants it.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, BinaryIO

from icalendar import Calendar, Event

from sayso.records.wording import clean, days_words, listing, published_words
from sayso.views.exports.names import address
from sayso.views.outcome_words import history_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.views.answers import EventAnswer, ExpectationAnswer

# What the calendar calls it: only what came is certain, and what moved does not come then.
_STATUS = {"met": "CONFIRMED", "cancelled": "CANCELLED", "postponed": "CANCELLED", "void": "CANCELLED"}


def write_calendar(answers: Iterable[ExpectationAnswer], day: date, sink: BinaryIO) -> int:
    """Writes those that have a window as known on this day; how many. The same answers give the same bytes."""
    calendar = Calendar()
    calendar.add("prodid", "-//Sayso//expectations//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Expectations")
    written = 0
    for answer in answers:
        if answer.to is not None:
            calendar.add_component(_event(answer, answer.to, day))
            written += 1
    sink.write(calendar.to_ical())
    return written


def _event(answer: ExpectationAnswer, to: str, day: date) -> Event:
    """Its days are half-open, as those of a window are; a window without a beginning begins with the announcement."""
    told, event = answer.event, Event()
    first = min(answer.from_ or answer.told, days_before(to))
    event.add("uid", f"{answer.id}@sayso")
    event.add("dtstamp", datetime.combine(day, time(), UTC))
    event.add("dtstart", date.fromisoformat(first))
    event.add("dtend", date.fromisoformat(to))
    event.add("status", _STATUS.get(answer.outcome, "TENTATIVE"))
    event.add("sequence", len(answer.history))
    event.add("transp", "TRANSPARENT")
    event.add("summary", _summary(answer))
    event.add("description", _description(answer))
    event.add("categories", [answer.outcome])
    if told.place:
        event.add("location", clean(told.place))
    if told.document.url:
        event.add("url", address(told.document.url))
    return event


def days_before(to: str) -> str:
    """The last day of a window that ends before ``to``."""
    return date.fromordinal(date.fromisoformat(to).toordinal() - 1).isoformat()


def _summary(answer: ExpectationAnswer) -> str:
    told = answer.event
    what = told.act if told.mode is None else f"{told.act} {told.mode}"
    who = " → ".join(filter(None, (_names(told, "actors"), _names(told, "recipients"))))
    return f"{what}: {who} [{answer.outcome}]"


def _names(event: EventAnswer, role: str) -> str:
    return listing(clean(party.name) for party in getattr(event, role))


def _description(answer: ExpectationAnswer) -> str:
    told, document = answer.event, answer.event.document
    chain = f"according to {' ← '.join(map(clean, told.chain))}" if told.chain else ""
    source = [document.outlet, document.title, published_words(document.published), document.id]
    return "\n".join(
        filter(
            None,
            (
                f"“{clean(told.words)}”",
                chain,
                " · ".join(clean(part) for part in source if part),
                f"{answer.outcome}: {answer.reason}",
                history_words(answer.told, answer.history),
                f"window: {days_words(answer.from_, answer.to)}",
            ),
        )
    )
