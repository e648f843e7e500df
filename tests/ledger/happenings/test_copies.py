"""Copies of one text, and how many outlets speak for themselves."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger.happenings.copies import KEPT_BELOW, copies, independent, shingles, sketch

WORDS = [f"word{n}" for n in range(2_000)]


def text(seed: int, *, words: int = 600) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=words))


def groups(*texts: str) -> int:
    named = dict(enumerate(texts))
    return len(set(copies({n: sketch(t) for n, t in named.items()}, named.__getitem__).values()))


def test_about_a_sixteenth_is_kept() -> None:
    kept = sketch(text(1, words=20_000))
    assert 0.8 < len(kept) / (20_000 / 16) < 1.2
    assert max(kept) < KEPT_BELOW


def test_a_text_of_four_words_is_one_shingle_and_an_empty_one_none() -> None:
    assert [len(shingles(t)) for t in ("", "…", "one two three four", "a b c d e", "a b c d e f")] == [0, 0, 1, 1, 2]


def test_a_copy_is_known_whatever_its_capitals_and_marks() -> None:
    assert groups(text(1), text(1).upper().replace(" ", ", "), text(2)) == 2


@pytest.mark.parametrize("words", [12, 60, 150, 400])
def test_a_copy_cut_short_is_known(words: int) -> None:
    for seed in range(20):
        assert groups(text(seed), " ".join(text(seed).split()[:words])) == 1


def test_a_copy_with_a_new_opening_and_end_is_known() -> None:
    for seed in range(20):
        assert groups(text(seed), f"{text(100 + seed, words=30)} {text(seed)} {text(200 + seed, words=30)}") == 1


def test_what_quotes_a_third_of_another_is_no_copy() -> None:
    for seed in range(20):
        quoted = " ".join(text(seed).split()[:200])
        assert groups(text(seed), f"{quoted} {text(100 + seed, words=400)}") == 2
        assert groups(" ".join(text(seed).split()[:40]), " ".join(text(seed).split()[30:70])) == 2


def test_empty_texts_are_no_copies_of_each_other() -> None:
    assert groups("", "") == 2


def test_an_outlet_counts_once_and_a_wire_text_once() -> None:
    assert independent([("A", 1), ("A", 2)]) == 1
    assert independent([("A", 1), ("B", 1), ("C", 1)]) == 1
    assert independent([("wire", 1), ("paper", 1), ("paper", 2)]) == 2
    assert independent([]) == 0


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=9))
def test_no_larger_choice_is_independent(printed: list[tuple[int, int]]) -> None:
    def fits(chosen: tuple[tuple[int, int], ...]) -> bool:
        return len({o for o, _ in chosen}) == len(chosen) == len({t for _, t in chosen})

    pairs = sorted(set(printed))
    most = max(n for n in range(len(pairs) + 1) if any(map(fits, combinations(pairs, n))))
    assert independent(printed) == most
