"""Views: questions asked of a ledger, and how answers and readings are shown."""
