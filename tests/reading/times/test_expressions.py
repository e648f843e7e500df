"""Expressions of time and their values, published on Tuesday, 12 June 2018, if not said otherwise."""

from __future__ import annotations

import pytest

from parses import parse
from said import said
from sayso.reading.syntax import Parse, Sentence, Token


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Sept. 3 , 2017", "2017-09-03"),
        ("3 September 2017", "2017-09-03"),
        ("the 3rd of March , 2017", "2017-03-03"),
        ("Monday , Sept. 3 , 2017", "2017-09-03"),
        ("2017-09-03", "2017-09-03"),
        ("Christmas 2016", "2016-12-25"),
        ("Good Friday 2017", "2017-04-14"),
        ("September 2017", "2017-09"),
        ("the summer of 2017", "2017-SU"),
        ("the third quarter of 2017", "2017-Q3"),
        ("the second half of 2017", "2017-H2"),
        ("the last half of 2017", "2017-H2"),
        ("the mid-1990s", "199X"),
        ("the 1960s", "196X"),
        ("the 20th century", "19XX"),
        ("fiscal 2019", "2019"),
        ("nineteen ninety - seven", "1997"),
    ],
)
def test_told_in_full(words: str, value: str) -> None:
    assert said(f"It came in {words} .") == [(words, value)]


@pytest.mark.parametrize(
    ("word", "value"), [("09/03/2017", "2017-09-03"), ("25/12/2017", "2017-12-25"), ("25/12/17", "2017-12-25")]
)
def test_days_of_american_order_where_that_makes_a_date(word: str, value: str) -> None:
    token = Token(0, 0, len(word), word, word, word, "NUM", "CD", "ROOT", 0)
    assert said(Parse((token,), (Sentence(0, 0, len(word), (token,), 0, 0),))) == [(word, value)]


@pytest.mark.parametrize(
    ("words", "published", "value"),
    [
        ("last year", "2018", "2017"),
        ("in March", "2018", "XXXX-03"),
        ("in March", "2018-06", "2018-03"),
        ("on Aug. 7", "2018-08", "2018-08-07"),
        ("on Aug. 7", "2018", "XXXX-08-07"),
        ("on Tuesday", "2018-08", "XXXX-WXX-2"),
    ],
)
def test_a_month_or_year_of_publication_tells_what_all_its_days_agree_on(
    words: str, published: str, value: str
) -> None:
    assert [told for _, told in said(f"It came {words} .", published)] == [value]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("today", "2018-06-12"),
        ("yesterday", "2018-06-11"),
        ("the day before yesterday", "2018-06-10"),
        ("last week", "2018-W23"),
        ("this month", "2018-06"),
        ("next year", "2019"),
        ("earlier this year", "2018"),
        ("the current quarter", "2018-Q2"),
        ("the weekend", "2018-W23-WE"),
        ("Monday", "2018-06-11"),
        ("Tuesday", "2018-06-12"),
        ("last Tuesday", "2018-06-05"),
        ("the coming Sunday", "2018-06-17"),
        ("Monday of last week", "2018-06-04"),
        ("the week of June 6", "2018-W23"),
        ("three weeks ago", "2018-W21"),
        ("two days ago", "2018-06-10"),
        ("a decade ago", "2008"),
        ("June last year", "2017-06"),
        ("tonight", "2018-06-12TNI"),
        ("last night", "2018-06-11TNI"),
        ("Friday night", "2018-06-08TNI"),
        ("10 p.m. Monday", "2018-06-11T22:00"),
        ("1400 GMT on Monday", "2018-06-11T14:00"),
        ("noon on Sept. 3 , 2017", "2017-09-03T12:00"),
    ],
)
def test_told_from_publication(words: str, value: str) -> None:
    assert said(f"It came {words} .") == [(words, value)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("three weeks", "P3W"),
        ("about three weeks", "P3W"),
        ("more than five hours", "PT5H"),
        ("the past two years", "P2Y"),
        ("the next few days", "PXD"),
        ("recent months", "PXM"),
        ("a year and a half", "P1Y6M"),
        ("two and a half hours", "PT2H30M"),
        ("several decades", "PXDE"),
        ("the past decade", "P10Y"),
        ("half an hour", "PT30M"),
        ("every Tuesday", "XXXX-WXX-2"),
        ("every two years", "P2Y"),
        ("each July", "XXXX-07"),
        ("now", "PRESENT_REF"),
        ("recently", "PAST_REF"),
        ("the near future", "FUTURE_REF"),
    ],
)
def test_durations_sets_and_references(words: str, value: str) -> None:
    assert said(f"It came in {words} .") == [(words, value)]


@pytest.mark.parametrize(
    "words",
    [
        "a 46 - year - old man",
        "she is 46 years old",
        "Jan Kubis of Slovakia",
        "Sun Microsystems sold 5 million",
        "they may march in the ruins of Rome",
        "won 3 - 1",
        "$ 1,990",
    ],
)
def test_no_time(words: str) -> None:
    assert said(words) == []


def test_a_year_ended_on_a_day_is_no_calendar_year() -> None:
    assert said("profit for the year ended March 31") == [("the year", "P1Y"), ("March 31", "2018-03-31")]


def test_days_of_a_range_are_two() -> None:
    assert said("from Sept. 3 - 5 , 2017 in") == [("Sept. 3", "2017-09-03"), ("5 , 2017", "2017-09-05")]
    assert said("on 7 and 8 May they") == [("7", "2018-05-07"), ("8 May", "2018-05-08")]


def test_no_day_is_read_from_a_share() -> None:
    assert said("fell in May 2 percent") == [("May", "2018-05")]


def test_told_from_where_the_story_is() -> None:
    words = "On April 27 they met . | A month later , they met again . | That month , trade grew ."
    assert said(words) == [("April 27", "2018-04-27"), ("A month later", "2018-05"), ("That month", "2018-05")]


def test_the_day_before_where_nothing_follows() -> None:
    assert said("On April 27 they met . | The day before , they had not .")[1] == ("The day before", "2018-04-26")


def test_so_long_before_where_nothing_follows() -> None:
    source = (
        "They/PRON/nsubj/2 had/AUX/aux/2 met/VERB/ROOT/2/meet two/NUM/nummod/4 days/NOUN/npadvmod/5 before/ADV/advmod/2"
    )
    assert said(parse(source)) == [("two days before", "2018-06-10")]


@pytest.mark.parametrize(
    ("verb", "day", "value"),
    [
        ("met/VERB/ROOT/1/meet", "11th", "2018-06-11"),
        ("met/VERB/ROOT/1/meet", "14th", "2018-05-14"),
        ("meet/VERB/ROOT/1/meet/VBP", "14th", "2018-06-14"),
    ],
)
def test_a_day_that_is_told_by_its_number(verb: str, day: str, value: str) -> None:
    source = f"They/PRON/nsubj/1 {verb} on/ADP/prep/1 the/DET/det/4 {day}/NOUN/pobj/2"
    assert said(parse(source)) == [(f"the {day}", value)]


def test_an_ordinal_before_a_noun_is_no_day() -> None:
    source = "on/ADP/ROOT/0 the/DET/det/3 14th/ADJ/amod/3 floor/NOUN/pobj/0"
    assert said(parse(source)) == []


def test_a_day_that_is_told_by_its_number_stays_open_without_a_date() -> None:
    source = "They/PRON/nsubj/1 met/VERB/ROOT/1/meet on/ADP/prep/1 the/DET/det/4 14th/NOUN/pobj/2"
    assert said(parse(source), published=None) == [("the 14th", "XXXX-XX-14")]


def test_a_quarter_is_compared_with_that_of_the_year_before() -> None:
    words = "profit in the first quarter rose from a year earlier | in the 2016 period it fell | a year ago it rose"
    assert said(words) == [
        ("the first quarter", "2018-Q1"),
        ("a year earlier", "2017-Q1"),
        ("the 2016 period", "2016-Q1"),
        ("a year ago", "2017-Q1"),
    ]


def test_without_a_publication_date_values_stay_open() -> None:
    words = "on Monday and in May and last week and in 2017 and Sept. 3"
    assert said(words, published=None) == [
        ("Monday", "XXXX-WXX-1"),
        ("May", "XXXX-05"),
        ("last week", "XXXX-WXX"),
        ("2017", "2017"),
        ("Sept. 3", "XXXX-09-03"),
    ]


def test_a_date_that_no_year_has() -> None:
    assert ("Feb. 30", "2018-02-30") not in said("on Feb. 30")


@pytest.mark.parametrize("published", ["2018-06", "2018", "9999-12-31", "0001-01-01"])
def test_any_publication_date(published: str) -> None:
    for words in ("on Monday", "next year", "two centuries ago", "in the coming decade", "last winter", "the weekend"):
        said(words, published)
