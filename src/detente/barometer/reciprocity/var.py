"""A vector autoregression of what each side does to the other."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np

from detente.barometer.reciprocity.answer import Reciprocity, both_answers
from detente.barometer.series import Floats, Kind, Series

_DRAWS = 300
_SEED = 1947


def by_autoregression(pair: list[Series], most: int, horizon: int) -> Reciprocity:
    """Fit a vector autoregression; counts are taken as log(1 + y).

    The number of lags, at least 1, is the one that BIC chooses, the test of no answer the F test. Intervals
    come from 300 bootstraps of the residuals (Luetkepohl 2005, New Introduction to Multiple Time Series
    Analysis, appendix D.3).
    """
    logs = np.column_stack([np.log1p(s.values) if s.kind is Kind.COUNT else s.values for s in pair])
    data = (logs - logs.mean(axis=0)) / logs.std(axis=0)
    lags = _lags(data, most)
    fitted = _fitted(data, lags)
    answers = both_answers(
        (pair[0].name, pair[1].name),
        (_granger(fitted, 0, 1), _granger(fitted, 1, 0)),
        _responses(fitted, horizon),
        _bootstrapped(data, fitted, lags, horizon),
    )
    correlation = float(np.corrcoef(fitted.resid.T)[0, 1])
    white = float(fitted.test_whiteness(nlags=max(lags + 2, horizon), adjusted=True).pvalue)
    return Reciprocity("var", pair[0].measure, len(data), lags, correlation, answers, white)


def _fitted(data: Floats, lags: int) -> Any:
    from statsmodels.tsa.api import VAR

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return VAR(data).fit(lags)


def _lags(data: Floats, most: int) -> int:
    from statsmodels.tsa.api import VAR

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return max(int(VAR(data).select_order(most).selected_orders["bic"]), 1)


def _granger(fitted: Any, caused: int, causing: int) -> float:
    return float(fitted.test_causality(caused, [causing], kind="f").pvalue)


def _responses(fitted: Any, horizon: int) -> Floats:
    """[lag, responding, surprised] in standard deviations of surprises, without effects within a period."""
    size = np.sqrt(np.diag(np.asarray(fitted.sigma_u)))
    return np.asarray(fitted.ma_rep(horizon)) * size[None, None, :] / size[None, :, None]


def _bootstrapped(data: Floats, fitted: Any, lags: int, horizon: int) -> Floats:
    chance = np.random.default_rng(_SEED)
    left = fitted.resid - fitted.resid.mean(axis=0)
    coefs, constant = fitted.coefs, fitted.intercept
    found = []
    for _ in range(_DRAWS):
        path = data.copy()
        surprises = left[chance.integers(0, len(left), len(left))]
        for t in range(lags, len(data)):
            path[t] = constant + surprises[t - lags] + sum(coefs[k] @ path[t - 1 - k] for k in range(lags))
        found.append(_responses(_fitted(path, lags), horizon))
    return np.asarray(found)
