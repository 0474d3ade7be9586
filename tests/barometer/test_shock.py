"""The effect of an event: planted effects, quiet dates, placebos, words."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from barometer_world import series

from detente.barometer.series import Kind, Series
from detente.barometer.shock import shock
from detente.errors import UsageError

EVENT = date(1994, 1, 15)


def world(effect: float) -> tuple[Series, list[Series]]:
    chance = np.random.default_rng(4)
    common = chance.normal(0, 1, 60).cumsum() * 0.4
    own = 20 + common + chance.normal(0, 0.2, 60)
    own[48:54] += effect
    others = [
        series(10 + common * s + chance.normal(0, 0.2, 60), name=n) for n, s in (("C-D", 1.0), ("E-F", 0.8))
    ]
    return series(own, name="A-B"), others


def test_a_planted_effect_is_found_with_its_size() -> None:
    own, others = world(4.0)
    found = shock(own, EVENT, others)
    assert found.effect.low < 4.0 < found.effect.high
    assert found.effect.effect == pytest.approx(4.0, abs=1.2)
    assert found.verdict == "stands out"
    assert set(found.controls) == {"C-D", "E-F"}
    assert (found.series.label(found.at), found.periods) == ("1994-01", 6)
    assert "nothing else" in found.sentence()
    assert len(found.as_records()) == 6


def test_nothing_is_claimed_where_nothing_happened() -> None:
    own, others = world(0.0)
    found = shock(own, EVENT, others)
    assert found.verdict != "stands out"
    assert found.effect.low < 0 < found.effect.high
    assert "do not show" in found.sentence()


def test_an_effect_that_is_common_among_placebos_is_doubtful() -> None:
    own, others = world(4.0)
    bursts = np.isin(np.arange(60), [*range(20, 26), *range(32, 38)])
    found = shock(series(own.values + 3.0 * bursts, name="A-B"), EVENT, others)
    assert found.effect.low > 0
    assert found.as_large_dates > len(found.placebo_dates) / 10
    assert found.verdict == "doubtful"


def test_counts_are_summed_and_never_expected_below_zero() -> None:
    chance = np.random.default_rng(2)
    values = chance.poisson(3, 60).astype(float)
    values[48:] += 25
    found = shock(series(values, Kind.COUNT), EVENT, periods=3)
    assert found.effect.observed == values[48:51].sum()
    assert (found.low >= 0).all()
    assert found.effect.effect > 50
    assert found.placebo_dyads == {}


def test_an_event_needs_a_past() -> None:
    own, _ = world(0.0)
    for day in (date(1990, 6, 1), date(2020, 1, 1)):
        with pytest.raises(UsageError, match="must lie in the series"):
            shock(own, day)


def test_nothing_is_learned_from_a_past_that_never_changes() -> None:
    still = series([0.0] * 24 + [5, 9, 7], kind=Kind.COUNT)
    with pytest.raises(UsageError, match="is 0 in every period before the event"):
        shock(still, date(1992, 1, 15))


def test_one_control_is_one_other_dyad() -> None:
    chance = np.random.default_rng(3)
    common = chance.normal(size=48).cumsum()
    own, other = (series(common + chance.normal(0, 0.1, 48), name=name) for name in ("AUT-HUN", "AUT-ITA"))
    assert " and 1 other dyad: " in shock(own, date(1993, 1, 15), [other]).sentence()
