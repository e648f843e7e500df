"""Reading from Python: one text, or rows of documents by the batch."""

from __future__ import annotations

import functools
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.errors import InputError, SaysoError
from sayso.reading.draft import Draft
from sayso.reading.pipeline import Reader
from sayso.records import Document, Span
from sayso.settings import load_settings
from sayso.sources import published_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sayso.records import Reading
    from sayso.records.document import PublishedBasis
    from sayso.settings import Settings
    from sayso.sources import Row

type Ends = Span | Sequence[int]


def read(
    text: str,
    *,
    published: str | None = None,
    pairs: Iterable[tuple[Ends, Ends]] = (),
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    language: str | None = None,
    settings: Settings | None = None,
) -> Reading:
    """The Reading of one text. The first call of a process loads the parser's model, which takes some seconds.

    Args:
        text: what is read; all offsets of the reading are half-open, in its Unicode code points.
        published: the date of publication, ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``; dates in the text hang on it.
        pairs: (actor span, recipient span): code just what the first does to the second, for each; () is all events.
        title: the headline, where it is not part of the text.
        outlet: who published it.
        url: where.
        language: its ISO 639-1 code, where that is known; a text that is not English is not coded.
        settings: None takes them from the environment.

    Raises:
        UnreadableInput: if ``published`` is no date.
        TooLargeInput: if the text is longer than the settings allow.
        ModelError: if the parser's model is missing.
        SettingError: if a setting of the environment is not what it must be.
        ValueError: if a pair holds no span, or one that ends behind the text.
    """
    date = published_date(published, where="published") if published else None
    basis: PublishedBasis = "given" if date else "unknown"
    document = Document(
        text, title=title, outlet=outlet, url=url, language=language, published=date, published_basis=basis
    )
    spans = tuple((_span(first, text), _span(second, text)) for first, second in pairs)
    return reader(settings).read(document, pairs=spans)


def reader(settings: Settings | None = None) -> Reader:
    """The Reader with these settings, made once per process; None takes them from the environment."""
    return _reader(settings or load_settings())


@functools.cache
def _reader(settings: Settings) -> Reader:
    return Reader(settings)


def _span(ends: Ends, text: str) -> Span:
    span = ends if isinstance(ends, Span) else Span(*ends)
    if span.end > len(text):
        message = f"[{span.start}, {span.end}) ends behind the text, which has {len(text):,} characters"
        raise ValueError(message)
    return span


@dataclass(frozen=True, slots=True)
class Answer:
    """The row was answered by ``reading``, or could not be read because of ``error``: exactly one is there."""

    row: Row
    reading: Reading | None = None
    error: InputError | None = None


def read_rows(rows: Iterable[Row], *, reader: Reader) -> Iterator[Answer]:
    """One Answer per row, in order, lazily; the parser gets the documents in batches.

    What goes wrong with one document is the error of its row, and the batch goes on.

    Raises:
        ModelError: if the parser's model is missing.
        Exception: whatever ``rows`` raises.
    """
    batch = _Batch(rows)
    more = True
    while more:
        more = False
        try:
            for reading in reader.read_drafts(batch.drafts()):
                yield from batch.unread()
                yield Answer(batch.waiting.popleft(), reading)
        except Exception as error:
            # Whatever else it is, one document caused it, and the others shall be read.
            if batch.is_pulling or (isinstance(error, SaysoError) and not isinstance(error, InputError)):
                raise
            more = True
            yield from _one_by_one(batch.waiting, reader)
    yield from batch.unread()


class _Batch:
    """Rows on their way through the parser.

    Attributes:
        waiting: those that were taken and not answered yet, in order.
        is_pulling: whether the next row is being fetched: what goes wrong then is no document's fault.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self.waiting: deque[Row] = deque()
        self.is_pulling = False
        self._rows = iter(rows)

    def drafts(self) -> Iterator[Draft]:
        """The documents of the rows that are left."""
        while (row := self._next()) is not None:
            self.waiting.append(row)
            if row.document is not None:
                yield Draft(row.document, row.pairs)

    def _next(self) -> Row | None:
        self.is_pulling = True
        row = next(self._rows, None)
        self.is_pulling = False
        return row

    def unread(self) -> Iterator[Answer]:
        """Answers the rows at the front that brought an error along."""
        while self.waiting and self.waiting[0].error is not None:
            row = self.waiting.popleft()
            yield Answer(row, error=row.error)


def _one_by_one(waiting: deque[Row], reader: Reader) -> Iterator[Answer]:
    """Answers the rows of a batch that failed, each by itself, so that only the one at fault is lost."""
    while waiting:
        row = waiting.popleft()
        if row.document is None:
            yield Answer(row, error=row.error)
            continue
        try:
            reading = reader.read(row.document, pairs=row.pairs)
        except InputError as error:
            yield Answer(row, error=error)
        except SaysoError:
            raise
        except Exception as error:  # noqa: BLE001 - as above
            yield Answer(row, error=_fault(error, row))
        else:
            yield Answer(row, reading)


def _fault(error: Exception, row: Row) -> InputError:
    message = f"reading this failed, which is a fault of Sayso: please report it ({type(error).__name__}: {error})"
    fault = InputError(message, where=row.where)
    fault.__cause__ = error
    return fault
