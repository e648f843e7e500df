"""A pair's own norm: what the next period's number of happenings would be if all went on as before.

The earlier periods' numbers give a mean and a variance. The next number is taken to be negative binomial with that
mean, to whose sum half a happening is added, so that a pair without any still may have one; and with the variance of
the earlier numbers, or Poisson's if that is larger, widened by one in so many periods, as the mean itself is known
from those alone. Its 5 % and 95 % quantiles are the interval. Nothing is drawn at random.
"""

from __future__ import annotations

import math
from statistics import median, variance
from typing import TYPE_CHECKING

from sayso.views.dyad_answers import Change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.views.dyad_answers import Place

# With fewer periods before the last there is no norm.
LEAST_PERIODS = 5
_LOW, _HIGH = 0.05, 0.95


def change(measure: str, counts: Sequence[int]) -> Change | None:
    """How the last of these numbers stands to those before; None where fewer than five are before it."""
    *earlier, last = counts or [0]
    if len(earlier) < LEAST_PERIODS:
        return None
    low, high = interval(earlier)
    place: Place = "below" if last < low else "above" if last > high else "within"
    return Change(measure, last, median(earlier), low, high, len(earlier), place)


def interval(counts: Sequence[int]) -> tuple[int, int]:
    """(low, high), both included, for the number that follows these; at least two of them."""
    periods = len(counts)
    mean = (sum(counts) + 0.5) / periods
    spread = max(variance(counts), mean) * (1 + 1 / periods)
    return _quantile(_LOW, mean, spread), _quantile(_HIGH, mean, spread)


def _quantile(share: float, mean: float, spread: float) -> int:
    """The least number that a negative binomial of this mean and variance, which is larger, exceeds no more often."""
    size = mean * mean / (spread - mean)
    log_fail, log_first = math.log(mean / spread * (spread - mean) / mean), size * math.log(mean / spread)
    below, number = 0.0, 0
    while True:
        log_share = math.lgamma(number + size) - math.lgamma(size) - math.lgamma(number + 1) + number * log_fail
        below += math.exp(log_share + log_first)
        if below >= share or number > mean + 50 * math.sqrt(spread):
            return number
        number += 1
