"""Dyads of a ledger of real readings: what is counted, where it stands, and what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from readings import actor, written
from sayso import Ledger
from sayso.errors import UnreadableInput
from sayso.records import Document
from sayso.views.dyad import dyad
from sayso.views.dyad_lines import chart
from summit import SUMMIT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sayso.reading.pipeline import Reader

PAGES = (
    *SUMMIT,
    ("2018-08-03", "Kestrel", "China and Russia condemned the United States on Thursday."),
    ("2018-09-04", "Meridian", "The friendship between China and Russia is deepening."),
)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Iterator[Ledger]:
    documents = [Document(text, published=day, published_basis="given", outlet=outlet) for day, outlet, text in PAGES]
    with Ledger.open(tmp_path_factory.mktemp("dyad") / "a.db") as kept:
        for reading in reader.read_many(documents):
            kept.add(reading)
        yield kept


def test_each_happening_counts_once_on_its_day(ledger: Ledger) -> None:
    found = dyad(ledger, "USA", "PRK")
    assert [(h.act, h.quad, h.period, len(h.reports), h.outlets) for h in found.happenings] == [
        ("REJECT", "verbal-conflict", "2018-05-01", 1, 1),
        ("CONSULT", "verbal-cooperation", "2018-06-01", 2, 2),
        ("ACCUSE", "verbal-conflict", "2018-07-01", 1, 1),
    ]
    assert [(p.from_, p.to, p.quads.cooperation, p.quads.conflict) for p in found.periods] == [
        ("2018-05-01", "2018-06-01", 0, 1),
        ("2018-06-01", "2018-07-01", 1, 0),
        ("2018-07-01", "2018-08-01", 0, 1),
    ]
    assert [h.dated for h in found.happenings] == [True, True, False]
    assert (found.tally.happenings, found.tally.reports, found.tally.documents) == (3, 4, 4)


def test_no_number_stands_without_its_rows(ledger: Ledger) -> None:
    found = dyad(ledger, "USA", "PRK", by="day")
    rows = {happening.id: happening for happening in found.happenings}
    texts = {reading.document.id: reading.document.text for reading in ledger.readings()}
    for period in found.periods:
        behind = [rows[name] for name in period.happenings]
        assert len(behind) == period.quads.cooperation + period.quads.conflict
        assert (period.intensity is None) == (not behind)
        for report in (report for row in behind for report in row.reports):
            assert report.words == texts[report.document.id][report.start : report.end]


def test_both_sides_are_alike_and_a_bloc_is_its_members(ledger: Ledger) -> None:
    assert dyad(ledger, "USA", "PRK").happenings == dyad(ledger, "North Korea", "USA").happenings
    assert dyad(ledger, "USA, RUS", "Kim Jong Un,CHN").tally.happenings == 3


def test_what_both_do_to_a_third_is_nothing_between_them(ledger: Ledger) -> None:
    assert dyad(ledger, "CHN", "RUS").happenings == ()
    assert [h.act for h in dyad(ledger, "CHN,RUS", "USA").happenings] == ["ACCUSE"]


def test_standing_relations_have_their_trend_and_words(ledger: Ledger) -> None:
    (relation,) = dyad(ledger, "RUS", "CHN").relations
    assert (relation.kind, relation.trend, relation.words) == ("partnership", "improving", "friendship")
    assert (relation.a, relation.b, relation.outlet) == ("China", "Russia", "Meridian")
    assert dyad(ledger, "RUS", "CHN", until="2018-08").relations == ()


def test_bounds_narrow_what_is_counted(ledger: Ledger) -> None:
    assert [h.act for h in dyad(ledger, "USA", "PRK", since="2018-06", until="2018-06").happenings] == ["CONSULT"]


@pytest.mark.parametrize(
    ("a", "b", "by", "told"),
    [
        ("USA", "usa", "month", "both sides"),
        (" , ", "PRK", "month", "names no actor"),
        ("USA", "PRK", "decade", "one of day, week, month, year"),
    ],
)
def test_what_is_no_pair_or_period_is_told(ledger: Ledger, a: str, b: str, by: str, told: str) -> None:
    with pytest.raises(UnreadableInput, match=told):
        dyad(ledger, a, b, by=by)


@pytest.fixture(scope="module")
def months(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """One accusation a month from January to June 2018, nine in August, none in July; a quarrel told of a year."""
    peru, chile = actor("Peru", "PER"), actor("Chile", "CHL")
    days = [f"2018-{month:02}-05" for month in range(1, 7)] + [f"2018-08-{day:02}" for day in range(1, 28, 3)]
    with Ledger.open(tmp_path_factory.mktemp("months") / "a.db") as kept:
        for day in days:
            page = written(day, f"On {day} Peru accused Chile of a theft called {day}.", published=day)
            kept.add(page.event("ACCUSE", "accused", by=peru, to=chile, on=day).done())
        page = written("year", "Peru accused Chile.", published="2019-03-01")
        kept.add(page.event("ACCUSE", "accused", by=peru, to=chile, on="2017").done())
        yield kept


def test_what_no_period_holds_is_in_no_bar_but_among_the_rows(months: Ledger) -> None:
    found = dyad(months, "PER", "CHL")
    assert [h.from_ for h in found.happenings if h.period is None] == ["2017-01-01"]
    assert sum(len(period.happenings) for period in found.periods) == len(found.happenings) - 1
    assert dyad(months, "PER", "CHL", by="year").periods[0].quads.conflict == 1


def test_the_norm_leaves_out_periods_without_documents(months: Ledger) -> None:
    found = dyad(months, "PER", "CHL")
    assert [period.documents for period in found.periods] == [1, 1, 1, 1, 1, 1, 0, 9]
    cooperation, conflict = found.changes
    assert (conflict.measure, conflict.last, conflict.median, conflict.periods) == ("conflict", 9, 1, 6)
    assert conflict.place == "above"
    assert (cooperation.last, cooperation.place) == (0, "within")


def test_there_is_no_norm_of_four_periods(months: Ledger) -> None:
    assert dyad(months, "PER", "CHL", until="2018-05").changes == ()
    assert dyad(months, "PER", "CHL", until="2018-06").changes != ()


def test_a_chart_fits_80_columns_whatever_the_numbers(months: Ledger) -> None:
    for by in ("day", "week", "month", "year"):
        found = dyad(months, "PER", "CHL", by=by)
        assert max(map(len, chart(found.periods, found.by).plain.splitlines())) <= 80


def test_an_empty_dyad_has_nothing(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as kept:
        found = dyad(kept, "PER", "CHL")
    assert (found.periods, found.changes, found.relations, found.happenings) == ((), (), (), ())
