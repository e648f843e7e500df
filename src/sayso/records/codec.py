"""Records to JSON and back, and the JSON Schema of a Reading: all three follow from the records' annotations."""

from __future__ import annotations

import dataclasses
import functools
import json
import types
import typing
from typing import Any

from sayso.records.reading import SCHEMA, Reading
from sayso.records.span import Span

# A list of these is told as "absent" by an empty list, never by null.
_SCALARS: dict[type, str] = {str: "string", int: "integer", float: "number", bool: "boolean"}


@functools.cache
def _fields(record: type) -> tuple[tuple[str, str, Any], ...]:
    """(attribute, name in JSON, annotation) of each field; ``schema`` comes first, as in the contract."""
    hints = typing.get_type_hints(record)
    found = [(f.name, f.name.rstrip("_"), hints[f.name]) for f in dataclasses.fields(record)]
    return tuple(sorted(found, key=lambda field: field[0] != "schema"))


def to_dict(value: Any) -> Any:
    """A record as plain dicts, lists and scalars, in the order of the contract."""
    kind = type(value)
    if value is None or kind in _SCALARS:
        return value
    if kind is Span:
        return [value.start, value.end]
    if isinstance(value, tuple):
        return [to_dict(item) for item in value]
    if dataclasses.is_dataclass(kind):
        return {name: to_dict(getattr(value, attribute)) for attribute, name, _ in _fields(kind)}
    return value


def to_json(reading: Reading) -> str:
    r"""One line of JSON without a newline: byte-identical for equal readings.

    A lone surrogate, which no UTF-8 stream can hold, is written as its ``\uXXXX`` escape.
    """
    line = json.dumps(to_dict(reading), ensure_ascii=False, separators=(",", ":"))
    return (
        line if line.isprintable() or not _has_surrogate(line) else json.dumps(to_dict(reading), separators=(",", ":"))
    )


def _has_surrogate(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)


def from_json(line: str) -> Reading:
    """The Reading that ``to_json`` wrote.

    Raises:
        ValueError: if the line is not JSON, or not a reading of this schema.
    """
    data = json.loads(line)
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        message = f"this is no reading of schema {SCHEMA}"
        raise ValueError(message)
    reading: Reading = _build(Reading, data)
    return reading


def _build(annotation: Any, value: Any) -> Any:
    annotation = _plain(annotation)
    origin = typing.get_origin(annotation)
    if origin in (types.UnionType, typing.Union):
        inner = next(part for part in typing.get_args(annotation) if part is not type(None))
        return None if value is None else _build(inner, value)
    if origin is tuple:
        return tuple(_build(typing.get_args(annotation)[0], item) for item in value)
    if annotation is Span:
        return Span(*value)
    if dataclasses.is_dataclass(annotation):
        parts = {
            attribute: _build(hint, value[name])
            for attribute, name, hint in _fields(typing.cast("type", annotation))
            if name in value
        }
        return typing.cast("type", annotation)(**parts)
    return float(value) if annotation is float else value


def _plain(annotation: Any) -> Any:
    """An annotation without its alias: ``type X = …`` is looked through."""
    return annotation.__value__ if isinstance(annotation, typing.TypeAliasType) else annotation


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) that every reading's JSON fulfils; as the contract says, fields may be added."""
    definitions: dict[str, Any] = {}
    reference = _schema(Reading, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": "A Sayso reading",
        **reference,
        "$defs": dict(sorted(definitions.items())),
    }


def _schema(annotation: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    annotation = _plain(annotation)
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Literal:
        return {"enum": list(arguments)}
    if origin in (types.UnionType, typing.Union):
        return {
            "anyOf": [_schema(part, definitions) for part in arguments if part is not type(None)] + [{"type": "null"}]
        }
    if origin is tuple:
        return {"type": "array", "items": _schema(arguments[0], definitions)}
    if annotation is Span:
        offset = {"type": "integer", "minimum": 0}
        return {"type": "array", "prefixItems": [offset, offset], "minItems": 2, "maxItems": 2}
    if annotation in _SCALARS:
        return {"type": _SCALARS[annotation]}
    name = annotation.__name__
    if name not in definitions:
        definitions[name] = {}
        properties = {key: _schema(hint, definitions) for _, key, hint in _fields(annotation)}
        if annotation is Reading:
            properties["schema"] = {"const": SCHEMA}
        definitions[name] = {
            "type": "object",
            "description": (annotation.__doc__ or "").partition("\n")[0],
            "properties": properties,
            "required": list(properties),
        }
    return {"$ref": f"#/$defs/{name}"}
