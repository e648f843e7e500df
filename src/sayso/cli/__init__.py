"""The command line: ``sayso read``, ``sayso add``, and questions asked of a ledger.

Each module holds the commands of one kind. What a command needs is imported when it runs, so that ``--help`` is quick.
"""

from sayso.cli.app import main

__all__ = ["main"]
