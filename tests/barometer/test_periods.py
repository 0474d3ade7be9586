"""Periods and series."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from barometer_world import series
from hypothesis import given
from hypothesis import strategies as st

from detente.barometer.periods import Unit, begin, label, later, likeliest_unit, stretch
from detente.barometer.series import known_only, rounded, same_periods, whole
from detente.errors import UsageError

DAYS = st.dates(date(1800, 1, 1), date(2200, 1, 1))


@given(day=DAYS, unit=st.sampled_from(Unit))
def test_a_day_lies_in_its_period_and_not_in_the_next(day: date, unit: Unit) -> None:
    first = begin(day, unit)
    assert first <= day < later(first, unit)
    assert begin(first, unit) == first


@given(day=DAYS, unit=st.sampled_from(Unit), by=st.integers(0, 40))
def test_a_stretch_holds_every_period_once(day: date, unit: Unit, by: int) -> None:
    first = begin(day, unit)
    end = later(first, unit, by)
    periods = stretch(day, end, unit)
    assert (len(periods), periods[0], periods[-1]) == (by + 1, first, end)
    if len(periods) > 1:
        assert likeliest_unit(periods) is unit or (unit is Unit.MONTH and by < 1)
    assert later(end, unit, -by) == first


def test_weeks_begin_on_monday_and_labels_are_read() -> None:
    assert begin(date(2026, 11, 28), Unit.WEEK) == date(2026, 11, 23)
    day = date(2003, 5, 1)
    assert [label(day, u) for u in (Unit.DAY, Unit.MONTH, Unit.QUARTER, Unit.YEAR)] == [
        "2003-05-01",
        "2003-05",
        "2003-Q2",
        "2003",
    ]


def test_gaps_are_refused_or_left_out_but_never_filled() -> None:
    gapped = series([np.nan, 1, np.nan, 3, 4, np.nan])
    said = "no value in 1 of 4 periods, the first in 1990-03.*--from 1990-04 --to 1990-05 .2 months"
    with pytest.raises(UsageError, match=said):
        whole(gapped, 2)
    assert known_only(gapped, 2).values.tolist() == [1, 3, 4]
    assert [record["value"] for record in gapped.as_records()] == [None, 1, None, 3, 4, None]
    with pytest.raises(UsageError, match="has 3 periods"):
        known_only(gapped, 4)


def test_series_are_cut_to_what_they_share() -> None:
    one, other = same_periods([series([np.nan, 1, 2, 3]), series([1, 2, 3, np.nan])])
    assert one.periods == other.periods
    assert (one.values.tolist(), other.values.tolist()) == ([1, 2], [2, 3])
    assert one.periods[1] - one.periods[0] == timedelta(days=28)
    assert [rounded(1.0), rounded(float("nan")), rounded(0.12345)] == [1, None, 0.1235]
