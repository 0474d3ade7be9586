"""The Bayesian alternative: how likely a break is at each period, over all segmentations at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.special import gammaln, logsumexp

from detente.barometer.series import Floats, Kind
from detente.barometer.turning.costs import Index, cumulative
from detente.barometer.turning.noise import Noise
from detente.barometer.turning.spread import inflation

ONE_BREAK = 1.0
"""Breaks expected beforehand, whatever the length of the series.

Ours: at one break the prior gives "none" about the weight of 1 / e, so that the data decide; the calibrated
penalty, not this prior, says how many turning points are shown.
"""
Weigh = Callable[[Index, Index], Floats]


@dataclass(frozen=True)
class Posterior:
    """What is known of the breaks of a series of n values, all segmentations weighed.

    Parameters
    ----------
    at : for each index from 0 the probability that a new stretch begins there; 0 at index 0.
    none : probability that there is no break.
    """

    at: Floats
    none: float

    @property
    def expected(self) -> float:
        """The expected number of breaks."""
        return float(self.at.sum())

    def within(self, first: int, last: int) -> float:
        """Expected breaks at the indices from first to last, both included, at most 1.

        An upper bound of the probability that there is one; it equals it where two breaks so near to
        each other have no weight.
        """
        return float(min(self.at[first : last + 1].sum(), 1.0))


def posterior(values: Floats, kind: Kind, noise: Noise, expected_breaks: float = ONE_BREAK) -> Posterior:
    """Exact posterior of the breaks by forward and backward recursion (Fearnhead 2006, section 2).

    Prior: a break before each value but the first with probability expected_breaks / n. Counts: Poisson with
    a Gamma(1, 1 / mean of the series) rate a stretch, the likelihood taken to the power 1 / phi, where
    phi = 1 + alpha m is the ratio of variance to mean in the whole series. Values: normal with the known
    variance, stretch means normal around the mean of the series with the variance of the whole series.
    Autocorrelation weakens both likelihoods by the inflation of the variance of a mean.
    """
    n = len(values)
    weigh = _counts(values, noise) if kind is Kind.COUNT else _values(values, noise)
    chance = min(expected_breaks / n, 0.5)
    stay, turn = np.log1p(-chance), np.log(chance)
    forward = np.full(n + 1, -np.inf)
    forward[0] = -turn
    every = np.arange(n + 1)
    for end in range(1, n + 1):
        starts = every[:end]
        forward[end] = logsumexp(forward[:end] + turn + (end - starts - 1) * stay + weigh(starts, end))
    backward = np.full(n + 1, -np.inf)
    backward[n] = 0.0
    for start in range(n - 1, -1, -1):
        ends = every[start + 1 :]
        backward[start] = logsumexp(
            weigh(start, ends)
            + (ends - start - 1) * stay
            + backward[start + 1 :]
            + np.where(ends < n, turn, 0)
        )
    whole = forward[n]
    at = np.exp(np.clip(forward[:n] + turn + backward[:n] - whole, -745, 0))
    at[0] = 0.0
    none = float(np.exp(weigh(0, np.array([n]))[0] + (n - 1) * stay - whole))
    return Posterior(at, none)


def _counts(values: Floats, noise: Noise) -> Weigh:
    """Log marginal likelihood of stretches of counts, up to what all segmentations share."""
    mean = max(float(values.mean()), 1e-3)
    phi = (1 + noise.alpha * mean) * inflation(noise.correlation)
    sums, rate = cumulative(values) / phi, 1 / mean

    def weigh(start: Index, end: Index) -> Floats:
        total, length = sums[end] - sums[start], (np.asarray(end) - start) / phi
        return np.asarray(np.log(rate) + gammaln(1 + total) - (1 + total) * np.log(rate + length))

    return weigh


def _values(values: Floats, noise: Noise) -> Weigh:
    """Log marginal likelihood of stretches of values, up to what all segmentations share."""
    scatter = noise.variance * inflation(noise.correlation)
    spread = max(float(values.var()), 1e-12)
    centred = values - values.mean()
    sums, squares = cumulative(centred), cumulative(centred**2)

    def weigh(start: Index, end: Index) -> Floats:
        total, length = sums[end] - sums[start], np.asarray(end) - start
        error = (squares[end] - squares[start] - total**2 / length) / scatter
        off = total**2 / length / (scatter + length * spread)
        return np.asarray(-(error + np.log1p(length * spread / scatter) + off) / 2)

    return weigh
