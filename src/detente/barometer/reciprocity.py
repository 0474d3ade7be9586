"""Who answers whom, with what lag: a vector autoregression of what each side does to the other."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np

from detente.barometer.series import Floats, Kind, Series, rounded, same_periods, whole
from detente.errors import UsageError

LEAST = 30
_MOST_LAGS = 8
_DRAWS = 300
_SEED = 1947
_AS_ONE = 1 - 1e-9
"""Correlation from which two sides are taken to be one series; what is left is rounding."""


@dataclass(frozen=True)
class Answer:
    """How one side's acts follow the other's.

    Parameters
    ----------
    to, by : the series that is answered and the one that answers, for instance "USA>RUS" and "RUS>USA".
    p_value : of the F test that the past of `to` adds nothing to the forecast of `by` (Granger 1969),
        adjusted for the two directions after Holm.
    lag : periods after which the response is greatest in size.
    response, low, high : the response of `by` 0, 1, ... periods after a surprise of one standard deviation
        in `to`, in standard deviations of `by`'s own surprises, with its 90 % interval; 0 at lag 0 by
        construction, because what happens in one period cannot be told apart by order.
    total, total_low, total_high : the responses summed.
    """

    to: str
    by: str
    p_value: float
    lag: int
    response: Floats
    low: Floats
    high: Floats
    total: float
    total_low: float
    total_high: float

    @property
    def verdict(self) -> str:
        """One of: answers in kind, answers the other way, no answer seen (p >= .05, or the sum may be 0)."""
        if self.p_value >= 0.05 or self.total_low <= 0 <= self.total_high:
            return "no answer seen"
        return "answers in kind" if self.total > 0 else "answers the other way"


@dataclass(frozen=True)
class Reciprocity:
    """Both directions of one measure, and what the model is.

    Parameters
    ----------
    measure, periods, lags : of the model; lags chosen by the criterion of Schwarz (BIC).
    same_period : correlation of the surprises of both sides in one period; it has no direction.
    answers : both directions.
    whiteness : p of the Portmanteau test; a small one says that the lags do not catch all there is.
    """

    measure: str
    periods: int
    lags: int
    same_period: float
    answers: tuple[Answer, Answer]
    whiteness: float

    def as_records(self) -> list[dict[str, Any]]:
        """One record a direction and lag, keys in fixed order."""
        return [
            {
                "answered": answer.to,
                "by": answer.by,
                "measure": self.measure,
                "lag": lag,
                "response": rounded(answer.response[lag]),
                "low": rounded(answer.low[lag]),
                "high": rounded(answer.high[lag]),
            }
            for answer in self.answers
            for lag in range(len(answer.response))
        ]

    def as_summary(self) -> list[dict[str, Any]]:
        """One record a direction."""
        return [
            {
                "answered": answer.to,
                "by": answer.by,
                "measure": self.measure,
                "verdict": answer.verdict,
                "greatest_at_lag": answer.lag,
                "sum_of_responses": rounded(answer.total),
                "low": rounded(answer.total_low),
                "high": rounded(answer.total_high),
                "granger_p": rounded(answer.p_value),
                "periods": self.periods,
                "lags": self.lags,
                "same_period_correlation": rounded(self.same_period),
                "portmanteau_p": rounded(self.whiteness),
            }
            for answer in self.answers
        ]


def reciprocity(one: Series, other: Series, *, most_lags: int = _MOST_LAGS, horizon: int = 8) -> Reciprocity:
    """Fit a vector autoregression to the two directions of a dyad.

    Counts are taken as log(1 + y). The number of lags, at least 1, is the one that BIC chooses. Intervals
    come from 300 bootstraps of the residuals (Luetkepohl 2005, New Introduction to Multiple Time Series
    Analysis, appendix D.3). To answer is to follow in time beyond one's own past; both sides may
    answer a third thing.

    Parameters
    ----------
    one, other : the directions, same measure and unit.
    horizon : the longest lag for which a response is given.

    Raises
    ------
    UsageError
        where fewer than 30 periods are shared, one side has gaps or does not vary, both move as one, or the
        horizon is longer than the periods bear.
    """
    pair = [whole(series, LEAST) for series in same_periods([one, other])]
    data = np.column_stack([np.log1p(s.values) if s.kind is Kind.COUNT else s.values for s in pair])
    _check_sides(pair, data)
    most = max(min(most_lags, len(data) // 10), 1)
    if horizon >= len(data) - most:
        raise UsageError(
            f"{len(data)} periods do not bear responses over {horizon} periods.",
            hint=f"Take a longer time, or at most --horizon {len(data) - most - 1}.",
        )
    try:
        return _both_ways(pair, (data - data.mean(axis=0)) / data.std(axis=0), most, horizon)
    except (np.linalg.LinAlgError, ValueError):
        # Statsmodels: a matrix is singular, or a side is constant once the lags are cut off its ends.
        raise UsageError(
            f"{one.measure} of {one.name} and {other.name} varies too little, or too much alike, to tell "
            "whose past foretells whose.",
            hint="Take a longer time, a longer unit or another measure.",
        ) from None


def _check_sides(pair: list[Series], data: Floats) -> None:
    """Raise UsageError where a side is constant, or both move as one."""
    for series, column in zip(pair, data.T, strict=True):
        if np.ptp(column) == 0:
            raise UsageError(f"{series.name} {series.measure} never changes, so nothing can be answered.")
    if abs(float(np.corrcoef(data[:, 0], data[:, 1]).flat[1])) > _AS_ONE:
        one, other = pair
        raise UsageError(
            f"{one.measure} of {one.name} and {other.name} moves as one, so neither can be seen to answer.",
            hint="Check that the data tell the two directions apart.",
        )


def _both_ways(pair: list[Series], data: Floats, most: int, horizon: int) -> Reciprocity:
    lags = _lags(data, most)
    fitted = _fitted(data, lags)
    drawn = _bootstrapped(data, fitted, lags, horizon)
    adjusted = _holm([_granger(fitted, 0, 1), _granger(fitted, 1, 0)])
    answers = [
        _answer(pair[to].name, pair[by].name, p, _responses(fitted, horizon)[:, by, to], drawn[:, :, by, to])
        for (to, by), p in zip(((1, 0), (0, 1)), adjusted, strict=True)
    ]
    correlation = float(np.corrcoef(fitted.resid.T)[0, 1])
    white = float(fitted.test_whiteness(nlags=max(lags + 2, horizon), adjusted=True).pvalue)
    return Reciprocity(pair[0].measure, len(data), lags, correlation, (answers[0], answers[1]), white)


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


def _holm(p_values: list[float]) -> list[float]:
    """Two p-values adjusted after Holm (1979)."""
    smaller = min(p_values)
    return [min(2 * smaller, 1.0) if p == smaller else min(max(2 * smaller, p), 1.0) for p in p_values]


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


def _answer(to: str, by: str, p_value: float, response: Floats, drawn: Floats) -> Answer:
    low, high = np.quantile(drawn, (0.05, 0.95), axis=0)
    sums = np.quantile(drawn.sum(axis=1), (0.05, 0.95))
    lag = int(np.argmax(np.abs(response[1:]))) + 1
    return Answer(
        to, by, p_value, lag, response, low, high, float(response.sum()), float(sums[0]), float(sums[1])
    )
