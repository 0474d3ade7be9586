"""What if: fuzzy cognitive map inference with clamped concepts; it tells directions, not amounts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from detente.errors import UnknownName, UsageError
from detente.outlook.causes.map import MINUS, OPEN, CausalMap

Array = npt.NDArray[np.float64]
RULES = ("kosko", "modified-kosko", "rescaled")
STEPS, QUIET = 1000, 1e-5


def infer(
    weights: Array,
    start: Array,
    *,
    clamped: Mapping[int, float] | None = None,
    rule: str = RULES[1],
    steepness: float = 1.0,
    threshold: float = QUIET,
    steps: int = STEPS,
) -> Array:
    """Iterate activations to rest; steps + 1 x concepts.

    Parameters
    ----------
    weights : [i, j] in [-1, 1]: how i bears on j.
    start : activations in [0, 1].
    clamped : concept -> activation that is held throughout.
    rule : kosko, a' = f(sum w a) (Kosko 1986); modified-kosko, a' = f(a + sum w a) (Stylios & Groumpos
        2004); rescaled, a' = f((2a - 1) + sum w (2a - 1)) (Papageorgiou 2011); f the logistic function of
        the given steepness, as in Dikopoulou & Papageorgiou's R package fcm.
    threshold : stop when no activation changes by more.
    """
    if rule not in RULES:
        raise UnknownName("rule of inference", rule, RULES)
    held = dict(clamped or {})
    states = [_held(np.asarray(start, dtype=float), held)]
    for _ in range(steps):
        a = states[-1]
        if rule == "rescaled":
            drive = (2 * a - 1) + (2 * a - 1) @ weights
        else:
            drive = a @ weights + (a if rule == "modified-kosko" else 0)
        states.append(_held(1 / (1 + np.exp(-steepness * drive)), held))
        if np.abs(states[-1] - a).max() <= threshold:
            break
    return np.array(states)


def _held(state: Array, clamped: Mapping[int, float]) -> Array:
    state = state.copy()
    for at, value in clamped.items():
        state[at] = value
    return state


@dataclass(frozen=True)
class Direction:
    """Which way a concept goes when others are held high or low.

    Attributes
    ----------
    concept : name.
    direction : `up`, `down` or `no change` against the run in which nothing is held.
    """

    concept: str
    direction: str


def what_if(
    map_: CausalMap, high: Sequence[str] = (), low: Sequence[str] = (), least: float = 1e-4
) -> list[Direction]:
    """Which way each other concept goes when some are held high (1) and some low (0).

    All edges weigh the same and open ones nothing, since the texts give no amounts; therefore only the
    direction of the difference is told, never its size. The rescaled rule is used: a concept on which
    nothing bears stays where it is.

    Raises
    ------
    UnknownName
        where a concept is not in the map.
    UsageError
        where one is held both high and low.
    """
    both = next((name for name in high if name in low), None)
    if both is not None:
        raise UsageError(f'"{both}" is held both high and low.', hint="Hold it one way.")
    concepts = map_.concepts
    at = {name: k for k, name in enumerate(concepts)}
    for name in (*high, *low):
        if name not in at:
            raise UnknownName("concept", name, concepts)
    weights = np.zeros((len(concepts), len(concepts)))
    for edge in map_.edges:
        if edge.sign != OPEN:
            weights[at[edge.cause], at[edge.effect]] = -0.5 if edge.sign == MINUS else 0.5
    start = np.full(len(concepts), 0.5)
    held = {at[n]: 1.0 for n in high} | {at[n]: 0.0 for n in low}
    base = infer(weights, start, rule="rescaled")[-1]
    moved = infer(weights, start, clamped=held, rule="rescaled")[-1]
    return [
        Direction(
            name,
            "up" if moved[k] - base[k] > least else "down" if base[k] - moved[k] > least else "no change",
        )
        for name, k in at.items()
        if k not in held
    ]
