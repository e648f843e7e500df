"""What verdicts make of rows: pure."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger.verdicts import Identities, Verdict, corrected, standing, states, undone_by

EVENT = {"document": "d1", "id": "e1", "type": "CONSULT", "act": "CONSULT", "mode": None, "quad": "q", "intensity": 1.0}


def verdict(number: int, kind: Any, target: str | None = "e1", document: str | None = "d1", **payload: Any) -> Verdict:
    return Verdict(number, "2025-01-01T00:00:00Z", "Ana", "because", kind, document, target, payload)


def undo(number: int, undoes: int) -> Verdict:
    return Verdict(number, "2025-01-01T00:00:00Z", "Ana", "because", "undo", undoes=undoes)


def merge(number: int, actor: str, into: str) -> Verdict:
    return verdict(number, "merge", actor, None, into=into, **{"as": profile(into)})


def split(number: int, actor: str, into: str, *documents: str) -> Verdict:
    return verdict(number, "split", actor, None, into=into, documents=list(documents), **{"as": profile(into)})


def profile(name: str) -> dict[str, Any]:
    return {"name": name.upper(), "kind": "person", "country": None, "sectors": "", "office": None, "basis": "text"}


def event(*verdicts: Verdict, **row: Any) -> dict[str, Any]:
    (made,) = corrected("events", [{**EVENT, **row}], verdicts)
    return made


def actor(id_: str, document: str, *verdicts: Verdict) -> tuple[str, tuple[int, ...]]:
    (row,) = corrected("actors", [{"document": document, "id": id_, **profile(id_)}], verdicts)
    assert row["name"] == str(row["id"]).upper()
    return row["id"], row["verdicts"]


def test_what_is_undone_does_not_stand_unless_the_undo_is_undone() -> None:
    reject = verdict(1, "reject")
    assert standing([reject]) == (reject,)
    assert standing([reject, undo(2, 1)]) == ()
    assert standing([reject, undo(2, 1), undo(3, 2)]) == (reject,)
    assert undone_by([reject, undo(2, 1), undo(3, 2)]) == {2: 3}


def test_a_new_type_brings_what_follows_from_it() -> None:
    made = event(verdict(1, "retype", type="ASSAULT", mode="abduct"))
    assert (made["type"], made["mode"], made["act"], made["quad"]) == (
        "ASSAULT",
        "abduct",
        "ASSAULT",
        "material-conflict",
    )
    assert made["intensity"] < 0
    assert made["cameo"] == "18"
    assert made["verdicts"] == (1,)


def test_the_act_stays_where_it_was_another_than_the_type() -> None:
    assert event(verdict(1, "retype", type="REJECT", mode=None), act="AID")["act"] == "AID"


def test_of_two_verdicts_the_later_holds_and_both_are_told() -> None:
    first, second = (verdict(number, "retype", type=type_, mode=None) for number, type_ in ((1, "AGREE"), (2, "AID")))
    made = event(second, first)
    assert (made["type"], made["verdicts"]) == ("AID", (1, 2))


def test_other_events_and_other_documents_stay_as_they_are() -> None:
    reject = verdict(1, "reject")
    assert event(reject)["rejected"]
    assert not event(reject, id="e2")["rejected"]
    assert not event(reject, document="d2")["rejected"]


def test_nothing_is_written_into_the_rows_that_came_in() -> None:
    row = dict(EVENT)
    list(corrected("events", [row], [verdict(1, "retype", type="AID", mode=None)]))
    assert row == EVENT


def test_merges_are_followed_whatever_order_they_came_in() -> None:
    assert actor("a", "d", merge(1, "a", "b"), merge(2, "b", "c")) == ("c", (1, 2))
    assert actor("a", "d", merge(1, "b", "c"), merge(2, "a", "b")) == ("c", (2, 1))


def test_a_merge_the_other_way_round_goes_before_the_earlier() -> None:
    both = merge(1, "a", "b"), merge(2, "b", "a")
    assert actor("a", "d", *both) == ("a", ())
    assert actor("b", "d", *both) == ("a", (2,))


def test_a_split_holds_in_its_documents_alone() -> None:
    parted = split(1, "a", "x", "d1", "d2")
    assert actor("a", "d2", parted) == ("x", (1,))
    assert actor("a", "d3", parted) == ("a", ())
    assert actor("z", "d1", merge(1, "z", "a"), split(2, "a", "x", "d1")) == ("x", (1, 2))


def test_a_split_that_is_merged_back_is_no_split() -> None:
    both = split(1, "a", "x", "d1"), merge(2, "x", "a")
    assert actor("a", "d1", *both) == ("a", ())
    assert actor("x", "d1", *both) == ("a", (2,))


@given(st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde"), st.sampled_from(["", "d1", "d2"]))))
def test_whatever_is_merged_and_split_everyone_is_someone(steps: list[tuple[str, str, str]]) -> None:
    given_ = [
        split(n, a, b, document) if document else merge(n, a, b)
        for n, (a, b, document) in enumerate(steps, 1)
        if a != b
    ]
    identities = Identities(given_)
    for document in ("d1", "d2", "d3"):
        for who in "abcde":
            found, _ = identities.who(document, who)
            assert identities.who(document, found)[0] == found


def test_states() -> None:
    verdicts = [verdict(1, "reject"), undo(2, 1), verdict(3, "reject", "e2"), verdict(4, "reject", "e3")]
    assert states(verdicts, {("d1", "e1"), ("d1", "e2")}) == {1: "undone", 2: "in force", 3: "in force", 4: "dormant"}
