from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.quotes import quotations


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("He said “stay here” twice.", ["stay here"]),
        ('He said "stay here" twice.', ["stay here"]),
        ("He said ”stay here” twice.", ["stay here"]),
        ("He said “stay here“ twice.", ["stay here"]),
        ("He said „stay here“ twice.", ["stay here"]),
        ("He said «stay here» twice.", ["stay here"]),
        ("He said ''stay here'' twice.", ["stay here"]),
        ("He said ``stay here'' twice.", ["stay here"]),
        ("He said 'stay here' twice.", ["stay here"]),
        ("He said ‘stay here’ twice.", ["stay here"]),
        ("“One,” he said, “two.”", ["One,", "two."]),
        ("The minister's plan isn't the ministers' own.", []),
        ("Prices of the ’90s don't help.", []),
        ('A ship of 20" guns', []),
    ],
)
def test_marks_of_any_kind_are_paired(text: str, inner: list[str]) -> None:
    assert [quote.inner.of(text) for quote in quotations(text)] == inner


def test_a_quotation_inside_another_is_part_of_it() -> None:
    text = "She said “he told us ‘stay here’ and left” today."
    assert [quote.inner.of(text) for quote in quotations(text)] == ["he told us ‘stay here’ and left"]


def test_single_marks_may_hold_double_ones() -> None:
    text = "She said: ‘He told us “stay here” and left.’ We stayed."
    assert [quote.inner.of(text) for quote in quotations(text)] == ["He told us “stay here” and left."]


def test_an_open_quotation_ends_with_its_paragraph_and_goes_on_in_the_next() -> None:
    text = "“We stay.\n\n“We do not pay,” he said."
    first, second = quotations(text)
    assert (first.inner.of(text), first.closed, first.continues) == ("We stay.", False, True)
    assert second.closed


@given(st.text(alphabet="ab “”\"'‘’«»`,.\n", max_size=80))
def test_quotations_lie_in_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for quote in quotations(text):
        assert end <= quote.start < quote.inner.start <= quote.inner.end <= quote.end <= len(text)
        end = quote.end
