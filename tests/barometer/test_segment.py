"""Segmentation: exact against brute force and ruptures, laws, planted breaks, intervals."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
import ruptures
from barometer_world import series
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import nbinom, poisson

from detente.barometer.series import Kind
from detente.barometer.turning import turning_points
from detente.barometer.turning.bayes import posterior
from detente.barometer.turning.costs import Cost, CountCost, MeanCost, cumulative
from detente.barometer.turning.interval import narrowest, place_weights
from detente.barometer.turning.noise import Noise, negative_binomial, noise_of, ordered_like_ar
from detente.barometer.turning.segment import double_gain, segmented, single_gains
from detente.barometer.turning.spread import autocorrelation, over_dispersion, variance
from detente.errors import UsageError

COUNTS = st.lists(st.integers(0, 30), min_size=6, max_size=11)


def counts_cost(values: list[int], alpha: float) -> CountCost:
    return CountCost(cumulative(np.array(values, dtype=float)), alpha)


def total(cost: Cost, breaks: tuple[int, ...], n: int) -> float:
    edges = (0, *breaks, n)
    return sum(float(cost.of(a, b)) for a, b in itertools.pairwise(edges))


def best_by_trying_all(cost: Cost, n: int, penalty: float, shortest: int) -> float:
    tried = [
        total(cost, breaks, n) + penalty * len(breaks)
        for k in range(n // shortest)
        for breaks in itertools.combinations(range(shortest, n - shortest + 1), k)
        if all(b - a >= shortest for a, b in itertools.pairwise((0, *breaks, n)))
    ]
    return min(tried)


@given(
    values=COUNTS, alpha=st.sampled_from([0.0, 0.3]), penalty=st.floats(0.5, 12), shortest=st.integers(1, 3)
)
@settings(deadline=None)
def test_no_segmentation_is_better(values: list[int], alpha: float, penalty: float, shortest: int) -> None:
    cost, n = counts_cost(values, alpha), len(values)
    found = segmented(cost, n, penalty, shortest)
    assert all(b - a >= shortest for a, b in itertools.pairwise((0, *found, n)))
    reached = total(cost, tuple(found), n) + penalty * len(found)
    assert reached == pytest.approx(best_by_trying_all(cost, n, penalty, shortest), abs=1e-6)


def test_squared_error_breaks_where_ruptures_breaks() -> None:
    chance = np.random.default_rng(3)
    values = np.concatenate([chance.normal(m, 1, 40) for m in (0, 2, -1, 0.5)])
    cost = MeanCost(cumulative(values), cumulative(values**2), 1.0)
    theirs = ruptures.Pelt(model="l2", min_size=2, jump=1).fit(values.reshape(-1, 1)).predict(pen=9.0)
    assert segmented(cost, len(values), 9.0, 2) == theirs[:-1]


@given(values=COUNTS)
def test_more_penalty_never_gives_more_breaks(values: list[int]) -> None:
    cost = counts_cost(values, 0.1)
    numbers = [len(segmented(cost, len(values), penalty)) for penalty in (1, 2, 4, 8, 16)]
    assert numbers == sorted(numbers, reverse=True)


@given(values=COUNTS)
def test_a_reversed_series_gains_as_much(values: list[int]) -> None:
    n = len(values)
    forward, backward = counts_cost(values, 0.2), counts_cost(values[::-1], 0.2)
    assert single_gains(forward, n) == pytest.approx(single_gains(backward, n)[::-1], abs=1e-6)


@pytest.mark.parametrize("alpha", [0.0, 0.4])
def test_a_gain_is_twice_the_difference_of_log_likelihoods(alpha: float) -> None:
    values = np.array([3, 5, 2, 4, 11, 9, 14, 8])

    def likelihood(part: np.ndarray) -> float:
        mean = part.mean()
        law = poisson(mean) if alpha == 0 else nbinom(1 / alpha, 1 / (1 + alpha * mean))
        return float(law.logpmf(part).sum())

    cost = counts_cost(values.tolist(), alpha)
    gain = single_gains(cost, 8)[4 - 2]
    assert gain == pytest.approx(2 * (likelihood(values[:4]) + likelihood(values[4:]) - likelihood(values)))


def test_the_best_pair_is_found_on_the_ladder() -> None:
    values = [4] * 10 + [20] * 5 + [4] * 10
    cost, n = counts_cost(values, 0.0), 25
    tried = min(
        total(cost, pair, n) for pair in itertools.combinations(range(2, 24), 2) if pair[1] - pair[0] > 1
    )
    assert double_gain(cost, n) == pytest.approx(float(cost.of(0, n)) - tried)


def test_scatter_is_estimated_in_spite_of_breaks() -> None:
    chance = np.random.default_rng(5)
    broken = np.repeat([0.0, 6.0, -4.0], 400)
    assert variance(chance.normal(broken, 2)) == pytest.approx(4, rel=0.12)
    alike = ordered_like_ar(chance, chance.normal(0, 2, 1200), 0.5)
    assert autocorrelation(alike + broken) == pytest.approx(0.5, abs=0.12)
    assert autocorrelation(chance.normal(broken, 2)) < 0.1
    counts = negative_binomial(chance, np.repeat([30.0, 80.0], 600), 0.3)
    assert over_dispersion(counts) == pytest.approx(0.3, rel=0.25)
    assert over_dispersion(negative_binomial(chance, np.full(1200, 50.0), 0)) < 0.02


def test_planted_breaks_are_found_and_lie_in_their_intervals() -> None:
    chance = np.random.default_rng(8)
    values = negative_binomial(chance, np.repeat([20.0, 45.0, 15.0], 40), 0.05)
    found = turning_points(series(values, Kind.COUNT), shuffles=20)
    assert len(found.points) == 2
    for point, true in zip(found.points, (40, 80), strict=True):
        assert point.first <= true <= point.last
        assert abs(point.index - true) <= 2
        assert point.probability > 0.8
        assert point.survives >= 1.5
    assert found.shuffled_with_breaks <= 0.25
    assert found.as_records()[0]["mean_before"] == pytest.approx(
        values[: found.points[0].index].mean(), abs=0.01
    )
    assert found.as_summary()["breaks_by_penalty"]["x1"] == 2


@pytest.mark.slow
def test_few_series_without_a_break_show_one() -> None:
    alarms = 0
    for seed in range(30):
        chance = np.random.default_rng(seed)
        values = negative_binomial(chance, np.full(80, 12.0), 0.2)
        alarms += bool(turning_points(series(values, Kind.COUNT), shuffles=0).points)
    assert alarms <= 4, "5 % of 30 are 1.5; more than 4 would be seen in one of fifty runs"


def test_unknown_periods_are_left_out_and_counted() -> None:
    chance = np.random.default_rng(0)
    values = [*chance.normal(1, 0.3, 20), np.nan, *chance.normal(4, 0.3, 20)]
    found = turning_points(series(values), shuffles=0)
    assert (found.gaps, [found.series.label(p.index) for p in found.points]) == (1, ["1991-10"])


def test_a_constant_series_has_no_turning_point() -> None:
    assert turning_points(series([3.0] * 30), shuffles=0).points == ()
    assert turning_points(series([0.0] * 30, Kind.COUNT), shuffles=0).points == ()


@given(weights=st.lists(st.floats(0.01, 1), min_size=1, max_size=12), share=st.floats(0.5, 0.99))
def test_no_shorter_interval_holds_as_much(weights: list[float], share: float) -> None:
    given_weights = np.array(weights) / sum(weights)
    first, last = narrowest(5, given_weights, share)
    held = given_weights[first - 5 : last - 4].sum()
    assert held >= share - 1e-9
    length = last - first
    shorter = [given_weights[i : i + length].sum() for i in range(len(weights) - length + 1)]
    assert length == 0 or max(shorter) < share + 1e-9


def test_places_are_weighed_by_their_likelihood() -> None:
    cost = counts_cost([2, 2, 2, 9, 9, 9], 0.0)
    first, weights = place_weights(cost, 0, 6, 1)
    gains = single_gains(cost, 6, 1)
    assert (first, int(np.argmax(weights))) == (1, 2)
    assert weights == pytest.approx(np.exp(gains / 2) / np.exp(gains / 2).sum())


@pytest.mark.parametrize("kind", Kind)
def test_the_posterior_is_that_of_all_segmentations(kind: Kind) -> None:
    values = np.array([1.0, 2, 1, 7, 8, 6, 1])
    noise = Noise(0.0, 0.0, 1.0)
    n, chance = len(values), 1 / len(values)
    found = posterior(values, kind, noise)
    weights: dict[tuple[int, ...], float] = {}
    for k in range(n):
        for breaks in itertools.combinations(range(1, n), k):
            parts = np.split(values, breaks)
            marginal = sum(_log_marginal(part, values, kind) for part in parts)
            weights[breaks] = float(np.exp(marginal) * chance**k * (1 - chance) ** (n - 1 - k))
    whole = sum(weights.values())
    at = [sum(w for b, w in weights.items() if i in b) / whole for i in range(n)]
    assert found.at == pytest.approx(at, abs=1e-6)
    assert found.none == pytest.approx(weights[()] / whole, rel=1e-5)


def _log_marginal(part: np.ndarray, values: np.ndarray, kind: Kind) -> float:
    """By numerical integration over the mean of the stretch."""
    if kind is Kind.COUNT:
        grid = np.linspace(1e-4, 40, 40_001)
        prior = np.exp(-grid / values.mean()) / values.mean()
        likelihood = np.prod([poisson.pmf(y, grid) for y in part], axis=0)
    else:
        grid = np.linspace(-60, 60, 40_001) + values.mean()
        prior = np.exp(-((grid - values.mean()) ** 2) / 2 / values.var()) / np.sqrt(2 * np.pi * values.var())
        likelihood = np.prod([np.exp(-((y - grid) ** 2) / 2) / np.sqrt(2 * np.pi) for y in part], axis=0)
    return float(np.log(np.trapezoid(prior * likelihood, grid)))


def test_the_noise_of_counts_and_values_is_told_apart() -> None:
    chance = np.random.default_rng(1)
    assert noise_of(chance.normal(0, 3, 500), Kind.VALUE).variance == pytest.approx(9, rel=0.2)
    assert noise_of(chance.poisson(9.0, 500).astype(float), Kind.COUNT).alpha < 0.05


def test_a_series_must_hold_two_of_the_shortest_stretches() -> None:
    steps = series([1.0, 2.0, 1.5, 1.2, 1.8, 9.0, 8.0, 9.5, 8.2, 9.1])
    with pytest.raises(
        UsageError, match=r"has 10 periods with values; two stretches of 6 need 12.*--shortest"
    ):
        turning_points(steps, shortest=6)
    for shortest in (4, 5):
        assert len(turning_points(steps, shortest=shortest, shuffles=5).points) <= 1
