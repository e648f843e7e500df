"""How the tables of an earlier version become those of the next.

The statements are written out, and stay as they are: what they lead to must not move with ``schema``. A test holds that
a ledger of version 1 that went through all of them has the tables of a new one.
"""

from __future__ import annotations

_FOR_MANY_DOCUMENTS = (
    "ALTER TABLE arguments ADD COLUMN country TEXT",
    (
        "UPDATE arguments SET country = (SELECT actors.country FROM actors"
        " WHERE actors.reading = arguments.reading AND actors.n = arguments.actor)"
    ),
    "CREATE INDEX arguments_country ON arguments (country, reading, event, actor, role)",
    "CREATE INDEX ix_documents_outlet ON documents (outlet)",
)

# Version of the tables → what makes the next version of them.
MIGRATIONS: dict[int, tuple[str, ...]] = {1: _FOR_MANY_DOCUMENTS}
