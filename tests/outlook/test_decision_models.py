"""The decision models against published runs, closed forms and laws."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.optimize import minimize_scalar

from detente.outlook.decision.challenge import challenge_rounds, median_place
from detente.outlook.decision.means import plain_mean, weighted_mean, weighted_median
from detente.outlook.decision.models import MODELS
from detente.outlook.decision.nash import nash
from detente.outlook.decision.spatial import Settings, spatial_course

PLACES = arrays(float, 5, elements=st.integers(0, 100).map(float))
WEIGHTS = arrays(float, 5, elements=st.integers(1, 100).map(float))


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.shared
@pytest.mark.parametrize("case", ["dummyData_3Dim", "SOE-Pol-Comp"])
def test_the_spatial_model_runs_as_ktab_printed_it(shared: Path, case: str) -> None:
    folder = shared / "models/ktab_smp"
    actors = table(folder / f"{case}_input.csv")
    issues = [name[:-4] for name in actors[0] if name.endswith("_pos")]
    position = np.array([[float(a[f"{i}_pos"]) for i in issues] for a in actors])
    salience = np.array([[float(a[f"{i}_sal"]) for i in issues] for a in actors])
    course = spatial_course(position, salience, np.array([float(a["capability"]) for a in actors]))
    printed = table(folder / f"{case}_ktab_positions.csv")
    turns = [name for name in printed[0] if name.startswith("t")]
    expected = np.array([[float(row[t]) for row in printed] for t in turns])
    expected = expected.reshape(len(turns), len(actors), len(issues))
    assert course.positions.shape == expected.shape
    np.testing.assert_allclose(course.positions, expected, atol=0.0501)
    chances = table(folder / f"{case}_ktab_probabilities.csv")
    expected = np.array([[float(row[t]) for row in chances] for t in turns])
    np.testing.assert_allclose(course.chances, expected, atol=5.01e-5)


@pytest.mark.parametrize(("case", "states"), [("policy", 20), ("competitive", 36)])
def test_the_spatial_model_takes_as_many_rounds_as_ktab_on_one_issue(case: str, states: int) -> None:
    """KAPSARC's single-issue examples SOE-Policy and SOE-Competitive (KTAB, examples/smp/doc, MIT licence).

    KTAB's log of these two is 20 and 36 states long; that a course of dozens of bargains ends with the same
    state needs every one of them to go as there.
    """
    actors = [row for row in table(Path(__file__).with_name("ktab_soe.csv")) if row["case"] == case]
    position, salience, capability = (
        np.array([float(a[name]) for a in actors]) for name in ("position", "salience", "capability")
    )
    course = spatial_course(position[:, None], salience[:, None], capability)
    assert len(course.positions) == states


@pytest.mark.shared
def test_the_challenge_model_runs_as_scholz_and_others_printed_it(shared: Path) -> None:
    folder = shared / "models/bdm_eu_emission"
    actors = table(folder / "actors.csv")
    position, salience, capability = (
        np.array([float(a[c]) for a in actors]) for c in ("position_years", "salience", "capability")
    )
    rounds = challenge_rounds(position, salience, capability, 10)
    names = [a["actor"] for a in actors]
    for state, row in zip(rounds.positions, table(folder / "scholz_rounds.csv"), strict=True):
        np.testing.assert_allclose(state, [float(row[n]) for n in names], atol=1e-6)
        assert median_place(state, salience, capability) == pytest.approx(
            float(row["median_position"]), abs=1e-6
        )
        assert weighted_mean(state, salience, capability) == pytest.approx(
            float(row["mean_position"]), abs=1e-6
        )
    for risk, row in zip(rounds.risk, table(folder / "scholz_risk_exponents.csv"), strict=True):
        np.testing.assert_allclose(risk, [float(row[n]) for n in names], atol=1e-6)


@given(st.lists(st.sampled_from([0.0, 100.0]), min_size=2, max_size=7), st.data())
@settings(deadline=None, max_examples=12)
def test_every_model_runs_where_all_stand_at_the_poles(places: list[float], data: st.DataObject) -> None:
    n = len(places)
    weights = st.lists(st.integers(0, 100).map(float), min_size=n, max_size=n)
    salience, capability = np.array(data.draw(weights)), np.array(data.draw(weights))
    for m in MODELS:
        value = m.forecast(np.array(places)[None, :, None], salience[None, :, None], capability[None], np.nan)
        assert value.shape == (1, 1)
        assert 0 <= value[0, 0] <= 100, m.name


@given(PLACES, WEIGHTS, WEIGHTS)
@settings(deadline=None, max_examples=40)
def test_forecasts_mirror_when_the_scale_is_turned_round(
    place: np.ndarray, care: np.ndarray, can: np.ndarray
) -> None:
    for function in (weighted_mean, plain_mean, weighted_median, nash):
        assert function(100 - place, care, can) == pytest.approx(100 - function(place, care, can), abs=1e-5)


@given(PLACES, WEIGHTS, WEIGHTS)
@settings(deadline=None, max_examples=25)
def test_spatial_rounds_stay_between_the_extremes(
    place: np.ndarray, care: np.ndarray, can: np.ndarray
) -> None:
    course = spatial_course(place[:, None], care[:, None], can, Settings(most=8))
    assert course.positions.min() >= place.min() - 0.01
    assert course.positions.max() <= place.max() + 0.01
    assert (course.chances >= 0).all()
    assert (course.chances <= 1 + 1e-12).all()


def test_a_seed_settles_the_stochastic_rounds() -> None:
    rng = np.random.default_rng(5)
    inputs = rng.uniform(0, 100, (6, 1)), rng.uniform(10, 90, (6, 1)), rng.uniform(1, 9, 6)
    runs = [
        spatial_course(*inputs, Settings(stochastic=True), np.random.default_rng(seed)).positions
        for seed in (1, 1, 2)
    ]
    assert np.array_equal(runs[0], runs[1])
    assert not (runs[0].shape == runs[2].shape and np.array_equal(runs[0], runs[2]))


@given(PLACES, WEIGHTS, WEIGHTS, st.integers(0, 100))
@settings(deadline=None, max_examples=40)
def test_nash_is_the_best_product_of_gains(
    place: np.ndarray, care: np.ndarray, can: np.ndarray, quo: int
) -> None:
    def loss(x: float, floor: np.ndarray) -> float:
        gain = 1 - ((x - place) / 100) ** 2 - floor
        return -float((care * can * np.log(np.maximum(gain, 1e-300))).sum())

    free = np.full(5, -1.0)
    best = minimize_scalar(loss, bounds=(0, 100), args=(free,), method="bounded", options={"xatol": 1e-9})
    assert nash(place, care, can) == pytest.approx(best.x, abs=1e-3)
    agreed = float(nash(place, care, can, float(quo)))
    floor = 1 - ((quo - place) / 100) ** 2
    assert ((1 - ((agreed - place) / 100) ** 2) >= floor - 1e-6).all(), "nobody is worse off than without"


def test_the_weighted_median_takes_the_middle_of_a_tie() -> None:
    assert weighted_median(np.array([0.0, 40.0, 100.0]), np.ones(3), np.array([1.0, 1.0, 2.0])) == 70.0
    assert weighted_median(np.array([0.0, np.nan, 100.0]), np.ones(3), np.array([1.0, 9.0, 2.0])) == 100.0
