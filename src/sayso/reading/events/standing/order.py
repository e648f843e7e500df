"""Statuses in their order, from fact to the furthest from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.records.reading import Status

_ORDER: tuple[Status, ...] = ("actual", "ongoing", "planned", "possible", "hypothetical", "denied")
_RANK = {status: rank for rank, status in enumerate(_ORDER)}


def further(*statuses: Status) -> Status:
    """The one of them that is furthest from fact."""
    return max(statuses, key=_RANK.__getitem__)


def furthest(statuses: Iterable[Status]) -> Status:
    """The same; ``actual`` where there is none."""
    return max(statuses, key=_RANK.__getitem__, default="actual")
