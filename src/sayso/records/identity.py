"""Content hashes: the ids of documents and records."""

from __future__ import annotations

import hashlib
import json


def content_id(prefix: str, *parts: object) -> str:
    """An id that follows from content alone: ``prefix``, a hyphen and 16 hex digits.

    Args:
        prefix: one or two letters that say what is named (``d`` document, ``a`` actor, ``s`` statement, ``e`` event).
        parts: anything that JSON can write; the hash is SHA-256 of its canonical JSON (sorted keys, no spaces).
    """
    canonical = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{prefix}-{hashlib.sha256(canonical.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
