from __future__ import annotations

from itertools import permutations
from pathlib import Path

import numpy as np

from sayso.sources import read_paths
from sayso.views.stories import LEAST_RATIO, group_stories, linked

DEMO = Path(__file__).parents[2] / "demo" / "dispatches"
TEXTS = {
    "a": "Ministers of Peru and Chile signed a treaty on fishing grounds off Arica in Lima.",
    "b": "The treaty on fishing grounds off Arica was signed in Lima by ministers of Peru and Chile.",
    "c": "A court in Nairobi sentenced two smugglers of ivory to nine years in prison.",
    "d": "Two smugglers of ivory were sentenced to nine years in prison by a court in Nairobi.",
    "e": "",
}


def test_documents_on_one_matter_are_one_story() -> None:
    assert {group.documents for group in group_stories(TEXTS)} == {("a", "b"), ("c", "d"), ("e",)}


def test_the_order_of_arrival_changes_nothing() -> None:
    first = group_stories(TEXTS)
    assert all(group_stories(dict(order)) == first for order in permutations(TEXTS.items()))


def test_no_documents_make_no_stories() -> None:
    assert group_stories({}) == []


def test_matters_of_one_kind_are_told_apart() -> None:
    told = [
        (Path(row.where or "").name, row.document)
        for row in read_paths([DEMO], max_characters=10**6)
        if row.document is not None
    ]
    name = {document.id: file for file, document in told}
    groups = group_stories({document.id: f"{document.title or ''}\n{document.text}" for _, document in told})
    stories = [{name[key] for key in group.documents} for group in groups]
    doklam = next(story for story in stories if "2017-08-28-doklam-delhi.txt" in story)
    gulf = next(story for story in stories if "2017-06-23-thirteen-demands.txt" in story)
    assert sum("doklam" in file for file in doklam) == 3
    assert sum("gulf" in file or "qatar" in file for file in gulf) == 2
    assert not doklam & gulf


def test_what_lies_far_apart_stays_apart() -> None:
    similarity = np.eye(5, dtype=np.float32)
    similarity[:2, :2] = similarity[2:4, 2:4] = 0.5
    assert sorted(map(sorted, linked(similarity, least=LEAST_RATIO))) == [[0, 1], [2, 3], [4]]
