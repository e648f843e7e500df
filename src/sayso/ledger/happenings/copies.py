"""Copies: which documents print the same text, whole or cut short, and how many outlets speak for themselves.

A text is known by its runs of five words (shingles), and a long one by a sixteenth of them: those whose hash lies below
a bound that is the same for all texts (FracMinHash). So what two texts share can be told from what is kept of each.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from hashlib import blake2b
from itertools import combinations
from typing import TYPE_CHECKING

from sayso.ledger.happenings.grouping import Groups

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping

_WORD = re.compile(r"\w+")
# Words of a shingle.
_LENGTH = 5
# Hashes lie in [0, 2^63): what SQLite's integers hold. Those below a sixteenth are kept.
_BITS = 63
KEPT_BELOW = 2**_BITS // 16
# So much of the shorter text stands in the longer one, if one is a copy of the other.
ENOUGH = 0.8
# With fewer kept hashes than these a text is compared by all of its shingles: chance would tell too much.
_FEW = 8


def shingles(text: str) -> frozenset[int]:
    """A hash in [0, 2^63) of each run of five words, in lower case; of all words, where there are fewer than five."""
    words = [word.lower() for word in _WORD.findall(text)]
    runs = (words[at : at + _LENGTH] for at in range(max(len(words) - _LENGTH + 1, min(len(words), 1))))
    return frozenset(map(_hash, runs))


def _hash(words: list[str]) -> int:
    digest = blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> (64 - _BITS)


def sketch(text: str) -> frozenset[int]:
    """The shingles that are kept: about a sixteenth."""
    return frozenset(found for found in shingles(text) if found < KEPT_BELOW)


def copies[Key: Hashable](sketches: Mapping[Key, frozenset[int]], text: Callable[[Key], str]) -> dict[Key, Key]:
    """Each document → what its text is called: one of the documents that print it.

    Args:
        sketches: document → what is kept of its text.
        text: tells a document's text; asked of short texts, and of those that are compared with them.
    """
    whole: dict[Key, frozenset[int]] = {}

    def all_of(key: Key) -> frozenset[int]:
        if key not in whole:
            whole[key] = shingles(text(key))
        return whole[key]

    same: Groups[Key] = Groups()
    few = {key for key, kept in sketches.items() if len(kept) < _FEW}
    for one, other in _sharing(sketches):
        if one not in few and other not in few and _is_copy(sketches[one], sketches[other]):
            same.join(one, other)
    for one in few:
        for other in sketches:
            if one != other and same.find(one) != same.find(other) and _is_copy(all_of(one), all_of(other)):
                same.join(one, other)
    return {key: same.find(key) for key in sketches}


def _is_copy(one: frozenset[int], other: frozenset[int]) -> bool:
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) >= ENOUGH * shorter


def _sharing[Key: Hashable](sketches: Mapping[Key, frozenset[int]]) -> Iterable[tuple[Key, Key]]:
    """Pairs of documents that share a hash."""
    holders: dict[int, list[Key]] = defaultdict(list)
    for key, kept in sketches.items():
        for found in kept:
            holders[found].append(key)
    return Counter(pair for keys in holders.values() for pair in combinations(keys, 2))


def independent[Outlet: Hashable, Copied: Hashable](printed: Iterable[tuple[Outlet, Copied]]) -> int:
    """The most of these (outlet, text) of which no two are of one outlet and no two print one text.

    So an outlet counts once however much it prints, and a wire text once whoever prints it; but who prints the wire's
    text and one of its own beside it still speaks for itself.
    """
    texts: dict[Outlet, list[Copied]] = defaultdict(list)
    for outlet, text in dict.fromkeys(printed):
        texts[outlet].append(text)
    held: dict[Outlet, Copied] = {}
    by: dict[Copied, Outlet] = {}
    for outlet in texts:
        _find_one(outlet, texts, held, by)
    return len(held)


def _find_one[Outlet: Hashable, Copied: Hashable](
    outlet: Outlet, texts: Mapping[Outlet, list[Copied]], held: dict[Outlet, Copied], by: dict[Copied, Outlet]
) -> None:
    """Gives the outlet a text that no other holds, be it that others move on to other texts of theirs."""
    wanted: dict[Copied, Outlet] = {}
    asking = [outlet]
    for who in asking:
        for text in texts[who]:
            if text in wanted:
                continue
            wanted[text] = who
            if text not in by:
                _move_on(text, wanted, held, by)
                return
            asking.append(by[text])


def _move_on[Outlet: Hashable, Copied: Hashable](
    free: Copied, wanted: Mapping[Copied, Outlet], held: dict[Outlet, Copied], by: dict[Copied, Outlet]
) -> None:
    text: Copied | None = free
    while text is not None:
        who = wanted[text]
        left = held.get(who)
        held[who], by[text] = text, who
        text = left
