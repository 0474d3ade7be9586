"""The level: laws of the stock, the weighted mean, the range over parameters."""

from __future__ import annotations

from datetime import date

import ibis
import numpy as np
import pytest
from barometer_world import event, events
from hypothesis import given
from hypothesis import strategies as st

from detente.barometer.counting import Counted, counted
from detente.barometer.level import Stock, averaged, level, stock, variations
from detente.barometer.periods import Unit
from detente.errors import UsageError

IMPACTS = st.lists(st.floats(-40, 40), min_size=1, max_size=30)


@given(impacts=IMPACTS, start=st.floats(-9, 9), half_life=st.one_of(st.none(), st.floats(0.5, 60)))
def test_the_level_stays_between_minus_nine_and_nine(
    impacts: list[float], start: float, half_life: float | None
) -> None:
    found = stock(np.array(impacts), Stock(start, 1.0, half_life))
    assert (np.abs(found) <= 9 + 1e-9).all()


@given(start=st.floats(-8.5, 8.5), impact=st.floats(0.01, 9))
def test_a_good_event_raises_less_the_better_it_stands(start: float, impact: float) -> None:
    (low,) = stock(np.array([impact]), Stock(start))
    (high,) = stock(np.array([impact]), Stock(start + 0.4))
    assert low - start > high - (start + 0.4) >= 0
    assert low - start == pytest.approx((9 - start) / 9 * impact)


@given(impacts=IMPACTS, start=st.floats(-9, 9))
def test_friends_and_foes_are_mirror_images(impacts: list[float], start: float) -> None:
    there = stock(np.array(impacts), Stock(start))
    back = stock(-np.array(impacts), Stock(-start))
    assert there == pytest.approx(-back)


def test_memory_fades_by_half_in_a_half_life() -> None:
    assert stock(np.zeros(6), Stock(8.0, half_life=3))[[2, 5]] == pytest.approx([4, 2])
    assert stock(np.zeros(6), Stock(8.0)) == pytest.approx([8] * 6)
    assert stock(np.array([np.nan, 1.0]), Stock(0.0)) == pytest.approx([0, 1])


def test_a_period_that_is_not_covered_adds_nothing_but_time() -> None:
    gap = np.array([np.nan])
    assert stock(gap, Stock(8.0)) == pytest.approx([8])
    assert stock(gap, Stock(8.0, half_life=1)) == pytest.approx([4])


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({"gain": float("nan")}, "The gain must be a number greater than 0; it is nan"),
        ({"gain": float("inf")}, "gain .* it is inf"),
        ({"half_life": float("nan")}, "half-life .* it is nan"),
        ({"half_life": 0.0}, "half-life .* it is 0"),
        ({"start": float("nan")}, "the start is nan"),
    ],
)
def test_parameters_without_a_meaning_are_refused(parameters: dict[str, float], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        Stock(**parameters)


def dyad() -> Counted:
    rows = [
        event("2001-01-03", "AUT", "HUN", 1, 4.0),
        event("2001-01-20", "HUN", "AUT", 3, -2.0),
        event("2001-02-01", "AUT", "ITA", 1, 1.0),
        event("2001-03-05", "AUT", "HUN", 4, -10.0),
    ]
    (found,) = counted(ibis.memtable(events(rows)), "HUN", "AUT", Unit.MONTH, last=date(2001, 4, 30))
    return found


def test_the_weighted_mean_weighs_rows_by_age() -> None:
    assert averaged(dyad(), 1.0) == pytest.approx(
        [1, 1, (2 / 4 - 10) / (2 / 4 + 1), (2 / 4 - 10) / (2 / 4 + 1)]
    )


def test_the_range_holds_the_level_and_grows_with_the_parameters() -> None:
    found = level(dyad(), Stock(gain=0.5))
    assert found.variations == len(variations(Stock(gain=0.5))) == 27
    assert (found.lowest <= found.stock.values).all()
    assert (found.stock.values <= found.highest).all()
    records = found.as_records()
    assert [r["n"] for r in records] == [2, 0, 1, None]
    usual = 1.5
    assert records[0]["level"] == pytest.approx(0.5 * 2 / usual, abs=1e-4)
    with pytest.raises(UsageError, match="between -9 and 9"):
        Stock(10)
