"""What answers rest on, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.views.answers import Tally
    from sayso.views.cited import Cited


def counted(number: int, noun: str) -> str:
    """``1 document``, ``2 documents``."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def tally_words(tally: Tally, noun: str) -> str:
    """How many answers, each a ``noun``, in how many documents, of how many outlets."""
    if not tally.reports:
        return f"no {noun}"
    rests_on = f" in {counted(tally.documents, 'document')}" if noun != "document" else ""
    outlets = counted(tally.outlets, "outlet") if tally.outlets else "no outlet that is named"
    return f"{counted(tally.reports, noun)}{rests_on} of {outlets}"


def cited_words(cited: Cited) -> str:
    """How many statements, how many of them name nobody, and of how many sources they are."""
    told = tally_words(cited.tally, "statement")
    if not cited.sources:
        return told
    unnamed = f", {cited.unnamed:,} of these with no source named" if cited.anonymous else ""
    return f"{told}: {cited.anonymous:,} anonymous{unnamed}; {counted(len(cited.sources), 'source')}"
