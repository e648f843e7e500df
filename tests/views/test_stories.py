from __future__ import annotations

from itertools import permutations

from sayso.views.stories import group_stories

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
