"""What did one dated event do: the series against what it would have been, with placebos beside."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from detente.barometer.periods import begin
from detente.barometer.series import Floats, Kind, Series, rounded, whole
from detente.errors import UsageError

LEAST_BEFORE = 12
_DRAWS = 1000
_SEED = 20030320
_MOST_CONTROLS = 4
_MOST_PLACEBO_DATES = 30


@dataclass(frozen=True)
class Effect:
    """What was observed less what was expected, over the periods from the event on.

    Parameters
    ----------
    observed, expected : sums over the periods for counts, means for other measures.
    effect, low, high : observed less expected, and its 95 % interval.
    """

    observed: float
    expected: float
    effect: float
    low: float
    high: float

    @property
    def sure(self) -> bool:
        """Whether the interval leaves out zero."""
        return self.low > 0 or self.high < 0

    @property
    def size(self) -> float:
        """The effect in half-widths of its interval, by which placebos are compared."""
        return abs(self.effect) / max((self.high - self.low) / 2, 1e-12)


@dataclass(frozen=True)
class Shock:
    """The effect of a dated event on a series, and what speaks for and against it.

    Parameters
    ----------
    series : of the dyad; `event` the day, `at` the index of its period, `periods` how many are compared.
    controls : the dyads that entered the expectation.
    effect : over all compared periods.
    expected, low, high : for each compared period what was expected, with its 95 % interval.
    placebo_dates : size of the effect of dates before the event on which nothing is said to have happened.
    placebo_dyads : size of the effect on each control, by name.
    """

    series: Series
    event: date
    at: int
    periods: int
    controls: tuple[str, ...]
    effect: Effect
    expected: Floats
    low: Floats
    high: Floats
    placebo_dates: tuple[float, ...]
    placebo_dyads: dict[str, float]

    @property
    def as_large_dates(self) -> int:
        """How many placebo dates show an effect at least as large."""
        return sum(size >= self.effect.size for size in self.placebo_dates)

    @property
    def as_large_dyads(self) -> int:
        """How many placebo dyads show an effect at least as large."""
        return sum(size >= self.effect.size for size in self.placebo_dyads.values())

    @property
    def verdict(self) -> str:
        """ "none", "doubtful" or "stands out": what the design bears.

        none: the interval holds zero. doubtful: it does not, but more than a tenth of the placebo dates or
        of the placebo dyads show as much, or there are fewer than ten placebo dates to tell by.
        """
        if not self.effect.sure:
            return "none"
        dates, dyads = len(self.placebo_dates), len(self.placebo_dyads)
        few = dates < 10
        many = self.as_large_dates > dates / 10 or (dyads > 0 and self.as_large_dyads > dyads / 10)
        return "doubtful" if few or many else "stands out"

    def as_records(self) -> list[dict[str, Any]]:
        """One record a compared period, keys in fixed order."""
        return [
            {
                "period": self.series.label(self.at + i),
                "name": self.series.name,
                "measure": self.series.measure,
                "observed": rounded(self.series.values[self.at + i]),
                "expected": rounded(self.expected[i]),
                "low": rounded(self.low[i]),
                "high": rounded(self.high[i]),
            }
            for i in range(self.periods)
        ]

    def sentence(self) -> str:
        """One plain sentence that claims no more than the design bears."""
        e, s = self.effect, self.series
        what = "in sum" if s.kind is Kind.COUNT else "on average"
        span = f"{s.label(self.at)} to {s.label(self.at + self.periods - 1)}"
        found = (
            f"From {span}, {s.measure} of {s.name} was {rounded(e.observed, 2)} {what}, against "
            f"{rounded(e.expected, 2)} expected from its own past"
            f"{self._beside()}: a difference of "
            f"{rounded(e.effect, 2)} (95 % interval {rounded(e.low, 2)} to {rounded(e.high, 2)})."
        )
        beside = (
            f" A difference as large is seen on {self.as_large_dates} of {len(self.placebo_dates)} placebo "
            f"dates and {self.as_large_dyads} of {len(self.placebo_dyads)} placebo dyads."
        )
        return found + beside + _VERDICTS[self.verdict]

    def _beside(self) -> str:
        others = len(self.controls)
        return f" and {others} other dyad{'s' * (others != 1)}" if others else ""


_VERDICTS = {
    "none": " The data do not show that the series moved.",
    "doubtful": " Such differences are not rare enough here to tie this one to the date.",
    "stands out": (
        " The series moved at that time; the design cannot say that nothing else that happened then moved it."
    ),
}


def shock(
    series: Series,
    event: date,
    controls: Sequence[Series] = (),
    *,
    periods: int = 6,
) -> Shock:
    """Compare a series after an event with what a structural time-series model expects.

    The model is a local level with the controls as regressors, fitted on the periods before the event
    (Brodersen et al. 2015, Annals of Applied Statistics 9(1), equations 2.1-2.4, with maximum likelihood
    for their priors). Counts are taken as log(1 + y). The controls are the at most four that go best with the
    series before the event (differences); they must not themselves have been moved by it. Intervals come
    from 1,000 simulated paths at the estimated parameters, so they leave out that these are estimated.

    Parameters
    ----------
    event : a day; its period is the first that is compared.
    controls : series of other dyads, same measure and unit.
    periods : how many are compared, from the event's on.

    Raises
    ------
    UsageError
        where fewer than 12 periods lie before the event or none after it, or the series has gaps or never
        changes before the event.
    """
    inner = whole(series, LEAST_BEFORE + 1)
    at = _index(inner, event)
    if not np.ptp(inner.values[:at]):
        raise UsageError(
            f"{inner.name} {inner.measure} is {rounded(inner.values[0])} in every period before the event, "
            "so that nothing can be learned of how it usually moves.",
            hint="Take a longer unit, an earlier --from or another measure.",
        )
    span = min(periods, len(inner) - at)
    usable = _aligned(inner, controls)
    chosen = _chosen(inner, usable, at)
    paths, scale = _paths(inner, chosen, at, span)
    low, high = np.quantile(paths, (0.025, 0.975), axis=0)
    others = {c.name: [o for o in usable if o.name != c.name] for c in usable}
    return Shock(
        inner,
        event,
        at,
        span,
        tuple(c.name for c in chosen),
        _effect(inner, at, span, paths),
        scale(paths),
        low,
        high,
        tuple(_sizes(inner, usable, at, span)),
        {c.name: _size(c, others[c.name], at, span) for c in usable},
    )


def _index(series: Series, event: date) -> int:
    period = begin(event, series.unit)
    at = series.periods.index(period) if period in series.periods else -1
    if at < LEAST_BEFORE:
        first = series.label(0)
        raise UsageError(
            f"{event.isoformat()} must lie in the series and have {LEAST_BEFORE} periods before it; "
            f"the series runs from {first} to {series.label(len(series) - 1)}.",
            hint="Take another event, an earlier --from or a shorter unit.",
        )
    return at


def _aligned(series: Series, controls: Sequence[Series]) -> list[Series]:
    """The controls on the same periods; one with a gap there or without any variation is left out."""
    cut = [c.between(series.periods[0], series.periods[-1]) for c in controls if c.name != series.name]
    return [c for c in cut if c.periods == series.periods and c.known.all() and np.ptp(c.values) > 0]


def _chosen(series: Series, controls: Sequence[Series], at: int) -> list[Series]:
    own = np.diff(_scaled(series)[:at])
    most = min(_MOST_CONTROLS, at // LEAST_BEFORE + 1)

    def likeness(control: Series) -> float:
        other = np.diff(_scaled(control)[:at])
        return 0.0 if other.std() == 0 or own.std() == 0 else abs(float(np.corrcoef(own, other)[0, 1]))

    ranked = sorted(controls, key=likeness, reverse=True)
    return [c for c in ranked[:most] if likeness(c) > 2 / np.sqrt(at)]


def _scaled(series: Series) -> Floats:
    return np.log1p(series.values) if series.kind is Kind.COUNT else series.values


def _paths(series: Series, controls: Sequence[Series], at: int, span: int) -> Any:
    """Simulated paths (draws, periods) of what would have been, and how to average them into one."""
    from statsmodels.tsa.statespace.structural import UnobservedComponents

    beside = np.column_stack([_scaled(c) for c in controls]) if controls else None
    own = _scaled(series)
    centre, spread = own[:at].mean(), own[:at].std() or 1.0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        before = None if beside is None else beside[:at]
        model = UnobservedComponents((own[:at] - centre) / spread, level="llevel", exog=before)
        fitted = model.fit(disp=False, maxiter=200)
    known = dict(zip(fitted.param_names, fitted.params, strict=True))
    steady, moving = known["sigma2.irregular"], known["sigma2.level"]
    chance = np.random.default_rng(_SEED)
    start = chance.normal(fitted.predicted_state[0, -1], fitted.predicted_state_cov[0, 0, -1] ** 0.5, _DRAWS)
    steps = chance.normal(0, moving**0.5, (_DRAWS, span))
    steps[:, 0] = 0
    drawn = start[:, None] + steps.cumsum(axis=1) + chance.normal(0, steady**0.5, (_DRAWS, span))
    if beside is not None:
        drawn += beside[at : at + span] @ fitted.params[2:]
    paths = drawn * spread + centre
    if series.kind is Kind.COUNT:
        return np.maximum(np.expm1(paths), 0), lambda p: np.median(p, axis=0)
    return paths, lambda p: p.mean(axis=0)


def _effect(series: Series, at: int, span: int, paths: Floats) -> Effect:
    gather = np.sum if series.kind is Kind.COUNT else np.mean
    observed = float(gather(series.values[at : at + span]))
    expected = np.asarray(gather(paths, axis=1))
    low, high = observed - np.quantile(expected, (0.975, 0.025))
    middle = float(np.median(expected))
    return Effect(observed, middle, observed - middle, float(low), float(high))


def _size(series: Series, controls: Sequence[Series], at: int, span: int) -> float:
    paths, _ = _paths(series, _chosen(series, controls, at), at, span)
    return _effect(series, at, span, paths).size


def _sizes(series: Series, controls: Sequence[Series], at: int, span: int) -> list[float]:
    """The sizes on placebo dates: periods with enough before them whose comparison ends before the event."""
    dates = np.arange(LEAST_BEFORE, at - span + 1)
    if len(dates) > _MOST_PLACEBO_DATES:
        dates = dates[np.linspace(0, len(dates) - 1, _MOST_PLACEBO_DATES).astype(int)]
    return [_size(series, controls, int(placebo), span) for placebo in dates]
