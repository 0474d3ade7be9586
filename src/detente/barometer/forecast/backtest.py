"""The record of every model on periods that it had not seen: rolling origins, errors, CRPS, coverage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from detente.barometer.forecast.features import Past, past_of
from detente.barometer.forecast.models import MODELS, Model
from detente.barometer.forecast.panel import QUADS, Panel
from detente.barometer.forecast.predict import SHARE, calibrated, check_length
from detente.barometer.forecast.spread import bounds, crps, place
from detente.barometer.periods import label
from detente.barometer.series import Floats, rounded
from detente.errors import UsageError


@dataclass(frozen=True)
class Score:
    """How a model did for one quad class at one horizon.

    Parameters
    ----------
    n : forecasts, dyads times origins.
    rmse : root mean squared error of log(1 + count) at the predicted mean.
    mae : mean absolute error of the median count.
    crps : mean continuous ranked probability score of log(1 + count).
    coverage : share of outcomes in the interval whose ends are whole counts, which holds at least its share.
    coverage_over_ties : the same with ends that split a count; comparable with the share asked for.
    coverage_active : `coverage` where ten or more were predicted, so that rounding hardly matters.
    width : mean width of the intervals in log(1 + count).
    """

    model: str
    quad: str
    ahead: int
    n: int
    rmse: float
    mae: float
    crps: float
    coverage: float
    coverage_over_ties: float
    coverage_active: float
    n_active: int
    width: float

    def as_dict(self) -> dict[str, Any]:
        """The score as a record, keys in fixed order."""
        numbers = ("rmse", "mae", "crps", "coverage", "coverage_over_ties", "coverage_active", "width")
        head = {"model": self.model, "quad": self.quad, "ahead": self.ahead, "n": self.n}
        return head | {k: rounded(getattr(self, k)) for k in numbers} | {"n_active": self.n_active}


@dataclass(frozen=True)
class Backtest:
    """The scores of all models, the periods they were tested on, and the model with the best record."""

    scores: tuple[Score, ...]
    first: str
    last: str
    share: float

    @property
    def winner(self) -> str:
        """The model with the least CRPS relative to that of `mean`, over quad classes and horizons."""
        base = {(s.quad, s.ahead): s.crps for s in self.scores if s.model == "mean"}
        ratios: dict[str, list[float]] = {}
        for s in self.scores:
            ratios.setdefault(s.model, []).append(s.crps / max(base[s.quad, s.ahead], 1e-12))
        return min(ratios, key=lambda name: float(np.mean(ratios[name])))


def backtest(
    panel: Panel,
    ahead: int = 1,
    origins: int = 6,
    *,
    share: float = SHARE,
    dyads: Sequence[int] | None = None,
    models: Iterable[Model] = MODELS,
    past: Past | None = None,
) -> Backtest:
    """Forecast the last periods again from what was known before each, with every model.

    Parameters
    ----------
    ahead : horizons 1 to `ahead` are tested.
    origins : how many periods are forecast at each horizon; fewer where the panel is short.
    dyads : indices of the dyads whose forecasts count; None for all. All are fitted in any case.
    past : of the panel, as for `forecast`.

    Raises
    ------
    UsageError
        where the panel is too short for a single origin.
    """
    past, n = past or past_of(panel), len(panel.periods)
    usable = min(origins, n - 6 - 2 * (ahead - 1))
    if usable < 1:
        check_length(panel.until(n - 1), ahead)
        raise UsageError(f"No origin is left to test with {n} periods.", hint="Take a shorter unit.")
    where = np.arange(len(panel.dyads)) if dyads is None else np.asarray(dyads)
    scores = []
    for step in range(1, ahead + 1):
        for model in models:
            parts = []
            for target in range(n - usable, n):
                origin = target - step
                fitted = calibrated(model, past, origin, step)
                means = fitted.predict(past, origin)[where]
                parts.append((means, fitted.draws(past, origin, where), past.logs[target][where]))
            scores += list(_scored(model.name, step, parts, share))
    first, last = (label(panel.periods[i], panel.unit) for i in (n - usable, n - 1))
    return Backtest(tuple(scores), first, last, share)


def _scored(
    model: str, ahead: int, parts: Sequence[tuple[Floats, list[Floats], Floats]], share: float
) -> Iterator[Score]:
    for quad, name in enumerate(QUADS):
        mean = np.concatenate([means[:, quad] for means, _, _ in parts])
        draws = np.concatenate([drawn[quad][:, : _least(parts, quad)] for _, drawn, _ in parts])
        logs = np.concatenate([truth[:, quad] for _, _, truth in parts])
        outcome = np.round(np.expm1(logs))
        low, high = bounds(draws, share)
        inside = (low <= outcome) & (outcome <= high)
        active = mean >= np.log1p(10)
        yield Score(
            model,
            name,
            ahead,
            len(outcome),
            float(np.sqrt(((mean - logs) ** 2).mean())),
            float(np.abs(np.median(draws, axis=1) - outcome).mean()),
            float(crps(np.log1p(draws), logs).mean()),
            float(inside.mean()),
            float(place(draws, outcome, share).mean()),
            float(inside[active].mean()) if active.any() else float("nan"),
            int(active.sum()),
            float((np.log1p(high) - np.log1p(low)).mean()),
        )


def _least(parts: Sequence[tuple[Floats, list[Floats], Floats]], quad: int) -> int:
    return min(int(drawn[quad].shape[1]) for _, drawn, _ in parts)
