"""What ``import sayso`` promises."""

from __future__ import annotations

import subprocess
import sys

import pytest

import sayso
from sayso import Document, Ledger, Span


def test_public_names_are_sorted_and_there() -> None:
    assert list(sayso.__all__) == sorted(sayso.__all__)
    assert all(getattr(sayso, name) is not None for name in sayso.__all__)
    assert set(sayso.__all__) <= set(dir(sayso))


def test_public_names_are_pinned() -> None:
    assert sayso.__all__ == [
        "Answer",
        "Document",
        "Ledger",
        "Reader",
        "Reading",
        "Row",
        "SaysoError",
        "Settings",
        "Span",
        "export",
        "from_json",
        "json_schema",
        "read",
        "read_paths",
        "read_rows",
        "to_dict",
        "to_json",
    ]


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = sayso.nothing


def test_importing_loads_no_parser() -> None:
    code = "import sys, sayso; sys.exit('spacy' in sys.modules or 'sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_read_and_keep(tmp_path: object) -> None:
    reading = sayso.read("The army of Chad attacked rebels on Monday.", published="2018-05-03", outlet="Meridian")
    (event,) = reading.events
    assert (event.type, event.time and event.time.from_) == ("ASSAULT", "2018-04-30")
    assert reading.document.outlet == "Meridian"
    with Ledger.open(f"{tmp_path}/a.db") as ledger:
        assert ledger.add(reading)
        assert not ledger.add(reading)
        assert ledger.reading(reading.document.id) == reading
        assert ledger.has(
            Document(reading.document.text, outlet="Meridian", published="2018-05-03", published_basis="given")
        )


def test_pairs_from_python() -> None:
    text = "Peru accused Chile of spying on Brazil."
    reading = sayso.read(text, pairs=[((0, 4), Span(13, 18))])
    assert [(e.type, e.actors[0].span.of(text), e.recipients[0].span.of(text)) for e in reading.events] == [
        ("ACCUSE", "Peru", "Chile")
    ]
    with pytest.raises(ValueError, match="ends behind the text"):
        sayso.read(text, pairs=[((0, 4), (13, 180))])
