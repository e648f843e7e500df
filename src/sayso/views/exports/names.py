"""Names that hold beyond this ledger: URNs for reports, documents, actors and questions.

They are UUIDs of version 5 (RFC 9562): the same content has the same name in every ledger and every export.
"""

from __future__ import annotations

from uuid import UUID, uuid5

# Drawn once at random; another would rename everything.
_OURS = UUID("5d1f7c6e-8a0b-4b8e-9d53-0c7f2a6c41ee")


def urn(kind: str, *parts: str) -> str:
    """The name of what these parts make out, among things of this ``kind``: ``urn:uuid:…``."""
    return uuid5(_OURS, "\0".join((kind, *parts))).urn
