"""The days that times give to acts, from parses built by hand. Published on Thursday, 3 May 2018."""

from __future__ import annotations

import pytest

from parses import parse, text_of
from sayso.lexicon.loading import load_yaml
from sayso.reading.calendar import period
from sayso.reading.draft import Draft
from sayso.reading.events.expressions import expressions_of
from sayso.reading.events.moments import Moment, moments_of, moved
from sayso.reading.times import times_of
from sayso.reading.timex.tagger import tagger
from sayso.records import Document

MET = "They/PRON/nsubj/1 met/VERB/ROOT/1/meet"


def moments(source: str, published: str = "2018-05-03") -> list[Moment]:
    parsed = parse(source)
    draft = Draft(Document(text_of(parsed), published=published), parse=parsed)
    draft = Draft(draft.document, parse=parsed, times=times_of(draft, tagger()))
    return list(moments_of(draft, expressions_of(draft)))


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("in/ADP/prep/1 early/ADJ/amod/4 April/PROPN/pobj/2", ("2018-04-01", "2018-04-11")),
        ("in/ADP/prep/1 late/ADJ/amod/4 April/PROPN/pobj/2", ("2018-04-21", "2018-05-01")),
        ("earlier/ADV/advmod/4 this/DET/det/4 week/NOUN/npadvmod/1", ("2018-04-30", "2018-05-03")),
        ("later/ADV/advmod/4 this/DET/det/4 month/NOUN/npadvmod/1", ("2018-05-04", "2018-06-01")),
        ("overnight/ADV/advmod/1", ("2018-05-02", "2018-05-04")),
        ("until/ADP/prep/1 Monday/PROPN/pobj/2", (None, "2018-05-01")),
        ("before/ADP/prep/1 Monday/PROPN/pobj/2", (None, "2018-04-30")),
        ("after/ADP/prep/1 Monday/PROPN/pobj/2", ("2018-05-01", None)),
        ("three/NUM/nummod/3 weeks/NOUN/npadvmod/4 ago/ADV/advmod/1", ("2018-04-12", "2018-04-13")),
    ],
)
def test_parts_and_ends(words: str, days: tuple[str | None, str | None]) -> None:
    (moment,) = moments(f"{MET} {words}")
    assert moment.days is not None
    assert (moment.days.from_, moment.days.to) == days


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("from/ADP/prep/1 Monday/PROPN/pobj/2 to/ADP/prep/2 Wednesday/PROPN/pobj/4", ("2018-04-30", "2018-05-03")),
        ("on/ADP/prep/1 Monday/PROPN/pobj/2 and/CCONJ/cc/3 Tuesday/PROPN/conj/3", ("2018-04-30", "2018-05-02")),
    ],
)
def test_ranges(words: str, days: tuple[str, str]) -> None:
    (moment,) = moments(f"{MET} {words}")
    assert moment.days is not None
    assert (moment.days.from_, moment.days.to, moment.days.precision) == (*days, "range")


def test_what_is_moved_from_one_day_to_another_is_no_range() -> None:
    source = (
        "They/PRON/nsubj/1 moved/VERB/ROOT/1/move it/PRON/dobj/1 from/ADP/prep/1 Monday/PROPN/pobj/3 "
        "to/ADP/prep/1 Wednesday/PROPN/pobj/5"
    )
    assert len(moments(source)) == 2


def test_hours_are_counted_within_the_day() -> None:
    (moment,) = moments(f"{MET} hours/NOUN/npadvmod/3 later/ADV/advmod/1")
    assert (moment.days, moment.steps) == (None, ("day", 0))


@pytest.mark.parametrize(
    ("base", "unit", "steps", "days"),
    [
        ("2018-05-03", "week", -1, ("2018-04-26", "2018-04-27")),
        ("2018-05-03", "month", -1, ("2018-04-01", "2018-05-01")),
        ("2018-05", "month", 1, ("2018-06-01", "2018-07-01")),
        ("2018", "year", -3, ("2015-01-01", "2016-01-01")),
    ],
)
def test_counting_from_a_period(base: str, unit: str, steps: int, days: tuple[str, str]) -> None:
    named = period(base)
    assert named is not None
    found = moved(named, unit, steps, None)  # type: ignore[arg-type]
    assert found is not None
    assert (found.from_, found.to) == days


def test_nothing_is_counted_from_what_is_coarser_or_beyond_the_calendar() -> None:
    month, first = period("2018-05"), period("0001-01-01")
    assert month is not None
    assert first is not None
    assert moved(month, "week", 1, None) is None
    assert moved(first, "day", -1, None) is None


def test_thirds_are_three() -> None:
    assert set(load_yaml("times.yaml")["thirds"].values()) == {1, 2, 3}
