"""BibTeX: the documents that the reports stand in, each once, in the order of their first report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.records.wording import clean
from sayso.views.exports.names import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.views.exports.report import KeptDocument, Report

# What TeX takes for a command, and how it is written to be itself. All else may stand as it is, in UTF-8. A brace gets
# a name, as BibTeX counts braces whether or not a backslash stands before them.
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "_": r"\_",
        "%": r"\%",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
# BibTeX's own names of months, which a style puts into its language.
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NO_KEY = re.compile(r"[^a-z0-9]+")
_HASH_DIGITS = 8


def bibtex_entries(reports: Iterable[Report]) -> Iterator[str]:
    """An entry for each document."""
    seen: set[str] = set()
    for report in reports:
        if report.document.hash not in seen:
            seen.add(report.document.hash)
            yield entry(report.document)


def entry(document: KeptDocument) -> str:
    """The document as ``@misc``: that is what every style knows, also for a page."""
    year, month, day = [*(document.published or "").split("-"), "", ""][:3]
    fields = {
        "title": f"{{{{{escaped(document.title or document.opening or document.id)}}}}}",
        "author": f"{{{{{escaped(document.outlet)}}}}}" if document.outlet else "",
        "year": f"{{{year}}}" if year else "",
        "month": _MONTHS[int(month) - 1] if month else "",
        "day": f"{{{int(day)}}}" if day else "",
        "url": f"{{{address(document.url)}}}" if document.url else "",
        "language": f"{{{escaped(document.language)}}}" if document.language else "",
        "document": f"{{{escaped(document.id)}}}",
    }
    lines = "".join(f"  {name} = {value},\n" for name, value in fields.items() if value)
    return f"@misc{{{key(document)},\n{lines}}}\n\n"


def key(document: KeptDocument) -> str:
    """Outlet, year and the beginning of the hash: ``meridianpress2018-1a2b3c4d``."""
    outlet = _NO_KEY.sub("", (document.outlet or "").lower()) or "document"
    return f"{outlet}{(document.published or '')[:4]}-{document.hash[:_HASH_DIGITS]}"


def escaped(text: str) -> str:
    """The text on one line, with TeX's special characters escaped."""
    return clean(text).translate(_ESCAPES)
