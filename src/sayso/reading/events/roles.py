"""Roles: what a place is to an act, by the way up the tree that leads from the one to the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.lexicon.countries import load_countries
from sayso.lexicon.scenes import scene_words
from sayso.reading.events.attachment import is_occasion

if TYPE_CHECKING:
    from sayso.reading.events.attachment import Hosts, Rung
    from sayso.reading.syntax import Token
    from sayso.records import Place

# Ranks, the best first: where it is or leads to; where it comes from; where those are who do it.
HERE, WHENCE, OF_ACTOR = 0, 1, 2
# The way from an act to what is moved by it: "sent *soldiers* to Gao".
_TO_WHAT_IS_MOVED = frozenset(("dobj", "of", "conj", "nsubjpass"))


@dataclass(frozen=True, slots=True, eq=False)
class Carried:
    """A place as a word carries it: ``head`` carries the name, ``links`` are the way from the word down to it.

    ``filed``: words such as "the town" are taken for the place that the story was filed from.
    """

    number: int
    head: Token
    links: tuple[str, ...]
    filed: bool = False


def rank_of(carried: Carried, word: Token, hosts: Hosts) -> int | None:
    """How surely the act, one of whose words carries the place, was there; None: it is not told to have been."""
    inner, crossed = carried.links[-1], carried.links[:-1]
    rank = _role(carried, inner, crossed, word, hosts)
    if rank is None or not crossed:
        return rank
    words = scene_words()
    if not hosts.on_the_spot:
        return rank if inner in words.where and set(crossed) <= words.sharers | {"conj"} else None
    if crossed == ("nsubj",):
        return OF_ACTOR if inner in words.where and hosts.type in words.crowds else None
    about = (link for link in crossed if link in words.topics)
    return rank if all(link in words.upon and hosts.type in words.force for link in about) else None


def _role(carried: Carried, inner: str, crossed: tuple[str, ...], word: Token, hosts: Hosts) -> int | None:
    """What the place is to the act by the last link to it."""
    words = scene_words()
    if inner in words.where or inner == "advmod":
        return HERE
    if inner in words.upon:
        return HERE if hosts.type in words.force or _is_land(carried) else None
    if inner in ("dobj", "nsubjpass"):
        return HERE if not crossed and hosts.on_the_spot else None
    if inner in words.whither or inner in words.whence:
        return _of_move(inner, crossed, word)
    if inner == "for":
        return WHENCE if word.lemma in words.departs and not crossed else None
    return _of_deed(inner, crossed, word, hosts)


def _of_move(inner: str, crossed: tuple[str, ...], word: Token) -> int | None:
    """As in "flew to Gao", "withdrew its soldiers from Gao"."""
    words = scene_words()
    if not set(crossed) <= _TO_WHAT_IS_MOVED:
        return None
    if inner in words.whence and word.lemma in words.leavers:
        return HERE
    if word.lemma not in words.goers:
        return None
    return HERE if inner in words.whither else WHENCE


def _of_deed(inner: str, crossed: tuple[str, ...], word: Token, hosts: Hosts) -> int | None:
    """As in "the siege of Gao", "took control of Gao", "the Gao talks"."""
    if crossed or word.pos != "NOUN":
        return None
    if inner in ("of", "against"):
        return HERE if hosts.type in scene_words().force else None
    return HERE if inner in ("compound", "nmod", "poss") and word is hosts.trigger and is_occasion(word) else None


def _is_land(carried: Carried) -> bool:
    """Whether the name stands beside a word for a piece of land: "on the coast of", "on the outskirts of"."""
    sites = scene_words().sites
    return carried.head.lemma in sites or carried.head.head.head.lemma in sites


def may_be_struck(place: Place, rung: Rung) -> bool:
    """Whether a name that could stand for who rules a place is the place itself: "besieged Gao", "the Gao talks"."""
    if place.use != "metonymic" or is_state(place) or len(rung.links) > 1:
        return False
    link = rung.links[0]
    if link in ("compound", "nmod", "against", "of"):
        return is_occasion(rung.token)
    return link in ("dobj", "nsubjpass") and rung.token.lemma in scene_words().struck


def is_state(place: Place) -> bool:
    """Whether the place is a whole state."""
    country = load_countries().by_code.get(place.country) if place.country is not None else None
    return country is not None and place.geonames is not None and place.geonames == country.geonames
