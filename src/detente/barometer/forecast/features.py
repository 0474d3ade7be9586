"""What a forecast may know at its origin: each dyad's past, its reverse's, and that of both states."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from detente.barometer.forecast.panel import Panel
from detente.barometer.periods import SEASON
from detente.barometer.series import Floats

_FADE = 0.5


@dataclass(frozen=True)
class Past:
    """A panel in logarithms, log(1 + y), and who is whose reverse, source and target."""

    logs: Floats
    reverse: np.ndarray
    sources: np.ndarray
    targets: np.ndarray
    season: int

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
    known = past.logs[: origin + 1]
    last, before = known[-1], known[max(len(known) - 2, 0)]
    weights = _FADE ** np.arange(len(known))[::-1]
    mean, fading = known.mean(axis=0), np.tensordot(weights / weights.sum(), known, axes=(0, 0))
    own = [last, before, mean, fading]
    if past.season > 1:
        back = origin + ahead - past.season * -(-ahead // past.season)
        own.append(known[back] if back >= 0 else mean)
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
