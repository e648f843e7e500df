"""Measures readings against gold of our own, sentences written and labelled for this project: ``make gold``.

``gold/`` has a folder for each kind, with a guideline and two halves. The development half is for looking at; the test
half was set aside before any rule was written, and its errors are not shown.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from evals.parsing import parsed
from sayso.lexicon.status import status_words
from sayso.reading.events.standing import Standings, StatusReader
from sayso.reading.pipeline import Reader
from sayso.records import Document, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sayso.records import Event, Reading, Statement

_FOLDER = Path(__file__).with_name("gold")
_HALVES = ("dev", "test")
_MARK = re.compile(r"\{P:(?P<words>[^{}]+)\}")
# What was not found at all: no class, it only costs recall.
NOTHING = "-"
# "Agreed to meet" is one event, AGREE: that the meeting is planned is told by its type.
_INSIDE = {"AGREE": "planned", "CONCEDE": "planned", "REJECT": "denied", "REQUEST": "possible", "THREATEN": "possible"}
# Words whose type is not known are read as those of cooperation are.
SIDE = "cooperation"
# A statement is the gold one if their contents share this much (Dice coefficient of characters).
_SAME_CONTENT = 0.5


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison: what gold says, what the reading says, and where."""

    wanted: str
    got: str
    text: str


def main() -> int:
    """Print the figures of one half; with ``--errors``, what went wrong on the development half."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--half", choices=_HALVES, default="dev")
    parser.add_argument("--only", default="", help="measure only the kinds whose name matches this expression")
    parser.add_argument(
        "--errors", type=int, default=0, help="print so many rows that are wrong (not of the test half)"
    )
    given = parser.parse_args()
    if given.errors and given.half == "test":
        parser.error("the errors of the test half are not shown, or it would measure nothing")
    reader = Reader()
    for name, measure in KINDS.items():
        if re.search(given.only, name):
            for figure, rows in measure(reader, given.half).items():
                print(f"{name:<12} {figure:<20} {summary(rows)}")
                show_errors(rows, given.errors)
    return 0


def summary(rows: Sequence[Row]) -> str:
    """Macro-F1 over the classes of gold, and the share that is right."""
    right = sum(row.wanted == row.got for row in rows) / max(1, len(rows))
    return f"macro-F1 {macro_f1(rows):.3f}   right {right:.3f}   of {len(rows)}"


def macro_f1(rows: Sequence[Row]) -> float:
    """The mean of the F1 of the classes that gold has."""
    hits = Counter(row.wanted for row in rows if row.wanted == row.got)
    wanted, got = Counter(row.wanted for row in rows), Counter(row.got for row in rows)
    return sum(2 * hits[c] / (wanted[c] + got[c]) for c in wanted) / max(1, len(wanted))


def show_errors(rows: Iterable[Row], most: int) -> None:
    """The first rows that are wrong."""
    wrong = [row for row in rows if row.wanted != row.got]
    for row in sorted(wrong, key=lambda row: (row.wanted, row.got))[:most]:
        print(f"    {row.wanted} read as {row.got}: {row.text}")


def status(reader: Reader, half: str) -> dict[str, list[Row]]:
    """The status of the event that the marked words tell."""
    lines = [line.partition(" | ") for line in (_FOLDER / "status" / f"{half}.txt").read_text("utf-8").splitlines()]
    told = [(wanted, *unmarked(text)) for wanted, _, text in lines if text]
    readings = reader.read_many(Document(text) for _, text, _ in told)
    rows = []
    for (wanted, text, mark), reading in zip(told, readings, strict=True):
        event = event_at(reading.events, mark)
        rows.append(Row(wanted, _status_of(event, mark), f"{text} [{mark.of(text)}]"))
    found = [row for row in rows if row.got != NOTHING]
    return {"status of words": _standings(told), "status": rows, "status of those found": found}


def _standings(told: Sequence[tuple[str, str, Span]]) -> list[Row]:
    """How the marked words are read to stand, whether or not an event is coded of them."""
    readers = {SIDE: StatusReader(status_words())}
    rows = []
    for (wanted, text, mark), draft in zip(told, parsed(Document(text) for _, text, _ in told), strict=True):
        marked = [token for token in draft.parse.tokens if token.span.overlaps(mark)]
        word = next(token for token in marked if token.head not in marked or token.head is token)
        standings = Standings(draft, readers)
        standings.ask([word])
        rows.append(Row(wanted, standings.of(word, SIDE), f"{text} [{mark.of(text)}]"))
    return rows


def _status_of(event: Event | None, mark: Span) -> str:
    """How the act stands whose words are marked; of one that another's event is about, as that event's type says."""
    if event is None:
        return NOTHING
    if event.trigger.overlaps(mark) or event.status not in ("actual", "ongoing"):
        return event.status
    return _INSIDE.get(event.type, event.status)


def unmarked(text: str) -> tuple[str, Span]:
    """The sentence without its mark, and where that stood."""
    found = _MARK.search(text)
    if found is None:
        message = f"this line marks no act: {text!r}"
        raise ValueError(message)
    span = Span(found.start(), found.start() + len(found["words"]))
    return text[: found.start()] + found["words"] + text[found.end() :], span


def event_at(events: Iterable[Event], span: Span) -> Event | None:
    """The event whose trigger is told by these words; else the one whose own words hold them most closely."""
    here = [event for event in events if event.trigger.overlaps(span)]
    around = [event for event in events if Span(event.start, event.end).covers(span)]
    return next(iter(here or sorted(around, key=lambda event: event.end - event.start)), None)


def chains(reader: Reader, half: str) -> dict[str, list[Row]]:
    """Chains and certainty of statements, by the guideline in ``gold/chains``."""
    passages = yaml.safe_load((_FOLDER / "chains" / f"{half}.yaml").read_text("utf-8"))
    readings = reader.read_many(Document(passage["text"]) for passage in passages)
    exact, certain = [], []
    for passage, reading in zip(passages, readings, strict=True):
        for told in passage["statements"]:
            found = said(reading, passage["text"], told)
            exact.append(_exact(passage["text"], told, found))
            certain += _certainties(passage["text"], told, found)
    return {"exact chain": exact, "certainty of links": certain}


def said(reading: Reading, text: str, told: dict[str, Any]) -> Statement | None:
    """The statement of the reading whose content is most nearly that of gold."""
    wanted = [_span(text, words) for words in told["content"]]
    ranked = [(_dice(statement.content, wanted), -n, statement) for n, statement in enumerate(reading.statements)]
    best = max(ranked, key=lambda item: item[:2], default=None)
    return best[2] if best is not None and best[0] >= _SAME_CONTENT else None


def _exact(text: str, told: dict[str, Any], found: Statement | None) -> Row:
    links = told["chain"]
    if found is None:
        return Row("exact", NOTHING, _shown(text, told))
    same = len(found.chain) == len(links) and all(
        _same_source(text, link, got.source) for link, got in zip(links, found.chain, strict=True)
    )
    shown = " <- ".join(link.source.of(text) if link.source else "?" for link in found.chain)
    return Row("exact", "exact" if same else "other", f"{_shown(text, told)} — read: {shown}")


def _certainties(text: str, told: dict[str, Any], found: Statement | None) -> list[Row]:
    """Link by link from the innermost outwards."""
    got = [link.certainty for link in reversed(found.chain)] if found else []
    wanted = [link["certainty"] for link in reversed(told["chain"])]
    padded = [*got, *[NOTHING] * len(wanted)][: len(wanted)]
    return [Row(want, have, _shown(text, told)) for want, have in zip(wanted, padded, strict=True)]


def _same_source(text: str, link: dict[str, Any], got: Span | None) -> bool:
    if link["source"] is None or got is None:
        return link["source"] is None and got is None
    return any(_span(text, words).overlaps(got) for words in (link["source"], *link.get("or", ())))


def _shown(text: str, told: dict[str, Any]) -> str:
    return f"{text} [{' … '.join(told['content'])}]"


def when_where(reader: Reader, half: str) -> dict[str, list[Row]]:
    """The days and the place of events, ``-`` where the text tells none."""
    passages = yaml.safe_load((_FOLDER / "when-where" / f"{half}.yaml").read_text("utf-8"))
    documents = [Document(p["text"], published=str(p["published"]), published_basis="given") for p in passages]
    days, places, found = [], [], []
    for passage, reading in zip(passages, reader.read_many(documents), strict=True):
        text = passage["text"]
        for told in passage["events"]:
            trigger = _span(text, told["trigger"])
            event = event_at(reading.events, trigger)
            found.append(Row("event", "event" if event else NOTHING, f"{text} [{told['trigger']}]"))
            if event is not None:
                days.append(_days(text, told, event))
                places.append(_place(text, told, event, reading))
    return {"event found": found, "days of those found": days, "place of those found": places}


def _days(text: str, told: dict[str, Any], event: Event) -> Row:
    wanted = f"{told['from']}/{told['to']}" if told["from"] or told["to"] else "none"
    got = f"{event.time.from_}/{event.time.to}" if event.time else "none"
    return Row(wanted, got, f"{text} [{told['trigger']}]")


def _place(text: str, told: dict[str, Any], event: Event, reading: Reading) -> Row:
    place = reading.places[event.place] if event.place is not None else None
    got = text[place.start : place.end] if place is not None else "none"
    wanted = told["place"] or "none"
    return Row(wanted, wanted if wanted in got or got in wanted else got, f"{text} [{told['trigger']}]")


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _dice(got: Iterable[Span], wanted: Iterable[Span]) -> float:
    a, b = ({i for span in spans for i in range(span.start, span.end)} for spans in (got, wanted))
    return 2 * len(a & b) / (len(a) + len(b) or 1)


KINDS: dict[str, Callable[[Reader, str], dict[str, list[Row]]]] = {
    "status": status,
    "chains": chains,
    "when-where": when_where,
}

if __name__ == "__main__":
    sys.exit(main())
