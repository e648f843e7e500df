"""Files are there whole or not at all, and nothing is overwritten unasked."""

from __future__ import annotations

import stat
from functools import partial
from typing import TYPE_CHECKING

import pytest

import sayso
from sayso.errors import OutputError, UnreadableInput
from sayso.views.exports import FORMATS, format_called
from sayso.views.exports.writing import whole_file
from three_reports import three_reports

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sayso import Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with three_reports(tmp_path / "a.db") as kept:
        yield kept


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_export_from_python(ledger: Ledger, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    for form in FORMATS:
        counts = sayso.export(ledger, form, out / form, actor="PRK")
        assert counts.written + counts.left_out == 2
        assert (out / form).stat().st_size
    assert names(out) == set(FORMATS)
    assert sayso.export(ledger, "gdelt", out / "g", status="denied").left_out == 1
    assert (out / "g").read_text().count("\n") == 1


def test_what_is_there_is_replaced_only_when_asked(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("mine")
    with pytest.raises(OutputError, match="--force"):
        sayso.export(ledger, "csv", path)
    assert path.read_text() == "mine"
    sayso.export(ledger, "csv", path, force=True)
    assert path.read_text().startswith("report,")


def test_what_goes_wrong_leaves_everything_as_it_was(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("mine")
    before = names(tmp_path)
    with pytest.raises(UnreadableInput):
        sayso.export(ledger, "csv", path, force=True, since="soon")
    with pytest.raises(KeyboardInterrupt):
        _interrupted(path)
    assert (path.read_text(), names(tmp_path)) == ("mine", before)


def _interrupted(path: Path) -> None:
    with whole_file(path, force=True) as sink:
        sink.write(b"half")
        raise KeyboardInterrupt


def test_what_came_in_between_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with pytest.raises(OutputError), whole_file(path, force=False):
        path.write_text("theirs")
    assert (path.read_text(), names(tmp_path)) == ("theirs", {"a.csv"})


def test_a_file_that_nobody_reads_half(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with whole_file(path, force=False) as sink:
        sink.write(b"all")
        assert not path.exists()
    assert path.read_bytes() == b"all"
    path.with_name("plain").touch()
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(path.with_name("plain").stat().st_mode)


def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "target")
    with whole_file(tmp_path / "link", force=False) as sink:
        sink.write(b"all")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_bytes() == b"all"


@pytest.mark.parametrize(
    ("name", "told"),
    [("", "no file"), ("none/a.csv", "can't be written"), ("file/a.csv", "can't be written"), ("n" * 300, "can't be")],
)
def test_what_cannot_be_written_is_told(name: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    taking = partial(whole_file, tmp_path / name, force=True)
    with pytest.raises(OutputError, match=told), taking():
        pass
    assert names(tmp_path) == {"file"}


def test_an_unknown_format_is_told_with_those_that_are_known() -> None:
    with pytest.raises(OutputError, match="choose one of parquet, csv"):
        format_called("xlsx")
