"""``sayso statements --atom``, as a user types it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import feedparser

from commands import run
from three_reports import three_reports

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_statements_become_a_feed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with three_reports(tmp_path / "a.db"):
        pass
    asked = ("statements", "--by", "Choe", "--atom", str(tmp_path / "feed.xml"), "--ledger", str(tmp_path / "a.db"))
    ran = run(monkeypatch, *asked)
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == f"1 statement in {tmp_path / 'feed.xml'}\n"
    (entry,) = feedparser.parse((tmp_path / "feed.xml").read_bytes()).entries
    assert entry.title == 'Xinhua (CHN) ← Choe (PRK): “Kim met "China"”'
    refused = run(monkeypatch, *asked)
    assert (refused.status, "with --atom, or replace it with --force" in refused.err) == (1, True)
    assert run(monkeypatch, *asked, "--force").status == 0
