from __future__ import annotations

import pytest

from sayso.reading.draft import Draft
from sayso.reading.expectations import NO_TIME, PAST_WINDOW, TOO_VAGUE, make
from sayso.records import Argument, Counts, Document, Event, EventTime, Expectation, Span
from sayso.settings import Settings


def told(status: str, time: EventTime | None, *, published: str | None = "2018-05-10") -> tuple[Expectation, ...]:
    event = Event(
        "e-1", "AGREE", "CONSULT", None, (), "verbal-cooperation", 2.5, "03", Span(0, 3), 0, 9,
        (Argument("a-1", Span(0, 3)),), (), time, None, status, None, Counts(), "r",  # type: ignore[arg-type]
    )  # fmt: skip
    return make(Settings())(Draft(Document("x" * 9, published=published), events=(event,))).expectations


NEXT_MONTH = EventTime("2018-06-01", "2018-07-01", "month", 0)


def test_a_planned_event_is_expected_in_its_window() -> None:
    assert told("planned", NEXT_MONTH) == (Expectation("e-1", "2018-06-01", "2018-07-01", checkable=True),)


def test_without_a_time_it_can_not_be_checked() -> None:
    assert told("planned", None) == (Expectation("e-1", None, None, checkable=False, why_not=NO_TIME),)


def test_a_window_in_the_past_is_told_as_such() -> None:
    (expectation,) = told("planned", EventTime("2018-04-01", "2018-05-01", "month", 0))
    assert (expectation.checkable, expectation.why_not) == (False, PAST_WINDOW)


def test_a_decade_is_too_vague() -> None:
    (expectation,) = told("planned", EventTime("2020-01-01", "2030-01-01", "decade", 0))
    assert (expectation.checkable, expectation.why_not) == (False, TOO_VAGUE)


@pytest.mark.parametrize(("status", "count"), [("possible", 1), ("actual", 0), ("denied", 0), ("hypothetical", 0)])
def test_what_may_be_is_expected_only_with_a_time(status: str, count: int) -> None:
    assert len(told(status, NEXT_MONTH)) == count
    assert told(status, None) == ()
