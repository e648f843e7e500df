"""A reading as a small tree for a terminal: per story who did what to whom, when and where, and on whose say-so.

Every line stands with the words that it was read from. At 80 columns nothing is cut but quotations; piped, rich leaves
the colours out.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rich.console import Group
from rich.text import Text
from rich.tree import Tree

from sayso.records import Actor, Expectation, Reading, Span, Statement
from sayso.records.wording import (
    actor_words,
    chain_words,
    clean,
    counts_words,
    days_words,
    listing,
    published_words,
    quoted,
    relation_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

    from sayso.records import Argument, Event, Notice, Relation, Story

# Colours that read on a light and on a dark ground alike.
QUAD_STYLES = {
    "verbal-cooperation": "bold cyan",
    "material-cooperation": "bold green",
    "verbal-conflict": "bold magenta",
    "material-conflict": "bold red",
}
_STATUS_STYLES = {
    "denied": "red",
    "planned": "yellow",
    "possible": "yellow",
    "hypothetical": "yellow",
    "ongoing": "green",
}
_SAYS = {"asserts": "says", "reports": "reportedly says", "hedges": "believes", "denies": "denies"}
_MANNERS = {"direct": "quoted", "mixed": "partly quoted", "indirect": "in other words"}

# About two lines of a tree at 80 columns: enough to judge a line by, short enough to skim a page.
_QUOTE_WIDTH = 130
# What is left of a heading's line at 80 columns beside kind and guide.
_HEADING_WIDTH = 60


def render_tree(reading: Reading, *, name: str | None = None, explain: bool = False) -> RenderableType:
    """The reading as a tree that ``rich.console.Console.print`` shows.

    Args:
        reading: what was read from one document.
        name: stands for the title of a document that has none; None is its id.
        explain: name the rule that coded each event, and list what was refused, with its words.
    """
    page = _Page(reading, explain=explain)
    tree = Tree(_title(reading, name), guide_style="dim")
    for notice in page.notices(None):
        tree.add(_notice(page, notice))
    for i, story in enumerate(reading.stories):
        branch = tree.add(_heading(page, story))
        for node in page.nodes(i):
            branch.add(node)
    if not reading.stories:
        for node in page.nodes(0):
            tree.add(node)
    return tree


@dataclass(slots=True)
class _Page:
    """A reading with what its lines look up: actors and statements by id, expectations by event."""

    reading: Reading
    explain: bool
    actors: dict[str, Actor] = field(init=False)
    statements: dict[str, Statement] = field(init=False)
    expectations: dict[str, Expectation] = field(init=False)
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.actors = {actor.id: actor for actor in self.reading.actors}
        self.statements = {statement.id: statement for statement in self.reading.statements}
        self.expectations = {expectation.event: expectation for expectation in self.reading.expectations}
        self._starts = [story.start for story in self.reading.stories]

    @property
    def text(self) -> str:
        return self.reading.document.text

    def story_at(self, offset: int) -> int:
        """The index of the story that the character stands in; what stands before the first belongs to the first."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def notices(self, story: int | None) -> list[Notice]:
        """The notices of one story, or those that point at no words; refusals only when they are to be explained."""
        shown = (notice for notice in self.reading.notices if self.explain or notice.kind != "refused")
        return [notice for notice in shown if (self.story_at(notice.span.start) if notice.span else None) == story]

    def nodes(self, story: int) -> list[RenderableType]:
        """Everything told in one story, in text order."""
        told = {event.statement for event in self.reading.events}
        found: list[tuple[int, RenderableType]] = [
            (e.trigger.start, _event(self, e)) for e in self._in(story, self.reading.events)
        ]
        found += [
            (s.start, _statement(self, s))
            for s in self._in(story, self.reading.statements)
            if s.id not in told or s.positions
        ]
        found += [
            (r.span.start, _relation(self, r)) for r in self.reading.relations if self.story_at(r.span.start) == story
        ]
        found += [(n.span.start, _notice(self, n)) for n in self.notices(story) if n.span]
        return [node for _, node in sorted(found, key=lambda item: item[0])] or [Text("nothing coded", "dim")]

    def _in[T: (Event, Statement)](self, story: int, records: Iterable[T]) -> list[T]:
        return [record for record in records if self.story_at(record.start) == story]


def _title(reading: Reading, name: str | None) -> RenderableType:
    document = reading.document
    published = published_words(document.published) or "date unknown"
    basis = "" if document.published_basis in ("given", "unknown") else f" ({document.published_basis})"
    counts = [
        _count(len(reading.stories), "story", "stories"),
        _count(len(reading.events), "event", "events"),
        _count(len(reading.statements), "statement", "statements"),
    ]
    facts = [clean(document.outlet or ""), published + basis, ", ".join(counts)]
    title = clean(document.title or name or document.id)
    return Group(Text(title, "bold"), Text(" · ".join(filter(None, facts)), "dim"))


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _heading(page: _Page, story: Story) -> Text:
    """The dateline, or how the story begins."""
    kind = "" if story.kind == "article" else f" ({story.kind})"
    line = story.dateline
    if line is None:
        opening = quoted(page.text, Span(story.start, max(story.end, story.start + 1)), width=_HEADING_WIDTH)[2]
        return Text.assemble((f"“{opening}”", "bold"), (kind, "dim"))
    where = page.reading.places[line.place].name if line.place is not None else page.text[line.start : line.end]
    facts = [clean(where), clean(line.agency or ""), published_words(line.date)]
    return Text.assemble((" · ".join(filter(None, facts)), "bold"), (kind, "dim"))


def _event(page: _Page, event: Event) -> Group:
    return Group(
        _who_what_whom(page, event),
        *_line(_when_where(page, event)),
        *_line(_expected(page, event)),
        *_line(_according_to(page, event.statement)),
        _quotation(page, Span(event.start, event.end), event.trigger),
        *([Text(f"coded by {clean(event.rule)}", "dim italic")] if page.explain else []),
    )


def _who_what_whom(page: _Page, event: Event) -> Text:
    what = event.type if event.mode is None else f"{event.type} {event.mode}"
    line = Text.assemble((what, QUAD_STYLES[event.quad]), "  ", _names(page, event.actors))
    if event.recipients:
        line.append(f" → {_names(page, event.recipients)}")
    if event.status != "actual":
        line.append(f"  [{event.status}]", _STATUS_STYLES[event.status])
    if event.act != event.type:
        line.append(f"  (of {event.act})", "dim")
    return line


def _names(page: _Page, arguments: Iterable[Argument]) -> str:
    known = page.actors
    return listing(actor_words(known[a.actor]) if a.actor in known else clean(a.span.of(page.text)) for a in arguments)


def _when_where(page: _Page, event: Event) -> str:
    time, place = event.time, event.place
    facts = (
        days_words(time.from_, time.to) if time else "",
        clean(page.reading.places[place].name) if place is not None else "",
        counts_words(event.counts),
    )
    return " · ".join(filter(None, facts))


def _expected(page: _Page, event: Event) -> str:
    expectation = page.expectations.get(event.id)
    if expectation is None:
        return ""
    window = days_words(expectation.from_, expectation.to) or "some time"
    return f"expected {window}" + ("" if expectation.checkable else f"; can't be checked: {expectation.why_not}")


def _according_to(page: _Page, statement_id: str | None) -> str:
    statement = page.statements.get(statement_id or "")
    return f"according to {chain_words(statement.chain, page.text, page.actors)}" if statement else ""


def _statement(page: _Page, statement: Statement) -> Group:
    chain = chain_words(statement.chain, page.text, page.actors)
    says = _SAYS[statement.chain[-1].certainty] if statement.chain else "says"
    contents = statement.content or (Span(statement.start, statement.end),)
    return Group(
        Text.assemble((says, "bold blue"), "  ", chain, (f"  ({_MANNERS[statement.manner]})", "dim")),
        *(_quotation(page, content) for content in contents),
        *(
            Text.assemble(f"{_name(page, position.actor)} {position.stance} ", _quotation(page, position.object))
            for position in statement.positions
        ),
    )


def _name(page: _Page, actor_id: str) -> str:
    return clean(page.actors[actor_id].name) if actor_id in page.actors else actor_id


def _relation(page: _Page, relation: Relation) -> Group:
    trend = f"  ({relation.trend})" if relation.trend else ""
    time = days_words(relation.time.from_, relation.time.to) if relation.time else ""
    return Group(
        Text.assemble((relation.kind, "bold blue"), "  ", relation_words(relation, page.actors), (trend, "dim")),
        *_line(time),
        *_line(_according_to(page, relation.statement)),
        _quotation(page, relation.span),
    )


def _notice(page: _Page, notice: Notice) -> Group:
    return Group(
        Text.assemble((clean(notice.kind), "bold yellow"), "  ", clean(notice.message)),
        *([_quotation(page, notice.span)] if notice.span else []),
    )


def _quotation(page: _Page, within: Span, trigger: Span | None = None) -> Text:
    """The words themselves; the trigger is underlined."""
    before, middle, after = quoted(page.text, within, around=trigger, width=_QUOTE_WIDTH)
    return Text.assemble("“", before, (middle, "underline"), after, "”", style="dim")


def _line(words: str) -> list[Text]:
    return [Text(words)] if words else []
