"""How far a scenario survives doubt about the judgements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from detente.outlook.scenarios.matrix import Matrix, Scenario
from detente.outlook.scenarios.search import consistent

DRAWS, STEP = 1000, 1


@dataclass(frozen=True)
class Survivor:
    """A consistent scenario and how robust it is.

    Attributes
    ----------
    scenario : the states.
    survival : share of draws in which it stays consistent although every judgement is off by chance.
        It says how much hangs on single judgements, not how probable the scenario is.
    shortfall : how far the worst state falls short of its rivals (0 without tolerance).
    total : total impact score: the sum of the balances of its states.
    """

    scenario: Scenario
    survival: float
    shortfall: float
    total: float


def survivors(
    matrix: Matrix,
    tolerance: float = 0.0,
    forced: Mapping[int, int] | None = None,
    *,
    step: int = STEP,
    draws: int = DRAWS,
    seed: int = 1,
) -> list[Survivor]:
    """The consistent scenarios with their survival, the most robust first.

    Parameters
    ----------
    step : in each draw every judgement between different descriptors moves by a whole number from -step to
        step, all alike and independently: a zero may become an influence, too.
    """
    found = consistent(matrix, tolerance, forced)
    kept = _kept(matrix, found, tolerance, dict(forced or {}), step, draws, seed) if found else []
    return sorted(
        (
            Survivor(scenario, share, float(matrix.inconsistency(scenario).max()), _total(matrix, scenario))
            for scenario, share in zip(found, kept, strict=True)
        ),
        key=lambda s: (-s.survival, s.scenario),
    )


def _kept(
    matrix: Matrix,
    scenarios: Sequence[Scenario],
    tolerance: float,
    forced: dict[int, int],
    step: int,
    draws: int,
    seed: int,
) -> list[float]:
    rng = np.random.Generator(np.random.PCG64(seed))
    rows = np.array([[start + at for start, at in zip(matrix.starts, s, strict=True)] for s in scenarios])
    between = np.ones_like(matrix.scores)
    for start, size in zip(matrix.starts, matrix.sizes, strict=True):
        between[start : start + size, start : start + size] = 0
    kept = np.zeros(len(scenarios))
    for _ in range(draws):
        noise = rng.integers(-step, step + 1, matrix.scores.shape) * between
        balances = (matrix.scores + noise)[rows].sum(axis=1)
        holds = np.ones(len(scenarios), dtype=bool)
        for j, (start, size) in enumerate(zip(matrix.starts, matrix.sizes, strict=True)):
            if j not in forced:
                part = balances[:, start : start + size]
                own = np.take_along_axis(balances, rows[:, [j]], axis=1)[:, 0]
                holds &= own >= part.max(axis=1) - tolerance - 1e-9
        kept += holds
    return [float(share) for share in kept / draws]


def _total(matrix: Matrix, scenario: Scenario) -> float:
    balances = matrix.balances(scenario)
    return float(sum(balances[start + at] for start, at in zip(matrix.starts, scenario, strict=True)))
