"""An Atom feed (RFC 4287): an entry for each report, under an id that stays the same."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from sayso.records.wording import clean, days_words, listing
from sayso.views.exports.names import address, urn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.views.exports.report import Participant, Report

# A feed must tell when it was last changed: one without entries, never.
_NEVER = "1970-01-01T00:00:00Z"
_DAY_LENGTH = len("2018-06-12")


def atom_pieces(reports: Iterable[Report], asked: str) -> Iterator[str]:
    """The feed of the reports that answer what was ``asked``, in words.

    ``updated`` stands at the end, where it is known; the order of elements means nothing in Atom.
    """
    updated = _NEVER
    yield '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
    yield f"<id>{urn('feed', asked)}</id>\n<title>{_text(f'Sayso: reports of events, {asked}')}</title>\n"
    yield "<author><name>Sayso</name></author>\n<generator>Sayso</generator>\n"
    for report in reports:
        updated = max(updated, report.learned)
        yield _entry(report)
    yield f"<updated>{updated}</updated>\n</feed>\n"


def _entry(report: Report) -> str:
    document = report.document
    published = document.published if document.published and len(document.published) == _DAY_LENGTH else None
    lines = (
        "<entry>",
        f"<id>{report.id}</id>",
        f"<title>{_text(title(report))}</title>",
        f"<updated>{report.learned}</updated>",
        f"<published>{published}T00:00:00Z</published>" if published else "",
        f"<author><name>{_text(document.outlet)}</name></author>" if document.outlet else "",
        f'<link rel="alternate" href="{_text(address(document.url))}"/>' if document.url else "",
        *(f'<category term="{_text(term)}"/>' for term in (report.type, report.quad, report.status)),
        f'<content type="text">{_text(_content(report))}</content>',
        "</entry>",
    )
    return "".join(f"{line}\n" for line in lines if line)


def title(report: Report) -> str:
    """Who did what to whom, and when: ``CONSULT visit: Kim Jong Un (PRK) → China, 19 June 2018 [planned]``."""
    what = f"{report.type} {report.mode}" if report.mode else report.type
    parties = " → ".join(filter(None, (_names(report.actors), _names(report.recipients))))
    days = days_words(report.from_day, report.to_day)
    status = f" [{report.status}]" if report.status != "actual" else ""
    return f"{what}: {', '.join(filter(None, (parties, days)))}{status}"


def _names(parties: Iterable[Participant]) -> str:
    return listing(who.name + (f" ({who.country})" if who.country else "") for who in parties)


def _content(report: Report) -> str:
    """The words, on whose say-so, and where they stand."""
    chain = " ← ".join(link.name for link in report.chain)
    document = report.document
    where = ", ".join(filter(None, (document.outlet, document.title, document.published)))
    said = f" According to {chain}." if chain else ""
    return f"“{report.words}”{said} {where or document.id}, characters {report.start}–{report.end}."


def _text(told: str) -> str:
    """The text on one line, without what XML can't hold, its markup escaped."""
    return escape(clean(told).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd"))
