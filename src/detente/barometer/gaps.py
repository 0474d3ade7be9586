"""Gaps of a series: the stretches between them, and what to say of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from detente.barometer.periods import Unit, label, later

FEW = 0.05
"""A share of the rows below which what lies before or after a gap is rather late reports than coverage."""


def stretches(known: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """First and last index, both included, of every stretch of known periods."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], known, [False])).astype(np.int8)))
    return [(int(first), int(end) - 1) for first, end in zip(edges[::2], edges[1::2], strict=True)]


def as_options(first: date, last: date, unit: Unit) -> str:
    """The options that ask for the periods which begin on these days: --from 1990-01 --to 2003-07."""
    if unit in (Unit.WEEK, Unit.QUARTER):
        return f"--from {first.isoformat()} --to {(later(last, unit) - timedelta(days=1)).isoformat()}"
    return f"--from {label(first, unit)} --to {label(last, unit)}"


def longest_as_options(periods: Sequence[date], known: NDArray[np.bool_], unit: Unit) -> str:
    """The longest stretch of known periods, as the options that ask for it and how many periods it has."""
    first, last = max(stretches(known), key=lambda ends: ends[1] - ends[0])
    return f"{as_options(periods[first], periods[last], unit)} ({last - first + 1} {unit}s)"


def apart(
    periods: Sequence[date], rows: NDArray[np.float64], covered: NDArray[np.bool_], unit: Unit
) -> str | None:
    """A sentence on the few rows of a dataset that lie apart from all others, None where there are none.

    GDELT files hold events of a month, a year or ten years before: a period that has nothing but such
    rows looks covered and is not.

    Parameters
    ----------
    rows : of the dataset, a number a period.
    """
    found = stretches(covered)
    held = [float(rows[first : last + 1].sum()) for first, last in found]
    whole = sum(held)
    if len(found) < 2 or not whole:
        return None
    first, last = found[int(np.argmax(held))]
    other = whole - max(held)
    if not 0 < other < FEW * whole:
        return None
    return (
        f"{other:.0f} of {whole:.0f} rows lie apart from the others, before or after {unit}s without any "
        "row; as late reports they do not show that the data cover their time. "
        f"{as_options(periods[first], periods[last], unit)} leaves them out."
    )
