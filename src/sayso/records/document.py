"""Document: a text as it came in, with what is known of where it came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from sayso.records.identity import content_id

type PublishedBasis = Literal["given", "metadata", "text", "inferred", "unknown"]


@dataclass(frozen=True, slots=True)
class Document:
    """A text that was published by an outlet at a time.

    Attributes:
        text: what is read; every offset of every record counts its Unicode code points. Never altered after this.
        id: the caller's own id, or the hash of the content.
        title: the headline, where it is not part of ``text``.
        outlet: who published it: a name or an internet domain.
        url: where.
        language: a two-letter ISO 639-1 code; None where it was not told.
        published: ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``: as precise as it is known, no more.
        published_basis: how that is known.
    """

    text: str
    id: str = ""
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    published: str | None = None
    published_basis: PublishedBasis = field(default="unknown")

    def __post_init__(self) -> None:
        if not self.id:
            object.__setattr__(self, "id", content_id("d", self.text, self.outlet, self.url, self.published))
