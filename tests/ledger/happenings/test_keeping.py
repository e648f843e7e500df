"""Groups in a ledger: the same whatever the order of arrival, and after a reading is superseded."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from sayso.ledger import Ledger
from sayso.ledger.happenings import group, reports_of
from sayso.ledger.schema import READINGS, REPORTS
from sayso.records import Document

if TYPE_CHECKING:
    from pathlib import Path

    from sayso.reading.pipeline import Reader
    from sayso.records import Reading

STORIES = {
    "2018-05-10": "Donald Trump will meet Kim Jong Un in Singapore on June 12.",
    "2018-05-24": "Donald Trump called off his meeting with Kim Jong Un in Singapore on Thursday.",
    "2018-06-12": "Donald Trump and Kim Jong Un met in Singapore on Tuesday.",
    "2018-06-13": "Kim Jong Un met Donald Trump in Singapore on Tuesday. Japan's prime minister praised Trump.",
    "2018-06-20": "Kim Jong Un arrived in Beijing on Tuesday. Xi Jinping received him.",
    "2018-06-21": "Xi Jinping and Kim Jong Un held talks in Beijing on Tuesday.",
}


@pytest.fixture(scope="module")
def readings(reader: Reader) -> list[Reading]:
    documents = [Document(text, published=day, published_basis="given") for day, text in STORIES.items()]
    return list(reader.read_many(documents))


def groups_in(ledger: Ledger) -> dict[tuple[str, int, str], str]:
    numbers = select(READINGS.c.reading, READINGS.c.hash)
    with ledger.reading_from() as connection:
        hashes = {row.reading: row.hash for row in connection.execute(numbers)}
        return {(hashes[r.reading], r.event, r.of): r.happening for r in connection.execute(select(REPORTS))}


def kept(path: Path, readings: list[Reading]) -> dict[tuple[str, int, str], str]:
    with Ledger.open(path) as ledger:
        for reading in readings:
            ledger.add(reading)
        return groups_in(ledger)


def test_a_summit_is_one_happening_with_a_history(readings: list[Reading]) -> None:
    reports = [report for reading in readings for report in reports_of(reading)]
    groups = group(reports)
    summit = [r for r in reports if r.act == "CONSULT" and {"USA", "PRK"} <= r.parties]
    assert len({groups[r.key] for r in summit}) == 1
    assert {r.status for r in summit} == {"planned", "denied", "actual"}


def test_the_same_groups_for_fifty_orders_of_arrival(readings: list[Reading], tmp_path: Path) -> None:
    expected = kept(tmp_path / "0.db", readings)
    assert len(set(expected.values())) < len(expected)
    for seed in range(1, 51):
        order = random.Random(seed).sample(readings, len(readings))
        assert kept(tmp_path / f"{seed}.db", order) == expected


def test_a_ledger_groups_as_if_all_were_grouped_at_once(readings: list[Reading], tmp_path: Path) -> None:
    reports = [report for reading in readings for report in reports_of(reading)]
    assert len(set(group(reports).values())) == len(set(kept(tmp_path / "a.db", readings).values()))


def test_what_a_superseded_reading_joined_falls_apart(readings: list[Reading], tmp_path: Path) -> None:
    without = [replace(reading, events=()) if n == 2 else reading for n, reading in enumerate(readings)]
    with Ledger.open(tmp_path / "a.db") as ledger:
        for reading in (*readings, without[2]):
            ledger.add(reading)
        after = sorted(groups_in(ledger).values())
    assert after == sorted(kept(tmp_path / "b.db", without).values())
