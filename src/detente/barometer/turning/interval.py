"""How surely a break is dated: the weight of every place that it could have."""

from __future__ import annotations

import numpy as np

from detente.barometer.series import Floats
from detente.barometer.turning.costs import Cost


def place_weights(cost: Cost, before: int, after: int, shortest: int) -> tuple[int, Floats]:
    """The weights, summing to 1, of the places of one break between its neighbours.

    The likelihood of each place with the neighbouring breaks held fast and every place as likely
    beforehand: the posterior under a flat prior with means at their estimates.

    Returns
    -------
    (first, weights) : the index that the first weight belongs to, and the weights.
    """
    at = np.arange(before + shortest, after - shortest + 1)
    costs = cost.of(np.full_like(at, before), at) + cost.of(at, np.full_like(at, after))
    weights = np.exp(-(costs - costs.min()) / 2)
    return int(at[0]), np.asarray(weights / weights.sum())


def narrowest(first: int, weights: Floats, share: float) -> tuple[int, int]:
    """The shortest stretch of places, both ends included, that holds at least a share of the weight."""
    total = np.concatenate(([0.0], np.cumsum(weights)))
    share = min(share, float(total[-1]) - 1e-12)
    ends = np.searchsorted(total, total[:-1] + share)
    lengths = np.where(ends < len(total), ends - np.arange(len(weights)), len(total))
    start = int(np.argmin(lengths))
    return first + start, first + int(ends[start]) - 1
