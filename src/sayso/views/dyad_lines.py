"""A dyad for a terminal: a chart that fits 80 columns, the change against the norm, and the rows behind it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from sayso.records.wording import clean, days_words, published_words
from sayso.views.grains import label
from sayso.views.happening_lines import tally_line
from sayso.views.lines import short, verdict_words
from sayso.views.tallies import counted
from sayso.views.tree import QUAD_STYLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import RenderableType

    from sayso.views.dyad_answers import Change, DyadAnswer, DyadHappening, DyadReport, Grain, Period, StandingRelation

_INDENT = (0, 0, 0, 2)
# Columns of a label, of a number, of the bars on one side: with the mean intensity 75 in all.
_LABEL, _NUMBER, _BAR = 10, 3, 23
# The most columns for one happening.
_WIDEST = 3
_MATERIAL, _VERBAL = "█", "░"
# So many periods without any are told in one line.
_FEW = 2


def dyad_lines(answer: DyadAnswer, *, limit: int) -> Iterable[RenderableType]:
    """The chart, the change, the relations, and the last so many happenings, the latest first."""
    yield Text(f"{', '.join(map(clean, answer.a))} – {', '.join(map(clean, answer.b))}, by {answer.by}", "bold")
    if answer.periods:
        yield chart(answer.periods, answer.by)
    counted_ones = [happening for happening in answer.happenings if happening.period]
    others = [happening for happening in answer.happenings if not happening.period]
    if others:
        yield Text(f"{counted(len(others), 'happening')} in no bar: no single {answer.by} holds the days told", "dim")
    yield from (_change(change, answer.by) for change in answer.changes)
    if answer.periods and not answer.changes:
        yield Text("no norm: it takes five earlier periods of which the ledger has documents", "dim")
    yield from _relations(answer.relations)
    shown = [*reversed(counted_ones), *others][:limit]
    yield Text("")
    yield from map(dyad_happening_line, shown)
    yield Text(tally_line(answer.tally, more=len(answer.happenings) - len(shown)))


def chart(periods: Sequence[Period], by: Grain) -> Text:
    """Conflict to the left, cooperation to the right, the mean intensity at the end; a line for each period."""
    most = max(max(period.quads.conflict, period.quads.cooperation) for period in periods)
    head = f"{'':{_LABEL}} {'conflict':>{_BAR + _NUMBER + 1}} │ cooperation"
    width = min(_WIDEST, _BAR / most)
    lines = [Text(f"{head:<{_LABEL + 2 * (_BAR + _NUMBER) + 5}} intensity", "dim")]
    for kind, together in groupby(periods, key=_kind):
        run = list(together)
        if kind != "told" and len(run) > _FEW:
            none = "without any" if kind == "none" else "of which the ledger has no document"
            lines.append(Text(f"{label(run[0].from_, by):<{_LABEL}} … {len(run):,} {by}s {none}", "dim"))
        else:
            lines += [_line(period, by, width) for period in run]
    lines.append(Text(f"{_MATERIAL} material  {_VERBAL} verbal", "dim"))
    return Text("\n").join(lines)


def _kind(period: Period) -> str:
    return "told" if period.happenings else "none" if period.documents else "unknown"


def _line(period: Period, by: Grain, width: float) -> Text:
    quads = period.quads
    right = _bar(quads.material_cooperation, quads.cooperation, width)
    left = _bar(quads.material_conflict, quads.conflict, width)[::-1]
    number = f"{quads.conflict or '':>{_NUMBER}}", f"{quads.cooperation or '':<{_NUMBER}}"
    mean = "" if period.intensity is None else f"{period.intensity:+9.1f}"
    return Text.assemble(
        f"{label(period.from_, by):<{_LABEL}} ",
        (f"{left:>{_BAR}}", QUAD_STYLES["material-conflict"]),
        f" {number[0]} │ {number[1]}",
        (f"{right:<{_BAR}}", QUAD_STYLES["material-cooperation"]),
        f" {mean}",
    )


def _bar(material: int, both: int, width: float) -> str:
    """Material next to the axis; whatever there is has a column at least."""
    length = max(round(both * width), int(both > 0))
    dark = min(max(round(material * width), int(material > 0)), length)
    return _MATERIAL * dark + _VERBAL * (length - dark)


def _change(change: Change, by: Grain) -> Text:
    norm = f"median {change.median:g}, {change.low}–{change.high} expected, by {change.periods} {by}s before"
    style = "" if change.place == "within" else "yellow"
    return Text(f"{change.measure} in the last {by}: {change.last}, {change.place} the norm ({norm})", style)


def _relations(relations: Sequence[StandingRelation]) -> Iterable[RenderableType]:
    if relations:
        yield Text("\nstanding relations", "bold")
    for relation in relations:
        days = days_words(relation.from_, relation.to) or published_words(relation.document.published)
        trend = f", {relation.trend}" if relation.trend else ""
        facts = (days, _said(relation), f"“{short(relation.words)}”", verdict_words(relation.verdicts))
        head = f"{relation.kind}{trend}: {clean(relation.a)} – {clean(relation.b)}"
        yield Padding(Text(" · ".join(filter(None, (head, *facts)))), _INDENT)


def dyad_happening_line(happening: DyadHappening) -> RenderableType:
    """When, what, its id, by how many reports; and the sentence of the first."""
    days = days_words(happening.from_, happening.to) or "on an unknown day"
    first = happening.reports[0]
    head = Text.assemble(
        (days if happening.dated else f"reported {days}", "bold"),
        "  ",
        (happening.act, QUAD_STYLES.get(happening.quad, "bold")),
        f" {happening.intensity:+.1f}  {_counts(happening)}  {happening.id}",
    )
    if not happening.period:
        head.append("  (in no single period)", "yellow")
    marked = verdict_words(happening.verdicts)
    body = Text.assemble(
        (f"“{short(first.words)}”\n", "italic"), (_said(first), "dim"), f"\n{marked}" if marked else ""
    )
    return Group(head, Padding(body, _INDENT))


def _counts(happening: DyadHappening) -> str:
    outlets = counted(happening.outlets, "independent outlet") if happening.outlets else "no outlet that is named"
    return f"{counted(len(happening.reports), 'report')}, {outlets}"


def _said(told: DyadReport | StandingRelation) -> str:
    chain = f"according to {' ← '.join(map(clean, told.chain))}" if told.chain else ""
    return " · ".join(filter(None, (chain, clean(told.outlet or ""), told.document.id)))
