"""What spots say of each other, and the words beside them of how they are printed: counties, capitals, "the North"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.places.around import opens_dateline
from sayso.reading.places.atlas import of_country, senses_of
from sayso.reading.places.spot import Spot

if TYPE_CHECKING:
    from sayso.reading.syntax import Token

# What the press calls the Koreas where it has named them.
_HALVES = {"North": "PRK", "South": "KOR"}


def refined(spots: list[Spot], tokens: tuple[Token, ...]) -> list[Spot]:
    """The spots with what they say of each other, in text order."""
    spots = _with_halves(spots, tokens)
    _call_counties(spots, tokens)
    for spot in spots:
        spot.shouted = spot.first.text.isupper() and _is_shouted(spot, tokens)
    return spots


def _with_halves(spots: list[Spot], tokens: tuple[Token, ...]) -> list[Spot]:
    """With "the North" and "the South" as the Koreas where one of them is named."""
    named = {spot.senses[0].country for spot in spots if spot.known}
    if named.isdisjoint(_HALVES.values()):
        return spots
    halves = [_half(tokens[i]) for i in range(1, len(tokens)) if tokens[i].text in _HALVES and _is_half(tokens, i)]
    if not halves:
        return spots
    at = {spot.first.i for spot in halves}
    return sorted((*(spot for spot in spots if spot.first.i not in at), *halves), key=_start)


def _is_half(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether "North" stands alone behind "the": not "the North Sea", nor "the South of France"."""
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    alone = behind is None or not (behind.text[:1].isupper() or behind.lower in ("of", "-"))
    return alone and tokens[i - 1].lower == "the"


def _half(token: Token) -> Spot:
    return Spot((token,), token.start, token.end, f"the {token.lower}", (of_country(_HALVES[token.text]),), known=True)


def _start(spot: Spot) -> int:
    return spot.start


def _is_shouted(spot: Spot, tokens: tuple[Token, ...]) -> bool:
    """Whether words in capitals stand among others that are, or open a dateline: "SEOUL (AP)"."""
    if len(spot.first.text) < 3 or opens_dateline(tokens, spot.last.i + 1):  # noqa: PLR2004 - "US" is never shouted
        return len(spot.first.text) > 2  # noqa: PLR2004 - as above
    beside = (*tokens[max(0, spot.first.i - 1) : spot.first.i], *tokens[spot.last.i + 1 : spot.last.i + 2])
    return any(token.text.isupper() and len(token.text) > 1 for token in beside)


def _call_counties(spots: list[Spot], tokens: tuple[Token, ...]) -> None:
    """Makes counties of what is listed so: "Xville, Y and Z counties"."""
    behind = False
    for i in range(len(spots) - 1, -1, -1):
        spot, after = spots[i], spots[i].last.i + 1
        if after >= len(tokens):
            continue
        if tokens[after].text == "counties":
            behind = True
        elif not (behind and i + 1 < len(spots) and _is_listed(tokens, after, spots[i + 1].first.i)):
            behind = False
        if behind and (senses := senses_of(f"{spot.key} county")):
            spot.key, spot.senses, spot.county = f"{spot.key} county", senses, True


def _is_listed(tokens: tuple[Token, ...], first: int, end: int) -> bool:
    return first < end and all(token.lower in (",", "and", "or", "&") for token in tokens[first:end])
