"""The README's table: a line for whatever was measured, with the figure as the baseline has it."""

from __future__ import annotations

from typing import Any

from evals.readme import ROWS, figures
from evals.sets import MEASURES


def baseline(*names: str, value: float = 0.5, table: tuple[str, ...] = ()) -> dict[str, dict[str, Any]]:
    return {name: {"value": value, "table": list(table)} for name in names}


def rows(known: dict[str, dict[str, Any]]) -> list[list[str]]:
    return [line.strip("| ").split(" | ") for line in figures(known).splitlines()[2:]]


def test_nothing_measured_is_a_table_without_lines() -> None:
    assert rows({}) == []


def test_what_was_measured_alone_has_a_line() -> None:
    assert [row[0] for row in rows(baseline("pages_dev", "chains_dev"))] == ["chains_dev", "pages_dev"]


def test_a_value_has_three_digits() -> None:
    assert rows(baseline("chains_dev", value=0.8116))[0][2] == ".812"
    assert rows(baseline("chains_dev", value=1))[0][2] == "1.000"


def test_a_line_of_the_figures_table_is_found_by_its_first_words() -> None:
    table = ("  class accuracy         0.641   906", "  class macro-F1         0.682   906")
    assert [row[2] for row in rows(baseline("cameo_dev", table=table))] == [".500", ".682"]


def test_every_figure_is_in_the_table() -> None:
    assert {row.figure for row in ROWS} == {measure.name for measure in MEASURES if measure.coder == "both"}
