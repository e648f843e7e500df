"""Stories over time: which documents tell of one matter.

Documents are compared by their words and pairs of words, weighted by how rare they are among the documents asked about
(TF-IDF), and grouped by average linkage. The groups depend on the set of documents, never on their order.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from sayso.records import content_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

_WORD = re.compile(r"\w+")
# Two groups are joined while their documents' mean similarity is at least this (chosen on stories_dev).
LEAST_SIMILARITY = 0.085
# A word in more than this share of many documents tells stories apart no more than "the" does.
_COMMON_SHARE = 0.25
_FEW_DOCUMENTS = 12


@dataclass(frozen=True, slots=True)
class StoryGroup:
    """Documents that tell of one matter; ``id`` follows from them."""

    id: str
    documents: tuple[str, ...]


def group_stories(texts: Mapping[str, str], *, least: float = LEAST_SIMILARITY) -> list[StoryGroup]:
    """Groups of the documents, each in one; a document that is like no other is a group of its own.

    Args:
        texts: document id → its text.
        least: the least mean similarity, a cosine in [0, 1], at which two groups are one.
    """
    ids = sorted(texts)
    members = average_linkage(similarities([texts[key] for key in ids]), least=least)
    groups = [tuple(ids[i] for i in sorted(group)) for group in members]
    return [StoryGroup(content_id("g", *group), group) for group in sorted(groups)]


def terms(text: str) -> Counter[str]:
    """The words of a text in lower case and its pairs of neighbouring words, with their counts."""
    words = [word.lower() for word in _WORD.findall(text)]
    return Counter(words) + Counter(f"{a} {b}" for a, b in pairwise(words))


def similarities(texts: Sequence[str]) -> NDArray[np.float32]:
    """Cosines of all pairs of texts: a square matrix with ones on its diagonal (zero for a text without words)."""
    postings: dict[str, list[tuple[int, float]]] = {}
    for i, text in enumerate(texts):
        for term, count in terms(text).items():
            postings.setdefault(term, []).append((i, 1 + math.log(count)))
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


def average_linkage(similarity: NDArray[np.float32], *, least: float) -> list[list[int]]:
    """Groups of row indices: the two groups of highest mean similarity are joined while it is at least ``least``."""
    count = len(similarity)
    groups: dict[int, list[int]] = {i: [i] for i in range(count)}
    mean = similarity.astype(np.float64)
    np.fill_diagonal(mean, -1.0)
    while len(groups) > 1:
        a, b = divmod(int(mean.argmax()), count)
        if mean[a, b] < least:
            break
        size_a, size_b = len(groups[a]), len(groups[b])
        joined = (mean[a] * size_a + mean[b] * size_b) / (size_a + size_b)
        mean[a], mean[:, a] = joined, joined
        mean[a, a] = -1.0
        mean[b], mean[:, b] = -1.0, -1.0
        groups[a] += groups.pop(b)
    return list(groups.values())
