"""Inference: the date of an undated page, from all that its text commits to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.reading.dates.days import in_words, told
from sayso.reading.dates.holders import holders
from sayso.reading.dates.narrowing import narrow
from sayso.reading.dates.occasions import occasions
from sayso.reading.dates.page import page_of
from sayso.reading.dates.told_dates import datelines, full_dates, weekday_dates
from sayso.records import Notice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.reading.dates.evidence import Evidence
    from sayso.reading.dates.narrowing import Cut, Narrowed
    from sayso.reading.draft import Draft


@dataclass(frozen=True, slots=True)
class Inferred:
    """``published`` as a record has it, None where the evidence leaves more than one year; a notice for each cut."""

    published: str | None
    notices: tuple[Notice, ...]


def inferred(draft: Draft) -> Inferred:
    """When a page was published that brought no date along and has none at its top."""
    narrowed = narrow(evidence_of(draft))
    if narrowed.left is None:
        return Inferred(None, (_contradiction(narrowed),))
    return Inferred(told(narrowed.left), tuple(map(_notice, narrowed.cuts)))


def evidence_of(draft: Draft) -> Iterator[Evidence]:
    """All that a text tells of the day of its publication."""
    page = page_of(draft)
    yield from datelines(draft.stories)
    yield from occasions(page)
    yield from full_dates(page)
    yield from weekday_dates(page)
    yield from holders(page)


def _notice(cut: Cut) -> Notice:
    return Notice("dated", f"{cut.evidence.reason}: published {in_words(cut.left)}", cut.evidence.span)


def _contradiction(narrowed: Narrowed) -> Notice:
    reasons = "; ".join(cut.evidence.reason for cut in narrowed.cuts)
    message = f"no day of publication fits all that is told, so it stays open: {reasons}"
    return Notice("dated", message, narrowed.cuts[-1].evidence.span)
