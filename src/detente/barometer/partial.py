"""Sums over a longer unit that lack a part: a year of which the table knows ten months."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from detente.barometer.periods import Unit, begin, label, later, stretch


def lacking(days: Iterable[date], unit: Unit, longer: Unit) -> dict[date, tuple[int, int]]:
    """The longer periods that the days do not fill: how many of their parts are known, out of how many.

    Parameters
    ----------
    days : of the rows that hold a number.
    unit : length of the table's own periods; a part lies where it begins.
    """
    held = Counter(begin(part, longer) for part in {begin(day, unit) for day in days})
    whole = {period: _parts(period, unit, longer) for period in sorted(held)}
    return {period: (held[period], parts) for period, parts in whole.items() if held[period] < parts}


def told(lack: dict[date, tuple[int, int]], of: int, unit: Unit, longer: Unit) -> str:
    """A sentence on periods that lack a part, out of so many."""
    first, (known, parts) = next(iter(lack.items()))
    return (
        f"{len(lack)} of {of} {longer}s add up fewer {unit}s than they have and may be too low "
        f"(first: {label(first, longer)}, {known} of {parts})."
    )


def _parts(period: date, unit: Unit, longer: Unit) -> int:
    last = later(period, longer) - timedelta(days=1)
    return sum(begin(part, longer) == period for part in stretch(period, last, unit))
