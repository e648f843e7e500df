"""Bytes in, Documents out: encodings, formats, folders, rows."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from sayso.errors import InputError, MissingInput, TooLargeInput, UnreadableInput
from sayso.sources import count_rows, published_date, read_bytes, read_jsonl, read_markdown, read_page, read_paths

if TYPE_CHECKING:
    from pathlib import Path

MOST = 1_000_000
PAGE = """<!doctype html><html lang="en"><head><title>Talks in Lima</title>
<meta property="og:site_name" content="Northbridge Wire">
<meta property="article:published_time" content="2018-06-12T08:00:00Z">
</head><body><nav><a href="/">Home</a></nav><article><h1>Talks in Lima</h1>
<p>The ministers of Peru and Chile met in Lima on Tuesday to settle their dispute over fishing rights in the south.</p>
<p>They agreed to meet again in Santiago next month, a spokesman said after the talks had ended late at night.</p>
</article></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_detected(encoding: str) -> None:
    text = "Perú’s minister met Björn Östlund in São Paulo — “a café talk”, said the señor, after the première."
    assert read_bytes(text.encode(encoding), max_characters=MOST).text == text


def test_offsets_are_code_points_of_the_stored_text() -> None:
    text = "𝔖eoul 🇰🇷 met\r\nthe North."
    assert read_bytes(text.encode(), max_characters=MOST).text == text


def test_markdown_loses_its_marks() -> None:
    document = read_markdown(
        "---\ndate: 2018-06-12\nsite: Meridian\n---\n# Talks\n\nPeru **met** [Chile](http://x.example)."
    )
    assert (document.title, document.text) == ("Talks", "Peru met Chile.")
    assert (document.outlet, document.published, document.published_basis) == ("Meridian", "2018-06-12", "metadata")


def test_a_page_gives_its_article_and_what_it_tells_of_it() -> None:
    document = read_page(PAGE)
    assert "fishing rights" in document.text
    assert "Home" not in document.text
    assert (document.published, document.published_basis, document.language) == ("2018-06-12", "metadata", "en")


def test_a_page_is_told_from_text_by_its_start() -> None:
    assert "<p>" not in read_bytes(PAGE.encode(), max_characters=MOST).text


def test_a_folder_is_read_in_order(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("second")
    (tmp_path / "a.md").write_text("first")
    (tmp_path / "c.pdf").write_bytes(b"%PDF")
    (tmp_path / ".hidden.txt").write_text("no")
    rows = list(read_paths([tmp_path], max_characters=MOST))
    assert [row.document.text for row in rows if row.document] == ["first", "second"]


def test_an_empty_folder_and_a_missing_file_are_errors_of_their_rows(tmp_path: Path) -> None:
    rows = list(read_paths([tmp_path, tmp_path / "none.txt"], max_characters=MOST))
    assert [type(row.error) for row in rows] == [MissingInput, MissingInput]


def test_a_form_that_is_told_goes_before_the_name(tmp_path: Path) -> None:
    file = tmp_path / "rows.txt"
    file.write_text('{"text": "a"}\n{"text": "b"}\n')
    rows = list(read_paths([file], form="jsonl", max_characters=MOST))
    assert [row.document.text for row in rows if row.document] == ["a", "b"]
    (row,) = read_paths(["-"], form="jsonl", max_characters=MOST, stdin=io.BytesIO(b'{"text": "c"}'))
    assert row.document is not None
    assert row.document.text == "c"


def test_rows_are_counted_without_reading_them(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("first")
    (tmp_path / "b.jsonl").write_text('{"text": "a"}\n' * 3)
    (tmp_path / "c.pdf").write_bytes(b"%PDF")
    assert count_rows([tmp_path, tmp_path / "a.txt", "-", tmp_path / "none.txt"]) == 6
    assert count_rows([tmp_path / "none.jsonl"], form="jsonl") == 1


def test_rows_keep_id_place_and_pairs() -> None:
    lines = [{"id": 7, "text": "Peru met Chile.", "published": "2018-06", "pairs": [[[0, 4], [9, 14]]]}, {"id": "x"}]
    rows = list(read_jsonl(io.BytesIO("\n".join(map(json.dumps, lines)).encode()), max_characters=MOST))
    assert [row.id for row in rows] == ["7", "x"]
    assert rows[0].document is not None
    assert (rows[0].document.published, rows[0].document.published_basis) == ("2018-06", "given")
    assert [[(s.start, s.end) for s in pair] for pair in rows[0].pairs] == [[(0, 4), (9, 14)]]
    assert isinstance(rows[1].error, UnreadableInput)


def test_html_in_a_row() -> None:
    (row,) = read_jsonl(io.BytesIO(json.dumps({"id": "h", "html": PAGE}).encode()), max_characters=MOST)
    assert row.document is not None
    assert row.document.id == "h"
    assert "fishing rights" in row.document.text


def test_too_large_is_refused() -> None:
    with pytest.raises(TooLargeInput):
        read_bytes(b"a" * 101, max_characters=100)


@pytest.mark.parametrize("told", ["2018-13", "yesterday", "2018-02-30", "20180"])
def test_a_date_that_is_none_is_refused(told: str) -> None:
    with pytest.raises(InputError):
        published_date(told, where="row")


@pytest.mark.parametrize(
    ("told", "date"), [("2018", "2018"), ("2018-06", "2018-06"), ("2018-06-12T08:00:00Z", "2018-06-12")]
)
def test_a_date_is_kept_as_precise_as_it_is(told: str, date: str) -> None:
    assert published_date(told, where="row") == date
