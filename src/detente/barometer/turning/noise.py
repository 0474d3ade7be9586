"""What the noise of a series is taken to be, and the penalty at which noise alone seldom shows a break."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.ndimage import median_filter
from scipy.signal import lfilter

from detente.barometer.series import Floats, Kind
from detente.barometer.turning.costs import Cost, CountCost, MeanCost, cumulative
from detente.barometer.turning.segment import double_gain, single_gains
from detente.barometer.turning.spread import autocorrelation, inflation, over_dispersion, variance

FALSE_ALARMS = 0.03
"""Share of series without a break in which one may be found by chance; the measured share stays below 5 %."""
_DRAWS = 300
_SEED = 20030528


@dataclass(frozen=True)
class Noise:
    """The scatter of a series around its mean.

    Parameters
    ----------
    correlation : first-order autocorrelation, 0 to below 1.
    alpha : over-dispersion of counts (variance m + alpha m^2); 0 for values.
    variance : of a value around its mean; for values only.
    """

    correlation: float
    alpha: float = 0.0
    variance: float = 1.0


def noise_of(values: Floats, kind: Kind) -> Noise:
    """The noise of a series, from differences between neighbours, so that breaks hardly enter it."""
    if kind is Kind.COUNT:
        return Noise(autocorrelation(np.sqrt(values)), over_dispersion(values))
    correlation = autocorrelation(values)
    scatter = variance(values, correlation)
    floor = 1e-12 + 1e-9 * float(np.var(values))
    return Noise(correlation, variance=max(scatter, floor))


def cost_of(values: Floats, kind: Kind, noise: Noise) -> Cost:
    """The cost of stretches under a noise."""
    grown = inflation(noise.correlation)
    if kind is Kind.COUNT:
        return CountCost(cumulative(values), noise.alpha, grown)
    centred = values - values.mean()
    return MeanCost(cumulative(centred), cumulative(centred**2), noise.variance * grown)


def calibrated_penalty(
    values: Floats, kind: Kind, noise: Noise, shortest: int, false_alarms: float = FALSE_ALARMS
) -> float:
    """The penalty per break at which a share `false_alarms` of series without a break would show one.

    Series with this noise and no break are drawn, each goes through the same estimation, and the smallest
    penalty that leaves it whole is kept: the gain of the best break, or half that of the best pair. Counts
    are drawn as negative binomial; values from what the series leaves around its running median.
    Autocorrelation, where there is any, is drawn a standard error (1 / sqrt(n)) higher than found, because
    it is the one thing that looks like a break. A fixed seed makes the result repeatable.
    """
    draw = _drawer(values, kind, noise)
    needed = np.array([_needed(draw(), kind, shortest) for _ in range(_DRAWS)])
    return float(max(np.quantile(needed, 1 - false_alarms), 1.0))


def _needed(values: Floats, kind: Kind, shortest: int) -> float:
    n = len(values)
    cost = cost_of(values, kind, noise_of(values, kind))
    return max(float(single_gains(cost, n, shortest).max()), double_gain(cost, n, shortest) / 2)


def _drawer(values: Floats, kind: Kind, noise: Noise) -> Callable[[], Floats]:
    chance = np.random.default_rng(_SEED)
    n = len(values)
    feared = min(noise.correlation + n**-0.5, 0.95) if noise.correlation else 0.0
    around = values - median_filter(values, max(5, n // 10) | 1, mode="nearest")

    def draw() -> Floats:
        if kind is Kind.COUNT:
            drawn = negative_binomial(chance, np.full(n, values.mean()), noise.alpha)
        else:
            drawn = chance.choice(around, n)
        return ordered_like_ar(chance, drawn, feared)

    return draw


def negative_binomial(chance: np.random.Generator, means: Floats, alpha: float) -> Floats:
    """Counts with these means and variance m + alpha m^2; Poisson where alpha is 0."""
    rates = means * chance.gamma(1 / alpha, alpha, len(means)) if alpha > 1e-9 else means
    return chance.poisson(rates).astype(np.float64)


def ordered_like_ar(chance: np.random.Generator, drawn: Floats, correlation: float) -> Floats:
    """The drawn values in the order of a first-order autoregression, so that neighbours are alike."""
    if correlation <= 0:
        return drawn
    path = lfilter([1.0], [1.0, -correlation], chance.standard_normal(len(drawn) + 50))[50:]
    result = np.empty_like(drawn)
    result[np.argsort(path)] = np.sort(drawn)
    return result
