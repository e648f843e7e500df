"""What a stage is: a callable with declared ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.reading.draft import Draft

if TYPE_CHECKING:
    from sayso.settings import Settings

type StageFunction = Callable[[Draft], Draft]


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of a reading.

    Attributes:
        name: the word that the documentation uses for it.
        needs: the fields of the Draft that it reads.
        adds: the fields that it fills or changes.
        make: loads what it knows, once, and answers the pure function that runs on each draft.
    """

    name: str
    needs: frozenset[str]
    adds: frozenset[str]
    make: Callable[[Settings], StageFunction]
