"""The table of formats: what each is called, and what makes it of reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from sayso.views.exports.atom import atom_pieces
from sayso.views.exports.bibtex import bibtex_entries
from sayso.views.exports.csv_table import csv_lines
from sayso.views.exports.gdelt import gdelt_lines
from sayso.views.exports.geojson import geojson_pieces
from sayso.views.exports.jsonl import json_lines
from sayso.views.exports.jsonld import jsonld_pieces
from sayso.views.exports.parquet import write_parquet
from sayso.views.exports.polecat import polecat_lines
from sayso.views.exports.shapes import holds_by_its_type

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sayso.views.exports.report import Report

# Writes the reports that answer what was asked, in words.
type Write = Callable[[Iterable[Report], str, BinaryIO], None]


def _every(_: Report) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Format:
    """A format that reports can be written in.

    Attributes:
        says: what it is, for the help.
        write: writes reports, one at a time.
        keeps: whether the format can hold a report without telling more than it does.
        is_text: whether a terminal can show it.
    """

    says: str
    write: Write
    keeps: Callable[[Report], bool] = _every
    is_text: bool = True


def _text(pieces: Callable[[Iterable[Report]], Iterator[str]]) -> Write:
    return lambda reports, _, sink: _put(pieces(reports), sink)


def _put(pieces: Iterable[str], sink: BinaryIO) -> None:
    sink.writelines(piece.encode("utf-8", "replace") for piece in pieces)


FORMATS: dict[str, Format] = {
    "parquet": Format("our columns as Parquet", lambda reports, _, sink: write_parquet(reports, sink), is_text=False),
    "csv": Format("our columns as CSV", _text(csv_lines)),
    "jsonl": Format("our columns as JSON, one report a line", _text(json_lines)),
    "polecat": Format("the 40 columns of POLECAT", _text(polecat_lines), keeps=holds_by_its_type),
    "gdelt": Format("the 58 columns of GDELT 1.0, in CAMEO's codes", _text(gdelt_lines), keeps=holds_by_its_type),
    "jsonld": Format("JSON-LD with PROV-O and Web Annotation", _text(jsonld_pieces)),
    "geojson": Format("reports and places on a map", _text(geojson_pieces)),
    "atom": Format("a feed of the reports", lambda reports, asked, sink: _put(atom_pieces(reports, asked), sink)),
    "bibtex": Format("the documents behind the reports", _text(bibtex_entries)),
}
