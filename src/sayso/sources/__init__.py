"""Sources: bytes in, Documents out, one module a format; what can't be read is an error that says what to do."""

from sayso.sources.jsonl import read_jsonl, read_row
from sayso.sources.markdown import read_markdown
from sayso.sources.page import read_page
from sayso.sources.paths import SUFFIXES, count_rows, read_bytes, read_file, read_paths, read_stream
from sayso.sources.published import published_date
from sayso.sources.row import Row

__all__ = [
    "SUFFIXES",
    "Row",
    "count_rows",
    "published_date",
    "read_bytes",
    "read_file",
    "read_jsonl",
    "read_markdown",
    "read_page",
    "read_paths",
    "read_row",
    "read_stream",
]
