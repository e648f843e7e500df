"""What became of an expectation: one case for each rule. Days are counted from the announcement, which is day 100."""

from __future__ import annotations

import itertools

import pytest
from evals.readme import ROOT

from sayso.ledger.happenings.report import Days
from sayso.ledger.outcomes import GRACE, OUTCOMES, Awaited, Telling, decide

# Announced on day 100, to come on day 120.
AWAITED = Awaited((1, 0, "act"), told=100, first=120, after=121)
LONG = 1000

_numbers = itertools.count(2)


def told(on: int, status: str, days: tuple[int | None, int | None] | None = None, *, done: bool = True) -> Telling:
    return Telling((next(_numbers), 0, "act"), on, status, done, Days(*days) if days else None)


def outcome(*tellings: Telling, as_of: int = LONG, awaited: Awaited = AWAITED) -> tuple[str, int | None]:
    found = decide(awaited, tellings, as_of)
    return found.name, found.late


@pytest.mark.parametrize(
    ("as_of", "name"),
    [(100, "open"), (119, "open"), (120, "due"), (120 + GRACE, "due"), (121 + GRACE, "missed"), (LONG, "missed")],
)
def test_in_silence_the_calendar_decides(as_of: int, name: str) -> None:
    found = decide(AWAITED, (), as_of)
    assert (found.name, found.decided, found.history) == (name, (), ())


@pytest.mark.parametrize(
    ("telling", "late"),
    [
        (told(120, "actual", (120, 121)), 0),
        (told(200, "actual", (120, 121)), 0),
        (told(124, "actual", (123, 124)), 3),
        (told(111, "actual", (110, 111)), -10),
        (told(120, "actual"), 0),
        (told(130, "actual"), None),
        # Published where it is still the day before.
        (told(119, "actual", (120, 121)), 0),
    ],
)
def test_what_is_told_to_have_come_is_met(telling: Telling, late: int | None) -> None:
    found = decide(AWAITED, [telling], LONG)
    assert (found.name, found.late, found.decided) == ("met", late, (telling,))


@pytest.mark.parametrize(
    "telling",
    [
        told(105, "actual"),  # without a day, before the window: what it tells is not this
        told(105, "actual", (120, 121)),  # told as done before it could be
        told(130, "actual", (80, 81)),  # an earlier one
        told(130, "actual", (None, 90)),
        told(90, "actual", (120, 121)),  # told before the announcement
        told(110, "possible", (140, 141)),
        told(110, "planned"),  # "some day"
        told(130, "planned", (110, 111)),  # days that were over by then
        told(110, "denied", (105, 106)),  # denied of other days
    ],
)
def test_what_decides_nothing(telling: Telling) -> None:
    found = decide(AWAITED, [telling], 119)
    assert (found.name, found.history) == ("open", ())


def test_cancelled_by_what_denies_it_until_it_is_announced_again_and_met() -> None:
    off = told(110, "denied", done=False)
    again = told(115, "planned", (120, 121))
    met = told(121, "actual", (120, 121))
    assert outcome(off) == ("cancelled", None)
    assert outcome(off, again, as_of=114) == ("cancelled", None)
    assert outcome(off, again, as_of=115) == ("open", None)
    assert outcome(off, met) == ("met", 0)
    found = decide(AWAITED, [met, again, off], LONG)
    assert [step.effect for step in found.history] == ["cancelled", "confirmed", "met"]
    assert (found.name, found.decided) == ("met", (met,))


def test_of_one_day_the_denial_counts() -> None:
    assert outcome(told(110, "denied", done=False), told(110, "planned", (120, 121))) == ("cancelled", None)


def test_the_first_reports_that_cancel_it_are_the_evidence() -> None:
    first, second, later = (told(day, "denied", done=False) for day in (110, 110, 111))
    assert decide(AWAITED, [later, second, first], LONG).decided == (first, second)


def test_postponed_stays_so_until_it_comes() -> None:
    moved = told(110, "planned", (140, 141))
    assert decide(AWAITED, [moved], LONG).decided == (moved,)
    assert outcome(moved) == ("postponed", None)
    assert outcome(moved, told(141, "actual", (140, 141))) == ("met", 20)
    assert outcome(moved, told(112, "planned", (120, 121)), as_of=119) == ("open", None)


def test_told_not_to_have_come_is_missed_with_evidence() -> None:
    not_come = told(122, "denied", (120, 121))
    found = decide(AWAITED, [not_come], 122)
    assert (found.name, found.decided) == ("missed", (not_come,))
    assert outcome(told(112, "denied", (120, 121))) == ("cancelled", None)


def test_the_day_nearest_the_window_decides_where_reports_differ() -> None:
    near, far, untold = (
        told(130, "actual", (120, 121)),
        told(125, "actual", (124, 125)),
        told(124, "actual"),
    )
    found = decide(AWAITED, [far, near, untold], LONG)
    assert (found.late, found.decided) == (0, (near,))


def test_later_reports_are_unknown() -> None:
    assert outcome(told(121, "actual", (120, 121)), as_of=120) == ("due", None)


def test_the_announcement_is_no_evidence_for_itself() -> None:
    own = Telling((1, 0, "type"), 130, "actual", done=True, days=Days(120, 121))
    assert outcome(own) == ("missed", None)


def test_by_a_day_begins_with_the_announcement() -> None:
    by_friday = Awaited((1, 0, "act"), told=100, first=None, after=105)
    assert outcome(awaited=by_friday, as_of=100) == ("due", None)
    assert outcome(told(103, "actual"), awaited=by_friday) == ("met", 0)


def test_void_where_a_condition_was_denied() -> None:
    off, again = told(110, "denied", done=False), told(112, "planned")
    found = decide(AWAITED, (), LONG, conditions=[[off]])
    assert (found.name, found.decided) == ("void", (off,))
    assert decide(AWAITED, (), 109, conditions=[[off]]).name == "open"
    assert decide(AWAITED, (), 119, conditions=[[off, again]]).name == "open"
    assert decide(AWAITED, [told(120, "actual")], LONG, conditions=[[off]]).name == "met"


def test_the_order_of_arrival_does_not_matter() -> None:
    tellings = [
        told(110, "denied", done=False),
        told(112, "planned", (140, 141)),
        told(115, "planned", (120, 121)),
        told(118, "denied", done=False),
    ]
    found = {repr(decide(AWAITED, order, LONG)) for order in itertools.permutations(tellings)}
    assert len(found) == 1


def test_the_docs_name_each_outcome_and_the_days_of_grace() -> None:
    docs = (ROOT / "docs" / "expectations.md").read_text(encoding="utf-8")
    named = [line.split("`")[1] for line in docs.splitlines() if line.startswith("| `")]
    assert named == list(OUTCOMES)
    assert f"{GRACE} days after the window" in docs
