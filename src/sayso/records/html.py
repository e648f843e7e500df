"""A reading as HTML: the text with what was read from it marked, a legend, and a table of its events.

One self-contained fragment without scripts, for a notebook or a page. The text is never trusted: whatever comes from
a document is escaped, and a class name comes from a table here.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.records.html_style import HUES, STYLE
from sayso.records.span import Span
from sayso.records.wording import (
    actor_words,
    chain_words,
    clean,
    clean_lines,
    counts_words,
    days_words,
    listing,
    published_words,
    quoted,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sayso.records.reading import Actor, Argument, Event, Reading

type _Tints = Mapping[str, str]

QUAD_CLASSES = {
    "verbal-cooperation": "vc",
    "material-cooperation": "mc",
    "verbal-conflict": "vk",
    "material-conflict": "mk",
}
_MANNERS = {"direct": "quoted", "mixed": "partly quoted", "indirect": "in other words"}
_COLUMNS = ("What", "Who", "To whom", "When and where", "Told as", "According to", "Words")
_NO_TINT = "cx"

# About two lines of the table's last column.
_QUOTE_WIDTH = 110


@dataclass(frozen=True, slots=True)
class _Mark:
    """Characters [start, end) show as ``look`` (class names); ``tip`` is told on hover; ``code`` stands after them."""

    start: int
    end: int
    look: str
    tip: str
    code: str = ""


def reading_html(reading: Reading) -> str:
    """The reading as one HTML element: heading, legend, marked text and table of events."""
    actors = {actor.id: actor for actor in reading.actors}
    tints = _tints(reading)
    return (
        f'<div class="sayso"><style>{STYLE}</style>{_heading(reading)}{_legend(tints)}'
        f'<div class="text" dir="auto">{_marked(reading, actors, tints)}</div>{_table(reading, actors)}</div>'
    )


def _heading(reading: Reading) -> str:
    document = reading.document
    facts = (clean(document.outlet or ""), published_words(document.published) or "date unknown", document.url or "")
    return f"<h3>{_text(document.title or document.id)}</h3>" + _element("facts", " · ".join(filter(None, facts)))


def _legend(tints: _Tints) -> str:
    swatches = [f'<span class="actor {look}">&nbsp;{_text(country)}&nbsp;</span>' for country, look in tints.items()]
    swatches += [
        f'<span><span class="trigger {look}">{quad.replace("-", " ")}</span></span>'
        for quad, look in QUAD_CLASSES.items()
    ]
    swatches += [
        '<span class="trigger open qx">not told as done</span>',
        '<span class="said">reported</span>',
        '<span class="said quoted">quoted</span>',
        '<span class="time">time</span>',
        '<span class="place">place</span>',
    ]
    return f'<div class="legend">{" ".join(swatches)}</div>'


def _tints(reading: Reading) -> dict[str, str]:
    """Country → class of its tint, in order of first mention; as many as there are hues."""
    named = sorted(
        (mention.start, actor.country) for actor in reading.actors if actor.country for mention in actor.mentions
    )
    countries = dict.fromkeys(country for _, country in named)
    return {country: f"c{i}" for i, country in enumerate(list(countries)[: len(HUES)])}


def _marked(reading: Reading, actors: Mapping[str, Actor], tints: _Tints) -> str:
    text = reading.document.text
    parts = []
    for start, end, marks in _pieces(len(text), list(_marks(reading, actors, tints))):
        words = escape(clean_lines(text[start:end]))
        parts.append(_span(words, marks, end) if marks else words)
    return "".join(parts)


def _marks(reading: Reading, actors: Mapping[str, Actor], tints: _Tints) -> Iterator[_Mark]:
    """All marks, outer kinds first."""
    text = reading.document.text
    for said in reading.statements:
        tip = f"according to {chain_words(said.chain, text, actors)} ({_MANNERS.get(said.manner, said.manner)})"
        look = "said quoted" if said.manner == "direct" else "said"
        yield from (_Mark(part.start, part.end, look, tip) for part in said.content)
    for actor in reading.actors:
        look = f"actor {tints.get(actor.country or '', _NO_TINT)}"
        yield from (_Mark(mention.start, mention.end, look, _actor_tip(actor)) for mention in actor.mentions)
    for time in reading.times:
        yield _Mark(time.start, time.end, "time", f"{time.value}: {days_words(time.from_, time.to) or 'no fixed days'}")
    for place in reading.places:
        if place.use == "literal":
            yield _Mark(place.start, place.end, "place", f"{place.name}, {place.country or 'no country'}")
    for event in reading.events:
        tip = f"{_code(event)} ({event.status})"
        yield _Mark(event.trigger.start, event.trigger.end, _trigger_look(event), tip, event.type)


def _trigger_look(event: Event) -> str:
    """Filled for what is told as done or under way, else an outline."""
    done = "" if event.status in ("actual", "ongoing") else "open "
    return f"trigger {done}{QUAD_CLASSES.get(event.quad, 'qx')}"


def _actor_tip(actor: Actor) -> str:
    return " · ".join(filter(None, (actor_words(actor), actor.office or "", " ".join(actor.sectors))))


def _pieces(length: int, marks: list[_Mark]) -> Iterator[tuple[int, int, list[_Mark]]]:
    """The text cut wherever a mark begins or ends: (start, end, the marks that hold there), without overlaps."""
    opening: dict[int, list[_Mark]] = {}
    cuts = {0, length}
    for mark in marks:
        if 0 <= mark.start < mark.end <= length:
            opening.setdefault(mark.start, []).append(mark)
            cuts |= {mark.start, mark.end}
    edges, holding = sorted(cuts), list[_Mark]()
    for start, end in pairwise(edges):
        holding = [mark for mark in holding if mark.end > start] + opening.get(start, [])
        yield start, end, holding


def _span(words: str, marks: list[_Mark], end: int) -> str:
    """One stretch with all looks that hold there; an event's type stands where its trigger ends."""
    looks = " ".join(dict.fromkeys(look for mark in marks for look in mark.look.split()))
    tips = "\n".join(dict.fromkeys(clean(mark.tip) for mark in marks))
    codes = " ".join(dict.fromkeys(mark.code for mark in marks if mark.code and mark.end == end))
    code = f' data-code="{_text(codes)}"' if codes else ""
    return f'<span class="{looks}" title="{escape(tips)}"{code}>{words}</span>'


def _table(reading: Reading, actors: Mapping[str, Actor]) -> str:
    if not reading.events:
        return _element("facts", "No event was coded.")
    chains = {said.id: chain_words(said.chain, reading.document.text, actors) for said in reading.statements}
    head = "".join(f"<th>{column}</th>" for column in _COLUMNS)
    rows = "".join(_row(reading, event, actors, chains) for event in reading.events)
    return f'<div class="told"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


def _row(reading: Reading, event: Event, actors: Mapping[str, Actor], chains: Mapping[str, str]) -> str:
    text = reading.document.text
    before, middle, after = quoted(text, Span(event.start, event.end), around=event.trigger, width=_QUOTE_WIDTH)
    code = f'<span class="{_trigger_look(event)}">{_text(_code(event))}</span>'
    cells = (
        _names(event.actors, text, actors),
        _names(event.recipients, text, actors),
        _when_where(reading, event),
        event.status,
        chains.get(event.statement or "", "the outlet itself"),
    )
    words = f'<td class="words">“{_inner(before)}<b>{_text(middle)}</b>{_inner(after)}”</td>'
    return f"<tr><td>{code}</td>{''.join(f'<td>{_text(cell)}</td>' for cell in cells)}{words}</tr>"


def _code(event: Event) -> str:
    return event.type if event.mode is None else f"{event.type} {event.mode}"


def _names(arguments: Iterable[Argument], text: str, actors: Mapping[str, Actor]) -> str:
    return listing(actor_words(actors[a.actor]) if a.actor in actors else a.span.of(text) for a in arguments)


def _when_where(reading: Reading, event: Event) -> str:
    days = days_words(event.time.from_, event.time.to) if event.time else ""
    place = reading.places[event.place].name if event.place is not None else ""
    return " · ".join(filter(None, (days, place, counts_words(event.counts))))


def _element(look: str, words: str) -> str:
    return f'<div class="{look}">{_text(words)}</div>'


def _text(words: str) -> str:
    return escape(clean(words))


def _inner(words: str) -> str:
    """Escaped without losing the space beside the trigger; ``quoted`` has cleaned it."""
    return escape(words)
