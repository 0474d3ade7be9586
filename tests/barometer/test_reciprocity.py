"""Who answers whom: planted answers, silence, the statsmodels oracle."""

from __future__ import annotations

import numpy as np
import pytest
from barometer_world import series
from statsmodels.tsa.api import VAR

from detente.barometer.reciprocity import _holm, reciprocity
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
    assert [a.p_value for a in found.answers] == pytest.approx(_holm(raw))


def test_holm_is_never_below_the_raw_value_and_keeps_the_order() -> None:
    assert _holm([0.01, 0.04]) == [0.02, 0.04]
    assert _holm([0.5, 0.03]) == [0.5, 0.06]
    assert _holm([0.9, 0.8]) == [1.0, 1.0]


def test_what_cannot_be_answered_is_refused() -> None:
    steady = series([2.0] * 60, Kind.COUNT, name="A>B")
    moving = series(np.arange(60) % 7, Kind.COUNT, name="B>A")
    with pytest.raises(UsageError, match="never changes"):
        reciprocity(steady, moving)
    with pytest.raises(UsageError, match="30 are needed"):
        reciprocity(moving.between(None, moving.periods[12]), moving)
