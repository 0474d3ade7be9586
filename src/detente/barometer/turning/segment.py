"""The best segmentation of a series under a penalty per break, exactly, at every period."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from detente.barometer.series import Floats
from detente.barometer.turning.costs import Cost


def segmented(cost: Cost, n: int, penalty: float, shortest: int = 2) -> list[int]:
    """The breaks of the segmentation with the least cost plus `penalty` for each break.

    Optimal partitioning with the pruning of PELT (Killick, Fearnhead and Eckley 2012, section 3),
    every period a candidate. A break t means that a new stretch begins at index t.

    Parameters
    ----------
    cost : of stretches.
    n : length of the series.
    penalty : cost of a break, > 0.
    shortest : the least length of a stretch.

    Returns
    -------
    list of breaks, ascending, each in [shortest, n - shortest]; empty where there is none.
    """
    best = np.full(n + 1, np.inf)
    best[0] = -penalty
    came_from = np.zeros(n + 1, dtype=np.int64)
    starts, until = np.array([0], dtype=np.int64), np.array([n + 1], dtype=np.int64)
    for end in range(shortest, n + 1):
        sums = best[starts] + cost.of(starts, end)
        at = int(np.argmin(sums))
        best[end], came_from[end] = sums[at] + penalty, starts[at]
        beaten = sums > best[end]
        # A beaten start may still win where a stretch that begins at `end` would be too short.
        until[beaten] = np.minimum(until[beaten], end + shortest - 1)
        kept = until > end
        starts, until = np.append(starts[kept], end + 1 - shortest), np.append(until[kept], n + 1)
    return _walked(came_from, n)


def _walked(came_from: np.ndarray, n: int) -> list[int]:
    breaks: list[int] = []
    at = int(came_from[n])
    while at > 0:
        breaks.append(at)
        at = int(came_from[at])
    return breaks[::-1]


def single_gains(cost: Cost, n: int, shortest: int = 2) -> Floats:
    """By how much a break at each index of [shortest, n - shortest] lowers the cost of the whole."""
    at = np.arange(shortest, n - shortest + 1)
    zero = np.zeros_like(at)
    return np.asarray(cost.of(0, n) - cost.of(zero, at) - cost.of(at, np.full_like(at, n)))


def double_gain(cost: Cost, n: int, shortest: int = 2) -> float:
    """By how much the best pair of breaks lowers the cost, the inner stretch of any of a ladder of lengths.

    The ladder goes up by a quarter, so that short bursts are tried at every length and long ones nearly so.
    """
    first, second = _pairs(n, shortest)
    if not first.size:
        return 0.0
    zero, whole = np.zeros_like(first), np.full_like(first, n)
    parts = cost.of(zero, first) + cost.of(first, second) + cost.of(second, whole)
    return float(cost.of(0, n) - parts.min())


@lru_cache(maxsize=4)
def _pairs(n: int, shortest: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    lengths: list[int] = []
    length = shortest
    while length <= n - 2 * shortest:
        lengths.append(length)
        length = max(length + 1, length * 5 // 4)
    starts = [np.arange(shortest, n - shortest - length + 1) for length in lengths]
    if not starts:
        return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    ends = [start + length for start, length in zip(starts, lengths, strict=True)]
    return np.concatenate(starts), np.concatenate(ends)
