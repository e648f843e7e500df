"""Row: one document's worth of input, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.errors import InputError
    from sayso.records import Document, Span


@dataclass(frozen=True, slots=True)
class Row:
    """The file or line called ``id`` holds ``document``, or could not be read because of ``error``.

    Attributes:
        id: the caller's own id, else the document's content hash; of an error without either, where it happened.
        document: what was read; None exactly when there is an error.
        error: what was wrong, in a sentence that says what to do.
        pairs: (actor span, recipient span), half-open in code points of the text: code just these.
        where: the file, and the line of a JSONL file, for messages: ``news.jsonl, line 3``.
    """

    id: str
    document: Document | None = None
    error: InputError | None = None
    pairs: tuple[tuple[Span, Span], ...] = field(default=())
    where: str | None = None
