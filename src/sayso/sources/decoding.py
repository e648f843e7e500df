"""Bytes to text: which encoding, and whether they are text at all."""

from __future__ import annotations

import codecs
import re

import charset_normalizer

from sayso.errors import TooLargeInput, UnreadableInput

# UTF-32 before UTF-16, whose mark its own begins with.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_MAGIC = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an Office document"),
    (b"%PDF-", "a PDF"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"RIFF", "a sound or a film"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound"),
)

# No encoding takes more bytes for a character than UTF-32.
MOST_BYTES_A_CHARACTER = 4

_HTML_CHARSET = re.compile(
    rb"""<(?:meta\s[^>]{0,200}?charset\s*=|\?xml\s[^>]{0,200}?encoding\s*=)\s*["']?([\w.:-]{2,40})""", re.IGNORECASE
)
_HTML_HEAD = 4096

# Controls that no text has; tab, line feed, form feed and carriage return are none of these, NUL is looked at apart.
_CONTROL = re.compile("[\x01-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
# Old wire copy holds a few STX and ETX; nothing to be read is a tenth of them or a third of NULs.
_MOST_CONTROLS = 0.1
_MOST_NULS = 0.3
# Of UTF-16 without a mark, every second byte of English is NUL.
_UTF16_NULS = 0.3
# Of UTF-8 with a few broken bytes, most of what is not ASCII is still right: wrong ones to one right one.
_MOST_BROKEN = 0.25
# Detection tries every encoding on this much.
_DETECT_FROM = 1 << 16


def text_of(data: bytes, *, html: bool = False, where: str | None = None) -> str:
    """The text that the bytes are: by byte order mark, as UTF-8, by what HTML declares, else by detection.

    Every code point is kept, but a byte order mark, which is none of the text.

    Raises:
        UnreadableInput: if they are no text.
    """
    refuse_binary(data, where=where)
    text = _decoded(data, html=html)
    if text is None or _is_binary(text):
        message = "this is no text that can be read: save it as UTF-8 text, HTML or JSONL, or leave it out"
        raise UnreadableInput(message, where=where)
    return text


def refuse_binary(data: bytes, *, where: str | None = None) -> None:
    """Raises UnreadableInput if the first bytes are those of a well-known format that is no text."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            message = f"this is {name}, not text: unpack or convert it to text, HTML or JSONL first"
            raise UnreadableInput(message, where=where)


def refuse_too_large(characters: int, most: int, *, where: str | None = None) -> None:
    """Raises TooLargeInput if there are more characters than ``most``."""
    if characters > most:
        raise too_large(most, where=where)


def too_large(most: int, *, where: str | None = None) -> TooLargeInput:
    """The error for what has more than ``most`` characters."""
    message = f"this is longer than {most:,} characters, the most that is read at once: split it into single documents"
    return TooLargeInput(message, where=where)


def _decoded(data: bytes, *, html: bool) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if wide := _unmarked_utf16(data):
        return wide
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return (_declared(data) if html else None) or _detected(data)


def _unmarked_utf16(data: bytes) -> str | None:
    head = data[:_HTML_HEAD]
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high, low = head[offset::2], head[1 - offset :: 2]
        if high.count(0) > _UTF16_NULS * len(high) and not low.count(0):
            return _decode(data, encoding)
    return None


def _declared(data: bytes) -> str | None:
    found = _HTML_CHARSET.search(data[:_HTML_HEAD])
    return _decode(data, found[1].decode("ascii")) if found else None


# Of encodings that fit as well, English news is written in this one.
_WESTERN = "cp1252"


def _detected(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes (each becomes U+FFFD); else what charset-normalizer finds; else None."""
    lenient = data.decode("utf-8", errors="replace")
    broken = lenient.count("\ufffd")
    if broken <= _MOST_BROKEN * sum(character > "\x7f" for character in lenient if character != "\ufffd"):
        return lenient
    if b"\x00" in data:
        return None
    found = charset_normalizer.from_bytes(data[:_DETECT_FROM], preemptive_behaviour=False)
    best = found.best()
    western = next((match for match in found if match.encoding == _WESTERN), None)
    if best is None or (western is not None and western.chaos <= best.chaos):
        return data.decode(_WESTERN, errors="replace")
    return data.decode(best.encoding, errors="replace")


def _decode(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return None


def _is_binary(text: str) -> bool:
    controls = len(_CONTROL.findall(text))
    return controls > _MOST_CONTROLS * len(text) or text.count("\x00") > _MOST_NULS * len(text)
