"""The sentences of ``sentences/*.txt`` and ``status/*.txt``: how their lines are read (README.md has the form)."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, replace
from pathlib import Path

FOLDER = Path(__file__).with_name("sentences")
STATUS_FOLDER = Path(__file__).with_name("status")
_LINE = re.compile(r"(?P<type>[A-Z]+)(?:/(?P<mode>[a-z-]+))? (?P<status>[a-z]+|-) \| (?P<text>.+)")
_STATUS_LINE = re.compile(r"(?P<status>[a-z]+) \| (?P<text>.+)")
_MARK = re.compile(r"\{(?P<role>[APR]):(?P<words>[^{}]+)\}")
# One line in so many is kept for checking; which one follows from its words, not from its place.
_HELD_OUT = 10


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled pair: ``marks`` are (role, start, end), half-open in code points of ``text``; role is A, P or R.

    ``type`` is None where a line labels the status alone. ``hint`` is what the frames alone tell of it (hints.py); None
    if they were not asked.
    """

    text: str
    marks: tuple[tuple[str, int, int], ...]
    type: str | None
    mode: str | None
    status: str | None
    hint: str | None = None

    @property
    def held_out(self) -> bool:
        """Whether it is for checking alone; all lines with the same words are on the same side."""
        return int(hashlib.sha256(self.text.encode()).hexdigest(), 16) % _HELD_OUT == 0


def read_line(line: str) -> Example:
    """The example that a line holds.

    Raises:
        ValueError: if the line has not the form.
    """
    found = _LINE.fullmatch(line.strip())
    if found is None:
        message = f"this line has not the form 'TYPE/mode status | sentence': {line!r}"
        raise ValueError(message)
    text, marks = unmarked(found["text"])
    if not any(role == "A" for role, *_ in marks) or "{" in text or "}" in text:
        message = f"the marks of this line are not right: {line!r}"
        raise ValueError(message)
    status = None if found["status"] == "-" else found["status"]
    return Example(text, tuple(marks), found["type"], found["mode"], status)


def read_status_line(line: str) -> Example:
    """The example that a line of ``status/`` holds, which marks the predicate alone.

    Raises:
        ValueError: if the line has not the form.
    """
    found = _STATUS_LINE.fullmatch(line.strip())
    text, marks = unmarked(found["text"]) if found else ("", [])
    if found is None or [role for role, *_ in marks] != ["P"] or "{" in text or "}" in text:
        message = f"this line has not the form 'status | sentence with one {{P:act}}': {line!r}"
        raise ValueError(message)
    return Example(text, tuple(marks), None, None, found["status"])


def unmarked(marked: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The sentence without its marks, and these."""
    text, marks, last = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        marks.append((mark["role"], len(text), len(text) + len(mark["words"])))
        text += mark["words"]
        last = mark.end()
    return text + marked[last:], marks


def with_hints(examples: list[Example], hints: dict[str, str]) -> list[Example]:
    """The examples with their hints; one that has none is as if the frames had not been asked."""
    return [replace(example, hint=hints.get(key_of(example))) for example in examples]


def key_of(example: Example) -> str:
    """The sentence with its marks, as one string."""
    return json.dumps([example.text, *example.marks], ensure_ascii=False)


def read_all(folder: Path = FOLDER) -> list[Example]:
    """Every example of an act, in the order of the files' names, each line once."""
    return [read_line(line) for line in _lines(folder)]


def read_statuses(folder: Path = STATUS_FOLDER) -> list[Example]:
    """Every example that labels a status alone."""
    return [read_status_line(line) for line in _lines(folder)]


def _lines(folder: Path) -> list[str]:
    lines = [line for file in sorted(folder.glob("*.txt")) for line in file.read_text(encoding="utf-8").splitlines()]
    return [line for line in dict.fromkeys(lines) if line.strip() and not line.startswith("#")]
