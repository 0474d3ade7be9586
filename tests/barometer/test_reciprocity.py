"""Who answers whom: planted answers, silence, the statsmodels oracle."""

from __future__ import annotations

import numpy as np
import pytest
from barometer_world import series
from statsmodels.tsa.api import VAR

from detente.barometer.reciprocity import reciprocity
from detente.barometer.reciprocity.answer import holm
from detente.barometer.series import Kind
from detente.errors import UsageError


def pair(answer: float, lag: int = 2, n: int = 200) -> tuple[np.ndarray, np.ndarray]:
    chance = np.random.default_rng(0)
    one, other = chance.normal(0, 1, n), chance.normal(0, 0.7, n)
    for t in range(lag, n):
        other[t] += answer * one[t - lag]
    return one, other


@pytest.mark.parametrize(("answer", "verdict"), [(0.7, "answers in kind"), (-0.7, "answers the other way")])
def test_a_planted_answer_is_found_with_its_lag_and_sign(answer: float, verdict: str) -> None:
    one, other = pair(answer)
    found = reciprocity(series(one, name="A>B"), series(other, name="B>A"))
    summary = {(row["answered"], row["by"]): row for row in found.as_summary()}
    assert summary["A>B", "B>A"]["verdict"] == verdict
    assert summary["A>B", "B>A"]["greatest_at_lag"] == 2
    assert summary["B>A", "A>B"]["verdict"] == "no answer seen"
    assert [r["response"] for r in found.as_records() if r["lag"] == 0] == [0, 0]


def test_the_test_of_no_answer_is_that_of_statsmodels() -> None:
    one, other = pair(0.2)
    found = reciprocity(series(one, name="A>B"), series(other, name="B>A"), horizon=4)
    data = np.column_stack([one, other])
    fitted = VAR(data).fit(found.lags)
    raw = [fitted.test_causality(0, [1]).pvalue, fitted.test_causality(1, [0]).pvalue]
    assert [a.p_value for a in found.answers] == pytest.approx(holm(raw))


def test_holm_is_never_below_the_raw_value_and_keeps_the_order() -> None:
    assert holm([0.01, 0.04]) == [0.02, 0.04]
    assert holm([0.5, 0.03]) == [0.5, 0.06]
    assert holm([0.9, 0.8]) == [1.0, 1.0]


def test_what_cannot_be_answered_is_refused() -> None:
    steady = series([2.0] * 60, Kind.COUNT, name="A>B")
    moving = series(np.arange(60) % 7, Kind.COUNT, name="B>A")
    with pytest.raises(UsageError, match="never changes"):
        reciprocity(steady, moving)
    with pytest.raises(UsageError, match="30 are needed"):
        reciprocity(moving.between(None, moving.periods[12]), moving)


NOISE = np.random.default_rng(3).normal(0, 1, 60)
SPIKE = np.eye(1, 60, 30)[0]


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (NOISE, NOISE, "moves as one"),
        (NOISE, 1 - 3 * NOISE, "moves as one"),
        (np.arange(60.0), np.arange(60.0) * 2, "moves as one"),
        (SPIKE, np.roll(SPIKE, 1), "varies too little, or too much alike"),
        (np.roll(SPIKE, 29), NOISE, "varies too little, or too much alike"),
    ],
)
def test_sides_that_cannot_be_told_apart_are_an_error(one: np.ndarray, other: np.ndarray, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        reciprocity(series(one, name="A>B"), series(other, name="B>A"))


def test_a_horizon_beyond_the_data_is_an_error() -> None:
    one, other = pair(0.5, n=60)
    sides = series(one, name="A>B"), series(other, name="B>A")
    with pytest.raises(UsageError, match=r"60 periods do not bear responses over 54 .* at most --horizon 53"):
        reciprocity(*sides, horizon=54)
    assert np.isfinite(reciprocity(*sides, horizon=53).whiteness)
