"""Days, weeks, months, quarters and years: which period a day falls in, and which comes next."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise


class Unit(StrEnum):
    """The length of a period."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7}
SEASON = {Unit.DAY: 7, Unit.WEEK: 52, Unit.MONTH: 12, Unit.QUARTER: 4, Unit.YEAR: 1}
"""Periods after which a season comes again: the days of a week, else the periods of a year."""


def begin(day: date, unit: Unit) -> date:
    """The first day of the period that a day falls in; weeks begin on Monday (ISO 8601)."""
    if unit is Unit.DAY:
        return day
    if unit is Unit.WEEK:
        return day - timedelta(days=day.weekday())
    months = _MONTHS[unit]
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def later(period: date, unit: Unit, by: int = 1) -> date:
    """The first day of the period that lies `by` periods after the one that begins on `period`."""
    if unit in _DAYS:
        return period + timedelta(days=_DAYS[unit] * by)
    count = period.year * 12 + period.month - 1 + by * _MONTHS[unit]
    return date(count // 12, count % 12 + 1, 1)


def stretch(first: date, last: date, unit: Unit) -> list[date]:
    """Every period from the one that holds `first` to the one that holds `last`, both included."""
    found: list[date] = []
    at = begin(first, unit)
    while at <= last:
        found.append(at)
        at = later(at, unit)
    return found


def label(period: date, unit: Unit) -> str:
    """A period in print: 2003-05-24, 2003-05, 2003; a week by its Monday, a quarter as 2003-Q2."""
    if unit is Unit.YEAR:
        return f"{period.year:04d}"
    if unit is Unit.QUARTER:
        return f"{period.year:04d}-Q{(period.month + 2) // 3}"
    return period.isoformat()[:7] if unit is Unit.MONTH else period.isoformat()


def likeliest_unit(periods: list[date]) -> Unit:
    """The unit that the steps between ordered periods show: the shortest step decides."""
    steps = [(b - a).days for a, b in pairwise(periods) if b > a]
    shortest = min(steps, default=1)
    longest_of = ((1, Unit.DAY), (7, Unit.WEEK), (31, Unit.MONTH), (92, Unit.QUARTER))
    return next((unit for most, unit in longest_of if shortest <= most), Unit.YEAR)
