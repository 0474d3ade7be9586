"""The models of a forecast and the baselines that always stand beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from detente.barometer.forecast.features import Features, Past, long_memory, reciprocal_lags
from detente.barometer.series import Floats

Predict = Callable[[Past, int], Floats]
_SHRINKAGES = (1e-4, 1e-3, 1e-2, 1e-1, 1.0)
_FIRST = 3


@dataclass(frozen=True)
class Model:
    """A way to forecast.

    Parameters
    ----------
    name : as printed and chosen.
    meaning : in one sentence.
    fit : from a past, the last usable origin and the horizon to a function that predicts the logs
        [dyad, quad] from an origin. It may look at no period after last origin + horizon.
    """

    name: str
    meaning: str
    fit: Callable[[Past, int, int], Predict]


def _last(past: Past, until: int, ahead: int) -> Predict:
    return lambda past, origin: past.logs[origin]


def _mean(past: Past, until: int, ahead: int) -> Predict:
    return lambda past, origin: past.means[origin]


def _seasonal(past: Past, until: int, ahead: int) -> Predict:
    """The same period of the last season that is known; the last period where there are no seasons."""

    def predict(past: Past, origin: int) -> Floats:
        back = origin + ahead - past.season * -(-ahead // past.season)
        return past.target(back if back >= 0 else origin, 0)

    return predict


def _regression(features: Features, shrinkages: tuple[float, ...]) -> Callable[[Past, int, int], Predict]:
    """Least squares over all dyads and origins, with ridge shrinkage chosen on the last origins."""

    def fit(past: Past, until: int, ahead: int) -> Predict:
        first = min(_FIRST, max(until - 1, 0)) if features is long_memory else 0
        origins = range(first, until + 1)
        shrinkage = shrinkages[0]
        if len(shrinkages) > 1 and len(origins) >= 4:
            held = max(len(origins) // 4, 1)
            sums = _sums(past, origins[:-held], ahead, features)
            errors = _errors(past, origins[-held:], ahead, features, [_solved(sums, s) for s in shrinkages])
            shrinkage = shrinkages[int(np.argmin(errors))]
        elif len(shrinkages) > 1:
            shrinkage = shrinkages[1]
        weights = _solved(_sums(past, origins, ahead, features), shrinkage)
        return lambda past, origin: np.maximum(_with_one(features(past, origin, ahead)) @ weights, 0)

    return fit


def _with_one(features: Floats) -> Floats:
    return np.hstack([np.ones((len(features), 1)), features])


def _sums(past: Past, origins: range, ahead: int, features: Features) -> tuple[Floats, Floats, int]:
    """Cross products of features and of features with targets, summed origin by origin."""
    squares: Floats | float = 0.0
    products: Floats | float = 0.0
    rows = 0
    for origin in origins:
        key = (features, origin, ahead)
        if key not in past.products:
            known = _with_one(features(past, origin, ahead))
            past.products[key] = known.T @ known, known.T @ past.target(origin, ahead)
        squares = squares + past.products[key][0]
        products = products + past.products[key][1]
        rows += len(past.sources)
    return np.asarray(squares), np.asarray(products), rows


def _solved(sums: tuple[Floats, Floats, int], shrinkage: float) -> Floats:
    """Ridge weights; shrinkage is relative to the variance of each feature, the intercept is not shrunk."""
    squares, products, rows = sums
    spread = np.maximum(np.diag(squares) / rows - (squares[0] / rows) ** 2, 1e-10)
    penalty = np.diag(shrinkage * rows * spread)
    penalty[0, 0] = 0
    return np.asarray(np.linalg.lstsq(squares + penalty, products, rcond=1e-12)[0], dtype=np.float64)


def _errors(past: Past, origins: range, ahead: int, features: Features, weights: list[Floats]) -> list[float]:
    """The mean squared error of each set of weights on these origins."""
    missed = np.zeros(len(weights))
    for origin in origins:
        known, truth = _with_one(features(past, origin, ahead)), past.target(origin, ahead)
        missed += [((np.maximum(known @ one, 0) - truth) ** 2).mean() for one in weights]
    return [float(error) for error in missed / len(origins)]


MODELS: tuple[Model, ...] = (
    Model("last", "the last period again", _last),
    Model("seasonal", "the same period of the last season", _seasonal),
    Model("mean", "the mean of the logs of all periods so far", _mean),
    Model(
        "ols",
        "least squares on the last period of the dyad and of its reverse, all dyads pooled",
        _regression(reciprocal_lags, (1e-9,)),
    ),
    Model(
        "pooled",
        "ridge regression on lags, means and seasons of dyad, reverse and both states, all dyads pooled",
        _regression(long_memory, _SHRINKAGES),
    ),
)


def model_names() -> list[str]:
    """The names of all models, baselines first."""
    return [model.name for model in MODELS]
