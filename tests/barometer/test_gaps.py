"""Gaps: which stretch is the longest, and rows that lie apart from all others."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from detente.barometer.gaps import apart, as_options, longest_as_options, stretches
from detente.barometer.periods import Unit, later


def periods(n: int, unit: Unit) -> list[date]:
    return [later(date(2001, 1, 1), unit, i) for i in range(n)]


def test_stretches_are_told_with_both_ends() -> None:
    assert stretches(np.array([True, False, True, True])) == [(0, 0), (2, 3)]
    assert stretches(np.array([False, False])) == []


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        (Unit.DAY, "--from 2001-01-03 --to 2001-01-04 (2 days)"),
        (Unit.WEEK, "--from 2001-01-15 --to 2001-01-28 (2 weeks)"),
        (Unit.MONTH, "--from 2001-03 --to 2001-04 (2 months)"),
        (Unit.QUARTER, "--from 2001-07-01 --to 2001-12-31 (2 quarters)"),
        (Unit.YEAR, "--from 2003 --to 2004 (2 years)"),
    ],
)
def test_the_longest_stretch_is_named_as_options_take_it(unit: Unit, said: str) -> None:
    assert longest_as_options(periods(5, unit), np.array([True, False, True, True, False]), unit) == said


def test_a_quarter_ends_on_its_last_day() -> None:
    assert as_options(date(2003, 4, 1), date(2003, 4, 1), Unit.QUARTER) == "--from 2003-04-01 --to 2003-06-30"


def test_few_rows_before_a_gap_are_late_reports() -> None:
    rows = np.array([12.0, 0, 0, 87, 5991])
    told = apart(periods(5, Unit.YEAR), rows, rows > 0, Unit.YEAR)
    assert told is not None
    assert told.startswith("12 of 6090 rows lie apart")
    assert "--from 2004 --to 2005 leaves them out" in told


@pytest.mark.parametrize("rows", [[5.0, 6, 7], [50.0, 0, 60], [0.0, 0, 0]])
def test_nothing_is_said_of_rows_that_hang_together_or_are_many(rows: list[float]) -> None:
    held = np.array(rows)
    assert apart(periods(3, Unit.MONTH), held, held > 0, Unit.MONTH) is None
