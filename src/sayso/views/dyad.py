"""Dyads: cooperation and conflict between two sides, each a country, an actor or a bloc of such."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from functools import partial
from statistics import fmean
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, or_, select, tuple_

from sayso.ledger.schema import ARGUMENTS, DOCUMENTS, EVENTS, STATEMENTS
from sayso.lexicon.happenings import happening_words
from sayso.lexicon.plover import codebook
from sayso.views.asking import DOCUMENT_COLUMNS, told
from sayso.views.dyad_answers import DyadAnswer, DyadHappening, DyadReport, Period, Quads
from sayso.views.filters import period
from sayso.views.grains import grain_called, period_of, periods
from sayso.views.grouped import grouped
from sayso.views.happening_answers import HappeningTally
from sayso.views.independence import independent_outlets
from sayso.views.lens import look
from sayso.views.norms import change
from sayso.views.one_happening import is_before, narrowest
from sayso.views.sides import sides, stands_on
from sayso.views.standing import standing
from sayso.views.told_events import Surroundings, surroundings_of
from sayso.views.told_reports import OUTLET

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ColumnElement, Connection, FromClause, Select, Subquery

    from sayso.ledger import Ledger
    from sayso.views.asking import AnyRow
    from sayso.views.dyad_answers import Change, Grain
    from sayso.views.grouped import Grouped
    from sayso.views.lens import Lens
    from sayso.views.told_reports import Reports


def dyad(
    ledger: Ledger,
    a: str,
    b: str,
    *,
    by: str = "month",
    since: str | None = None,
    until: str | None = None,
    as_of: str | None = None,
    raw: bool = False,
) -> DyadAnswer:
    """What two sides do to each other: each happening once that a report tells as done.

    One side does it to the other, or they do it together (a meeting); what both do to a third is left out. A happening
    stands on its day, else on that of its first publication.

    Args:
        ledger: what is asked.
        a: a country's code or name, (the beginning of) a name; or several with commas between, a bloc.
        b: the other side.
        by: ``day``, ``week``, ``month`` or ``year``.
        since: day, month or year (``2018-06``) from which on happenings count, and periods begin.
        until: day, month or year up to the end of which they do.
        as_of: a day, month or year at whose end (UTC), or a moment at which, the ledger is asked; None for now.
        raw: what was read, without verdicts.

    Raises:
        UnreadableInput: if a side has no letter, both have one in common, ``by`` is no period, or a date is none.
    """
    grain = grain_called(by)
    one, other = sides(a, b)
    bounds = (period(since)[0] if since else None, period(until)[1] if until else None)
    lens = look(ledger, as_of=as_of, raw=raw)
    pairs = _between(one, other, lens)
    with ledger.reading_from() as connection:
        groups = grouped(connection, lens, partial(_names, pairs))
        telling = _telling(connection, pairs, groups)
        found = [found for found in _happenings(connection, telling, grain, groups) if _is_within(found, *bounds)]
        relations = standing(connection, one, other, since=since, until=until, lens=lens)
        covered = _covered(connection, grain, lens)
    spans = _periods(found, covered, grain)
    return DyadAnswer(one, other, grain, spans, _changes(spans), relations, tuple(found), _tally(found))


def _between(one: Sequence[str], other: Sequence[str], lens: Lens) -> Subquery:
    """(reading, event) of the events in which both sides take part; ``facing`` is whether one does it to the other."""
    first, second = ARGUMENTS.alias("first"), ARGUMENTS.alias("second")
    same_event = and_(first.c.reading == second.c.reading, first.c.event == second.c.event)
    return (
        select(first.c.reading, first.c.event, func.max(first.c.role != second.c.role).label("facing"))
        .join(second, and_(same_event, first.c.actor != second.c.actor))
        .where(_is_on(first, one, lens), _is_on(second, other, lens))
        .group_by(first.c.reading, first.c.event)
        .subquery()
    )


def _is_on(arguments: FromClause, names: Sequence[str], lens: Lens) -> ColumnElement[bool]:
    """Whether the arguments' actor is one of these names; a country is told by the arguments themselves."""
    who = tuple_(arguments.c.reading, arguments.c.actor)
    return stands_on(names, country=arguments.c.country, actor=who, lens=lens)


def _reports(pairs: Subquery, part: Reports, *columns: Any) -> Select[Any]:
    """The reports of this part that tell something as done between the pairs."""
    same = and_(pairs.c.reading == EVENTS.c.reading, pairs.c.event == EVENTS.c.n)
    together = part.act.in_(sorted(happening_words().mutual))
    query = select(*columns).select_from(part.rows().join(pairs, same))
    return query.where(*part.where, part.done, or_(pairs.c.facing, together))


def _names(pairs: Subquery, part: Reports) -> Select[Any]:
    return _reports(pairs, part, part.happening).distinct()


def _columns(part: Reports) -> tuple[Any, ...]:
    lens = part.lens
    corrected = (lens.event(name).label(name) for name in ("id", "intensity", "from_day", "to_day", "verdicts"))
    return (
        *(part.happening, part.act.label("told_act"), *corrected, EVENTS.c.reading, EVENTS.c.n, EVENTS.c.statement),
        *(EVENTS.c.words, EVENTS.c.start_char, EVENTS.c.end_char, STATEMENTS.c.chain, OUTLET.label("told_by")),
        *(DOCUMENTS.c.document, DOCUMENTS.c.published_from, DOCUMENTS.c.published_to, *DOCUMENT_COLUMNS),
    )


@dataclass(frozen=True, slots=True)
class _Telling:
    """Happening → the rows that tell it; and what verdicts make of those who take part and say so."""

    rows: dict[str, list[AnyRow]]
    around: Surroundings


def _telling(connection: Connection, pairs: Subquery, groups: Grouped) -> _Telling:
    telling: dict[str, list[AnyRow]] = defaultdict(list)
    rows: list[AnyRow] = []
    for part in groups.parts:
        rows += connection.execute(_reports(pairs, part, *_columns(part))).all()
    for row in rows:
        telling[row.happening].append(row)
    lens = groups.parts[0].lens
    around = surroundings_of(connection, rows, lens) if lens.has_actors else Surroundings({}, {}, {})
    return _Telling(telling, around)


def _happenings(connection: Connection, telling: _Telling, grain: Grain, groups: Grouped) -> list[DyadHappening]:
    """Each happening that the rows tell, by day."""
    timely = {name: _timely(some) for name, some in telling.rows.items()}
    told_in = {name: {row.document: row.told_by for row in some} for name, some in timely.items()}
    outlets = independent_outlets(connection, told_in)
    found = [
        _happening(name, some, [_report(row, telling.around) for row in some], grain, outlets=outlets[name])
        for name, some in timely.items()
    ]
    marked = (replace(each, verdicts=_verdicts(each, groups.verdicts.get(each.id, ()))) for each in found)
    return sorted(marked, key=lambda h: (h.period is None, h.from_ is None, h.from_ or "", h.id))


def _verdicts(happening: DyadHappening, others: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted({*others, *(number for report in happening.reports for number in report.verdicts)}))


def _timely(rows: Sequence[AnyRow]) -> list[AnyRow]:
    """By publication, without what speaks of it as done before the day that others tell: that names what is to come."""
    first, _ = narrowest((row.from_day, row.to_day) for row in rows)
    late = (row for row in rows if row.from_day or row.to_day or not is_before(row.document_published, first))
    return sorted(late, key=_by_publication)


def _by_publication(row: AnyRow) -> tuple[bool, str, str, int]:
    published = row.document_published
    return (published is None, published or "", row.document_id, row.start_char)


def _happening(
    name: str, rows: Sequence[AnyRow], reports: Sequence[DyadReport], grain: Grain, *, outlets: int
) -> DyadHappening:
    act = rows[0].told_act
    days = narrowest((row.from_day, row.to_day) for row in rows)
    dated = days != (None, None)
    from_, to = days if dated else (rows[0].published_from, rows[0].published_to)
    return DyadHappening(
        id=name,
        act=act,
        quad=codebook().quad(act),
        intensity=round(fmean(row.intensity for row in rows), 2),
        from_=from_,
        to=to,
        dated=dated,
        period=period_of(from_, to, grain),
        reports=tuple(reports),
        outlets=outlets,
    )


def _report(row: AnyRow, around: Surroundings) -> DyadReport:
    told_chain = tuple(json.loads(row.chain)) if row.chain else ()
    chain = around.chains.get((row.reading, row.statement), told_chain)
    own = json.loads(row.verdicts) if row.verdicts else ()
    verdicts = tuple(sorted({*own, *around.verdicts.get((row.reading, row.n), ())}))
    return DyadReport(row.id, row.told_by, chain, row.words, row.start_char, row.end_char, told(row), verdicts)


def _is_within(found: DyadHappening, since: str | None, until: str | None) -> bool:
    """Whether it has a day from ``since`` on, before ``until``; what has none at all is within no bounds."""
    if since is None and until is None:
        return True
    begins = found.from_ is None or until is None or found.from_ < until
    ends = found.to is None or since is None or found.to > since
    return (found.from_ or found.to) is not None and begins and ends


def _covered(connection: Connection, grain: Grain, lens: Lens) -> Counter[str]:
    """First day of a period → how many documents the ledger has that were published in it."""
    days = (DOCUMENTS.c.published_from, DOCUMENTS.c.published_to)
    query = select(*days, func.count().label("number")).where(days[0].is_not(None)).group_by(*days)
    # Every document has a reading that holds now, so that the index of their days answers.
    query = query.select_from(lens.current()) if lens.before is not None else query
    documents: Counter[str] = Counter()
    for row in connection.execute(query):
        first = period_of(row.published_from, row.published_to, grain)
        if first is not None:
            documents[first] += row.number
    return documents


def _periods(found: Iterable[DyadHappening], covered: Counter[str], grain: Grain) -> tuple[Period, ...]:
    within: dict[str, list[DyadHappening]] = defaultdict(list)
    for happening in found:
        if happening.period is not None:
            within[happening.period].append(happening)
    if not within:
        return ()
    spans = periods(min(within), max(within), grain)
    return tuple(_period(first, after, within[first], covered[first]) for first, after in spans)


def _period(first: str, after: str, found: Sequence[DyadHappening], documents: int) -> Period:
    counts = Counter(happening.quad.replace("-", "_") for happening in found)
    mean = round(fmean(happening.intensity for happening in found), 2) if found else None
    return Period(first, after, Quads(**counts), mean, documents, tuple(happening.id for happening in found))


def _changes(spans: Sequence[Period]) -> tuple[Change, ...]:
    """Over the periods that the ledger has documents of: of the others nothing is known."""
    known = [span for span in spans if span.documents]
    measured = (
        change("cooperation", [span.quads.cooperation for span in known]),
        change("conflict", [span.quads.conflict for span in known]),
    )
    return tuple(found for found in measured if found is not None)


def _tally(found: Sequence[DyadHappening]) -> HappeningTally:
    reports = [report for happening in found for report in happening.reports]
    outlets = {report.outlet for report in reports if report.outlet}
    return HappeningTally(len(found), len(reports), len({report.document.id for report in reports}), len(outlets))
