"""A number that an analyst knows exactly, as an interval, or as a distribution."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.special import ndtri

from detente.errors import UsageError

Array = npt.NDArray[np.float64]
_NUMBER = r"\s*([+-]?(?:\d+\.?\d*|\.\d+))\s*"
_FORMS = (
    ("point", re.compile(rf"{_NUMBER}\Z")),
    ("uniform", re.compile(rf"{_NUMBER}\.\.{_NUMBER}\Z")),
    ("normal", re.compile(rf"{_NUMBER}(?:±|\+/-|\+-){_NUMBER}\Z")),
    ("triangular", re.compile(rf"{_NUMBER}<{_NUMBER}<{_NUMBER}\Z")),
)
HOW = "Write 40, an interval 30..50, a normal 40±5 (standard deviation), or a triangle 30<40<60."


@dataclass(frozen=True)
class Quantity:
    """A number with what is not known of it.

    Attributes
    ----------
    form : point, uniform (every value of a closed interval alike), normal, or triangular.
    values : the numbers of the form: value; low, high; mean, standard deviation; low, mode, high.
    """

    form: str
    values: tuple[float, ...]

    @property
    def certain(self) -> bool:
        """Whether it is a plain number."""
        return self.form == "point"

    @property
    def central(self) -> float:
        """The value, mean, middle or mode."""
        return sum(self.values) / 2 if self.form == "uniform" else self.values[self.form == "triangular"]

    def quantiles(self, share: Array) -> Array:
        """The values that are reached with the given probabilities in (0, 1), so that draws are the same
        on every machine."""
        if self.form == "point":
            return np.full_like(share, self.values[0])
        if self.form == "uniform":
            low, high = self.values
            return low + share * (high - low)
        if self.form == "normal":
            mean, deviation = self.values
            return np.asarray(mean + deviation * ndtri(share))
        low, mode, high = self.values
        if high == low:
            return np.full_like(share, low)
        peak = (mode - low) / (high - low)
        rising = low + np.sqrt(share * (high - low) * (mode - low))
        falling = high - np.sqrt((1 - share) * (high - low) * (high - mode))
        return np.asarray(np.where(share < peak, rising, falling))


def parse_quantity(text: str, where: str) -> Quantity:
    """The quantity that a cell of a sheet holds.

    Raises
    ------
    UsageError
        where the text has none of the forms, or their numbers stand in the wrong order.
    """
    for form, pattern in _FORMS:
        matched = pattern.match(text)
        if matched:
            values = tuple(map(float, matched.groups()))
            if form in ("uniform", "triangular") and list(values) != sorted(values):
                raise UsageError(f'The numbers of "{text}" must rise.', where=where)
            if form == "normal" and values[1] < 0:
                raise UsageError(f'"{text}" has a negative deviation.', where=where)
            return Quantity(form, values)
    raise UsageError(f'"{text}" is no quantity.', where=where, hint=HOW)
