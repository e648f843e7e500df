"""JSON-LD: reports with PROV-O for who said what and what it was read from, and Web Annotations for the characters.

A report was derived from its document and, where somebody is cited, from the account of the outermost source; that was
derived from the next one's, and so on (``prov:wasDerivedFrom``). Each account was attributed to who gave it
(``prov:wasAttributedTo``). An annotation ties the report to characters of the document's text.
"""

from __future__ import annotations

import functools
import json
from importlib import resources
from typing import TYPE_CHECKING, Any

from sayso.views.exports.names import urn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.views.exports.report import Account, KeptDocument, Participant, Report, Site

type Node = dict[str, Any]

_CONTEXT = "context.jsonld"
# PROV-O's classes of agents by our kinds of actors; of the others it is not known.
_AGENTS = {"person": "Person", "state": "Organization", "organisation": "Organization", "media": "Organization"}
_AGENTS |= {"igo": "Organization"}
_SAME_NAME = (
    *("happening", "act", "mode", "quad", "intensity", "cameo", "status", "precision"),
    *("dead", "injured", "arrested", "size", "trigger", "rule"),
)


def jsonld_pieces(reports: Iterable[Report]) -> Iterator[str]:
    """One JSON-LD document that brings its context along, a node of its graph a line."""
    yield f'{{"@context":{_json(context())},\n"@graph":['
    opening = "\n"
    for node in _nodes(reports):
        yield opening + _json(node)
        opening = ",\n"
    yield "\n]}\n"


@functools.cache
def context() -> Node:
    """What the terms stand for."""
    node: Node = json.loads((resources.files("sayso.views.exports") / _CONTEXT).read_text(encoding="utf-8"))
    return node


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _nodes(reports: Iterable[Report]) -> Iterator[Node]:
    """The nodes of each report; a document, an account or a reading only once."""
    seen: set[str] = set()
    for report in reports:
        for node in (*_once(report), _report(report), _annotation(report)):
            if node["id"] not in seen:
                yield _told(node)
        seen.update(node["id"] for node in _once(report))


def _once(report: Report) -> tuple[Node, ...]:
    return (_document(report.document), _reading(report), *_accounts(report))


def _told(node: Any) -> Any:
    """The node without what is absent."""
    if isinstance(node, dict):
        return {name: _told(value) for name, value in node.items() if value not in (None, [], "")}
    return [_told(item) for item in node] if isinstance(node, list) else node


def document_urn(document: KeptDocument) -> str:
    """The document's name: it follows from what came in."""
    return urn("document", document.hash)


def _document(document: KeptDocument) -> Node:
    outlet = _outlet(document.outlet) if document.outlet else None
    return {
        "id": document_urn(document),
        "type": ["Document", "Entity"],
        "identifier": document.id,
        "hash": document.hash,
        "title": document.title,
        "publisher": outlet,
        "wasAttributedTo": outlet["id"] if outlet else None,
        "url": document.url,
        "language": document.language,
        "issued": document.published,
        "publishedBasis": document.published_basis,
    }


def _outlet(name: str) -> Node:
    return {"id": urn("outlet", name), "type": ["Agent", "Organization"], "name": name}


def _reading(report: Report) -> Node:
    version = f"Sayso {report.version}"
    return {
        "id": _reading_urn(report),
        "type": "Activity",
        "used": document_urn(report.document),
        "wasAssociatedWith": {"id": urn("software", version), "type": ["Agent", "SoftwareAgent"], "name": version},
    }


def _reading_urn(report: Report) -> str:
    return urn("reading", report.document.hash, report.version, report.learned)


def _account_urn(report: Report, position: int) -> str:
    return urn("account", report.document.hash, report.statement or report.event, str(position))


def _accounts(report: Report) -> list[Node]:
    """What each of the chain tells, outermost first; each is derived from the next."""
    return [_account(report, position, link) for position, link in enumerate(report.chain, start=1)]


def _account(report: Report, position: int, link: Account) -> Node:
    named = urn("actor", link.id) if link.id else urn("source", _account_urn(report, position))
    inner = position < len(report.chain)
    return {
        "id": _account_urn(report, position),
        "type": ["Account", "Entity"],
        "position": position,
        "certainty": link.certainty,
        "manner": None if inner else report.manner,
        "cue": link.cue,
        "words": link.words,
        "wasAttributedTo": {"id": named, "type": "Agent", "name": link.name, "country": link.country},
        "wasDerivedFrom": _account_urn(report, position + 1) if inner else None,
        "partOf": document_urn(report.document),
    }


def _report(report: Report) -> Node:
    document = document_urn(report.document)
    return {
        "id": report.id,
        "type": ["Report", "Entity"],
        "identifier": report.event,
        "eventType": report.type,
        **{name: getattr(report, name) for name in _SAME_NAME},
        "intensity": str(report.intensity),
        "context": list(report.contexts),
        "actor": [_actor(who, report) for who in report.actors],
        "recipient": [_actor(who, report) for who in report.recipients],
        "from": report.from_day,
        "to": report.to_day,
        "place": _place(report.place),
        "wasDerivedFrom": [document, _account_urn(report, 1)] if report.chain else [document],
        "wasGeneratedBy": _reading_urn(report),
        "generatedAtTime": report.learned,
    }


def _actor(who: Participant, report: Report) -> Node:
    return {
        "id": urn("actor", who.id) if who.id else urn("words", report.id, who.words),
        "type": ["Agent", *filter(None, (_AGENTS.get(who.kind or ""),))],
        "name": who.name,
        "kind": who.kind,
        "country": who.country,
        "sector": list(who.sectors),
        "office": who.office,
    }


def _place(place: Site | None) -> Node | None:
    if place is None:
        return None
    named = f"https://sws.geonames.org/{place.geonames}/" if place.geonames else urn("place", place.name)
    told = {"name": place.name, "country": place.country, "lat": place.lat, "long": place.lon}
    return {"id": named, "type": "Place", **told}


def _annotation(report: Report) -> Node:
    quote = {"exact": report.words, "prefix": report.before, "suffix": report.after}
    return {
        "id": urn("annotation", report.id),
        "type": "Annotation",
        "motivation": "identifying",
        "body": report.id,
        "target": {
            "type": "SpecificResource",
            "source": document_urn(report.document),
            "selector": [
                {"type": "TextPositionSelector", "start": report.start, "end": report.end},
                {"type": "TextQuoteSelector", **quote},
            ],
        },
    }
