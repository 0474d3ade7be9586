"""Regressions of counts: a made-up answer is found with its size, and silence where there is none."""

from __future__ import annotations

import numpy as np
import pytest
from barometer_world import series

from detente.barometer.reciprocity import Reciprocity, counts, reciprocity
from detente.barometer.reciprocity.counts import CountModel, responses
from detente.barometer.series import Floats, Kind
from detente.errors import UnknownName, UsageError


def true_model(answer: float, lag: int = 1, alpha: float = 0.3) -> CountModel:
    """Side 1 answers side 0 after `lag` periods; each side follows its own last period by 0.3."""
    weights = np.zeros((2, 1 + 2 * lag))
    weights[:, 0] = 0.5
    weights[0, 1] = weights[1, 2] = 0.3
    weights[1, 1 + 2 * (lag - 1)] = answer
    return CountModel(weights, np.full(2, alpha), np.full(2, 2.0), 1e4)


def made(model: CountModel, n: int = 300, seed: int = 0) -> Floats:
    chance = np.random.default_rng(seed)
    found = np.zeros((n + 50, 2))
    for t in range(model.lags, len(found)):
        means = model.means(found[t - model.lags : t])
        found[t] = chance.poisson(means * chance.gamma(1 / model.alpha, model.alpha))
    return found[50:]


def asked(data: Floats, **more: object) -> Reciprocity:
    one, other = series(data[:, 0], Kind.COUNT, "A>B"), series(data[:, 1], Kind.COUNT, "B>A")
    return reciprocity(one, other, model="counts", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("answer", "lag", "verdict"), [(0.5, 2, "answers in kind"), (-0.6, 1, "answers the other way")]
)
def test_a_planted_answer_is_found_with_its_lag_sign_and_size(answer: float, lag: int, verdict: str) -> None:
    truth = true_model(answer, lag)
    data = made(truth)
    found = asked(data, horizon=4)
    summary = {(row["answered"], row["by"]): row for row in found.as_summary()}
    assert (found.model, found.lags) == ("counts", lag)
    assert summary["A>B", "B>A"]["verdict"] == verdict
    assert summary["A>B", "B>A"]["greatest_at_lag"] == lag
    assert summary["B>A", "A>B"]["verdict"] == "no answer seen"
    sized = CountModel(truth.weights, truth.alpha, made_size(truth), truth.ceiling)
    expected = responses(sized, data, 4, np.random.default_rng(5))[:, 1, 0]
    answers = found.answers[1]
    assert ((answers.low <= expected) & (expected <= answers.high)).sum() >= 4
    assert answers.response[lag] == pytest.approx(expected[lag], abs=0.12)
    assert answers.response[0] == 0


def made_size(model: CountModel) -> Floats:
    """Standard deviation of the surprises, from a long series."""
    data = made(model, 5000, seed=9)
    lags = model.lags
    means = np.array([model.means(data[t - lags : t]) for t in range(lags, len(data))])
    return np.asarray((data[lags:] - means).std(axis=0))


def test_responses_are_differences_of_expected_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counts, "_PATHS", 40_000)
    model = true_model(0.5)
    data = made(model)
    found = responses(model, data, 2, np.random.default_rng(1))
    chance = np.random.default_rng(2)
    start = np.repeat(data, 400, axis=0)[:, None, :]

    def drawn(means: Floats) -> Floats:
        mixed = chance.gamma(1 / model.alpha, model.alpha, means.shape)
        return chance.poisson(means * mixed).astype(float)

    now = drawn(model.means(start))
    later = []
    for surprise in (0.0, model.size[0]):
        first = drawn(model.means((now + np.array([surprise, 0.0]))[:, None, :]))
        later.append(model.means(first[:, None, :])[:, 1].mean())
    assert found[2, 1, 0] == pytest.approx((later[1] - later[0]) / model.size[1], abs=0.01)
    assert found[0].tolist() == [[1, 0], [0, 1]]
    assert np.abs(found[:, 0, 1]).max() < 1e-12, "side 0 does not hear side 1"


def test_the_model_takes_counts_only_and_its_name_is_checked() -> None:
    data = made(true_model(0.0), 60)
    one, other = series(data[:, 0] / 2, name="A>B"), series(data[:, 1] / 2, name="B>A")
    with pytest.raises(UsageError, match="needs a measure that counts, and made up does not"):
        reciprocity(one, other, model="counts")
    with pytest.raises(UnknownName, match='Did you mean "counts"'):
        reciprocity(one, other, model="count")


def test_counts_that_are_mostly_nothing_do_not_pass_for_answers() -> None:
    chance = np.random.default_rng(8)
    rare = chance.poisson(0.15, (80, 2)).astype(float)
    found = asked(rare, horizon=3)
    assert all(answer.verdict == "no answer seen" for answer in found.answers)
    assert np.isfinite([row["response"] for row in found.as_records()]).all()
    sides = [chance.poisson(0.15, (80, 2)).astype(float) for _ in range(200)]
    assert np.mean([counts._no_answer(data, 0, 1) < 0.05 for data in sides]) < 0.08
