"""What a forecast may know at its origin: each dyad's past, its reverse's, and that of both states."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from detente.barometer.forecast.panel import Panel
from detente.barometer.periods import SEASON
from detente.barometer.series import Floats

_FADE = 0.5


@dataclass(frozen=True, eq=False)
class Past:
    """A panel in logarithms, log(1 + y), and who is whose reverse, source and target.

    Parameters
    ----------
    products : what models keep of an origin once it was worked out, by whatever key they choose.
    """

    logs: Floats
    reverse: np.ndarray
    sources: np.ndarray
    targets: np.ndarray
    season: int
    products: dict[Any, Any] = field(default_factory=dict, repr=False)

    @cached_property
    def means(self) -> Floats:
        """The mean of all periods up to each origin, itself included: shape (periods, dyads, quads)."""
        number = np.arange(1, len(self.logs) + 1)[:, None, None]
        return np.asarray(np.cumsum(self.logs, axis=0) / number)

    @cached_property
    def fading(self) -> Floats:
        """The same with weights that halve from period to period backwards."""
        faded, weight = np.empty_like(self.logs), 0.0
        held = np.zeros_like(self.logs[0])
        for origin, logs in enumerate(self.logs):
            held, weight = held * _FADE + logs, weight * _FADE + 1
            faded[origin] = held / weight
        return faded

    def target(self, origin: int, ahead: int) -> Floats:
        """The logs [dyad, quad] that lie `ahead` periods after the origin."""
        return np.asarray(self.logs[origin + ahead])


Features = Callable[[Past, int, int], Floats]


def past_of(panel: Panel) -> Past:
    """The panel as features see it."""
    states = {code: i for i, code in enumerate(sorted({s for dyad in panel.dyads for s in dyad}))}
    sides = np.array([[states[a], states[b]] for a, b in panel.dyads])
    return Past(np.log1p(panel.counts), panel.reverse, sides[:, 0], sides[:, 1], SEASON[panel.unit])


def reciprocal_lags(past: Past, origin: int, ahead: int) -> Floats:
    """The last period of the dyad and of its reverse, by quad class: shape (dyads, 8)."""
    last = past.logs[origin]
    return np.hstack([last, last[past.reverse]])


def long_memory(past: Past, origin: int, ahead: int) -> Floats:
    """The last two periods, mean, fading mean and season of dyad and reverse, and the means of both states.

    Bent by squares and caps, because a dyad that is silent is another thing than one with few reports.
    Shape (dyads, 68); uses nothing after the origin.
    """
    last, before = past.logs[origin], past.logs[max(origin - 1, 0)]
    mean, fading = past.means[origin], past.fading[origin]
    own = [last, before, mean, fading]
    if past.season > 1:
        back = origin + ahead - past.season * -(-ahead // past.season)
        own.append(past.logs[back] if back >= 0 else mean)
    giving, taking = _means(last, past.sources), _means(last, past.targets)
    used, used_to = _means(mean, past.sources), _means(mean, past.targets)
    bent = [last**2, np.minimum(last, 1), fading**2, np.minimum(fading, 1), np.minimum(mean, 0.5)]
    crossed = [giving * last, taking * last, giving * taking]
    reverse = past.reverse
    return np.hstack([*own, *(x[reverse] for x in own), giving, taking, used, used_to, *bent, *crossed])


def _means(values: Floats, groups: np.ndarray) -> Floats:
    """For each dyad the mean over all dyads of its group."""
    size = np.bincount(groups)
    sums = np.column_stack([np.bincount(groups, column) for column in values.T])
    return np.asarray((sums / np.maximum(size, 1)[:, None])[groups])
