"""Expectations of a small ledger, as the real pipeline reads it: outcomes, evidence, as of a day."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from icalendar import Calendar

from sayso import Ledger
from sayso.errors import MissingInput, UnreadableInput
from sayso.ledger import corrections
from sayso.records import Document
from sayso.views.calendar import write_calendar
from sayso.views.expectations import deciding_day, expectations
from sayso.views.scoreboard import announcements, scoreboard

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from sayso.reading.pipeline import Reader
    from sayso.records import Reading
    from sayso.views.answers import ExpectationAnswer

WIRE, PRESS = "Northbridge Wire", "Meridian Press"
# (published, outlet, text).
STORIES = (
    ("2018-05-10", WIRE, "Donald Trump will meet Kim Jong Un in Singapore on June 12, the White House said."),
    ("2018-05-11", PRESS, "Donald Trump will meet Kim Jong Un in Singapore on June 12, the White House said."),
    ("2018-05-24", WIRE, "Donald Trump called off his meeting with Kim Jong Un in Singapore on Thursday."),
    ("2018-06-01", WIRE, "Donald Trump will meet Kim Jong Un in Singapore on June 12."),
    ("2018-06-12", WIRE, "Donald Trump and Kim Jong Un met in Singapore on Tuesday."),
    ("2018-09-03", PRESS, "Emmanuel Macron will visit Tokyo on Sept. 20. Angela Merkel will visit Lima."),
    ("2018-09-10", PRESS, "Emmanuel Macron will visit Tokyo on Oct. 4."),
)
SUMMIT = {"actor": "PRK", "with_": "USA"}


@pytest.fixture(scope="module")
def readings(reader: Reader) -> list[Reading]:
    documents = [Document(text, outlet=outlet, published=day, published_basis="given") for day, outlet, text in STORIES]
    return list(reader.read_many(documents))


@pytest.fixture(scope="module")
def ledger(readings: list[Reading], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with kept(tmp_path_factory.mktemp("ledger") / "a.db", readings) as made:
        yield made


def kept(path: Path, readings: list[Reading]) -> Ledger:
    made = Ledger.open(path, clock=lambda: "2018-12-01T00:00:00Z")
    for reading in readings:
        made.add(reading)
    return made


def announced(ledger: Ledger, day: str, *, on: str, **asked: Any) -> ExpectationAnswer:
    """What the document of this day announces."""
    return next(a for a in expectations(ledger, on=on, **asked) if a.event.document.published == day)


@pytest.mark.parametrize(
    ("on", "outcome", "told"),
    [
        ("2018-05-20", "open", []),
        ("2018-05-24", "cancelled", ["2018-05-24"]),
        ("2018-05-31", "cancelled", ["2018-05-24"]),
        ("2018-06-01", "open", []),
        ("2018-06-12", "met", ["2018-06-12"]),
        ("2018", "met", ["2018-06-12"]),
    ],
)
def test_a_summit_that_is_cancelled_and_then_met(ledger: Ledger, on: str, outcome: str, told: list[str]) -> None:
    answer = announced(ledger, "2018-05-10", on=on, **SUMMIT)
    assert (answer.outcome, [step.told for step in answer.evidence]) == (outcome, told)


def test_its_history_stands_beside_it(ledger: Ledger) -> None:
    answer = announced(ledger, "2018-05-10", on="2018-12", **SUMMIT)
    assert [step.effect for step in answer.history] == ["confirmed", "cancelled", "confirmed", "met"]
    assert (answer.late, answer.reason) == (0, "told 12 June 2018, in time")
    (evidence,) = answer.evidence
    assert "met in Singapore" in evidence.words
    assert (evidence.document.published, evidence.from_) == ("2018-06-12", "2018-06-12")


def test_what_was_announced_later_is_unknown(ledger: Ledger) -> None:
    assert not list(expectations(ledger, on="2018-05-09"))
    assert len(list(expectations(ledger, on="2018-05-11"))) == 2


def test_postponed_and_due_and_missed_say_why(ledger: Ledger) -> None:
    first = announced(ledger, "2018-09-03", on="2018-09-15", actor="FRA")
    assert (first.outcome, first.reason) == ("postponed", "told 10 September 2018 to come 4 October 2018")
    due = list(expectations(ledger, on="2018-10-05", outcome="due"))
    assert [(a.from_, a.reason) for a in due] == [("2018-10-04", "the window has begun, nothing told yet")]
    (missed,) = expectations(ledger, on="2018-11", outcome="missed")
    assert missed.reason == "nothing told by 18 October 2018"


def test_what_cannot_be_checked_is_shown_on_request(ledger: Ledger) -> None:
    assert all(answer.checkable for answer in expectations(ledger))
    (refused,) = expectations(ledger, outcome="refused")
    assert (refused.event.trigger, refused.outcome) == ("visit", "refused")
    assert refused.reason == refused.why_not == "the text tells no time by which it should have come"


def test_one_outcome_is_counted_like_all(ledger: Ledger) -> None:
    found = expectations(ledger, outcome="met", on="2018-12")
    assert (found.tally().reports, found.tally().documents, found.tally().outlets) == (3, 3, 2)
    assert len(list(found.first(2))) == 2


def test_a_wrong_outcome_or_day_is_told(ledger: Ledger) -> None:
    with pytest.raises(UnreadableInput, match="refused"):
        expectations(ledger, outcome="done")
    with pytest.raises(UnreadableInput, match="no date"):
        expectations(ledger, on="soon")


def test_what_a_later_reading_no_longer_has_is_void(readings: list[Reading], tmp_path: Path) -> None:
    with kept(tmp_path / "a.db", readings[:1]) as ledger:
        assert not list(expectations(ledger, outcome="void"))
        ledger.add(replace(readings[0], expectations=()))
        assert not list(expectations(ledger))
        (void,) = expectations(ledger, outcome="void")
        assert "no longer has it" in void.reason


def test_what_is_void_is_told_as_of_a_day_too(readings: list[Reading], tmp_path: Path) -> None:
    """The third reading has again what the second did not."""
    moments = iter([f"2018-12-0{n}T00:00:00Z" for n in (1, 1, 2, 3)])
    with Ledger.open(tmp_path / "a.db", clock=lambda: next(moments)) as ledger:
        for reading in (readings[0], replace(readings[0], expectations=()), readings[0]):
            ledger.add(reading)
        void = [len(list(expectations(ledger, outcome="void", as_of=f"2018-12-0{day}"))) for day in (1, 2, 3)]
    assert void == [0, 1, 0]


def test_a_later_reading_that_still_has_it_voids_nothing(readings: list[Reading], tmp_path: Path) -> None:
    with kept(tmp_path / "a.db", readings[:1]) as ledger:
        ledger.add(replace(readings[0], notices=(), relations=(), statements=readings[0].statements, stories=()))
        assert not list(expectations(ledger, outcome="void"))
        assert len(list(expectations(ledger))) == 1


def test_what_hangs_on_a_cancelled_meeting_is_void(reader: Reader, tmp_path: Path) -> None:
    texts = {
        "2018-05-10": "Kim Jong Un will visit Washington on July 20, once he has met Donald Trump in Singapore.",
        "2018-05-24": "Donald Trump called off his meeting with Kim Jong Un in Singapore.",
    }
    documents = [Document(text, published=day, published_basis="given") for day, text in texts.items()]
    with kept(tmp_path / "a.db", list(reader.read_many(documents))) as ledger:
        (visit,) = expectations(ledger, on="2018-05-24")
        assert (visit.outcome, visit.reason) == ("void", "what it hangs on was called off, told 24 May 2018")
        assert [step.document.published for step in visit.evidence] == ["2018-05-24"]


def calendar_of(ledger: Ledger, day: str) -> list[dict[str, object]]:
    sink = BytesIO()
    write_calendar(expectations(ledger, on=day), deciding_day(day), sink)
    read = Calendar.from_ical(sink.getvalue())
    return [dict(event) for event in read.walk("VEVENT")]


def dates(event: dict[str, object]) -> tuple[date, date]:
    return event["DTSTART"].dt, event["DTEND"].dt  # type: ignore[attr-defined]


def test_a_calendar_is_read_back(ledger: Ledger) -> None:
    entries = calendar_of(ledger, "2018-12-01")
    assert len(entries) == 5
    first = entries[0]
    assert [day.isoformat() for day in dates(first)] == ["2018-06-12", "2018-06-13"]
    assert (first["STATUS"], first["SUMMARY"]) == ("CONFIRMED", "CONSULT: Donald Trump and Kim Jong Un [met]")
    assert "will meet Kim Jong Un in Singapore on June 12" in str(first["DESCRIPTION"])
    assert "Northbridge Wire" in str(first["DESCRIPTION"])
    turns = "announced 10 May 2018; called off 24 May 2018; announced again 1 June 2018; met 12 June 2018"
    assert turns in str(first["DESCRIPTION"])
    assert [entry["STATUS"] for entry in entries[3:]] == ["CANCELLED", "TENTATIVE"]


def test_uids_stay_while_outcomes_change(ledger: Ledger, readings: list[Reading], tmp_path: Path) -> None:
    before, after = ({e["UID"]: e["STATUS"] for e in calendar_of(ledger, day)} for day in ("2018-05-24", "2018-12-01"))
    assert before.keys() < after.keys()
    assert {before[uid] for uid in before} == {"CANCELLED"}
    assert {after[uid] for uid in before} == {"CONFIRMED"}
    with kept(tmp_path / "b.db", readings[::-1]) as other:
        assert {e["UID"]: e["STATUS"] for e in calendar_of(other, "2018-12-01")} == after


def test_the_scoreboard_counts_an_announcement_once(ledger: Ledger) -> None:
    scores = {score.source: score for score in scoreboard(ledger, on="2018-12")}
    house = scores["White House"]
    assert (house.voice, house.announced, house.reports, house.met, house.median_days_late) == ("source", 1, 2, 1, 0)
    meridian = scores["Meridian Press"]
    assert (meridian.voice, meridian.announced, meridian.postponed, meridian.missed) == ("outlet", 2, 1, 1)
    assert (meridian.median_days_late, meridian.timed) == (None, 0)


def test_the_agency_of_a_dateline_announces_what_no_outlet_is_named_for(reader: Reader, tmp_path: Path) -> None:
    text = "LIMA, Sept. 3 (Meridian Press) — Emmanuel Macron will visit Tokyo on Sept. 20."
    document = Document(text, published="2018-09-03", published_basis="given")
    with kept(tmp_path / "a.db", [reader.read(document)]) as ledger:
        assert [(score.source, score.voice) for score in scoreboard(ledger)] == [("Meridian Press", "outlet")]
        assert [told.outlet for told in announcements(ledger, "Meridian Press")] == ["Meridian Press"]


def test_the_scoreboard_opens_down_to_the_rows(ledger: Ledger) -> None:
    for score in scoreboard(ledger, on="2018-12"):
        rows = announcements(ledger, score.source or "", on="2018-12")
        assert len(rows) == score.reports
    with pytest.raises(MissingInput, match="scoreboard"):
        announcements(ledger, "Nobody")


def test_a_report_that_is_rejected_is_no_evidence(readings: list[Reading], tmp_path: Path) -> None:
    with kept(tmp_path / "a.db", readings[:5]) as ledger:
        met = announced(ledger, "2018-05-10", on="2018-12").evidence[0].event
        corrections.reject(ledger, met, author="Soto", reason="misread")
        assert announced(ledger, "2018-05-10", on="2018-12").outcome == "missed"
        assert len(list(expectations(ledger, on="2018-12", outcome="met", raw=True))) == 3


def test_the_other_clock_is_that_of_the_ledger(ledger: Ledger) -> None:
    assert not list(expectations(ledger, as_of="2018-11"))
    assert {answer.outcome for answer in expectations(ledger, as_of="2018-12-01")} == {"met", "postponed", "missed"}
    assert {answer.outcome for answer in expectations(ledger, as_of="2018-12-01", on="2018-05-20")} == {"open"}


def test_a_scoreboard_is_that_of_an_earlier_day(readings: list[Reading], tmp_path: Path) -> None:
    """The summit was announced by what came in on the first day; that it was held came in on the second."""
    moments = iter([f"2018-06-{10 if n < 8 else 20}T00:00:{n:02}Z" for n in range(20)])
    with Ledger.open(tmp_path / "a.db", clock=lambda: next(moments)) as ledger:
        for reading in readings[:5]:
            ledger.add(reading)
        assert scoreboard(ledger, as_of="2018-06-09") == []
        (then,) = (score for score in scoreboard(ledger, as_of="2018-06-10") if score.source == "White House")
        (now,) = (score for score in scoreboard(ledger) if score.source == "White House")
        assert (then.announced, then.reports, then.open, then.met) == (1, 2, 1, 0)
        assert (now.announced, now.met, now.median_days_late) == (1, 1, 0)
        assert [a.outcome for a in announcements(ledger, "White House", as_of="2018-06-10")] == ["open", "open"]
        # As on the day of --on, with what is known now, or with what was known then.
        (hindsight,) = (s for s in scoreboard(ledger, on="2018-06-12") if s.source == "White House")
        (foresight,) = (s for s in scoreboard(ledger, on="2018-06-12", as_of="2018-06-10") if s.source == "White House")
        assert (hindsight.met, foresight.met, foresight.due) == (1, 0, 1)


def test_a_scoreboard_counts_corrections_unless_it_is_raw(readings: list[Reading], tmp_path: Path) -> None:
    with kept(tmp_path / "a.db", readings[:2]) as ledger:
        for told in announcements(ledger, "White House"):
            where = ledger.reading(told.event.document.id).document.id
            corrections.reject(ledger, told.event.id, author="Soto", reason="misread", document=where)
        assert scoreboard(ledger) == []
        assert [score.reports for score in scoreboard(ledger, raw=True)] == [2]


def test_evidence_is_that_of_the_readings_which_held_then(readings: list[Reading], tmp_path: Path) -> None:
    """On the second day all is read anew, and the announcement and the cancellation read no events."""
    moments = iter([f"2018-12-0{1 if n < 10 else 2}T00:00:{n:02}Z" for n in range(20)])
    with Ledger.open(tmp_path / "a.db", clock=lambda: next(moments)) as ledger:
        for reading in readings[:5]:
            ledger.add(reading)
        for n in (0, 2):
            ledger.add(replace(readings[n], events=(), expectations=()))
        then = announced(ledger, "2018-05-10", on="2018-12", as_of="2018-12-01")
        assert [step.effect for step in then.history] == ["confirmed", "cancelled", "confirmed", "met"]
        assert then.outcome == "met"
        early = announced(ledger, "2018-05-10", on="2018-05-24", as_of="2018-12-01")
        assert (early.outcome, early.evidence[0].told) == ("cancelled", "2018-05-24")
        assert [score.met for score in scoreboard(ledger, as_of="2018-12-01") if score.source == "White House"] == [1]
        assert "2018-05-10" not in {told.event.document.published for told in expectations(ledger)}
