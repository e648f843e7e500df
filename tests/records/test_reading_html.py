from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from sayso.records import (
    Actor,
    Argument,
    Counts,
    Document,
    Event,
    EventTime,
    Link,
    Place,
    Reading,
    Span,
    Statement,
    Time,
)
from sayso.records.html import QUAD_CLASSES
from sayso.records.wording import clean_lines


class Shown(HTMLParser):
    """Collects tags, attributes, and the words of the marked text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words = ""
        self._depth = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if ("class", "text") in attrs or self._depth:
            self._depth += 1

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the parser's signature
        self._depth -= bool(self._depth)

    def handle_data(self, data: str) -> None:
        self.words += data if self._depth else ""


def at(words: str, text: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def event(
    trigger: Span, *, end: int, quad: str = "verbal-cooperation", type_: str = "CONSULT", **changes: object
) -> Event:
    fields: dict[str, object] = {
        "id": "e-1", "type": type_, "act": type_, "mode": None, "contexts": (), "quad": quad, "intensity": 2.5,
        "cameo": "04", "trigger": trigger, "start": 0, "end": end, "actors": (Argument("a-1", trigger),),
        "recipients": (), "time": None, "place": None, "status": "actual", "statement": None, "counts": Counts(),
        "rule": "r",
    }  # fmt: skip
    return Event(**{**fields, **changes})  # type: ignore[arg-type]


def actor(*mentions: Span, name: str = "Somebody", country: str | None = "PRK") -> Actor:
    return Actor("a-1", name, "person", country, ("GOV",), None, "text", mentions)


def test_the_text_is_inert() -> None:
    bad = "<script>alert(1)</script> \"><img src=x onerror=alert(2)> met & 'left'"
    said = Statement("s-1", 0, len(bad), (Span(0, len(bad)),), "direct", (), (Link("a-1", None, None, "asserts"),))
    reading = Reading(
        Document(bad, title=bad, outlet=bad, url="javascript:alert(3)"),
        actors=(actor(Span(0, 9), name=bad, country=bad),),
        places=(Place(3, 12, bad, None, None, None, bad, "literal"),),
        times=(Time(2, 20, "DATE", bad),),
        statements=(said,),
        events=(event(at("met", bad), end=len(bad), quad=bad, type_=bad, statement="s-1", status=bad),),
    )
    shown = Shown(reading._repr_html_())
    allowed = {"div", "style", "h3", "span", "table", "thead", "tbody", "tr", "th", "td", "b"}
    assert set(shown.tags) <= allowed
    assert {name for name, _ in shown.attributes} <= {"class", "title", "dir", "data-code"}
    assert shown.words == bad


def test_overlapping_marks_keep_the_text_whole() -> None:
    text = "Kim Jong Un met Moon in Panmunjom on Friday."
    reading = Reading(
        Document(text),
        actors=(actor(at("Kim Jong Un", text), at("Jong Un met", text)),),
        places=(Place(24, 33, "Panmunjom", None, None, None, "KOR", "literal"),),
        times=(Time(20, 43, "DATE", "2018-04-27", "2018-04-27", "2018-04-28"),),
        events=(event(at("met Moon", text), end=len(text)), event(at("met", text), end=len(text))),
    )
    html = reading._repr_html_()
    assert Shown(html).words == text
    assert "2018-04-27: 27 April 2018" in html


def test_a_mark_tells_the_chain_and_a_plan_looks_unlike_a_fact() -> None:
    text = "Kim will come, the agency quoted an aide as saying."
    links = (Link(None, at("the agency", text), None, "reports"), Link(None, at("an aide", text), None, "asserts"))
    said = Statement("s-1", 0, len(text), (at("Kim will come", text),), "indirect", (), links)
    may = EventTime("2018-05-01", "2018-06-01", "month", None)
    planned = event(at("come", text), end=len(text), status="planned", statement="s-1", time=may)
    html = Reading(
        Document(text), actors=(actor(at("Kim", text)),), statements=(said,), events=(planned,)
    )._repr_html_()
    assert "according to the agency ← an aide (in other words)" in html
    assert "<td>the agency ← an aide</td>" in html
    assert "<td>May 2018</td>" in html
    assert 'class="said trigger open vc"' in html


def test_nothing_read_is_said_so() -> None:
    assert "No event was coded." in Reading(Document(""))._repr_html_()


spans = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda pair: Span(pair[0], sum(pair))), max_size=6
)


@given(st.text(max_size=50), spans, st.sampled_from(sorted(QUAD_CLASSES)))
def test_any_text_with_any_marks_is_shown_as_it_is(text: str, marks: list[Span], quad: str) -> None:
    reading = Reading(
        Document(text.replace("\r", " ")),
        actors=(actor(*marks),),
        events=tuple(event(mark, end=mark.end + 1, quad=quad) for mark in marks),
    )
    assert Shown(reading._repr_html_()).words == clean_lines(text.replace("\r", " "))
