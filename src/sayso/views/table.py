"""Answers as rows of a table: one column for each value, also of the parts of an answer."""

from __future__ import annotations

import dataclasses
import typing
from typing import Any

# Between the values of a list in one cell.
_BETWEEN = "; "

type _Path = tuple[str, ...]


def columns(answer: type) -> list[str]:
    """The names of the columns of this kind of answer: parts of parts as ``event.type``, ``actors.country``."""
    return [".".join(part.rstrip("_") for part in path) for path in _paths(answer)]


def cells(answer: Any) -> list[str | int | float | None]:
    """The answer's values in the order of ``columns``; those of a list in one cell, with semicolons between.

    The columns of one list keep step: where a value of a part is missing, nothing stands between two semicolons.
    """
    return [_cell(_at(answer, path)) for path in _paths(type(answer))]


def _paths(answer: type) -> list[_Path]:
    found: list[_Path] = []
    hints = typing.get_type_hints(answer)
    for field in dataclasses.fields(answer):
        inner = _record_in(hints[field.name])
        found += [(field.name, *path) for path in _paths(inner)] if inner else [(field.name,)]
    return found


def _record_in(hint: Any) -> type | None:
    """The record that a field is, or is a list of."""
    inner = typing.get_args(hint)[0] if typing.get_origin(hint) is tuple else hint
    return inner if isinstance(inner, type) and dataclasses.is_dataclass(inner) else None


def _at(value: Any, path: _Path) -> Any:
    for name in path:
        value = tuple(getattr(item, name) for item in value) if isinstance(value, tuple) else getattr(value, name)
    return value


def _cell(value: Any) -> str | int | float | None:
    if isinstance(value, tuple):
        return _BETWEEN.join("" if item is None else str(item) for item in value)
    cell: str | int | float | None = value
    return cell
