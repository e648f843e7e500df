"""Sayso: who did what to whom, when, where — and on whose say-so.

    import sayso

    reading = sayso.read("SEOUL, May 4 — …", published="2018-05-04")
    with sayso.Ledger.open("sayso.db") as ledger:
        ledger.add(reading)

Names are loaded when they are first used, so that ``import sayso`` is quick; the parser's model is loaded by the first
reading.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.api import Answer, read, read_rows
    from sayso.errors import SaysoError
    from sayso.ledger import Ledger
    from sayso.reading.pipeline import Reader
    from sayso.records import Document, Reading, Span, from_json, json_schema, to_dict, to_json
    from sayso.settings import Settings
    from sayso.sources import Row, read_paths
    from sayso.views.exports import export

__all__ = [
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

_HOMES = {
    "sayso.api": ("Answer", "read", "read_rows"),
    "sayso.errors": ("SaysoError",),
    "sayso.ledger": ("Ledger",),
    "sayso.reading.pipeline": ("Reader",),
    "sayso.records": ("Document", "Reading", "Span", "from_json", "json_schema", "to_dict", "to_json"),
    "sayso.settings": ("Settings",),
    "sayso.sources": ("Row", "read_paths"),
    "sayso.views.exports": ("export",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        message = f"module 'sayso' has no attribute '{name}'"
        raise AttributeError(message)
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
