"""Errors, each a sentence that says what to do.

SaysoError
├── InputError            this document can't be read; a batch skips it and goes on
│   ├── MissingInput      there is no such file or folder
│   ├── UnreadableInput   bytes that are no text, JSON that is none, a date that is none
│   └── TooLargeInput     over the limit in the settings
├── LedgerError           stop the run
│   ├── NotALedger        the file is something else
│   ├── NewerLedger       written by a newer version of Sayso
│   └── LedgerUnwritable  a full disk, no permission, a lock that does not go away
├── OutputError           what was asked for can't be written there, or not without a library: stop the run
├── SettingError          a setting is not what it must be: stop the run
├── LexiconError          a lexicon contradicts itself or can't be read: stop the run
└── ModelError            a model is missing or can't be loaded: stop the run
"""

from __future__ import annotations


class SaysoError(Exception):
    """The root of all errors that Sayso raises on purpose.

    Attributes:
        kind: one word for programs, the same as in the JSON of a row that could not be read.
        message: a sentence for people, that says what to do.
        where: the file, row or setting that it is about, or None.
    """

    kind = "error"

    def __init__(self, message: str, *, where: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.where = where


class InputError(SaysoError):
    """This document can't be read; a batch skips it and goes on."""

    kind = "input"


class MissingInput(InputError):
    """There is no such file or folder."""

    kind = "missing"


class UnreadableInput(InputError):
    """Bytes that are no text, JSON that is none, a date that is none."""

    kind = "unreadable"


class TooLargeInput(InputError):
    """Over the limit in the settings."""

    kind = "too-large"


class LedgerError(SaysoError):
    """The ledger can't be used: stop the run."""

    kind = "ledger"


class NotALedger(LedgerError):
    """The file is something else."""

    kind = "not-a-ledger"


class NewerLedger(LedgerError):
    """The ledger was written by a newer version of Sayso."""

    kind = "newer-ledger"


class LedgerUnwritable(LedgerError):
    """A full disk, no permission, or a lock that does not go away."""

    kind = "unwritable-ledger"


class OutputError(SaysoError):
    """What was asked for can't be written there, or not without a library: stop the run."""

    kind = "output"


class SettingError(SaysoError):
    """A setting is not what it must be: stop the run."""

    kind = "setting"


class LexiconError(SaysoError):
    """A lexicon contradicts itself or can't be read: stop the run."""

    kind = "lexicon"


class ModelError(SaysoError):
    """A model is missing or can't be loaded: stop the run."""

    kind = "model"
