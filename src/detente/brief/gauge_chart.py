"""The chart of a gauge: bars up for cooperation and down for conflict, the level below, turns marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from detente.barometer.periods import later
from detente.brief.axis import Axis, Tick, ticks
from detente.brief.gauge import Gauge, Turn
from detente.brief.timeline import LEFT, RIGHT

TOP, BARS, BETWEEN, LEVEL, FOOT = 46.0, 150.0, 30.0, 120.0, 12.0
_MARK = 15.0
_STEPS = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Bar:
    """The counts of one period, from x over `width`; heights in units of the page."""

    index: int
    x: float
    width: float
    up: float
    down: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A turning point, numbered from 1, at x with its interval from x1 to x2, on line `row` of the labels."""

    number: int
    turn: Turn
    x: float
    x1: float
    x2: float
    row: int


@dataclass(frozen=True, slots=True)
class GaugeChart:
    """Where everything stands, in units of a page 1,000 wide.

    Parameters
    ----------
    most : the count that the full half-height of the bars means; `scale` the counts that are labelled.
    zero : the line between the bars; `middle` that of level 0.
    gaps : stretches (x1, x2) that are not covered.
    line, band : the paths of the level and of its range.
    """

    axis: Axis
    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    gaps: tuple[tuple[float, float], ...]
    scale: tuple[float, ...]
    most: float
    zero: float
    middle: float
    line: str
    band: str
    top: float
    height: float

    def y(self, count: float) -> float:
        """The height on the page of a count of cooperation (+) or conflict (-)."""
        return self.zero - count / self.most * BARS / 2


def gauge_chart(gauge: Gauge) -> GaugeChart:
    """Lay out a gauge."""
    counts = gauge.counts
    periods, unit = counts.periods, counts.unit
    axis = Axis(periods[0], later(periods[-1], unit), LEFT, RIGHT)
    edges = [axis.x(period) for period in (*periods, axis.last)]
    rows = _rows(gauge, edges)
    top = TOP + _MARK * max((row for *_, row in rows), default=0)
    zero, middle = top + BARS / 2, top + BARS + BETWEEN + LEVEL / 2
    cooperation, conflict = (counts.series(name).values for name in ("cooperation", "conflict"))
    most = _round_up(float(max(np.nanmax(cooperation, initial=1), np.nanmax(conflict, initial=1))))
    bars = tuple(_bars(edges, cooperation, conflict, most))
    centres = [(a + b) / 2 for a, b in pairwise(edges)]
    height = middle + LEVEL / 2 + FOOT
    return GaugeChart(
        axis,
        ticks(axis),
        bars,
        tuple(Mark(i, *row) for i, row in enumerate(rows, start=1)),
        tuple(_gaps(gauge, edges)),
        (most / 2, most),
        most,
        zero,
        middle,
        _path(centres, gauge.level.stock.values, middle),
        _path([*centres, *centres[::-1]], [*gauge.level.highest, *gauge.level.lowest[::-1]], middle) + "Z",
        top,
        height,
    )


def _bars(edges: list[float], up: np.ndarray, down: np.ndarray, most: float) -> Iterator[Bar]:
    for i, (a, b) in enumerate(zip(up, down, strict=True)):
        if np.isnan(a) or not a + b:
            continue
        room = edges[i + 1] - edges[i]
        unit = BARS / 2 / most
        yield Bar(i, edges[i] + room * 0.1, room * 0.8, float(a) * unit, float(b) * unit)


def _rows(gauge: Gauge, edges: list[float]) -> list[tuple[Turn, float, float, float, int]]:
    """Each turn with its place and the line of labels on which it does not touch the one before."""
    where = {period: i for i, period in enumerate(gauge.counts.periods)}
    placed: list[tuple[Turn, float, float, float, int]] = []
    ends: list[float] = []
    for turn in gauge.turns:
        periods = turn.turning.series.periods
        x, x1 = edges[where[periods[turn.point.index]]], edges[where[periods[turn.point.first]]]
        x2 = edges[where[periods[turn.point.last]] + 1]
        row = next((i for i, end in enumerate(ends) if end <= x - 12), len(ends))
        ends[row : row + 1] = [x + 12]
        placed.append((turn, x, x1, x2, row))
    return placed


def _gaps(gauge: Gauge, edges: list[float]) -> Iterator[tuple[float, float]]:
    start: float | None = None
    for i, covered in enumerate([*gauge.counts.covered, True]):
        if not covered and start is None:
            start = edges[i]
        elif covered and start is not None:
            yield start, edges[i]
            start = None


def _path(xs: list[float], levels: list[float] | np.ndarray, middle: float) -> str:
    points = [f"{x:.1f} {middle - level / 9 * LEVEL / 2:.1f}" for x, level in zip(xs, levels, strict=True)]
    return "M" + "L".join(points)


def _round_up(count: float) -> float:
    """The next round number, so that half of it is a whole one where it can be."""
    size = 10.0 ** np.floor(np.log10(max(count, 1)))
    return float(max(next(step * size for step in _STEPS if step * size >= count), 2))
