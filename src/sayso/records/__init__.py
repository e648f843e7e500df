"""Records: frozen, slotted, and importing nothing of ours but each other."""

from sayso.records.codec import from_json, json_schema, to_dict, to_json
from sayso.records.document import Document
from sayso.records.identity import content_id
from sayso.records.reading import (
    Actor,
    Argument,
    Counts,
    Dateline,
    Event,
    EventTime,
    Expectation,
    Link,
    Notice,
    Place,
    Position,
    Reading,
    Relation,
    Statement,
    Story,
    Time,
)
from sayso.records.span import Span

__all__ = [
    "Actor",
    "Argument",
    "Counts",
    "Dateline",
    "Document",
    "Event",
    "EventTime",
    "Expectation",
    "Link",
    "Notice",
    "Place",
    "Position",
    "Reading",
    "Relation",
    "Span",
    "Statement",
    "Story",
    "Time",
    "content_id",
    "from_json",
    "json_schema",
    "to_dict",
    "to_json",
]
