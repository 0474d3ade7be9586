"""When did it turn: the breaks of a series with intervals, a null run and a sweep of penalties beside."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from detente.barometer.series import Series, known_only, rounded
from detente.barometer.turning.bayes import Posterior, posterior
from detente.barometer.turning.costs import Cost
from detente.barometer.turning.interval import narrowest, place_weights
from detente.barometer.turning.noise import FALSE_ALARMS, Noise, calibrated_penalty, cost_of, noise_of
from detente.barometer.turning.segment import segmented
from detente.errors import UsageError

LEAST = 8
INTERVAL = 0.9
_SWEEP = (0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 5.0)
_SHUFFLES = 100
_SEED = 911


@dataclass(frozen=True)
class TurningPoint:
    """A break: the period with which a new stretch begins.

    Parameters
    ----------
    index : of that period in the series.
    first, last : ends, both included, of the interval in which the break lies with probability 0.9, given
        that there is one between its neighbours.
    before, after : mean of the stretch that ends and of the one that begins here.
    n_before, n_after : periods in these stretches.
    survives : the greatest multiple of the penalty tried at which a break within the interval is still found.
    probability : of a break within the interval by the Bayesian alternative, which does not know of this one.
    """

    index: int
    first: int
    last: int
    before: float
    after: float
    n_before: int
    n_after: int
    survives: float
    probability: float


@dataclass(frozen=True)
class Turning:
    """The turning points of one series and what they rest on.

    Parameters
    ----------
    series : the periods with a value, as they were analysed; `gaps` how many lay between without one.
    points : the turning points, in order.
    noise, penalty : what was estimated and calibrated; `shortest` the least periods of a stretch.
    sweep : multiple of the penalty to the number of breaks found at it.
    shuffled_with_breaks : share of shuffled series in which a break was found with the same penalty.
    shuffles : how many series were shuffled.
    bayes : the Bayesian alternative.
    """

    series: Series
    gaps: int
    points: tuple[TurningPoint, ...]
    noise: Noise
    penalty: float
    shortest: int
    false_alarms: float
    sweep: dict[float, int]
    shuffled_with_breaks: float
    shuffles: int
    bayes: Posterior = field(repr=False)

    def as_records(self) -> list[dict[str, Any]]:
        """One record a turning point, keys in fixed order."""
        return [self._record(point) for point in self.points]

    def _record(self, point: TurningPoint) -> dict[str, Any]:
        return {
            "name": self.series.name,
            "measure": self.series.measure,
            "period": self.series.label(point.index),
            "from": self.series.label(point.first),
            "to": self.series.label(point.last),
            "mean_before": rounded(point.before),
            "mean_after": rounded(point.after),
            "n_before": point.n_before,
            "n_after": point.n_after,
            "survives_penalty_times": point.survives,
            "bayes_probability": rounded(point.probability),
        }

    def as_summary(self) -> dict[str, Any]:
        """How the turning points were found, keys in fixed order."""
        return {
            "name": self.series.name,
            "measure": self.series.measure,
            "unit": str(self.series.unit),
            "periods": len(self.series),
            "gaps": self.gaps,
            "turning_points": len(self.points),
            "penalty": rounded(self.penalty),
            "false_alarms_allowed": self.false_alarms,
            "over_dispersion": rounded(self.noise.alpha),
            "autocorrelation": rounded(self.noise.correlation),
            "breaks_by_penalty": {f"x{times:g}": count for times, count in self.sweep.items()},
            "shuffled_series": self.shuffles,
            "shuffled_with_breaks": rounded(self.shuffled_with_breaks),
            "bayes_expected_breaks": rounded(self.bayes.expected),
            "bayes_probability_of_none": rounded(self.bayes.none),
        }


def turning_points(
    series: Series,
    *,
    penalty: float | None = None,
    false_alarms: float = FALSE_ALARMS,
    shortest: int = 2,
    shuffles: int = _SHUFFLES,
) -> Turning:
    """Find when a series turned.

    Exact segmentation with every period a candidate. Counts cost their negative binomial likelihood,
    other values their squared error; over-dispersion, variance and autocorrelation are estimated, and the
    penalty is calibrated by simulation so that a series without a break shows one in a share `false_alarms`.

    Parameters
    ----------
    series : unknown periods are left out, as if their neighbours followed each other.
    penalty : cost of a break, instead of the calibrated one.
    false_alarms : in (0, 0.5).
    shortest : the least periods of a stretch, >= 2.
    shuffles : how many shuffled series are searched with the same penalty.

    Raises
    ------
    UsageError
        where the series has fewer than 8 periods with a value, or fewer than two stretches need.
    """
    inner = known_only(series, LEAST)
    if len(inner) < 2 * shortest:
        raise UsageError(
            f"{series.name} {series.measure} has {len(inner)} periods with values; "
            f"two stretches of {shortest} need {2 * shortest}.",
            hint="Take a lesser --shortest, a longer time or a shorter unit.",
        )
    values = inner.values
    noise = noise_of(values, inner.kind)
    used = penalty or calibrated_penalty(values, inner.kind, noise, shortest, false_alarms)
    cost = cost_of(values, inner.kind, noise)
    n = len(values)
    sweep = {times: segmented(cost, n, used * times, shortest) for times in _SWEEP}
    bayes = posterior(values, inner.kind, noise)
    breaks = sweep[1.0]
    points = tuple(
        _point(inner, cost, (before, at, after), sweep, bayes, shortest)
        for before, at, after in zip([0, *breaks], breaks, [*breaks[1:], n], strict=False)
    )
    return Turning(
        inner,
        len(series.trimmed()) - len(inner),
        points,
        noise,
        used,
        shortest,
        false_alarms,
        {times: len(found) for times, found in sweep.items()},
        _shuffled(inner, used, shortest, shuffles),
        shuffles,
        bayes,
    )


def _point(
    series: Series,
    cost: Cost,
    places: tuple[int, int, int],
    sweep: dict[float, list[int]],
    bayes: Posterior,
    shortest: int,
) -> TurningPoint:
    before, at, after = places
    first, last = narrowest(*place_weights(cost, before, after, shortest), INTERVAL)
    first, last = min(first, at), max(last, at)
    held = [times for times, found in sweep.items() if any(first <= b <= last for b in found)]
    values = series.values
    return TurningPoint(
        at,
        first,
        last,
        float(values[before:at].mean()),
        float(values[at:after].mean()),
        at - before,
        after - at,
        max(held),
        bayes.within(first, last),
    )


def _shuffled(series: Series, penalty: float, shortest: int, shuffles: int) -> float:
    chance = np.random.default_rng(_SEED)
    hits = 0
    for _ in range(shuffles):
        values = chance.permutation(series.values)
        cost = cost_of(values, series.kind, noise_of(values, series.kind))
        hits += bool(segmented(cost, len(values), penalty, shortest))
    return hits / shuffles if shuffles else float("nan")
