"""The next periods of a dyad, by every model, with intervals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from detente.barometer.forecast.features import Past, past_of
from detente.barometer.forecast.models import MODELS, Model, Predict
from detente.barometer.forecast.panel import QUADS, Panel
from detente.barometer.forecast.spread import Analogs, analogs, bounds
from detente.barometer.periods import label, later
from detente.barometer.series import Floats, rounded
from detente.errors import UsageError

SHARE = 0.8
LEAST = 6


@dataclass(frozen=True)
class Calibrated:
    """A fitted model with the outcomes of its own earlier predictions, one `Analogs` a quad class."""

    model: Model
    predict: Predict
    spread: tuple[Analogs, ...]

    def draws(self, past: Past, origin: int, dyads: np.ndarray | slice = slice(None)) -> list[Floats]:
        """For each quad class the counts [dyad, draw] that may come."""
        predicted = self.predict(past, origin)[dyads]
        return [self.spread[quad].draws(predicted[:, quad]) for quad in range(4)]


def calibrated(model: Model, past: Past, last: int, ahead: int) -> Calibrated:
    """Fit a model on all periods up to `last` and learn its errors from ones that it was not fitted to.

    The errors are those on the last third of the origins (at most eight) of the same model fitted without
    them: split conformal prediction with outcomes of like predictions in place of like residuals.
    """
    until = last - ahead
    held = min(max((until + 1) // 3, 1), 8)
    earlier = model.fit(past, until - held - ahead + 1 if until - held - ahead >= 1 else until - held, ahead)
    origins = range(until - held + 1, until + 1)
    predicted = np.concatenate([earlier(past, origin) for origin in origins])
    happened = np.concatenate([past.target(origin, ahead) for origin in origins])
    spread = tuple(analogs(predicted[:, quad], happened[:, quad]) for quad in range(4))
    return Calibrated(model, model.fit(past, until, ahead), spread)


def forecast(
    panel: Panel,
    source: str,
    target: str,
    ahead: int = 3,
    *,
    share: float = SHARE,
    past: Past | None = None,
) -> list[dict[str, Any]]:
    """Forecast the counts of a directed dyad by every model.

    Parameters
    ----------
    past : of the panel, where other questions were asked of it before; it keeps what was fitted.

    Returns
    -------
    One record a period, quad class and model: `predicted` is the median count, `low` and `high` the ends,
    both included, of an interval that holds at least `share` of what happened after like predictions.

    Raises
    ------
    UsageError
        where there are too few periods.
    UnknownName
        where the dyad has no row.
    """
    at = panel.index(source, target)
    check_length(panel, ahead)
    past = past or past_of(panel)
    last = len(panel.periods) - 1
    records = []
    for step in range(1, ahead + 1):
        period = label(later(panel.periods[-1], panel.unit, step), panel.unit)
        for model in MODELS:
            draws = calibrated(model, past, last, step).draws(past, last, np.array([at]))
            for quad, name in enumerate(QUADS):
                low, high = bounds(draws[quad], share)
                middle = float(np.median(draws[quad][0]))
                records.append(
                    {
                        "period": period,
                        "dyad": f"{source}>{target}",
                        "quad": name,
                        "model": model.name,
                        "predicted": rounded(middle, 1),
                        "low": int(low[0]),
                        "high": int(high[0]),
                        "share": share,
                        "last": int(panel.counts[-1, at, quad]),
                        "n_draws": draws[quad].shape[1],
                    }
                )
    return records


def check_length(panel: Panel, ahead: int) -> None:
    """Raise UsageError where a panel is too short to fit, to learn errors and to look ahead."""
    needed = LEAST + 2 * ahead - 2
    if len(panel.periods) < needed:
        raise UsageError(
            f"A forecast {ahead} periods ahead needs {needed} periods; there are {len(panel.periods)}.",
            hint="Take a shorter unit or a longer time.",
        )
