"""Who answers whom, with what lag: the two directions of a dyad, by one of the models."""

from __future__ import annotations

import numpy as np

from detente.barometer.reciprocity.answer import Reciprocity
from detente.barometer.reciprocity.counts import by_counts
from detente.barometer.reciprocity.var import by_autoregression
from detente.barometer.series import Series, same_periods, whole
from detente.errors import UnknownName, UsageError

LEAST = 30
_MOST_LAGS = 8
_AS_ONE = 1 - 1e-9
"""Correlation from which two sides are taken to be one series; what is left is rounding."""
MODELS = {"var": by_autoregression, "counts": by_counts}


def reciprocity(
    one: Series, other: Series, *, most_lags: int = _MOST_LAGS, horizon: int = 8, model: str = "var"
) -> Reciprocity:
    """Fit a model of the two directions of a dyad, each with its own lags and those of the other.

    To answer is to follow in time beyond one's own past; both sides may answer a third thing.

    Parameters
    ----------
    one, other : the directions, same measure and unit.
    horizon : the longest lag for which a response is given.
    model : "var", a vector autoregression (counts as log(1 + y)), or "counts", regressions of the counts.

    Raises
    ------
    UnknownName
        where there is no such model.
    UsageError
        where fewer than 30 periods are shared, one side has gaps or does not vary, both move as one, the
        horizon is longer than the periods bear, or the model does not take the measure.
    """
    if model not in MODELS:
        raise UnknownName("model", model, MODELS)
    pair = [whole(series, LEAST) for series in same_periods([one, other])]
    _check_sides(pair)
    n = len(pair[0])
    most = max(min(most_lags, n // 10), 1)
    if horizon >= n - most:
        raise UsageError(
            f"{n} periods do not bear responses over {horizon} periods.",
            hint=f"Take a longer time, or at most --horizon {n - most - 1}.",
        )
    try:
        return MODELS[model](pair, most, horizon)
    except (np.linalg.LinAlgError, ValueError):
        # Statsmodels: a matrix is singular, or a side is constant once the lags are cut off its ends.
        raise UsageError(
            f"{one.measure} of {one.name} and {other.name} varies too little, or too much alike, to tell "
            "whose past foretells whose.",
            hint="Take a longer time, a longer unit or another measure.",
        ) from None


def _check_sides(pair: list[Series]) -> None:
    """Raise UsageError where a side is constant, or both move as one."""
    one, other = pair
    for series in pair:
        if np.ptp(series.values) == 0:
            raise UsageError(f"{series.name} {series.measure} never changes, so nothing can be answered.")
    if abs(float(np.corrcoef(one.values, other.values).flat[1])) > _AS_ONE:
        raise UsageError(
            f"{one.measure} of {one.name} and {other.name} moves as one, so neither can be seen to answer.",
            hint="Check that the data tell the two directions apart.",
        )
