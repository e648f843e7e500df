"""A feed of statements, read by feedparser: who says so, how sure, where, and ids that stay."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

import feedparser
import pytest

from readings import actor, written
from sayso import Ledger
from sayso.ledger import corrections
from sayso.views.exports.statement_feed import write_statement_feed
from sayso.views.statement_question import StatementQuestion
from sayso.views.statements import statements

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sayso import Reading

CHOE, XINHUA, SEOUL = actor("Choe", "PRK", office="minister"), actor("Xinhua", "CHN"), actor("Seoul", "KOR")
PAGE = "Seoul wants <talks> & trade, Choe said, Xinhua said. Officials may agree."
LEARNED = "2025-01-01T00:00:00Z"


def reading() -> Reading:
    page = written("page", PAGE, published="2018-05-03", outlet="Meridian Press", title="Talks?")
    about = (SEOUL, "demands", "trade")
    page.said("Seoul wants <talks> & trade", XINHUA, CHOE, certainty="hedges", manner="mixed", stance=about)  # type: ignore[arg-type]
    page.said("Officials may agree", None)
    made = page.done()
    return replace(made, document=replace(made.document, url="https://x.example/a?b={1}"))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    moments = iter(f"2025-01-01T00:00:{second:02}Z" for second in range(60))
    with Ledger.open(tmp_path / "a.db", clock=lambda: next(moments)) as kept:
        kept.add(reading())
        kept.add(written("month", "Peru is at ease, Xinhua said.", published="2018-06").done())
        yield kept


def bytes_of(ledger: Ledger, *, as_of: str | None = None, raw: bool = False, **asked: str) -> bytes:
    sink = BytesIO()
    write_statement_feed(ledger, StatementQuestion(**asked), sink, as_of=as_of, raw=raw)
    return sink.getvalue()


def feed(ledger: Ledger, **asked: Any) -> Any:
    parsed = feedparser.parse(bytes_of(ledger, **asked))
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    return parsed


def test_an_entry_has_the_chain_the_certainty_and_the_document(ledger: Ledger) -> None:
    told, nobody = feed(ledger).entries
    assert told.title == "Xinhua (CHN) ← Choe (PRK): “Seoul wants <talks> & trade”"
    assert told.content[0].value == (
        "“Seoul wants <talks> & trade” According to Xinhua (CHN) [hedges] ← Choe (PRK) [hedges]. "
        "Positions: Seoul demands “trade”. Meridian Press, Talks?, 3 May 2018, page, characters 0–27."
    )
    assert (told.published, told.updated, told.author) == (
        "2018-05-03T00:00:00Z",
        "2025-01-01T00:00:01Z",
        "Meridian Press",
    )
    assert told.link == "https://x.example/a?b=%7B1%7D"
    assert {(tag.scheme, tag.term) for tag in told.tags} == {
        ("urn:sayso:certainty", "hedges"),
        ("urn:sayso:manner", "mixed"),
        ("urn:sayso:about", "Seoul"),
    }
    assert nobody.title == "an unnamed source: “Officials may agree”"


def test_ids_and_bytes_stay(ledger: Ledger, tmp_path: Path) -> None:
    first = feed(ledger)
    assert len({entry.id for entry in first.entries} | {first.feed.id}) == 3
    assert bytes_of(ledger) == bytes_of(ledger)
    with Ledger.open(tmp_path / "b.db") as other:
        other.add(replace(reading(), events=(), notices=()))
        assert [entry.id for entry in feed(other).entries] == [entry.id for entry in first.entries]


def test_a_question_narrows_it_and_is_named(ledger: Ledger) -> None:
    found = feed(ledger, by="Choe", about="trade")
    assert [entry.title[:6] for entry in found.entries] == ["Xinhua"]
    assert found.feed.title == "Sayso: statements, by Choe, about trade"
    assert found.feed.id != feed(ledger).feed.id
    empty = feed(ledger, by="Peru")
    assert (empty.entries, empty.feed.updated) == ([], "1970-01-01T00:00:00Z")


def test_the_ledgers_clock_and_corrections_count(ledger: Ledger) -> None:
    assert feed(ledger, as_of="2024").entries == []
    who = next(iter(statements(ledger, by="Choe"))).chain[-1].id
    assert who is not None
    corrections.merge(ledger, who, "Xinhua", author="Soto", reason="its own writer")
    told = feed(ledger, by="Xinhua").entries[0]
    assert told.title.startswith("Xinhua (CHN) ← Xinhua (CHN): ")
    assert "Corrected by verdict 1." in told.content[0].value
    assert told.updated > "2025-01-01T00:00:01Z"
    assert feed(ledger, raw=True).entries[0].title.startswith("Xinhua (CHN) ← Choe (PRK): ")


def test_a_long_content_is_whole_but_not_in_the_title(tmp_path: Path) -> None:
    words = "talks " * 60 + "ended"
    page = written("long", f"{words}, Choe said.")
    page.said(words, CHOE)
    with Ledger.open(tmp_path / "a.db") as kept:
        kept.add(page.done())
        (entry,) = feed(kept).entries
    assert words in entry.content[0].value
    assert len(entry.title) < 150
    assert "published" not in entry
