"""Names that hold beyond this ledger: URNs for reports, documents, actors and questions; addresses on the web.

URNs are UUIDs of version 5 (RFC 9562): the same content has the same name in every ledger and every export.
"""

from __future__ import annotations

from urllib.parse import quote
from uuid import UUID, uuid5

# Drawn once at random; another would rename everything.
_OURS = UUID("5d1f7c6e-8a0b-4b8e-9d53-0c7f2a6c41ee")

# What may stand in an address as it is; the rest is percent-encoded. A "%" is one already.
_IN_ADDRESS = ":/?#[]@!$&'()*+,;=%-._~"


def urn(kind: str, *parts: str) -> str:
    """The name of what these parts make out, among things of this ``kind``: ``urn:uuid:…``."""
    return uuid5(_OURS, "\0".join((kind, *parts))).urn


def address(url: str) -> str:
    """The address with nothing in it that an address can't hold: blanks, braces, letters beyond ASCII."""
    return quote(url, safe=_IN_ADDRESS)
