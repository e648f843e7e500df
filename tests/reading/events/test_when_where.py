"""When and where events happened, read by the whole pipeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso.records import Document

if TYPE_CHECKING:
    from sayso.reading.pipeline import Reader
    from sayso.records import Event, Reading


def read(reader: Reader, text: str) -> Reading:
    return reader.read(Document(text, published="2018-05-03", published_basis="given"))


def event(reading: Reading, type_: str) -> Event:
    return next(event for event in reading.events if event.act == type_)


@pytest.mark.parametrize(
    ("text", "act", "first", "after", "precision"),
    [
        ("Peru's president met the king of Spain on Monday.", "CONSULT", "2018-04-30", "2018-05-01", "day"),
        ("Norway will send aid to Malawi next month.", "AID", "2018-06-01", "2018-07-01", "month"),
        ("Chad's army attacked the rebels in 2016.", "ASSAULT", "2016-01-01", "2017-01-01", "year"),
        ("The meeting of Peru and Chile on Sunday was short.", "CONSULT", "2018-04-29", "2018-04-30", "day"),
    ],
)
def test_the_expression_that_governs_the_event(
    reader: Reader, text: str, act: str, first: str, after: str, precision: str
) -> None:
    time = event(read(reader, text), act).time
    assert time is not None
    assert (time.from_, time.to, time.precision) == (first, after, precision)


def test_the_time_of_reporting_is_not_that_of_the_event(reader: Reader) -> None:
    assert event(read(reader, "Peru's army attacked the rebels, the minister said Monday."), "ASSAULT").time is None


def test_no_time_is_told_where_the_text_tells_none(reader: Reader) -> None:
    assert event(read(reader, "Peru's army attacked the rebels."), "ASSAULT").time is None


def test_one_event_is_placed_by_another(reader: Reader) -> None:
    text = "Monday's meeting in Lima came about three weeks after Peru's president and the king of Spain held a summit."
    time = event(read(reader, text), "CONSULT").time
    assert time is not None
    assert time.from_ is not None
    assert time.to is not None
    assert time.from_ <= "2018-04-09" < time.to < "2018-04-20"
    assert time.precision == "week"


def test_the_eve_is_the_day_before(reader: Reader) -> None:
    text = "On the eve of talks with the king of Spain, Peru's president said Sunday that he was ready."
    time = event(read(reader, text), "CONSULT").time
    assert time is not None
    assert time.from_ == "2018-04-30"


def test_the_place_of_the_clause(reader: Reader) -> None:
    reading = read(reader, "Peru's president met the king of Spain in Lisbon on Monday.")
    place = event(reading, "CONSULT").place
    assert place is not None
    assert reading.places[place].name == "Lisbon"


def test_who_is_named_by_a_place_is_nowhere(reader: Reader) -> None:
    assert event(read(reader, "Paris accused Rome of spying."), "ACCUSE").place is None
