"""From a predicted mean to a distribution: what happened before when nearly the same was predicted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from detente.barometer.series import Floats

DRAWS = 200
_STEPS = 4000


@dataclass(frozen=True)
class Analogs:
    """Past predictions of one quad class with their outcomes, both in logs, ordered by prediction."""

    predicted: Floats
    happened: Floats

    def draws(self, predictions: Floats) -> Floats:
        """Counts [prediction, draw] that a prediction may turn out as, ascending: shape (n, at most 200).

        The outcomes of the past predictions nearest to it, each moved by the difference of the predictions
        and rounded to a whole count, >= 0.
        """
        size = min(DRAWS, len(self.predicted))
        at = np.searchsorted(self.predicted, predictions)
        start = np.clip(at - size // 2, 0, len(self.predicted) - size)
        near = start[:, None] + np.arange(size)[None, :]
        moved = self.happened[near] + (predictions[:, None] - self.predicted[near])
        return np.sort(np.maximum(np.round(np.expm1(moved)), 0), axis=1)


def analogs(predicted: Floats, happened: Floats) -> Analogs:
    """Order past predictions and their outcomes by prediction."""
    order = np.argsort(predicted, kind="stable")
    return Analogs(predicted[order], happened[order])


def bounds(draws: Floats, share: float) -> tuple[Floats, Floats]:
    """The central interval, both ends included, of at least a share of the draws of each row."""
    low = np.quantile(draws, (1 - share) / 2, axis=1, method="inverted_cdf")
    high = np.quantile(draws, (1 + share) / 2, axis=1, method="inverted_cdf")
    return low, high


def crps(draws: Floats, outcome: Floats) -> Floats:
    """Continuous ranked probability score of each row of ascending draws; smaller is better.

    E|X - y| - E|X - X'| / 2 (Gneiting and Raftery 2007, equation 21), X and X' drawn from the row.
    """
    n = draws.shape[1]
    away = np.abs(draws - outcome[:, None]).mean(axis=1)
    weights = 2 * np.arange(1, n + 1) - n - 1
    return np.asarray(away - (draws * weights).sum(axis=1) / n**2)


def place(draws: Floats, outcome: Floats, share: float) -> Floats:
    """How far each outcome lies in the central interval of a share: the chance, in [0, 1], over ties.

    The probability integral transform of a count is any number between P(X < y) and P(X <= y)
    (Czado, Gneiting and Held 2009, section 2); this is the part of that stretch inside the interval.
    Its mean is the coverage that intervals of counts have where their ends are not rounded outward.
    """
    n = draws.shape[1]
    below = (draws < outcome[:, None]).sum(axis=1) / (n + 1)
    upto = ((draws <= outcome[:, None]).sum(axis=1) + 1) / (n + 1)
    low, high = (1 - share) / 2, (1 + share) / 2
    inside = np.minimum(upto, high) - np.maximum(below, low)
    return np.asarray(np.maximum(inside, 0) / (upto - below))
