"""How much the values of a series scatter around their mean, found without knowing where it breaks."""

from __future__ import annotations

import numpy as np

from detente.barometer.series import Floats

_KEPT = 0.9
_SQUARE_OF_MIDDLE = 0.6230
"""Mean of the squares of the nine tenths of normal values nearest to 0, over their variance.

1 - 2 q phi(q) / 0.9 with q the 95th percentile of the normal distribution.
"""

_SURE = 3.5


def autocorrelation(values: Floats) -> float:
    """First-order autocorrelation in [0, 0.95] from differences over one and two periods.

    Differences hardly see breaks in the mean. Var(y_t - y_(t-2)) / Var(y_t - y_(t-1)) - 1, after Chakar,
    Lebarbier, Levy-Leduc and Robin (Bernoulli 2017), with trimmed variances for their medians, because
    counts have ties. What is within two standard errors of none (3.5 / sqrt(n) by simulation) is none.
    """
    near, far = _scatter(values[1:] - values[:-1]), _scatter(values[2:] - values[:-2])
    if near <= 0:
        return 0.0
    found = far / near - 1
    return float(np.clip(found, 0.0, 0.95)) if found > _SURE / np.sqrt(len(values)) else 0.0


def variance(values: Floats, correlation: float = 0.0) -> float:
    """Variance of a value around its mean, from differences between neighbours."""
    return _scatter(values[1:] - values[:-1]) / (2 * (1 - correlation))


def inflation(correlation: float) -> float:
    """By how much first-order autocorrelation inflates the variance of a mean of many values."""
    return (1 + correlation) / (1 - correlation)


def over_dispersion(counts: Floats) -> float:
    """alpha of the negative binomial (variance m + alpha m^2) from neighbouring counts; >= 0.

    Neighbours share their mean but at a break: E[(x - y)^2 / 2 - (x + y) / 2] = alpha m^2 and E[xy] = m^2.
    The tenth of the pairs that differ most, for their size, is left out on both sides of the fraction;
    what that takes from the variance is given back as for normal values.
    """
    x, y = counts[1:], counts[:-1]
    mean = (x + y) / 2
    size = np.where(mean > 0, (x - y) ** 2 / np.maximum(mean, 0.5), 0.0)
    kept = size <= np.quantile(size, _KEPT)
    excess = (x - y)[kept] ** 2 / 2 / _SQUARE_OF_MIDDLE - mean[kept]
    return float(max(excess.sum() / max((x * y)[kept].sum(), 1.0), 0.0))


def _scatter(differences: Floats) -> float:
    """Variance around zero of the nine tenths nearest to zero, as of the whole of a normal distribution."""
    size = np.sort(differences**2)[: max(int(len(differences) * _KEPT), 1)]
    return float(size.mean() / _SQUARE_OF_MIDDLE) if size.size else 0.0
