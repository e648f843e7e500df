"""When a web page says that it was published: in its metadata, its linked data, its own time stamp or its address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.errors import UnreadableInput
from sayso.sources.published import published_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement  # type: ignore[import-untyped]

# Names of <meta> that tell the first publication, the most trusted first; dates of changes are none of ours.
_META = (
    "article:published_time",
    "datepublished",
    "og:article:published_time",
    "article:published",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published-date",
    "publication_date",
    "ptime",
    "article.published",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
    "dcterms.issued",
    "dc.date",
    "citation_publication_date",
    "citation_date",
    "rnews:datepublished",
    "cxenseparse:recs:publishtime",
    "date",
)
_META_RANK = {name: rank for rank, name in enumerate(_META)}

_LINKED = re.compile(r'"(?:datePublished|uploadDate)"\s*:\s*"([^"\\]{4,40})"')
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/-]|$)")
_YEAR_FIRST = re.compile(r"((?:19|20)\d\d)[-/.]?(\d\d)[-/.]?(\d\d)(?!\d)")


def page_date(tree: HtmlElement, url: str | None) -> str | None:
    """The day of first publication, ``YYYY-MM-DD`` as the page prints it; None if the page does not say.

    What stands in the running text is not looked at: any event has a date there.
    """
    for told in _told(tree, url):
        if day := _day(told):
            return day
    return None


def _told(tree: HtmlElement, url: str | None) -> Iterator[str]:
    ranked = []
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if name in _META_RANK and meta.get("content"):
            ranked.append((_META_RANK[name], meta.get("content")))
    yield from (content for _, content in sorted(ranked, key=lambda pair: pair[0]))
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            yield from _LINKED.findall(script.text or "")
    yield from _stamps(tree)
    if found := _IN_ADDRESS.search(url or ""):
        yield f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}"


def _stamps(tree: HtmlElement) -> Iterator[str]:
    """Elements that are marked as the time of publication; a lone <time> of the page is taken for it."""
    times = [stamp for stamp in tree.iter("time") if stamp.get("datetime")]
    marked = [
        stamp
        for stamp in times
        if stamp.get("pubdate") is not None or "datepublished" in (stamp.get("itemprop") or "").lower()
    ]
    for stamp in marked or times[:1]:
        yield stamp.get("datetime")
    for element in tree.xpath("//*[@itemprop='datePublished'][not(self::meta)][not(self::time)]"):
        yield element.get("content") or element.get("datetime") or ""


def _day(told: str) -> str | None:
    try:
        return published_date(told)
    except UnreadableInput:
        pass
    found = _YEAR_FIRST.match(told.strip())
    try:
        return published_date("-".join(found.groups())) if found else None
    except UnreadableInput:
        return None
