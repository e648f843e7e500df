from __future__ import annotations

from sayso.views.answers import (
    EventAnswer,
    ExpectationAnswer,
    Party,
    SearchAnswer,
    StanceAnswer,
    StatementAnswer,
    Told,
)
from sayso.views.cited import SourceAnswer
from sayso.views.table import cells, columns

EVENT = EventAnswer(
    id="e-1",
    type="CONSULT",
    act="CONSULT",
    mode=None,
    contexts=("trade", "diplomatic"),
    quad="verbal-cooperation",
    intensity=2.5,
    cameo="04",
    status="actual",
    actors=(Party("Peru", "PER", None, "Lima"), Party("radio", None, None, "it")),
    recipients=(),
    from_="2018-05-02",
    to="2018-05-03",
    precision="day",
    place=None,
    place_country=None,
    dead=None,
    injured=2,
    arrested=None,
    size=None,
    chain=("KCNA", "Kim"),
    words="w",
    trigger="t",
    start=0,
    end=1,
    rule="by hand",
    document=Told("d-1", None, "Meridian", None, "2018"),
)


def row(answer: object) -> dict[str, object]:
    return dict(zip(columns(type(answer)), cells(answer), strict=True))


def test_a_list_is_one_cell_and_its_columns_keep_step() -> None:
    told = row(EVENT)
    assert (told["actors.name"], told["actors.country"]) == ("Peru; radio", "PER; ")
    assert (told["contexts"], told["chain"], told["recipients.name"]) == ("trade; diplomatic", "KCNA; Kim", "")


def test_scalars_stay_and_parts_have_columns_of_their_own() -> None:
    told = row(EVENT)
    assert (told["intensity"], told["injured"], told["mode"], told["from"]) == (2.5, 2, None, "2018-05-02")
    assert (told["document.id"], told["document.title"]) == ("d-1", None)


def test_parts_of_parts() -> None:
    expected = ExpectationAnswer(
        id="x-1",
        from_=None,
        to=None,
        checkable=False,
        why_not="no time is told",
        outcome="refused",
        reason="no time is told",
        late=None,
        happening=None,
        told="2018-05-03",
        evidence=(),
        history=(),
        event=EVENT,
        outlet=None,
    )
    told = row(expected)
    assert (told["event.actors.country"], told["event.document.id"]) == ("PER; ", "d-1")


def test_every_kind_of_answer_has_columns_of_different_names() -> None:
    for kind in (EventAnswer, StatementAnswer, StanceAnswer, SourceAnswer, ExpectationAnswer, SearchAnswer):
        assert len(columns(kind)) == len(set(columns(kind)))
