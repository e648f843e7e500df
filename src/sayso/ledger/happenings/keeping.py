"""Keeps the groups of a ledger's reports as readings come and go: the same as if all were grouped at once.

A report is compared with those of the same act that share a key (``blocking``) and stand near in time, and the groups
that it joins become one. Where a reading is superseded, its reports leave, and what is left of their groups is grouped
anew.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, delete, select, update

from sayso.ledger.happenings.blocking import looks_under
from sayso.ledger.happenings.evidence import WINDOW, are_one
from sayso.ledger.happenings.grouping import group
from sayso.ledger.happenings.packing import features, of_document, packed, unpacked
from sayso.ledger.happenings.report import reports_of
from sayso.ledger.happenings.rows import party_rows, place_of, report_rows
from sayso.ledger.schema import REPORT_PARTIES, REPORTS
from sayso.ledger.writing import write_rows
from sayso.records import content_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, Row

    from sayso.ledger.happenings.report import Report
    from sayso.records import Reading

type Key = tuple[str, str, str]


def keep(writing: Connection, number: int, reading: Reading) -> None:
    """Adds the reports of a reading, which has this number in the ledger, and joins the groups that they join.

    What a page tells in the same words many times over is looked up once: twins join what the first of them joins, and
    each other if they are alike enough.
    """
    events = {event.id: n for n, event in enumerate(reading.events)}
    lines = {report: packed(report) for report in reports_of(reading)}
    told = sorted(((features(line), line, report) for report, line in lines.items()), key=itemgetter(0, 1))
    for _, same in itertools.groupby(told, key=itemgetter(0)):
        twins = [report for _, _, report in same]
        joined = joined_by(twins[0], candidates(writing, twins[0]))
        one = len(twins) > 1 and are_one(twins[0], twins[1])
        together = [twins] if one or joined else [[twin] for twin in twins]
        for reports in together:
            own, *others = sorted({*map(happening_id, (report.key for report in reports)), *joined})
            for report in reports:
                place = place_of(report, number, events)
                _insert(writing, report, place, {"happening": own, "packed": lines[report]})
            if others:
                writing.execute(update(REPORTS).where(REPORTS.c.happening.in_(others)).values(happening=own))


def keep_all(writing: Connection, readings: Iterable[tuple[int, Reading]]) -> None:
    """Keeps the reports of all readings that hold, by their numbers, in place of what is kept; groups them at once."""
    for table in (REPORT_PARTIES, REPORTS):
        writing.execute(delete(table))
    reports: list[Report] = []
    kept: list[dict[str, Any]] = []
    parties: list[dict[str, Any]] = []
    for number, reading in readings:
        own = list(reports_of(reading))
        rows, of_parties = report_rows(own, reading, number)
        reports += own
        kept += rows
        parties += of_parties
    names = named(group(reports))
    told = zip(reports, kept, strict=True)
    write_rows(writing, REPORTS, [{**row, "happening": names[report.key]} for report, row in told])
    write_rows(writing, REPORT_PARTIES, parties)


def joined_by(report: Report, kept: Iterable[Row[Any, Any, Any, Any]]) -> set[str]:
    """The happenings with a report, of these rows of ``candidates``, that is one event with this.

    A group, and words that copies share, are tried once.
    """
    joined: set[str] = set()
    apart: set[tuple[bool, str]] = set()
    for row in kept:
        told = of_document(row.packed, report.key[0]), features(row.packed)
        if row.happening in joined or told in apart:
            continue
        if are_one(report, unpacked(row.packed)):
            joined.add(row.happening)
        else:
            apart.add(told)
    return joined


def retire(writing: Connection, numbers: Sequence[int]) -> None:
    """Takes out the reports of readings that hold no more, and groups anew what they leave."""
    left = writing.execute(select(REPORTS.c.happening).where(REPORTS.c.reading.in_(numbers)).distinct()).scalars().all()
    for table in (REPORT_PARTIES, REPORTS):
        writing.execute(delete(table).where(table.c.reading.in_(numbers)))
    for happening in left:
        _regroup(writing, happening)


def _regroup(writing: Connection, happening: str) -> None:
    rows = writing.execute(select(REPORTS).where(REPORTS.c.happening == happening)).all()
    reports = [unpacked(row.packed) for row in rows]
    names = named(group(reports))
    for row, report in zip(rows, reports, strict=True):
        writing.execute(update(REPORTS).where(_is(row)).values(happening=names[report.key]))


def _is(row: Row[Any, Any]) -> ColumnElement[bool]:
    return and_(REPORTS.c.reading == row.reading, REPORTS.c.event == row.event, REPORTS.c.of == row.of)


def _insert(writing: Connection, report: Report, place: dict[str, Any], kept: dict[str, Any]) -> None:
    write_rows(writing, REPORTS, [{**place, **kept}])
    write_rows(writing, REPORT_PARTIES, party_rows(report, place))


def candidates(connection: Connection, report: Report) -> Sequence[Row[Any, Any, Any, Any]]:
    """The kept reports that may be one event with this: of its act, under a key of it, near in time."""
    there, at = REPORT_PARTIES.c, report.anchor
    near = there.anchor.is_(None) if at is None else there.anchor.between(at - WINDOW, at + WINDOW)
    same = and_(REPORTS.c.reading == there.reading, REPORTS.c.event == there.event, REPORTS.c.of == there.of)
    query = (
        select(REPORTS.c.reading, REPORTS.c.event, REPORTS.c.packed, REPORTS.c.happening)
        .join(REPORT_PARTIES, same)
        .where(there.act == report.act, there.party.in_(sorted(looks_under(report))), near)
        .distinct()
    )
    return connection.execute(query).all()


def named(groups: Mapping[Key, Key]) -> dict[Key, str]:
    """Each report's key → what its happening is called; ``groups`` as from ``grouping.group``."""
    members: dict[Key, list[Key]] = defaultdict(list)
    for key, leader in groups.items():
        members[leader].append(key)
    called = {leader: min(map(happening_id, keys)) for leader, keys in members.items()}
    return {key: called[leader] for key, leader in groups.items()}


def happening_id(key: tuple[str, str, str]) -> str:
    """What a report would be called as a happening of its own; a group is called by the least of these."""
    return content_id("h", *key)
