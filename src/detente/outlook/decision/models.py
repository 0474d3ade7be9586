"""The models of a group decision behind one interface, each with its record and its limits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from detente.errors import UnknownName
from detente.outlook.decision.challenge import challenge_rounds, median_place
from detente.outlook.decision.means import plain_mean, weighted_mean, weighted_median
from detente.outlook.decision.nash import nash
from detente.outlook.decision.spatial import Settings, spatial_course

Array = npt.NDArray[np.float64]
DRAWS, SLOW_DRAWS = 10_000, 200
ROUNDS = 10
RUNS, FEW_DRAWS = 10, 30


@dataclass(frozen=True)
class Model:
    """One model of a group decision.

    Attributes
    ----------
    name : what one calls it by.
    forecast : positions and saliences (draws x actors x issues, 0 to 100, NaN where an actor is absent),
        capabilities (draws x actors) and reference (0 to 100 or NaN) -> forecasts (draws x issues).
    rounds : the same for one draw -> states x actors x issues, for models that have rounds.
    draws : draws by default; models in rounds take far longer for each.
    limits : what it can and cannot say, in a sentence.
    scored : whether a backtest scores it; models of many runs would take too long.
    """

    name: str
    forecast: Callable[[Array, Array, Array, float], Array]
    limits: str
    rounds: Callable[[Array, Array, Array], Array] | None = None
    draws: int = DRAWS
    scored: bool = True


def _closed(
    function: Callable[[Array, Array, Array], Array],
) -> Callable[[Array, Array, Array, float], Array]:
    """A closed formula on one issue, applied to each."""

    def forecast(position: Array, salience: Array, capability: Array, _reference: float) -> Array:
        places, care = np.swapaxes(position, -1, -2), np.swapaxes(salience, -1, -2)
        return function(places, care, capability[..., None, :])

    return forecast


def _nash(position: Array, salience: Array, capability: Array, reference: float) -> Array:
    places, care = np.swapaxes(position, -1, -2), np.swapaxes(salience, -1, -2)
    return nash(places, care, capability[..., None, :], reference)


def _spatial_rounds(
    position: Array,
    salience: Array,
    capability: Array,
    settings: Settings | None = None,
    rng: np.random.Generator | None = None,
) -> Array:
    """Saliences that sum to more than 100 are scaled down, and those of 0 put a little above it."""
    care = np.maximum(salience, 0.01)
    care = care * np.minimum(1, 100 / care.sum(axis=1, keepdims=True))
    return spatial_course(position, care, np.maximum(capability, 1e-9), settings, rng).positions


def _spatial(position: Array, salience: Array, capability: Array, _reference: float) -> Array:
    finals = np.stack(
        [_spatial_rounds(*draw)[-1] for draw in zip(position, salience, capability, strict=True)]
    )
    return _closed(weighted_mean)(finals, salience, capability, np.nan)


def _stochastic(position: Array, salience: Array, capability: Array, _reference: float) -> Array:
    """The mean over runs in which bargains are chosen by their probabilities; the runs' seeds are fixed."""
    settings = Settings(stochastic=True)
    finals = [
        [
            _spatial_rounds(*draw, settings, np.random.Generator(np.random.PCG64(run)))[-1]
            for run in range(RUNS)
        ]
        for draw in zip(position, salience, capability, strict=True)
    ]
    means = [
        _closed(weighted_mean)(np.array(runs), np.array([s] * RUNS), np.array([c] * RUNS), np.nan).mean(
            axis=0
        )
        for runs, s, c in zip(finals, salience, capability, strict=True)
    ]
    return np.array(means)


def _challenge_rounds(position: Array, salience: Array, capability: Array) -> Array:
    """Nobody is wholly indifferent: a salience of 0 would make an actor give way to any challenge."""
    care = np.maximum(salience / 100, 0.01)
    runs = [
        challenge_rounds(position[:, k], care[:, k], capability, ROUNDS).positions
        for k in range(position.shape[1])
    ]
    return np.stack(runs, axis=2)


def _challenge(position: Array, salience: Array, capability: Array, _reference: float) -> Array:
    forecasts = []
    for place, care, can in zip(position, salience, capability, strict=True):
        final = _challenge_rounds(place, care, can)[-1]
        forecasts.append([median_place(final[:, k], care[:, k], can) for k in range(final.shape[1])])
    return np.array(forecasts)


DEFAULT = "weighted-mean"
MODELS: tuple[Model, ...] = (
    Model(
        DEFAULT,
        _closed(weighted_mean),
        "A compromise that all weigh in on; it cannot say that talks fail, nor who moved.",
    ),
    Model("plain-mean", _closed(plain_mean), "All actors alike: what the numbers on power and salience add."),
    Model(
        "weighted-median",
        _closed(weighted_median),
        "Where a majority of weight decides and nobody is bought off; it jumps when the middle changes.",
    ),
    Model(
        "nash",
        _nash,
        "Agreement by consent against a disagreement point; without a known status quo it is near the mean.",
    ),
    Model(
        "spatial",
        _spatial,
        "Rounds of challenges and bargains; no better than the weighted mean on the EU's record.",
        _spatial_rounds,
        SLOW_DRAWS,
    ),
    Model(
        "spatial-stochastic",
        _stochastic,
        "The same with bargains chosen by chance, mean of 10 runs with fixed seeds; its record is not known.",
        draws=FEW_DRAWS,
        scored=False,
    ),
    Model(
        "challenge",
        _challenge,
        "Expected-utility rounds that oscillate; worse than the weighted mean on the EU's record.",
        _challenge_rounds,
        SLOW_DRAWS,
    ),
)


def model(name: str) -> Model:
    """A model by name.

    Raises
    ------
    UnknownName
        with the nearest name where there is no such model.
    """
    for one in MODELS:
        if one.name == name:
            return one
    raise UnknownName("decision model", name, [one.name for one in MODELS])
