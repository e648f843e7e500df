"""Reports as text, as the ledger keeps them."""

from __future__ import annotations

import json
from typing import Any

from sayso.ledger.happenings.report import Days, Deed, Person, Report


def packed(report: Report) -> str:
    """The report as one line of JSON; equal reports give equal lines."""
    people = [[p.country, sorted(p.names), p.rank] for p in report.people]
    deed = [report.deed.type, report.deed.mode, _of_days(report.deed.days)] if report.deed is not None else None
    sets = [sorted(part) for part in (report.actors, report.recipients, report.words)]
    alone = [report.key, report.act, report.mode, report.status, deed, report.published, report.place]
    return json.dumps(
        [*alone, report.trigger, report.spoken_of, _of_days(report.days), people, *sets],
        ensure_ascii=False,
        separators=(",", ":"),
    )


def features(line: str) -> str:
    """All of such a line but the key: what two copies of a text have in common."""
    return line.partition("],")[2]


def of_document(line: str, document: str) -> bool:
    """Whether the report of such a line is of the document with this id."""
    return line.startswith(f"[[{json.dumps(document, ensure_ascii=False)},")


def unpacked(line: str) -> Report:
    """The report of such a line."""
    key, act, mode, status, deed, published, place, trigger, spoken_of, days, people, *sets = json.loads(line)
    actors, recipients, words = map(frozenset, sets)
    return Report(
        key=_key(key),
        act=act,
        mode=mode,
        status=status,
        deed=Deed(deed[0], deed[1], _days(deed[2])) if deed is not None else None,
        actors=actors,
        recipients=recipients,
        people=tuple(Person(country, frozenset(names), rank) for country, names, rank in people),
        days=_days(days),
        published=published,
        place=(place[0], place[1]) if place is not None else None,
        words=words,
        trigger=trigger,
        spoken_of=spoken_of,
    )


def _of_days(days: Days | None) -> list[int | None] | None:
    return [days.first, days.after] if days is not None else None


def _days(pair: list[int | None] | None) -> Days | None:
    return Days(*pair) if pair is not None else None


def _key(parts: list[Any]) -> tuple[str, str, str]:
    document, event, of = parts
    return document, event, of
