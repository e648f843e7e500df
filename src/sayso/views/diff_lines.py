"""Diffs as rows of JSON, and as lines for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.console import Group
from rich.text import Text

from sayso.records import to_dict
from sayso.records.wording import clean
from sayso.views.tallies import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rich.console import RenderableType

    from sayso.views.differences import Difference
    from sayso.views.diffs import Diff, Version

_SIGNS = {"came": ("+", "green"), "went": ("-", "red"), "changed": ("~", "yellow")}
# What a line tells of something that came or went, by kind.
_TOLD = {
    "event": ("type", "mode", "actors", "recipients", "status"),
    "actor": ("name", "country", "office"),
    "statement": ("chain", "manner"),
    "time": ("value",),
    "place": ("name", "country"),
}
_MOST_WORDS = 60
_NOTHING = "nothing"


def diff_rows(diff: Diff) -> Iterator[dict[str, Any]]:
    """One row for each difference; one for a document that was not known before."""
    about = {"document": diff.document.id, "old": to_dict(diff.old), "new": to_dict(diff.new)}
    if diff.old is None:
        yield {**about, "change": "came", "kind": "document", "events": diff.events, "statements": diff.statements}
    for each in diff.differences:
        values = {"before": each.before, "after": each.after}
        names = ("change", "kind", "words", "start", "end")
        yield {**about, **{name: getattr(each, name) for name in names}, "fields": list(each.fields), **values}


def diff_lines(diff: Diff) -> RenderableType:
    """The document and its two readings, then a line for each difference."""
    document = diff.document
    head = Text.assemble(
        (clean(document.title or document.id), "bold"), ("" if not document.title else f"  {document.id}", "dim")
    )
    if diff.old is None:
        counts = f"{counted(diff.events, 'event')}, {counted(diff.statements, 'statement')}"
        return Group(head, Text(f"  + new: {counts}, learned {diff.new.learned}", "green"))
    between = Text(f"  {_version(diff.old)} → {_version(diff.new)}", "dim")
    same = [] if diff.differences else [Text("  nothing came, went or changed")]
    return Group(head, between, *map(_line, diff.differences), *same)


def _version(version: Version) -> str:
    return f"reading {version.number} (version {version.version}, {version.learned})"


def _line(each: Difference) -> Text:
    sign, style = _SIGNS[each.change]
    told = _changes(each) if each.fields else _values(each.before or each.after or {}, _TOLD[each.kind])
    words = clean(each.words)
    short = words if len(words) <= _MOST_WORDS else words[: _MOST_WORDS - 1].rstrip() + "…"
    return Text.assemble((f"  {sign} ", style), f"{each.kind} ", f"“{short}”  " if short else "", told)


def _changes(each: Difference) -> str:
    before, after = each.before or {}, each.after or {}
    return "; ".join(f"{name} {_value(before[name])} → {_value(after[name])}" for name in each.fields)


def _values(facts: Mapping[str, Any], names: Iterable[str]) -> str:
    return " · ".join(_value(facts[name]) for name in names if facts[name] not in (None, []))


def _value(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_value, value)) or _NOTHING
    return _NOTHING if value is None else clean(str(value))
