"""Whether a ledger follows from its documents, with the real pipeline; the manifest that says why not."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from sayso import Document, Ledger, Span
from sayso.ledger.identity import reading_hash
from sayso.ledger.manifest import Manifest, digest
from sayso.ledger.verifying import verify, verify_file
from sayso.records import to_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sayso.ledger.verifying import Finding
    from sayso.reading.pipeline import Reader

SPOKEN = "Peru met Chile on Monday. Ana Soto said Peru would help."
DATED = Document(SPOKEN, published="2018-05-03", published_basis="given")
STAMPED = Document("LIMA, May 3, 2018 (Meridian Press) — The army of Chad attacked rebels.", title="\ud83d odd")
COPIED = replace(DATED, id="", outlet="Meridian Press")
PAIRED = Document("Peru accused Chile of spying on Brazil.")
PAIR = (Span(0, 4), Span(13, 18))


@pytest.fixture
def ledger(tmp_path: Path, reader: Reader) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "a.db") as kept:
        run = kept.start_run(Manifest.of(reader.settings))
        for document in (DATED, STAMPED):
            kept.add(reader.read(document), run=run)
        kept.add(reader.read(PAIRED, pairs=(PAIR,)), run=run, pairs=(PAIR,))
        yield kept


def found(ledger: Ledger, reader: Reader) -> list[Finding]:
    return [finding for verified in verify(ledger, reader) for finding in verified.findings]


def change(ledger: Ledger, *statements: str) -> None:
    with closing(sqlite3.connect(ledger.path)) as opened, opened:
        for statement in statements:
            assert opened.execute(statement).rowcount


def test_a_ledger_follows_from_its_documents(ledger: Ledger, reader: Reader) -> None:
    checked = list(verify(ledger, reader))
    assert [verified.read_again for verified in checked] == [True, True, True]
    assert found(ledger, reader) == list(verify_file(ledger)) == []


def test_documents_come_back_as_they_came(ledger: Ledger) -> None:
    came = [(replace(document, language=None), pairs) for document, pairs in ledger.brought()]
    assert came == [(DATED, ()), (STAMPED, ()), (PAIRED, (PAIR,))]


def test_superseded_readings_are_checked_but_not_read_again(ledger: Ledger, reader: Reader) -> None:
    ledger.add(replace(reader.read(DATED), events=()))
    assert [verified.read_again for verified in verify(ledger, reader)] == [False, True, True, True]
    change(ledger, "UPDATE actors SET country = 'CUB' WHERE reading = 1 AND n = 0")
    assert sorted(finding.trouble for finding in found(ledger, reader)) == ["differs", "rows"]


@pytest.mark.parametrize(
    ("statement", "trouble", "told"),
    [
        ("UPDATE events SET type = 'AID' WHERE reading = 1", "rows", "events"),
        ("UPDATE events SET from_day = '2018-05-01' WHERE reading = 2", "rows", "events"),
        ("UPDATE links SET cue = 'cried'", "rows", "links"),
        ("DELETE FROM subjects", "rows", "subjects"),
        ("UPDATE actor_names SET names = 'Cuba' WHERE rowid = 1", "words", "actor_names"),
        ("UPDATE documents SET text = text || '.' WHERE document = 1", "document", "changed after"),
        ("UPDATE documents SET outlet = 'Meridian' WHERE document = 2", "document", "changed after"),
        ("UPDATE reports SET packed = replace(packed, 'CONSULT', 'AID') WHERE reading = 1", "rows", "reports"),
        ("UPDATE reports SET packed = 'CONSULT' WHERE reading = 1", "rows", "reports"),
        ("UPDATE report_parties SET party = 'CUB' WHERE reading = 1 AND party LIKE '%PER%'", "rows", "report_parties"),
        ("UPDATE report_parties SET anchor = NULL", "rows", "report_parties"),
        ("DELETE FROM shingles", "rows", "shingles"),
        ("UPDATE readings SET json = replace(json, 'Chad', 'Mali')", "reading", "changed after"),
        ("UPDATE readings SET hash = 'x' WHERE reading = 3", "reading", "changed after"),
    ],
)
def test_what_was_tampered_with_is_found(
    ledger: Ledger, reader: Reader, statement: str, trouble: str, told: str
) -> None:
    change(ledger, statement)
    findings = found(ledger, reader)
    assert {finding.trouble for finding in findings} - {"differs"} == {trouble}
    assert any(told in finding.message for finding in findings)


def test_a_reading_that_was_made_up_whole_is_found(reader: Reader, tmp_path: Path) -> None:
    """Its hash and its rows are right: only reading the document again tells."""
    with Ledger.open(tmp_path / "made-up.db") as kept:
        kept.add(replace(reader.read(DATED), events=()), run=kept.start_run(Manifest.of(reader.settings)))
        (finding,) = found(kept, reader)
    assert (finding.trouble, finding.explained) == ("differs", ())
    assert "nothing" in finding.message


def test_what_changed_since_explains_a_difference(reader: Reader, tmp_path: Path) -> None:
    present = Manifest.of(reader.settings)
    earlier = replace(present, lexicons="0" * 64, settings={**present.settings, "coder": "frames"})
    with Ledger.open(tmp_path / "earlier.db") as kept:
        kept.add(replace(reader.read(DATED), events=()), run=kept.start_run(earlier))
        (finding,) = found(kept, reader)
    assert finding.explained == ("lexicons", "coder frames → both")


def test_of_a_reading_without_a_manifest_nothing_is_claimed(reader: Reader, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "old.db") as kept:
        kept.add(replace(reader.read(DATED), events=()))
        (finding,) = found(kept, reader)
    assert finding.message == "it reads otherwise now, and what it was read with, but for the version, was not kept"


def test_a_row_that_belongs_to_nothing_is_found(ledger: Ledger) -> None:
    change(ledger, "INSERT INTO subjects VALUES (99, 0, 0)")
    assert {finding.trouble for finding in verify_file(ledger)} == {"rows"}


NO_WORDS = (
    "INSERT INTO document_words (document_words, rowid, title, text)"
    " SELECT 'delete', document, title, text FROM documents WHERE document = 1"
)
OTHER_WORDS = "INSERT INTO document_words (rowid, title, text) SELECT document, title, 'Cuba' FROM documents LIMIT 1"
NO_SUCH_DOCUMENT = "INSERT INTO document_words (rowid, title, text) VALUES (99, NULL, 'Cuba')"
NO_INDEX = "DELETE FROM document_words_data WHERE id > 10"
OTHER_NAMES = "UPDATE actor_names_content SET c0 = 'Cuba' WHERE id = 1"


@pytest.mark.parametrize(
    ("statements", "told"),
    [
        ((NO_WORDS, OTHER_WORDS), "what the documents hold: it has other words of {id}"),
        ((NO_WORDS,), "what the documents hold: it has other words of {id}"),
        ((NO_SUCH_DOCUMENT,), "it has other words of a document 99 that is not there"),
        ((NO_INDEX,), "the index of full text does not answer for what the documents hold"),
        ((OTHER_NAMES,), "the index of actor_names does not answer for what is kept there"),
    ],
)
def test_an_index_that_finds_other_words_is_found(ledger: Ledger, statements: tuple[str, ...], told: str) -> None:
    name = next(ledger.readings()).document.id
    change(ledger, *statements)
    (finding,) = verify_file(ledger)
    assert finding.trouble == "index"
    assert finding.message.endswith(told.format(id=name))
    # Looking changes nothing, and is over when it is told.
    assert list(verify_file(ledger)) == [finding]
    assert ledger.start_run(Manifest("1", "", "", "", {}, {})) == 2


SHARED = "SELECT happening FROM reports GROUP BY happening HAVING count(*) > 1"


def test_reports_in_another_happening_are_found(ledger: Ledger, reader: Reader) -> None:
    ledger.add(reader.read(COPIED))
    with closing(sqlite3.connect(ledger.path)) as opened:
        ((shared,),) = opened.execute(SHARED)
    assert COPIED.id != DATED.id
    change(ledger, f"UPDATE reports SET happening = 'h-x' WHERE reading = 1 AND happening IN ({SHARED})")  # noqa: S608 - ours
    (finding,) = verify_file(ledger)
    assert finding.trouble == "happenings"
    assert finding.message == f"the happening h-x has a report of {DATED.id} that belongs to {shared}"
    change(ledger, "UPDATE reports SET happening = 'h-y'")
    messages = [finding.message for finding in verify_file(ledger)]
    copies = ", ".join(sorted((COPIED.id, DATED.id)))
    assert len(messages) > 1
    assert f"the happening h-y has 2 reports of {copies} that belong to {shared}" in messages


def test_happenings_that_fell_apart_follow_from_what_is_left(ledger: Ledger, reader: Reader) -> None:
    ledger.add(reader.read(COPIED))
    ledger.add(replace(reader.read(DATED), events=(), expectations=()))
    assert list(verify_file(ledger)) == []
    change(ledger, "INSERT INTO reports SELECT 1, event, of, 'h-x', packed FROM reports WHERE reading = 4")
    assert [finding.trouble for finding in verify_file(ledger)] == ["happenings"]
    assert {"rows"} == {finding.trouble for finding in found(ledger, reader)} - {"differs"}


def test_a_document_that_the_settings_refuse_is_told(ledger: Ledger, reader: Reader) -> None:
    small = type(reader)(reader.settings.model_copy(update={"max_characters": 60}))
    findings = found(ledger, small)
    assert [finding.trouble for finding in findings] == ["too-large"]
    assert "SAYSO_MAX_CHARACTERS" in findings[0].message


def test_the_manifest_is_kept_as_it_was(ledger: Ledger, reader: Reader) -> None:
    manifest = Manifest.of(reader.settings)
    with closing(sqlite3.connect(ledger.path)) as opened:
        opened.row_factory = sqlite3.Row
        (row,) = opened.execute("SELECT * FROM runs")
        runs = [each["run"] for each in opened.execute("SELECT run FROM readings")]
    assert runs == [row["run"]] * 3
    assert Manifest.from_columns(dict(row)) == manifest
    assert manifest.differing(manifest) == ()


def test_a_digest_follows_from_names_and_contents(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.yaml", "b.yaml")]
    for file in files:
        file.write_text(file.name)
    first = digest(files, tmp_path)
    assert digest(reversed(files), tmp_path) == first
    files[0].write_text("b.yaml")
    assert digest(files, tmp_path) != first


def test_frames_alone_need_no_weights_of_the_learned_coder(reader: Reader) -> None:
    frames = reader.settings.model_copy(update={"coder": "frames"})
    assert Manifest.of(frames).weights != Manifest.of(reader.settings).weights


def test_the_same_line_is_the_same_reading(reader: Reader) -> None:
    assert reading_hash(to_json(reader.read(DATED))) == reading_hash(to_json(reader.read(DATED)))
