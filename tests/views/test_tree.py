from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from rich.console import Console

from sayso.records import (
    Actor,
    Argument,
    Counts,
    Dateline,
    Document,
    Event,
    EventTime,
    Expectation,
    Link,
    Notice,
    Place,
    Position,
    Reading,
    Relation,
    Span,
    Statement,
    Story,
)
from sayso.views.tree import render_tree

TEXT = (
    "SEOUL, South Korea, March 6, 2018 — A South Korean envoy met the northern leader in Pyongyang on Monday.\n"
    "He is ready to freeze his tests, state radio quoted the envoy as saying, and wants talks with Washington.\n\n"
    "Trade between the two Koreas stopped in 2016."
)


def at(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


ENVOY = Actor("a-1", "Chung Eui-yong", "person", "KOR", ("GOV",), "envoy", "text", (at("envoy"),))
KIM = Actor("a-2", "Kim Jong Un", "person", "PRK", ("GOV",), None, "lexicon", (at("northern leader"),))
RADIO = Actor("a-3", "state radio", "media", "PRK", ("JRN",), None, "text", (at("state radio"),))
NORTH = Actor("a-4", "North Korea", "state", "PRK", ("GOV",), None, "lexicon", ())
SOUTH = Actor("a-5", "South Korea", "state", "KOR", ("GOV",), None, "lexicon", ())

SAID = Statement(
    "s-1",
    at("He is").start,
    at("Washington.").end,
    (at("He is ready to freeze his tests"),),
    "indirect",
    (),
    (
        Link("a-3", at("state radio"), at("quoted"), "reports"),
        Link("a-1", at("the envoy"), at("as saying"), "asserts"),
    ),
    (Position("a-2", "demands", at("talks with Washington")),),
)


def event(type_: str, words: str, trigger: str, **changes: Any) -> Event:
    base = Event(
        id=f"e-{trigger}",
        type=type_,
        act=type_,
        mode=None,
        contexts=(),
        quad="verbal-cooperation",
        intensity=2.5,
        cameo="04",
        trigger=at(trigger),
        start=at(words).start,
        end=at(words).end,
        actors=(Argument("a-1", at("envoy")),),
        recipients=(),
        time=None,
        place=None,
        status="actual",
        statement=None,
        counts=Counts(),
        rule="verb meet",
    )
    return replace(base, **changes)


MET = event(
    "CONSULT",
    "A South Korean envoy met the northern leader in Pyongyang on Monday.",
    "met",
    mode="visit",
    recipients=(Argument("a-2", at("the northern leader")),),
    time=EventTime("2018-03-05", "2018-03-06", "day", None),
    place=0,
)
FREEZE = event(
    "CONCEDE",
    "He is ready to freeze his tests",
    "freeze",
    actors=(Argument("a-2", at("He")),),
    status="planned",
    act="RETREAT",
    statement="s-1",
)

PAGE = Reading(
    Document(
        TEXT, title="Envoys in Pyongyang", outlet="Northbridge Wire", published="2018-03-06", published_basis="text"
    ),
    stories=(
        Story(0, at("Washington.").end, "article", Dateline(0, at("2018").end, 1, None, "2018-03-06")),
        Story(at("Trade").start, len(TEXT), "teaser"),
    ),
    places=(
        Place(at("Pyongyang").start, at("Pyongyang").end, "Pyongyang", 1871859, 39.03, 125.75, "PRK", "literal"),
        Place(0, 5, "Seoul", 1835848, 37.57, 126.98, "KOR", "literal"),
    ),
    actors=(ENVOY, KIM, RADIO, NORTH, SOUTH),
    statements=(SAID,),
    events=(MET, FREEZE),
    relations=(Relation("trade", "worsening", "a-4", "a-5", at("Trade between the two Koreas"), None, None),),
    expectations=(Expectation("e-freeze", "2018-03-06", "2018-06-01", checkable=True),),
    notices=(Notice("refused", "'stopped' has no actor", at("stopped")), Notice("date", "two dates were found")),
)


def shown(reading: Reading, *, width: int = 80, explain: bool = False, terminal: bool = False) -> str:
    out = io.StringIO()
    Console(file=out, width=width, force_terminal=terminal, color_system="standard" if terminal else None).print(
        render_tree(reading, explain=explain)
    )
    return out.getvalue()


def joined(printed: str) -> str:
    """What was printed, without the tree's guides and line breaks."""
    return " ".join(line.lstrip("│├└─ ").rstrip() for line in printed.splitlines())


def test_a_page_reads_as_sentences() -> None:
    page = joined(shown(PAGE))
    assert "Envoys in Pyongyang Northbridge Wire · 6 March 2018 (text) · 2 stories, 2 events, 1 statement" in page
    assert "Seoul · 6 March 2018" in page
    assert "CONSULT visit Chung Eui-yong (KOR) → Kim Jong Un (PRK) 5 March 2018 · Pyongyang" in " ".join(page.split())
    assert "“A South Korean envoy met the northern leader in Pyongyang on Monday.”" in page


def test_an_event_that_is_no_fact_says_so_and_by_whom() -> None:
    page = " ".join(joined(shown(PAGE)).split())
    assert "CONCEDE Kim Jong Un (PRK) [planned] (of RETREAT)" in page
    assert "expected 6 March – 31 May 2018" in page
    assert "according to state radio ← Chung Eui-yong “He is ready to freeze his tests”" in page


def test_positions_relations_and_notices_are_told() -> None:
    page = " ".join(joined(shown(PAGE)).split())
    assert "Kim Jong Un demands “talks with Washington”" in page
    assert "trade North Korea – South Korea (worsening) “Trade between the two Koreas”" in page
    assert "date two dates were found" in page
    assert "(teaser)" in page


def test_refusals_and_rules_are_told_when_asked_for() -> None:
    plain, explained = shown(PAGE), joined(shown(PAGE, explain=True))
    assert "refused" not in plain
    assert "coded by" not in plain
    assert "refused  'stopped' has no actor “stopped”" in explained
    assert "coded by verb meet" in explained


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(len, shown(PAGE, width=width, explain=True).splitlines())) <= width


def test_colours_are_for_terminals() -> None:
    assert "\x1b[" not in shown(PAGE)
    assert "\x1b[" in shown(PAGE, terminal=True)


def test_a_statement_without_events_stands_by_itself() -> None:
    page = " ".join(joined(shown(replace(PAGE, events=(), expectations=()))).split())
    assert "says state radio ← Chung Eui-yong (in other words) “He is ready to freeze his tests”" in page


def test_an_unnamed_source_and_a_denial_are_called_so() -> None:
    denied = replace(SAID, chain=(Link(None, None, at("as saying"), "reports"), Link("a-1", None, None, "denies")))
    page = shown(replace(PAGE, statements=(denied,)))
    assert "an unnamed source ← Chung Eui-yong (denies it)" in " ".join(joined(page).split())


def test_the_text_does_not_steer_the_terminal() -> None:
    text = "The \x1b[31menvoy\u202e met\x00 [bold]Kim[/bold]."
    hostile = replace(MET, trigger=at("met", text), start=0, end=len(text), actors=(), recipients=(), place=None)
    page = shown(Reading(Document(text, title="\x1b]0;owned\x07"), events=(hostile,)), width=120)
    assert not set("\x1b\x00\x07\u202e") & set(page)
    assert "[bold]Kim[/bold]" in page


def test_an_empty_reading_is_a_heading() -> None:
    page = shown(Reading(Document("", title="Nothing")))
    assert "0 stories, 0 events" in page
    assert "nothing coded" in page


def test_a_long_sentence_is_shortened_around_its_trigger() -> None:
    text = "word " * 300 + "they met " + "again " * 300
    long = replace(MET, trigger=at("met", text), start=0, end=len(text), actors=(), recipients=(), place=None)
    page = joined(shown(Reading(Document(text), events=(long,))))
    assert "… word" in page
    assert "they met again" in page
    assert len(page) < 500
