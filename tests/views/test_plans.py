"""Questions are answered from indexes: no table of a big ledger is gone through from end to end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import event

from readings import actor, written
from sayso import Ledger
from sayso.views.events import events
from sayso.views.search import search

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sayso.views.answers import Answers

PERU, CHILE = actor("Peru", "PER"), actor("Chile", "CHL")


@pytest.mark.parametrize(
    ("ask", "index"),
    [
        (lambda kept: events(kept, actor="PER", with_="CHL"), "arguments_country"),
        (lambda kept: events(kept, by="Peru", to="Chile"), "arguments_country"),
        (lambda kept: search(kept, "met"), "readings_current"),
    ],
)
def test_no_table_is_gone_through(ask: Callable[[Ledger], Answers[Any]], index: str, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db") as kept:
        kept.add(written("a", "Peru met Chile.").event("CONSULT", "met", by=PERU, to=CHILE).done())
        plan: list[str] = []

        @event.listens_for(kept._engine, "before_cursor_execute")
        def _explain(_: Any, cursor: Any, statement: str, parameters: Any, *__: Any) -> None:
            if statement.startswith("SELECT"):
                plan.extend(row[3] for row in cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters))

        assert len(list(ask(kept).first(20))) == 1
        assert ask(kept).tally().reports == 1
    tables = ("documents", "readings", "events", "arguments", "actors", "statements", "places")
    scanned = [line for line in plan if line.startswith(tuple(f"SCAN {name}" for name in tables))]
    assert scanned == []
    assert any(index in line for line in plan)
