"""Happenings for a terminal: one as a few lines, and opened down to its sentences."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from sayso.lexicon.plover import codebook
from sayso.records.wording import clean, days_words, listing, published_words
from sayso.views.lines import event_line, short, verdict_words
from sayso.views.tallies import counted
from sayso.views.tree import QUAD_STYLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import RenderableType

    from sayso.views.happening_answers import HappeningAnswer, HappeningTally, Member, Opened, Step, Version

_INDENT = (0, 0, 0, 2)
_ABOUT = {
    "dead": "how many died",
    "injured": "how many were injured",
    "arrested": "how many were arrested",
    "size": "how many they were",
    "actors": "who did it",
    "done": "whether it was",
}


def happening_line(answer: HappeningAnswer) -> RenderableType:
    """When, what, who and to whom; its id; how it was told; what it rests on; what is in dispute."""
    facts = [" · ".join(filter(None, (clean(answer.place or ""), answer.id))), _history(answer.history)]
    facts.append(verdict_words(answer.verdicts))
    body = [Text("\n".join(filter(None, facts))), Text(_counts(answer), "dim"), *_disputes(answer.disagreements)]
    return Group(_head(answer), Padding(Group(*body), _INDENT))


def _head(answer: HappeningAnswer) -> Text:
    days = days_words(answer.from_, answer.to) or f"reported {published_words(answer.reported) or 'on an unknown day'}"
    what = answer.act if answer.mode is None else f"{answer.act} {answer.mode}"
    style = QUAD_STYLES.get(codebook().quad(answer.act), "bold")
    head = Text.assemble((days, "bold"), "  ", (what, style), "  ", _members(answer.actors))
    if answer.recipients:
        head.append(f" → {_members(answer.recipients)}")
    if answer.status != "actual":
        head.append(f"  [{answer.status}]", "yellow")
    return head


def _members(members: Iterable[Member]) -> str:
    return listing(clean(member.name) + (f" ({member.country})" if member.country else "") for member in members)


def _history(steps: Sequence[Step]) -> str:
    """How it was told, where that changed."""
    if len(steps) == 1:
        return ""
    return " → ".join(f"{step.status} {published_words(step.published) or 'on an unknown day'}" for step in steps)


def _counts(answer: HappeningAnswer) -> str:
    outlets = counted(answer.outlets, "independent outlet") if answer.outlets else "no outlet that is named"
    return f"{counted(answer.reports, 'report')} · {outlets} · {counted(answer.documents, 'document')}"


def _disputes(versions: Sequence[Version]) -> Iterable[RenderableType]:
    for about, told in groupby(versions, key=lambda version: version.about):
        yield Text(f"sources disagree {_ABOUT[about]}:", "yellow")
        yield from (Padding(_version(version), _INDENT) for version in told)


def _version(version: Version) -> Text:
    value = f"{version.value:,}" if isinstance(version.value, int) else clean(version.value)
    chain = f"according to {' ← '.join(map(clean, version.chain))}" if version.chain else ""
    document = version.document
    facts = (chain, clean(version.outlet or ""), published_words(document.published), document.id)
    return Text.assemble(
        (value, "bold"), f"  “{short(version.words)}”\n", (" · ".join(filter(None, facts)), "dim"), overflow="fold"
    )


def opened_lines(opened: Opened) -> Iterable[RenderableType]:
    """The happening, then each report with how it tells the act."""
    yield happening_line(opened.happening)
    for status, report in zip(opened.statuses, opened.reports, strict=True):
        day = published_words(report.document.published) or "an unknown day"
        yield Text(f"\ntold as {status}, published {day}", "bold")
        yield Padding(event_line(report), _INDENT)


def tally_line(tally: HappeningTally, *, more: int = 0) -> str:
    """How many happenings, told by how many reports, in how many documents, of how many outlets; how many more."""
    if not tally.happenings:
        return "no happening"
    outlets = counted(tally.outlets, "outlet") if tally.outlets else "no outlet that is named"
    told = f"{counted(tally.happenings, 'happening')}, told by {counted(tally.reports, 'report')}"
    rests_on = f"{told} in {counted(tally.documents, 'document')} of {outlets}"
    return rests_on + (f"; {more:,} more with --limit" if more else "")
