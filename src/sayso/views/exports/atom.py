"""An Atom feed of reports: an entry for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.records.wording import days_words, listing
from sayso.views.exports.feed import Category, Entry, feed_pieces
from sayso.views.exports.names import urn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.views.exports.report import Participant, Report


def atom_pieces(reports: Iterable[Report], asked: str) -> Iterator[str]:
    """The feed of the reports that answer what was ``asked``, in words."""
    title = f"Sayso: reports of events, {asked}"
    return feed_pieces(map(_entry, reports), id=urn("feed", asked), title=title)


def _entry(report: Report) -> Entry:
    document = report.document
    return Entry(
        id=report.id,
        title=title(report),
        updated=report.learned,
        published=document.published,
        outlet=document.outlet,
        url=document.url,
        categories=tuple(map(Category, (report.type, report.quad, report.status))),
        content=_content(report),
    )


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
