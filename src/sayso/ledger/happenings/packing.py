"""Reports as text, as the ledger keeps them."""

from __future__ import annotations

import json
from typing import Any

from sayso.ledger.happenings.report import Days, Person, Report


def packed(report: Report) -> str:
    """The report as one line of JSON; equal reports give equal lines."""
    people = [[p.country, sorted(p.names), p.rank] for p in report.people]
    days = [report.days.first, report.days.after] if report.days is not None else None
    sets = [sorted(part) for part in (report.actors, report.recipients, report.words)]
    alone = [report.key, report.act, report.mode, report.status, report.done, report.published, report.place]
    return json.dumps([*alone, report.trigger, days, people, *sets], ensure_ascii=False, separators=(",", ":"))


def features(line: str) -> str:
    """All of such a line but the key: what two copies of a text have in common."""
    return line.partition("],")[2]


def of_document(line: str, document: str) -> bool:
    """Whether the report of such a line is of the document with this id."""
    return line.startswith(f"[[{json.dumps(document, ensure_ascii=False)},")


def unpacked(line: str) -> Report:
    """The report of such a line."""
    key, act, mode, status, done, published, place, trigger, days, people, actors, recipients, words = json.loads(line)
    return Report(
        key=_key(key),
        act=act,
        mode=mode,
        status=status,
        done=done,
        actors=frozenset(actors),
        recipients=frozenset(recipients),
        people=tuple(Person(country, frozenset(names), rank) for country, names, rank in people),
        days=Days(*days) if days is not None else None,
        published=published,
        place=(place[0], place[1]) if place is not None else None,
        words=frozenset(words),
        trigger=trigger,
    )


def _key(parts: list[Any]) -> tuple[str, str, str]:
    document, event, of = parts
    return document, event, of
