from __future__ import annotations

from sayso.reading.analyse import batches
from sayso.reading.draft import Draft
from sayso.records import Document


def cut(*lengths: int, most: int) -> list[list[int]]:
    drafts = (Draft(Document("x" * length)) for length in lengths)
    return [[len(draft.text) for draft in batch] for batch in batches(drafts, most=most, characters=100)]


def test_so_many_documents_are_a_batch() -> None:
    assert cut(1, 2, 3, 4, 5, most=2) == [[1, 2], [3, 4], [5]]


def test_long_documents_are_fewer() -> None:
    assert cut(60, 50, 40, 30, most=32) == [[60], [50, 40], [30]]


def test_one_that_is_too_long_is_alone() -> None:
    assert cut(10, 500, 10, most=32) == [[10], [500], [10]]


def test_no_documents_are_no_batch() -> None:
    assert cut(most=32) == []


def test_no_more_is_taken_than_the_batch_needs() -> None:
    taken = iter([Draft(Document("x"))] * 5)
    next(batches(taken, most=2))
    assert len(list(taken)) == 3
