"""Regressions of the counts as they are, each side on its own past and on the other's."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np

from detente.barometer.reciprocity.answer import Reciprocity, both_answers
from detente.barometer.series import Floats, Kind, Series
from detente.errors import UsageError

_DRAWS = 300
_PATHS = 200
_SEED = 1947
_CEILING = 10.0
"""Simulated means stay below so many times the highest count, because log-linear paths can run away."""
_FLOOR = -30.0
"""Logarithm of the least mean that is simulated; none is quite 0, so that means can be divided."""


@dataclass(frozen=True)
class CountModel:
    """The expected count of each side, given the past of both.

    log m_t = c + sum over k of a_k log(1 + y_(t-k)) + b_k log(1 + x_(t-k)): the log-linear autoregression of
    Fokianos and Tjostheim (2011, Journal of Multivariate Analysis 102(3)) without its unobserved term.

    Parameters
    ----------
    weights : [side, 1 + 2 * lags]: the constant, then the logs of sides 0 and 1 a period ago, two ago, ...
    alpha : over-dispersion of each side, >= 0: variance m + alpha m^2.
    size : standard deviation of each side's surprises, in counts.
    ceiling : the greatest mean that is simulated.
    """

    weights: Floats
    alpha: Floats
    size: Floats
    ceiling: float

    @property
    def lags(self) -> int:
        """How many periods back the model looks."""
        return int(self.weights.shape[1] - 1) // 2

    def means(self, past: Floats) -> Floats:
        """Expected counts [..., side] after pasts [..., period, side], the last `lags` of which count."""
        recent = np.log1p(past[..., : -self.lags - 1 : -1, :]).reshape(*past.shape[:-2], -1)
        logs = self.weights[:, 0] + recent @ self.weights[:, 1:].T
        return np.asarray(np.exp(np.clip(logs, _FLOOR, np.log(self.ceiling))))


def by_counts(pair: list[Series], most: int, horizon: int) -> Reciprocity:
    """Fit a regression of counts with logarithmic link to each side, on the lags of both.

    Fitted as Poisson, which needs only the means to be right; the test of no answer is a score test under the
    over-dispersion found. The number of lags, the same for both, is the one with the least BIC, the
    likelihoods divided by the over-dispersion. Responses are differences of expected counts along simulated
    paths with and without the surprise (Koop, Pesaran and Potter 1996, Journal of Econometrics 74(1)),
    averaged over the pasts of the data; intervals come from 300 series simulated with the fitted model.

    Raises
    ------
    UsageError
        where the measure does not count.
    """
    if any(series.kind is not Kind.COUNT for series in pair):
        raise UsageError(
            f'The model "counts" needs a measure that counts, and {pair[0].measure} does not.',
            hint="Take n, conflict, cooperation or a quad, or --model var.",
        )
    data = np.column_stack([series.values for series in pair])
    lags = _lags(data, most)
    fitted = [_fit(data, side, lags) for side in (0, 1)]
    model = _model(data, fitted)
    chance = np.random.default_rng(_SEED)
    answers = both_answers(
        (pair[0].name, pair[1].name),
        (_no_answer(data, 0, lags), _no_answer(data, 1, lags)),
        responses(model, data, horizon, chance),
        _bootstrapped(model, data, horizon, chance),
    )
    left = np.column_stack(
        [
            one.resid_response / np.sqrt(one.mu + a * one.mu**2)
            for one, a in zip(fitted, model.alpha, strict=True)
        ]
    )
    correlation = float(np.corrcoef(left.T)[0, 1])
    return Reciprocity(
        "counts", pair[0].measure, len(data), lags, correlation, answers, _whiteness(left, lags, horizon)
    )


def responses(model: CountModel, data: Floats, horizon: int, chance: np.random.Generator) -> Floats:
    """[lag, responding, surprised] in standard deviations of surprises, without effects within a period.

    A path with the surprise is the path without it plus what the higher means add (or less what the lower
    take away), so that both differ by nothing but the surprise.
    """
    lags, n = model.lags, len(data)
    ends = chance.integers(lags, n + 1, _PATHS)
    start = np.stack([data[end - lags : end] for end in ends])
    found = np.zeros((horizon + 1, 2, 2))
    for surprised in (0, 1):
        base = np.concatenate([start, _drawn(model, model.means(start), chance)[:, None]], axis=1)
        moved = base.copy()
        moved[:, -1, surprised] += model.size[surprised]
        found[0, surprised, surprised] = 1.0
        for lag in range(1, horizon + 1):
            usual, other = model.means(base), model.means(moved)
            found[lag, :, surprised] = (other - usual).mean(axis=0) / model.size
            mixed = _mixing(model, usual.shape, chance)
            now = chance.poisson(usual * mixed)
            stays = chance.binomial(now, np.minimum(other / usual, 1.0))
            then = stays + chance.poisson(np.maximum(other - usual, 0.0) * mixed)
            base = np.concatenate([base[:, 1:], now[:, None]], axis=1)
            moved = np.concatenate([moved[:, 1:], then[:, None]], axis=1)
    return found


def _drawn(model: CountModel, means: Floats, chance: np.random.Generator) -> Floats:
    """Counts with these means and the over-dispersion of each side."""
    return chance.poisson(means * _mixing(model, means.shape, chance)).astype(np.float64)


def _mixing(model: CountModel, shape: tuple[int, ...], chance: np.random.Generator) -> Floats:
    """Gamma factors of mean 1 that make Poisson counts negative binomial; 1 for a side without dispersion."""
    spread = np.maximum(model.alpha, 1e-9)
    return np.where(model.alpha > 1e-6, chance.gamma(1 / spread, spread, shape), 1.0)


def _bootstrapped(model: CountModel, data: Floats, horizon: int, chance: np.random.Generator) -> Floats:
    """The responses [draw, ...] of series of the same length that the model made, each fitted anew."""
    lags = model.lags
    made = np.tile(data, (_DRAWS, 1, 1))
    for t in range(lags, len(data)):
        made[:, t] = _drawn(model, model.means(made[:, t - lags : t]), chance)
    again = (_model(one, [_fit(one, side, lags) for side in (0, 1)]) for one in made)
    return np.array([responses(new, one, horizon, chance) for new, one in zip(again, made, strict=True)])


def _design(data: Floats, lags: int, cut: int) -> Floats:
    """Constant and lagged logs of both sides for the periods from `cut` on."""
    logs = np.log1p(data)
    return np.column_stack(
        [np.ones(len(data) - cut), *(logs[cut - k : len(data) - k] for k in range(1, lags + 1))]
    )


def _fit(data: Floats, side: int, lags: int, cut: int | None = None) -> Any:
    first = lags if cut is None else cut
    return _regression(data[first:, side], _design(data, lags, first))


def _regression(counts: Floats, design: Floats) -> Any:
    import statsmodels.api as sm

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return sm.GLM(counts, design, family=sm.families.Poisson()).fit()


def _lags(data: Floats, most: int) -> int:
    """The number of lags with the least BIC, all fitted to the same periods."""
    tried = {lags: [_fit(data, side, lags, most) for side in (0, 1)] for lags in range(1, most + 1)}
    spread = [max(one.pearson_chi2 / one.df_resid, 1.0) for one in tried[most]]
    price = np.log(len(data) - most)

    def criterion(lags: int) -> float:
        fits = zip(tried[lags], spread, strict=True)
        return float(sum(-2 * one.llf / s + (1 + 2 * lags) * price for one, s in fits))

    return min(tried, key=criterion)


def _model(data: Floats, fitted: list[Any]) -> CountModel:
    size = [max(float(np.sqrt((one.resid_response**2).sum() / one.df_resid)), 1e-9) for one in fitted]
    return CountModel(
        np.array([one.params for one in fitted]),
        np.array([_over_dispersion(one) for one in fitted]),
        np.array(size),
        _CEILING * max(float(data.max()), 1.0),
    )


def _over_dispersion(fitted: Any) -> float:
    """alpha of the variance m + alpha m^2 by its moment, corrected for the fitted parameters; >= 0."""
    mean = np.maximum(fitted.mu, 1e-9)
    excess = ((fitted.resid_response**2 * len(mean) / fitted.df_resid - mean) / mean).sum()
    return max(float(excess / mean.sum()), 0.0)


def _no_answer(data: Floats, side: int, lags: int) -> float:
    """p of the score test that the lags of the other side have no weight in the counts of this one.

    The score of the Poisson likelihood, its variance that of counts with the over-dispersion found. Only the
    model without these lags is fitted: where a side has few acts, their weight runs off to infinity by
    chance, and a test that rests on it, or on robust variances of so few acts, takes that for an answer.
    """
    from scipy.stats import f

    design = _design(data, lags, lags)
    of_other = np.arange(1 + (1 - side), design.shape[1], 2)
    own, other = np.delete(design, of_other, axis=1), design[:, of_other]
    fitted = _regression(data[lags:, side], own)
    mean, alpha = fitted.mu, _over_dispersion(fitted)
    root = np.sqrt(mean)[:, None]
    beyond = other - own @ np.linalg.lstsq(own * root, other * root, rcond=None)[0]
    score = beyond.T @ fitted.resid_response
    scatter = (beyond * (mean + alpha * mean**2)[:, None]).T @ beyond
    statistic = float(score @ np.linalg.lstsq(scatter, score, rcond=None)[0])
    return float(f.sf(statistic / lags, lags, len(data) - lags - design.shape[1]))


def _whiteness(left: Floats, lags: int, horizon: int) -> float:
    """p of the test of Ljung and Box on the surprises of each side, the smaller one doubled."""
    from statsmodels.stats.diagnostic import acorr_ljungbox

    over = max(lags + 2, horizon)
    tests = [acorr_ljungbox(side, lags=[over], model_df=lags)["lb_pvalue"].iloc[0] for side in left.T]
    return float(min(2 * min(tests), 1.0))
