"""A series: one number a period, with what it counts, and gaps where nothing is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.barometer.gaps import longest_as_options
from detente.barometer.periods import Unit, label
from detente.errors import UsageError

Floats = NDArray[np.float64]


class Kind(StrEnum):
    """What a number of a series is: a count of reports, or a mean, sum or share."""

    COUNT = "count"
    VALUE = "value"


@dataclass(frozen=True)
class Series:
    """Numbers of successive periods.

    Parameters
    ----------
    name : what the series is of, for instance "RUS>USA".
    measure : what is measured, for instance "quad_3".
    unit : length of the periods.
    periods : first days of the periods, one after the other without a gap.
    values : one a period; nan where it is not known, which is not zero.
    kind : count or value.
    n : reports behind each value; None where that is not known.
    """

    name: str
    measure: str
    unit: Unit
    periods: tuple[date, ...]
    values: Floats
    kind: Kind = Kind.VALUE
    n: Floats | None = None

    def __len__(self) -> int:
        return len(self.periods)

    @property
    def known(self) -> NDArray[np.bool_]:
        """For each period whether its value is known."""
        return ~np.isnan(self.values)

    def between(self, first: date | None, last: date | None) -> Series:
        """The periods that begin from `first` to `last`, both included; None leaves that end open."""
        kept = [
            i
            for i, p in enumerate(self.periods)
            if (first is None or p >= first) and (last is None or p <= last)
        ]
        n = None if self.n is None else self.n[kept]
        periods = tuple(self.periods[i] for i in kept)
        return Series(self.name, self.measure, self.unit, periods, self.values[kept], self.kind, n)

    def trimmed(self) -> Series:
        """Without the unknown periods at both ends."""
        at = np.flatnonzero(self.known)
        return (
            self.between(self.periods[at[0]], self.periods[at[-1]])
            if at.size
            else self.between(date.max, None)
        )

    def label(self, index: int) -> str:
        """The period at an index as it is printed."""
        return label(self.periods[index], self.unit)

    def as_records(self) -> list[dict[str, Any]]:
        """One record a period, keys in fixed order; None where the value is not known."""
        counts = self.n if self.n is not None else np.full(len(self), np.nan)
        return [
            {
                "period": self.label(i),
                "name": self.name,
                "measure": self.measure,
                "value": rounded(value),
                "n": None if np.isnan(n) else int(n),
            }
            for i, (value, n) in enumerate(zip(self.values, counts, strict=True))
        ]


def known_only(series: Series, least: int) -> Series:
    """The periods with a value, one after the other as if nothing lay between; UsageError below `least`."""
    kept = np.flatnonzero(series.known)
    if len(kept) < least:
        raise UsageError(
            f"{series.name} {series.measure} has {len(kept)} periods with values; {least} are needed.",
            hint="Take a longer time or a shorter unit.",
        )
    n = None if series.n is None else series.n[kept]
    periods = tuple(series.periods[i] for i in kept)
    return Series(series.name, series.measure, series.unit, periods, series.values[kept], series.kind, n)


def whole(series: Series, least: int) -> Series:
    """The series without unknown ends, checked: no gap within, at least `least` periods.

    Raises
    ------
    UsageError
        where it is too short, or where a period within has no value; a gap is never filled.
    """
    known_only(series, least)
    inner = series.trimmed()
    gaps = np.flatnonzero(~inner.known)
    if gaps.size:
        longest = longest_as_options(inner.periods, inner.known, inner.unit)
        others = "Or take a longer unit" + (", or n." if inner.kind is Kind.VALUE else ".")
        raise UsageError(
            f"{series.name} {series.measure} has no value in {gaps.size} of {len(inner)} periods, "
            f"the first in {inner.label(int(gaps[0]))}.",
            hint=f"The longest stretch without a gap is {longest}. {others}",
        )
    return inner


def rounded(value: float, digits: int = 4) -> float | int | None:
    """A number for printing: None for nan, whole numbers without a point."""
    if value is None or np.isnan(value):
        return None
    short = round(float(value), digits)
    return int(short) if short == int(short) else short


def same_periods(series: Sequence[Series]) -> list[Series]:
    """The series cut to the periods that all of them have values for at their ends."""
    trimmed = [one.trimmed() for one in series]
    if any(len(one) == 0 for one in trimmed):
        return trimmed
    first = max(one.periods[0] for one in trimmed)
    last = min(one.periods[-1] for one in trimmed)
    return [one.between(first, last) for one in trimmed]
