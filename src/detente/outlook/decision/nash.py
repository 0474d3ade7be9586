"""Nash bargaining on one issue, weighted by capability times salience."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

_STEPS = 80
_GOLDEN = (np.sqrt(5) - 1) / 2
_FLOOR = 1e-300


def nash(
    position: Array, salience: Array, capability: Array, reference: Array | float | None = None
) -> Array:
    """The position that maximises the weighted product of the actors' gains over disagreement.

    Nash 1950 with the weights of Harsanyi & Selten 1972: the sum of capability * salience * log(u(x) - d).
    Utility falls with the square of the distance, u(x) = 1 - ((x - p)/100)^2 on a scale of 0 to 100.
    Without a reference point disagreement is worth d = -1 to everybody, below every position on the scale;
    with one, d = u(reference), and where no position is better for all who are not yet content with the
    reference, the reference stands.

    Parameters
    ----------
    position, salience, capability : ... x actors, as in `weighted_mean`; absent actors have NaN.
    reference : the status quo, one a leading index or one for all, 0 to 100; None or NaN where there is none.
    """
    there = ~np.isnan(position)
    known = np.where(there, position, 0.0)
    weight = np.broadcast_to(np.where(there, salience * capability, 0.0), known.shape)
    empty = weight.sum(axis=-1, keepdims=True) == 0
    weight = np.where(empty, there.astype(float), weight)
    shape = known.shape[:-1]
    quo = np.broadcast_to(np.nan if reference is None else np.asarray(reference, dtype=float), shape)
    none = np.isnan(quo)
    floor = np.where(none[..., None], -1.0, 1 - ((quo[..., None] - known) / 100) ** 2)
    low, high = _zone(known, weight, quo, none)
    best = _maximum(low, high, known, weight, floor)
    return np.where(none | (high - low > 1e-9), best, quo)


def _zone(known: Array, weight: Array, quo: Array, none: npt.NDArray[np.bool_]) -> tuple[Array, Array]:
    """The positions that nobody who counts finds worse than the reference: between it and its mirror."""
    mirror = 2 * known - np.where(none, 0.0, quo)[..., None]
    above = np.where(weight > 0, mirror, np.inf).min(axis=-1)
    below = np.where(weight > 0, mirror, -np.inf).max(axis=-1)
    low = np.where(above >= quo, quo, np.maximum(below, 0.0))
    high = np.where(above >= quo, np.minimum(above, 100.0), quo)
    blocked = (above < quo) & (below > quo)
    low, high = np.where(blocked, quo, low), np.where(blocked, quo, high)
    return np.where(none, 0.0, low), np.where(none, 100.0, high)


def _maximum(low: Array, high: Array, known: Array, weight: Array, floor: Array) -> Array:
    """Golden-section search; the sum of logs is concave where all gains are positive."""

    def worth(x: Array) -> Array:
        gain = 1 - ((x[..., None] - known) / 100) ** 2 - floor
        return np.asarray((weight * np.log(np.maximum(gain, _FLOOR))).sum(axis=-1))

    left, right = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
    at_left, at_right = worth(left), worth(right)
    for _ in range(_STEPS):
        up = at_left < at_right
        low, high = np.where(up, left, low), np.where(up, high, right)
        left, right = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
        at_left, at_right = worth(left), worth(right)
    return np.asarray((low + high) / 2)
