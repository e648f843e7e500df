"""A ledger of three documents, built by hand, and what a format makes of it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from readings import actor, written
from sayso import Ledger
from sayso.records import Place
from sayso.views.event_question import EventQuestion
from sayso.views.exports import format_called, write_export

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sayso.records import Reading

KIM, CHOE = actor("Kim", "PRK", office="chairman"), actor("Choe", "PRK", office="minister")
CHN, USA, XINHUA = actor("China", "CHN"), actor("the US", "USA"), actor("Xinhua", "CHN")

VISIT = 'Kim met\t"China"; {50%_off} in Lima, Choe said, Xinhua said. And that was all.'
DENIED = "Kim attacked China & the US, <b>it</b> denied."
MET = "China met the US."


def _visit() -> Reading:
    page = written(
        "visit", VISIT, published="2018-05-03", outlet="Meridian Press", title='A "visit" to {Lima} & 50%_off'
    )
    told = page.said('Kim met\t"China"', XINHUA, CHOE)
    reading = page.event("CONSULT", "met", by=KIM, to=CHN, on="2018-05-02", place="Lima", statement=told, dead=1).done()
    (event,) = reading.events
    at = page.at("Lima")
    return replace(
        reading,
        document=replace(reading.document, url="https://x.example/a?b={1}&c=%20d#e", language="en"),
        events=(replace(event, mode="visit", contexts=("diplomatic", "military"), start=0, end=32),),
        places=(Place(at.start, at.end, "Lima", 3936456, -12.043, -77.028, "PER", "literal"),),
    )


@contextmanager
def three_reports(path: Path) -> Iterator[Ledger]:
    """A ledger of three documents: a visit told through two sources, a denied attack, and a meeting without a day.

    The meeting has two actors and no recipient.
    """
    moments = (f"2025-01-01T00:00:{second:02}Z" for second in range(60))
    with Ledger.open(path, clock=lambda: next(moments)) as kept:
        kept.add(_visit())
        attack = written("attack", DENIED, published="2018-06")
        kept.add(attack.event("ASSAULT", "attacked", by=KIM, to=CHN, on="2018-06-04", status="denied").done())
        meeting = written("meeting", MET).event("CONSULT", "met", by=CHN, to=USA).done()
        (event,) = meeting.events
        both = (*event.actors, *event.recipients)
        kept.add(replace(meeting, events=(replace(event, actors=both, recipients=()),)))
        yield kept


def made_of(ledger: Ledger, form: str, **asked: str) -> bytes:
    """What a format makes of the reports that answer the question."""
    sink = BytesIO()
    write_export(ledger, format_called(form), EventQuestion(**asked), sink)
    return sink.getvalue()
