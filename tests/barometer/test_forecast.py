"""Forecasts: no look ahead, oracles, intervals that hold, the record of the shared table."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import ibis
import numpy as np
import pytest
from barometer_world import event, events
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.barometer.forecast import MODELS, Panel, backtest, forecast, panel_of_events, panel_of_table
from detente.barometer.forecast.features import past_of, reciprocal_lags
from detente.barometer.forecast.predict import calibrated
from detente.barometer.forecast.spread import analogs, bounds, crps, place
from detente.barometer.periods import Unit, later
from detente.barometer.plain_file import plain_table
from detente.errors import UsageError

STATES = ("AUT", "CZE", "HUN", "ITA", "POL", "SVK")
MODEL = {model.name: model for model in MODELS}


def panel(periods: int = 30, seed: int = 0, unit: Unit = Unit.MONTH) -> Panel:
    chance = np.random.default_rng(seed)
    dyads = tuple((a, b) for a in STATES for b in STATES if a != b)
    size = chance.gamma(1, 6, (len(dyads), 4))
    rates = size * np.exp(chance.normal(0, 0.3, (periods, len(dyads), 4)))
    first = date(2000, 1, 1)
    return Panel(
        unit, tuple(later(first, unit, i) for i in range(periods)), dyads, chance.poisson(rates).astype(float)
    )


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.name)
def test_no_model_looks_ahead(model: object) -> None:
    known = panel()
    changed = Panel(known.unit, known.periods, known.dyads, known.counts.copy())
    changed.counts[25:] = 999
    for ahead in (1, 3):
        one = calibrated(model, past_of(known), 24, ahead)  # type: ignore[arg-type]
        other = calibrated(model, past_of(changed), 24, ahead)  # type: ignore[arg-type]
        for a, b in zip(one.draws(past_of(known), 24), other.draws(past_of(changed), 24), strict=True):
            assert np.array_equal(a, b)


def test_reciprocal_lags_are_least_squares() -> None:
    past = past_of(panel())
    rows = [np.hstack([np.ones((30, 1)), reciprocal_lags(past, t, 1)]) for t in range(20)]
    targets = [past.logs[t + 1] for t in range(20)]
    weights = np.linalg.lstsq(np.vstack(rows), np.vstack(targets), rcond=None)[0]
    expected = np.maximum(np.hstack([np.ones((30, 1)), reciprocal_lags(past, 25, 1)]) @ weights, 0)
    assert MODEL["ols"].fit(past, 19, 1)(past, 25) == pytest.approx(expected, abs=1e-6)


def test_the_baselines_are_what_they_say() -> None:
    past = past_of(panel())
    assert np.array_equal(MODEL["last"].fit(past, 20, 2)(past, 22), past.logs[22])
    assert MODEL["mean"].fit(past, 20, 2)(past, 22) == pytest.approx(past.logs[:23].mean(axis=0))
    assert np.array_equal(MODEL["seasonal"].fit(past, 20, 2)(past, 22), past.logs[12])
    yearly = past_of(panel(unit=Unit.YEAR))
    assert np.array_equal(MODEL["seasonal"].fit(yearly, 20, 1)(yearly, 22), yearly.logs[22])


def test_a_dyad_stands_beside_its_reverse() -> None:
    known = panel()
    assert [known.dyads[i] for i in known.reverse] == [(b, a) for a, b in known.dyads]
    few = known.most(2, ("POL", "SVK"))
    rows = dict(zip(known.dyads, known.counts.sum(axis=(0, 2)), strict=True))
    pairs = {(a, b): rows[a, b] + rows[b, a] for a, b in rows if a < b}
    busiest = {*sorted(pairs, key=lambda pair: -pairs[pair])[:2], ("POL", "SVK")}
    assert len(busiest) == 3, "the pair asked for is not among the busiest"
    assert set(few.dyads) == busiest | {(b, a) for a, b in busiest}
    with pytest.raises(UsageError, match="no row between AUT and HUM"):
        known.index("AUT", "HUM")


DRAWS = st.lists(st.integers(0, 9), min_size=3, max_size=12)


@given(draws=DRAWS, outcome=st.integers(0, 12))
def test_crps_is_the_integral_over_the_squared_distance_of_distributions(
    draws: list[int], outcome: int
) -> None:
    ordered = np.sort(np.array(draws, dtype=float))
    steps = np.arange(0, 12)
    below = (ordered[None, :] <= steps[:, None]).mean(axis=1)
    integral = ((below - (outcome <= steps)) ** 2).sum()
    assert crps(ordered[None, :], np.array([float(outcome)]))[0] == pytest.approx(integral)


@given(draws=DRAWS, share=st.floats(0.3, 0.95))
def test_an_interval_holds_its_share_of_the_draws(draws: list[int], share: float) -> None:
    ordered = np.sort(np.array(draws, dtype=float))[None, :]
    low, high = bounds(ordered, share)
    assert ((low <= ordered) & (ordered <= high)).mean() >= share - 1e-9


@given(draws=DRAWS)
@settings(max_examples=30)
def test_over_ties_an_outcome_like_the_draws_is_covered_as_often_as_asked(draws: list[int]) -> None:
    many = np.sort(np.repeat(np.array(draws, dtype=float), 300))
    rows = np.tile(many, (len(draws), 1))
    held = place(rows, np.array(draws, dtype=float), 0.8)
    assert ((held >= 0) & (held <= 1)).all()
    assert held.mean() == pytest.approx(0.8, abs=0.01)


def test_draws_are_the_outcomes_of_like_predictions() -> None:
    known = analogs(np.array([0.0, 3.0, 0.1, 3.1] * 100), np.log1p(np.array([0.0, 20, 1, 30] * 100)))
    low, high = known.draws(np.array([0.05, 3.05]))
    assert set(low) <= {0.0, 1.0}
    assert 15 < np.median(high) < 35


def test_intervals_hold_about_what_they_promise() -> None:
    found = backtest(panel(60), ahead=2, origins=8)
    for score in found.scores:
        assert score.n == 240
        assert 0.7 < score.coverage_over_ties < 0.9, score
        assert score.coverage >= score.coverage_over_ties - 0.05
    by_name = {(s.model, s.quad, s.ahead): s.crps for s in found.scores}
    assert by_name["pooled", "verbal conflict", 1] < by_name["last", "verbal conflict", 1]
    assert found.winner in ("pooled", "mean")
    assert (found.first, found.last) == ("2004-05", "2004-12")


def test_a_forecast_names_every_model_for_every_period_and_class() -> None:
    records = forecast(panel(), "AUT", "HUN", 2)
    assert len(records) == 2 * 4 * len(MODELS)
    assert {r["period"] for r in records} == {"2002-07", "2002-08"}
    assert all(r["low"] <= r["predicted"] <= r["high"] for r in records)
    with pytest.raises(UsageError, match="needs 6 periods; there are 4"):
        forecast(panel(4), "AUT", "HUN", 1)


def test_a_panel_of_events_has_no_uncovered_period() -> None:
    rows = [event("2001-01-03", "AUT", "HUN", 1, 4.0), event("2001-02-03", "AUT", "ITA", 4, -9.0)]
    found = panel_of_events(ibis.memtable(events(rows)), Unit.MONTH)
    assert found.counts[0, found.index("AUT", "HUN")].tolist() == [1, 0, 0, 0]
    assert found.counts[:, found.index("ITA", "AUT")].sum() == 0
    gapped = [*rows, event("2001-04-03", "AUT", "HUN", 1, 4.0)]
    with pytest.raises(UsageError, match="No row of any dyad lies in 1 of 4 months, the first 2001-03"):
        panel_of_events(ibis.memtable(events(gapped)), Unit.MONTH)


@pytest.mark.shared
@pytest.mark.slow
def test_the_pooled_model_beats_reciprocal_lags_on_icews(shared: Path) -> None:
    known = panel_of_table(plain_table(shared / "data/icews_dyadyear/icews_dyadyear_2002_2010.parquet"))
    past = past_of(known)
    for name, least in (("ols", 1.0), ("mean", 1.0)):
        errors = {}
        for model in ("pooled", name):
            predict = MODEL[model].fit(past, 5, 1)
            missed = np.stack([predict(past, o) - past.logs[o + 1] for o in (6, 7)])
            errors[model] = np.sqrt((missed**2).mean(axis=(0, 1)))
        assert (errors["pooled"] < least * errors[name]).all()


def test_means_of_the_past_are_those_of_its_periods() -> None:
    past = past_of(panel())
    for origin in (0, 1, 17, 29):
        known = past.logs[: origin + 1]
        weights = 0.5 ** np.arange(origin + 1)[::-1]
        assert past.means[origin] == pytest.approx(known.mean(axis=0))
        assert past.fading[origin] == pytest.approx(np.tensordot(weights / weights.sum(), known, axes=(0, 0)))


def test_a_past_that_was_asked_before_answers_the_same() -> None:
    known = panel()
    past = past_of(known)
    tested = backtest(known, 1, 3, past=past)
    kept = len(past.products)
    assert tested.scores == backtest(known, 1, 3, past=past).scores == backtest(known, 1, 3).scores
    assert len(past.products) == kept
    asked = [forecast(known, a, b, 2, past=past) for a, b in (("AUT", "HUN"), ("HUN", "AUT"))]
    assert asked == [forecast(known, a, b, 2) for a, b in (("AUT", "HUN"), ("HUN", "AUT"))]
