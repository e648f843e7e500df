"""Reading by the batch: each row is answered in its place, whatever happens to the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sayso import Document, Reading, read_rows
from sayso.errors import LedgerError, ModelError, UnreadableInput
from sayso.reading.pipeline import Reader
from sayso.settings import Settings
from sayso.sources import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.reading.draft import Draft


class Batches(Reader):
    """Takes so many documents at once, as the parser does; "bad" can't be read, "model" stops the run."""

    def __init__(self, size: int) -> None:
        self.settings = Settings()
        self.size = size

    def read_drafts(self, drafts: Iterable[Draft]) -> Iterator[Reading]:
        remaining = iter(drafts)
        while batch := [draft for _, draft in zip(range(self.size), remaining, strict=False)]:
            for draft in batch:
                if draft.text == "bad":
                    message = "nobody expected this"
                    raise ZeroDivisionError(message)
                if draft.text == "model":
                    raise ModelError(draft.text)
                yield draft.reading()


def row(text: str) -> Row:
    return Row(text, Document(text, id=text))


def broken(name: str) -> Row:
    return Row(name, error=UnreadableInput("this is none", where=name))


def answered(rows: Iterable[Row], size: int) -> list[tuple[str, str]]:
    return [
        (answer.row.id, answer.reading.document.text if answer.reading else (answer.error and answer.error.kind) or "")
        for answer in read_rows(rows, reader=Batches(size))
    ]


@pytest.mark.parametrize("size", [1, 2, 3, 32])
def test_every_row_is_answered_in_its_place(size: int) -> None:
    rows = [broken("x"), row("a"), broken("y"), row("b"), row("bad"), row("c"), broken("z"), row("bad"), row("d")]
    assert answered(rows, size) == [
        ("x", "unreadable"), ("a", "a"), ("y", "unreadable"), ("b", "b"), ("bad", "input"), ("c", "c"),
        ("z", "unreadable"), ("bad", "input"), ("d", "d"),
    ]  # fmt: skip


@pytest.mark.parametrize("rows", [[], [broken("x")], [broken("x"), broken("y")], [row("bad")]])
def test_batches_without_a_reading(rows: list[Row]) -> None:
    assert [name for name, _ in answered(rows, 2)] == [r.id for r in rows]


def test_a_fault_of_ours_is_told_as_such() -> None:
    (answer,) = read_rows([row("bad")], reader=Batches(1))
    assert answer.error is not None
    assert "a fault of Sayso: please report it (ZeroDivisionError: nobody expected this)" in answer.error.message


def test_a_missing_model_stops_the_run() -> None:
    with pytest.raises(ModelError):
        answered([row("a"), row("model"), row("b")], 2)


@pytest.mark.parametrize("fault", [LedgerError("full"), OSError("gone"), KeyError("rows")])
def test_what_goes_wrong_with_the_rows_stops_the_run(fault: Exception) -> None:
    def rows() -> Iterator[Row]:
        yield row("a")
        raise fault

    with pytest.raises(type(fault)):
        answered(rows(), 8)


def test_rows_are_taken_as_they_are_needed() -> None:
    taken = []

    def rows() -> Iterator[Row]:
        for number in range(100):
            taken.append(number)
            yield row(str(number))

    next(read_rows(rows(), reader=Batches(4)))
    assert len(taken) == 4
