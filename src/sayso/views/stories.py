"""Stories over time: which documents tell of one matter.

Documents are compared by their words, weighted by how rare these are among the documents asked about (TF-IDF); names
and numbers weigh twice, for two quakes share the words of quakes and differ in where they struck. Two groups are one
story while their documents are nearly as like each other as those of either group are among themselves: a measure that
asks more of close-knit groups than of loose ones. The groups depend on the set of documents, never on their order.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sayso.records import content_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

_WORD = re.compile(r"\w+")
# Two groups are joined while the mean similarity between them is at least this part of the mean similarity inside them.
# The three numbers were chosen on stories_dev, its halves and random thirds and sixths of it.
LEAST_RATIO = 0.75
# The similarity inside a story before any pair of it is known; it counts as so many pairs.
_INSIDE = 0.175
_BELIEVED = 5
# What a name or a number weighs beside another word.
_NAME_WEIGHT = 2.0
# A word in more than this share of many documents tells stories apart no more than "the" does.
_COMMON_SHARE = 0.25
_FEW_DOCUMENTS = 12


@dataclass(frozen=True, slots=True)
class StoryGroup:
    """Documents that tell of one matter; ``id`` follows from them."""

    id: str
    documents: tuple[str, ...]


def group_stories(texts: Mapping[str, str], *, least: float = LEAST_RATIO) -> list[StoryGroup]:
    """Groups of the documents, each in one; a document that is like no other is a group of its own.

    Args:
        texts: document id → its text.
        least: how like each other two groups must be to be one, as part of the likeness inside them, in (0, 1].
    """
    ids = sorted(texts)
    members = linked(similarities([texts[key] for key in ids]), least=least)
    groups = [tuple(ids[i] for i in sorted(group)) for group in members]
    return [StoryGroup(content_id("g", *group), group) for group in sorted(groups)]


def terms(text: str) -> dict[str, float]:
    """The words of a text in lower case with their weights: the log of their counts, more for names and numbers.

    A word is a name where the text never has it in small letters.
    """
    words = _WORD.findall(text)
    small = {word for word in words if word.islower() and word.isalpha()}
    counts = Counter(word.lower() for word in words)
    return {word: (1 + math.log(n)) * (1 if word in small else _NAME_WEIGHT) for word, n in counts.items()}


def similarities(texts: Sequence[str]) -> NDArray[np.float32]:
    """Cosines of all pairs of texts: a square matrix with ones on its diagonal (zero for a text without words)."""
    postings: dict[str, list[tuple[int, float]]] = {}
    for i, text in enumerate(texts):
        for term, weight in terms(text).items():
            postings.setdefault(term, []).append((i, weight))
    total = len(texts)
    most = max(_FEW_DOCUMENTS, total * _COMMON_SHARE)
    products = np.zeros((total, total), dtype=np.float32)
    for entries in postings.values():
        if len(entries) > most:
            continue
        rows = np.array([i for i, _ in entries])
        weights = np.array([w for _, w in entries], dtype=np.float32) * (math.log((1 + total) / (1 + len(entries))) + 1)
        products[np.ix_(rows, rows)] += np.outer(weights, weights)
    norms = np.sqrt(np.maximum(products.diagonal(), np.float32(1e-12)))
    return np.asarray(products / np.outer(norms, norms), dtype=np.float32)


def linked(similarity: NDArray[np.float32], *, least: float) -> list[list[int]]:
    """Groups of row indices: the two of the highest ratio are joined while that is at least ``least``.

    The ratio of two groups is the mean similarity of their pairs over the geometric mean of those inside them.
    """
    count = len(similarity)
    groups = {i: [i] for i in range(count)}
    if count < 2:  # noqa: PLR2004 - nothing to join
        return list(groups.values())
    mean = similarity.astype(np.float64)
    total, inside = np.zeros(count), np.full(count, _INSIDE)
    ratio = mean / _INSIDE
    np.fill_diagonal(ratio, -1.0)
    nearest = ratio.argmax(axis=1)
    rows = np.arange(count)
    while len(groups) > 1:
        a = int(ratio[rows, nearest].argmax())
        b = int(nearest[a])
        if ratio[a, b] < least:
            break
        size_a, size_b = len(groups[a]), len(groups[b])
        total[a] += total[b] + size_a * size_b * mean[a, b]
        groups[a] += groups.pop(b)
        pairs = len(groups[a]) * (len(groups[a]) - 1) / 2
        inside[a] = (total[a] + _BELIEVED * _INSIDE) / (pairs + _BELIEVED)
        mean[a] = mean[:, a] = (mean[a] * size_a + mean[b] * size_b) / (size_a + size_b)
        fresh = mean[a] / np.sqrt(inside[a] * inside)
        fresh[ratio[a] < 0] = -1.0
        ratio[a] = ratio[:, a] = fresh
        ratio[b] = ratio[:, b] = -1.0
        stale = (nearest == a) | (nearest == b) | (rows == a)
        nearest = np.where(fresh > ratio[rows, nearest], a, nearest)
        nearest[stale] = ratio[stale].argmax(axis=1)
    return list(groups.values())
