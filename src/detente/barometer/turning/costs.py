"""What a stretch without a break costs: how badly one mean fits the values in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from detente.barometer.series import Floats

Index = NDArray[np.int64] | int


class Cost(Protocol):
    """Twice the negative log-likelihood of stretches [start, end), up to what all segmentations share."""

    def of(self, start: Index, end: Index) -> Floats:
        """The cost of each stretch."""
        ...


@dataclass(frozen=True)
class MeanCost:
    """Normal values with one mean a stretch and a variance common to all: squared error over variance.

    Parameters
    ----------
    sums, squares : cumulative sums of the values and of their squares, beginning with 0.
    variance : of a value around its mean, > 0.
    """

    sums: Floats
    squares: Floats
    variance: float

    def of(self, start: Index, end: Index) -> Floats:
        """Squared error around the mean of each stretch, in variances."""
        total = self.sums[end] - self.sums[start]
        error = self.squares[end] - self.squares[start] - total**2 / (np.asarray(end) - start)
        return np.asarray(error / self.variance)


@dataclass(frozen=True)
class CountCost:
    """Counts with one mean a stretch: negative binomial, variance m + alpha m^2; Poisson where alpha is 0.

    Source of the negative binomial form: Cameron and Trivedi, Regression Analysis of Count Data (2013),
    section 3.3 (NB2). With alpha known, the mean of a stretch is its maximum-likelihood estimate.

    Parameters
    ----------
    sums : cumulative sums of the counts, beginning with 0.
    alpha : over-dispersion, >= 0.
    inflation : by how much autocorrelation inflates the variance of a mean; >= 1.
    """

    sums: Floats
    alpha: float
    inflation: float = 1.0

    def of(self, start: Index, end: Index) -> Floats:
        """Twice the negative log-likelihood at the mean of each stretch."""
        total = self.sums[end] - self.sums[start]
        length = np.asarray(end) - start
        mean = total / length
        with np.errstate(divide="ignore", invalid="ignore"):
            rising = np.where(total > 0, total * np.log(mean), 0.0)
        if self.alpha == 0:
            return np.asarray(-2 * (rising - total) / self.inflation)
        spread = (total + length / self.alpha) * np.log1p(self.alpha * mean)
        return np.asarray(-2 * (rising - spread) / self.inflation)


def cumulative(values: Floats) -> Floats:
    """Cumulative sums of values beginning with 0, one longer than the values."""
    return np.concatenate(([0.0], np.cumsum(values)))
