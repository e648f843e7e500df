"""Ledger: readings kept in one SQLite file, each document whole or not at all."""

from sayso.ledger.identity import document_hash
from sayso.ledger.store import Ledger

__all__ = ["Ledger", "document_hash"]
