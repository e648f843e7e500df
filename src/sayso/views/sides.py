"""The two sides of a dyad: each a country, an actor, or a bloc of such."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, or_

from sayso.errors import UnreadableInput
from sayso.views.filters import actors_called, country_of, countrymen
from sayso.views.lens import RAW

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.views.lens import Lens


def sides(a: str, b: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names that each side lists, with commas between.

    Raises:
        UnreadableInput: if a side names nobody, or both have a name in common.
    """
    one, other = (tuple(name.strip() for name in side.split(",") if name.strip()) for side in (a, b))
    for side, names in ((a, one), (b, other)):
        if not names:
            message = f"'{side}' names no actor: give a country's code such as PRK, a name, or several with commas"
            raise UnreadableInput(message, where=side)
    both = {name.casefold() for name in one} & {name.casefold() for name in other}
    if both:
        message = f"'{min(both)}' stands on both sides: name two sides that have no one in common"
        raise UnreadableInput(message, where=min(both))
    return one, other


def stands_on(
    names: Sequence[str], *, country: ColumnElement[str | None], actor: Any, lens: Lens = RAW
) -> ColumnElement[bool]:
    """Whether an actor is one of these names.

    Args:
        names: of a side.
        country: the actor's, as it was read.
        actor: its (reading, n), a tuple in SQL.
        lens: with which verdicts.
    """
    codes = [code for name in names if (code := country_of(name))]
    others = [actors_called(name, lens) for name in names if not country_of(name)]
    of_country = [countrymen(country, actor, codes, lens)] if codes else []
    return or_(*of_country, *(actor.in_(found) for found in others))
