from __future__ import annotations

from sayso.reading.statements.attribution import holds, joined, overlap, size, within, without


def test_ranges_that_touch_become_one() -> None:
    assert joined([(5, 7), (0, 2), (2, 4), (6, 9), (3, 3)]) == [(0, 4), (5, 9)]


def test_a_hole_cuts_a_range_in_two() -> None:
    assert without([(0, 10), (12, 14)], (3, 5)) == [(0, 3), (5, 10), (12, 14)]


def test_a_frame_keeps_what_lies_in_it() -> None:
    assert within([(0, 10), (12, 14)], (8, 13)) == [(8, 10), (12, 13)]


def test_what_ranges_hold() -> None:
    assert size([(0, 3), (5, 6)]) == 4
    assert holds([(0, 3)], 2)
    assert not holds([(0, 3)], 3)
    assert overlap([(0, 3)], (2, 9))
    assert not overlap([(0, 3)], (3, 9))
