"""The level of a relationship: a stock that events raise and lower, less the further it has gone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import isfinite
from typing import Any

import numpy as np

from detente.barometer.counting import Counted
from detente.barometer.series import Floats, Kind, Series, rounded
from detente.errors import UsageError

TOP = 9.0
_TIMES = (0.5, 1.0, 2.0)
MEAN_HALF_LIFE = 6.0
"""Periods after which a row weighs half in the weighted mean.

Ours, no published value: half a year of months, long enough to smooth single meetings and short enough to
follow a crisis of a year. The range of the stock, not this mean, says how much parameters matter.
"""


@dataclass(frozen=True, slots=True)
class Stock:
    """The parameters of the stock.

    Parameters
    ----------
    start : level before the first period, in [-9, 9].
    gain : points by which a period moves a level of 0 when it holds a usual number of scored rows, all of
        them with a score of 1; a usual number is the median over the periods that have any.
    half_life : periods after which half of the way from the level to 0 is forgotten without events; None,
        as in the Tsinghua index, forgets nothing.
    """

    start: float = 0.0
    gain: float = 0.5
    half_life: float | None = None

    def __post_init__(self) -> None:
        if not -TOP <= self.start <= TOP:
            raise UsageError(f"A level lies between -9 and 9; the start is {self.start}.")
        for name, value in (("gain", self.gain), ("half-life", self.half_life)):
            if value is not None and not (value > 0 and isfinite(value)):
                raise UsageError(f"The {name} must be a number greater than 0; it is {value}.")


def stock(impacts: Floats, parameters: Stock) -> Floats:
    """The level at the end of each period.

    P_t = P + (N - P) / N I where I >= 0, P + (N + P) / N I where I < 0, with N = 9, P the level before and
    I the impact of the period: the conversion of event scores in Yan Xuetong and Zhou Fangyin, "The
    quantitative measurement of bilateral relations" (Zhongguo Shehui Kexue 2004, no. 6), on which the
    great-power relations index of Tsinghua University rests. Their scores come from their own table and
    from two chosen sources; here impacts come from Goldstein or PLOVER scores, so levels are not comparable
    with theirs. The size of I is cut off at N, so that the level stays in [-9, 9].

    Parameters
    ----------
    impacts : one a period; nan (a period that is not covered) adds nothing. With a half-life the level fades
        in such a period as in any other, without one it stays as it is.
    """
    keep = 1.0 if parameters.half_life is None else 0.5 ** (1 / parameters.half_life)
    level, found = parameters.start, np.empty(len(impacts))
    for i, impact in enumerate(np.clip(np.nan_to_num(impacts), -TOP, TOP)):
        level *= keep
        level += (TOP - np.sign(impact) * level) / TOP * impact
        found[i] = level
    return found


def impacts(counts: Counted, gain: float) -> Floats:
    """The impact of each period: gain times the sum of scores over the usual number of scored rows."""
    n = counts.columns["goldstein_n"]
    usual = float(np.median(n[n > 0])) if (n > 0).any() else 1.0
    return np.where(counts.covered, gain * counts.columns["goldstein_sum"] / usual, np.nan)


def averaged(counts: Counted, half_life: float) -> Floats:
    """Exponentially weighted mean of the scores of all rows so far, in [-10, 10]; nan before the first.

    Every row weighs half as much after `half_life` periods. It has memory but no saturation, and does not
    depend on how many rows a period has beyond their weight.
    """
    keep = 0.5 ** (1 / half_life)
    total = n = 0.0
    found = np.full(len(counts.periods), np.nan)
    for i, covered in enumerate(counts.covered):
        total, n = total * keep, n * keep
        if covered:
            total, n = total + counts.columns["goldstein_sum"][i], n + counts.columns["goldstein_n"][i]
        found[i] = total / n if n > 0 else np.nan
    return found


@dataclass(frozen=True)
class Level:
    """The level of a relationship in both manners, with how much the parameters matter.

    Parameters
    ----------
    parameters : of the stock; `half_life` of the weighted mean stands in `mean_half_life`.
    stock, mean : series of the level in [-9, 9] and of the weighted mean score in [-10, 10].
    lowest, highest : over all variations of the parameters the least and the greatest stock of each period.
    variations : how many there were.
    """

    parameters: Stock
    mean_half_life: float
    stock: Series
    mean: Series
    lowest: Floats
    highest: Floats
    variations: int

    def as_records(self) -> list[dict[str, Any]]:
        """One record a period, keys in fixed order."""
        n = self.stock.n
        assert n is not None
        return [
            {
                "period": self.stock.label(i),
                "dyad": self.stock.name,
                "level": rounded(self.stock.values[i]),
                "level_lowest": rounded(self.lowest[i]),
                "level_highest": rounded(self.highest[i]),
                "mean_score": rounded(self.mean.values[i]),
                "n": rounded(n[i]),
            }
            for i in range(len(self.stock))
        ]


def level(counts: Counted, parameters: Stock | None = None, mean_half_life: float = MEAN_HALF_LIFE) -> Level:
    """The level of a dyad, its weighted mean, and the range over halved and doubled gains and half-lives.

    The variations are: gain times 1/2, 1, 2; start -3, 0, +3 around the given one; half-life as given, or
    none against 24 and 60 periods. A level whose range crosses zero has no sure sign.
    """
    used = parameters or Stock()
    varied = [stock(impacts(counts, one.gain), one) for one in variations(used)]
    n = np.where(counts.covered, counts.columns["goldstein_n"], np.nan)
    base = Series(counts.name, "level", counts.unit, counts.periods, np.zeros(0), Kind.VALUE, n)
    return Level(
        used,
        mean_half_life,
        replace(base, values=stock(impacts(counts, used.gain), used)),
        replace(base, measure="mean_score", values=averaged(counts, mean_half_life)),
        np.min(varied, axis=0),
        np.max(varied, axis=0),
        len(varied),
    )


def variations(used: Stock) -> list[Stock]:
    """The parameters with which the stock is computed again to show how much they matter."""
    lives: Iterable[float | None] = (
        (None, 24.0, 60.0)
        if used.half_life is None
        else (used.half_life / 2, used.half_life, used.half_life * 2)
    )
    starts = sorted({float(np.clip(used.start + off, -TOP, TOP)) for off in (-3, 0, 3)})
    return [Stock(s, used.gain * g, life) for s in starts for g in _TIMES for life in lives]
