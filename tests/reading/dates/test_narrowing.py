"""Narrowing, and the days that it counts in: no text and no model."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.reading.dates.days import before, days_of, domain, in_words, overlap, since, told
from sayso.reading.dates.evidence import Evidence
from sayso.reading.dates.narrowing import narrow
from sayso.records import Span


def number(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def piece(*stretches: tuple[str, str], why: str = "") -> Evidence:
    """Evidence that leaves the days of [from, to)."""
    return Evidence(days_of((number(a), number(b)) for a, b in stretches), why, Span(0, 1))


def later(day: str) -> Evidence:
    return Evidence(since(number(day)), f"since {day}", Span(0, 1))


def earlier(day: str) -> Evidence:
    return Evidence(before(number(day)), f"before {day}", Span(0, 1))


FRIDAYS = piece(("2007-05-04", "2007-06-01"), ("2012-05-04", "2012-06-01"), ("2018-05-04", "2018-06-01"),
                ("2029-05-04", "2029-06-01"), why="fridays")  # fmt: skip


def test_stretches_that_touch_are_one() -> None:
    assert days_of([(700000, 700010), (700005, 700020), (700020, 700030)]) == ((700000, 700030),)


def test_the_overlap_of_two_sets() -> None:
    some, others = days_of([(700000, 700010), (700020, 700030)]), days_of([(700005, 700025)])
    assert overlap(some, others) == ((700005, 700010), (700020, 700025)) == overlap(others, some)


@pytest.mark.parametrize(
    ("start", "end", "published", "words"),
    [
        ("2025-09-28", "2025-09-29", "2025-09-28", "on 2025-09-28"),
        ("2025-09-01", "2025-10-01", "2025-09", "in 2025-09"),
        ("2025-09-03", "2025-09-20", "2025-09", "between 2025-09-03 and 2025-09-19"),
        ("2025-09-03", "2025-10-02", "2025", "between 2025-09-03 and 2025-10-01"),
        ("2025-01-01", "2026-01-01", "2025", "in 2025"),
        ("2025-09-03", "2026-01-02", None, "between 2025-09-03 and 2026-01-01"),
    ],
)
def test_an_interval_is_told_as_the_finest_period_that_holds_it(
    start: str, end: str, published: str | None, words: str
) -> None:
    stretch = number(start), number(end)
    assert (told(stretch), in_words(stretch)) == (published, words)


def test_an_interval_that_is_open_is_never_told() -> None:
    first, last = domain()
    assert told((last - 5, last)) is None
    assert told((first, first + 5)) is None
    assert in_words((last - 5, last)).endswith("or later")


def test_no_evidence_leaves_all_days() -> None:
    assert narrow([]) == narrow([later("1900-01-01")])
    assert narrow([]).left == domain()


def test_of_several_bounds_the_tightest_is_told() -> None:
    found = narrow([later("1995-01-01"), later("2001-05-03"), earlier("2009-01-01"), later("1998-01-01")])
    assert found.left == (number("2001-05-03"), number("2009-01-01"))
    assert [cut.evidence.reason for cut in found.cuts] == ["since 2001-05-03", "before 2009-01-01"]


def test_what_others_make_idle_is_no_cut() -> None:
    found = narrow([later("1995-01-01"), piece(("2007-02-01", "2007-03-01"), why="month"), earlier("2009-01-01")])
    assert [cut.evidence.reason for cut in found.cuts] == ["month"]


def test_a_weekday_counts_where_it_leaves_one_year() -> None:
    found = narrow([FRIDAYS, later("2009-01-20"), earlier("2017-01-20")])
    assert found.left == (number("2012-05-04"), number("2012-06-01"))
    assert [cut.evidence.reason for cut in found.cuts][-1] == "fridays"
    wide = narrow([FRIDAYS, later("2009-01-20"), earlier("2020-01-20")])
    assert wide.left == (number("2009-01-20"), number("2020-01-20"))


def test_two_terms_leave_the_gap_between_them_out() -> None:
    terms = piece(("2017-01-20", "2021-01-20"), ("2025-01-20", "2029-01-20"), why="terms")
    found = narrow([terms, later("2022-06-01")])
    assert found.left == (number("2025-01-20"), number("2029-01-20"))


def test_a_contradiction_leaves_nothing_and_names_what_makes_it() -> None:
    found = narrow([later("2018-05-03"), earlier("2030-01-01"), piece(("2007-02-01", "2007-03-01"), why="month")])
    assert found.left is None
    assert {cut.evidence.reason for cut in found.cuts} == {"since 2018-05-03", "month"}


def test_the_order_of_evidence_does_not_matter() -> None:
    pieces = [FRIDAYS, later("2009-01-20"), earlier("2017-01-20"), piece(("2000-01-01", "2016-01-01"), why="x")]
    assert {narrow(order).left for order in (pieces, pieces[::-1], pieces[2:] + pieces[:2])} == {
        (number("2012-05-04"), number("2012-06-01"))
    }
