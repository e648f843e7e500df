"""The tables in the shapes of POLECAT and GDELT, read as their users read them."""

from __future__ import annotations

import csv
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest

from sayso.lexicon.cameo import load_cameo
from sayso.views.event_question import EventQuestion
from sayso.views.exports import gdelt, polecat
from sayso.views.exports.report import Participant, Site
from sayso.views.exports.reports import reports
from sayso.views.exports.shapes import day_of, holds_by_its_type
from three_reports import made_of, three_reports

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sayso import Ledger
    from sayso.views.exports.report import Report

    Exporting = Callable[..., bytes]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with three_reports(tmp_path / "a.db") as kept:
        yield kept


@pytest.fixture
def exported(ledger: Ledger) -> Exporting:
    return partial(made_of, ledger)


@pytest.fixture
def visit(ledger: Ledger) -> Report:
    return next(iter(reports(ledger, EventQuestion(type="CONSULT"))))


def rows(table: bytes) -> list[dict[str, str]]:
    """As a reader that knows nothing of quoting takes it apart."""
    return list(csv.DictReader(table.decode().splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def test_polecat_has_its_forty_columns(exported: Exporting) -> None:
    assert len(polecat.COLUMNS) == len(set(polecat.COLUMNS)) == 40
    assert exported("polecat").decode().partition("\n")[0].split("\t") == list(polecat.COLUMNS)
    assert {line.count("\t") for line in exported("polecat").decode().splitlines()} == {39}


def test_a_visit_in_polecats_shape(exported: Exporting) -> None:
    row, meeting = rows(exported("polecat"))
    told = ("Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts")
    assert [row[name] for name in told] == [
        *("2018-05-02", "CONSULT", "visit", "1.0", "VERBAL COOPERATION", "diplomatic; military")
    ]
    assert (row["Actor Name"], row["Actor COW"], row["Primary Actor Sector"]) == ("Kim", "731", "GOV")
    assert (row["Actor Title"], row["Wikipedia Actor ID"], row["Recipient Country"]) == ("chairman", "None", "CHN")
    assert (row["City"], row["Province"], row["Country"], row["Feature Type"]) == (
        "Lima",
        "Lima Province",
        "PER",
        "PPL",
    )
    assert (row["GeoNames ID"], row["Source"], row["Publication Date"]) == ("3936456", "Meridian Press", "2018-05-03")
    assert (row["Story People"], row["Story Locations"], row["Language"]) == ("Choe; Kim", "Lima", "en")
    assert (meeting["Actor Name"], meeting["Actor COW"], meeting["Recipient Name"]) == (
        "China; the US",
        "710; 2",
        "None",
    )
    assert meeting["Event Date"] == ""


def test_a_denied_attack_is_in_no_table_that_cannot_say_so(exported: Exporting) -> None:
    for form in ("polecat", "gdelt"):
        assert "ASSAULT" not in exported(form).decode()
        assert "\t190\t" not in exported(form).decode()


@pytest.mark.parametrize(
    ("type_", "act", "status", "holds"),
    [
        ("CONSULT", "CONSULT", "actual", True),
        ("COERCE", "COERCE", "ongoing", True),
        ("AGREE", "AID", "planned", True),
        ("REJECT", "CONSULT", "denied", True),
        ("CONCEDE", "CONCEDE", "planned", True),
        ("CONSULT", "CONSULT", "possible", False),
        ("REJECT", "CONSULT", "possible", False),
        ("ASSAULT", "ASSAULT", "denied", False),
        ("MOBILIZE", "MOBILIZE", "planned", False),
        ("AID", "AID", "hypothetical", False),
    ],
)
def test_what_a_table_without_a_status_holds(type_: str, act: str, status: str, holds: bool, visit: Report) -> None:
    assert holds_by_its_type(replace(visit, type=type_, act=act, status=status)) is holds


def test_the_day_of_a_table_with_one_day(visit: Report) -> None:
    assert str(day_of(visit)) == "2018-05-02"
    assert str(day_of(replace(visit, from_day=None))) == "2018-05-02"
    assert str(day_of(replace(visit, from_day=None, to_day=None))) == "2018-05-03"
    undated = replace(visit.document, published_from=None)
    assert day_of(replace(visit, from_day=None, to_day=None, document=undated)) is None


def test_gdelt_has_its_columns(exported: Exporting) -> None:
    assert len(gdelt.COLUMNS) == len(set(gdelt.COLUMNS)) == 58
    assert gdelt.COLUMNS[26:31] == ("EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale")
    assert {line.count("\t") for line in exported("gdelt").decode().splitlines()} == {57}


def test_a_visit_in_gdelts_shape(exported: Exporting) -> None:
    row, *_ = rows(exported("gdelt"))
    assert (row["SQLDATE"], row["MonthYear"], row["Year"]) == ("20180502", "201805", "2018")
    assert row["FractionDate"] == "2018.4164"  # (5 * 30 + 2) / 365
    assert (row["Actor1Code"], row["Actor1Name"], row["Actor1Type1Code"]) == ("PRKGOV", "KIM", "GOV")
    assert (row["EventCode"], row["EventBaseCode"], row["EventRootCode"]) == ("042", "042", "04")
    assert (row["QuadClass"], row["GoldsteinScale"], row["IsRootEvent"]) == ("1", "1.0", "1")
    assert (row["ActionGeo_Type"], row["ActionGeo_CountryCode"], row["ActionGeo_Lat"]) == ("4", "PE", "-12.043")
    assert (row["DATEADDED"], row["SOURCEURL"]) == ("20250101", "https://x.example/a?b={1}&c=%20d#e")


def test_who_does_it_with_each_other_is_told_in_both_directions(exported: Exporting) -> None:
    _, *both = rows(exported("gdelt"))
    assert [(row["Actor1CountryCode"], row["Actor2CountryCode"]) for row in both] == [("CHN", "USA"), ("USA", "CHN")]
    assert len({row["GLOBALEVENTID"] for row in both}) == 2
    assert all(0 < int(row["GLOBALEVENTID"]) < 2**63 for row in both)


def test_a_line_for_each_actor_and_recipient(visit: Report) -> None:
    one, two = visit.actors[0], replace(visit.actors[0], name="Choe")
    many = replace(visit, type="ACCUSE", actors=(one, two))
    assert [(a.name, b.name) for a, b in gdelt.pairs(many) if a and b] == [("Kim", "China"), ("Choe", "China")]
    assert gdelt.pairs(replace(many, recipients=())) == [(one, None), (two, None)]


@pytest.mark.parametrize(
    ("country", "sectors", "code", "known", "types"),
    [
        ("UNO", (), "IGOUNO", "UNO", ["IGO", "", ""]),
        ("EUR", (), "IGOEEC", "EEC", ["IGO", "", ""]),
        ("NGO", ("MED",), "NGOHLH", "", ["NGO", "HLH", ""]),
        ("PRK", ("JRN", "GOV"), "PRKMEDGOV", "", ["MED", "GOV", ""]),
        (None, ("REB",), "REB", "", ["REB", "", ""]),
    ],
)
def test_codes_of_actors(
    country: str | None, sectors: tuple[str, ...], code: str, known: str, types: list[str]
) -> None:
    who = Participant("a", "N", "group", country, sectors, None, "n")
    told = gdelt._actor(who)
    assert (told[0], told[3], list(told[7:])) == (code, known, types)


def test_kinds_of_places() -> None:
    peru = Site("Peru", "Peru", "PER", -10.0, -76.0, 3932488)
    assert gdelt._action_place(peru)[:3] == (1, "Peru, PER", "PE")
    kosovo = Site("Pristina", "Pristina", "KOS", 42.67, 21.17, 786714)
    assert gdelt._action_place(kosovo)[2] == "KV"
    assert len(gdelt._action_place(None)) == len(gdelt._action_place(peru)) == 7


def test_quads_follow_from_the_root() -> None:
    assert [gdelt._quad(root) for root in ("03", "05", "06", "08", "09", "13", "14", "20")] == [1, 1, 2, 2, 3, 3, 4, 4]


def test_codes_begin_with_their_roots() -> None:
    cameo = load_cameo()
    assert cameo.code("CONSULT", None, "04") == "040"
    assert cameo.code("ASSAULT", "drone", "19") == "1952"
    assert all(2 < len(code) < 5 for code in cameo.codes.values())
