"""Where scenarios lead: each step replaces states by those that the balances favour."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from detente.outlook.scenarios.matrix import Matrix, Scenario

Rows = npt.NDArray[np.int64]
MOST = 200_000
"""Starting scenarios at the most; of more, as many are drawn at random."""
RULES = ("global", "local")


@dataclass(frozen=True)
class Attractor:
    """Where succession ends.

    Attributes
    ----------
    cycle : the scenarios of the end, one where it is a fixed point, from the first in order.
    starts : how many starting scenarios end here: its weight.
    share : of all starting scenarios looked at. It is no probability of the future.
    """

    cycle: tuple[Scenario, ...]
    starts: int
    share: float


def attractors(matrix: Matrix, rule: str = "global", seed: int = 1) -> list[Attractor]:
    """Every attractor that the starting scenarios end in, the heaviest first.

    Parameters
    ----------
    rule : `global`, all descriptors at once take the state with the best balance; `local`, only the
        descriptor whose state falls short most does (the first, where several do). A state that is as good
        as the best stays; else the first of the best is taken.
    seed : of the draw of starts where there are more than `MOST` scenarios.
    """
    rows = _starts(matrix, seed)
    step = _global if rule == "global" else _local
    ends = rows
    for _ in range(2 * len(matrix.descriptors) + 2):
        after = step(matrix, ends)
        if np.array_equal(after, ends):
            break
        ends = after
    cycles: dict[tuple[Scenario, ...], int] = {}
    different, counts = np.unique(ends, axis=0, return_counts=True)
    for row, count in zip(different, counts, strict=True):
        cycle = _cycle(matrix, row, step)
        cycles[cycle] = cycles.get(cycle, 0) + int(count)
    found = [Attractor(cycle, count, count / len(rows)) for cycle, count in cycles.items()]
    return sorted(found, key=lambda a: (-a.starts, a.cycle))


def _starts(matrix: Matrix, seed: int) -> Rows:
    if matrix.combinations <= MOST:
        grids = np.meshgrid(*(np.arange(size) for size in matrix.sizes), indexing="ij")
        return np.stack([grid.ravel() for grid in grids], axis=1)
    rng = np.random.Generator(np.random.PCG64(seed))
    return np.stack([rng.integers(0, size, MOST) for size in matrix.sizes], axis=1)


def _shortfalls(matrix: Matrix, rows: Rows) -> tuple[Rows, npt.NDArray[np.float64]]:
    """The best state of each descriptor (the present one where it is as good), and what it is better by."""
    starts = np.array(matrix.starts)
    balances = sum(matrix.scores[starts[j] + rows[:, j]] for j in range(rows.shape[1]))
    best, short = rows.copy(), np.zeros(rows.shape)
    every = np.arange(len(rows))
    for j, (start, size) in enumerate(zip(matrix.starts, matrix.sizes, strict=True)):
        part = balances[:, start : start + size]
        own, top = part[every, rows[:, j]], part.max(axis=1)
        best[:, j] = np.where(own >= top, rows[:, j], part.argmax(axis=1))
        short[:, j] = top - own
    return best, short


def _global(matrix: Matrix, rows: Rows) -> Rows:
    return _shortfalls(matrix, rows)[0]


def _local(matrix: Matrix, rows: Rows) -> Rows:
    best, short = _shortfalls(matrix, rows)
    worst = short.argmax(axis=1)
    after, every = rows.copy(), np.arange(len(rows))
    after[every, worst] = best[every, worst]
    return after


def _cycle(matrix: Matrix, row: Rows, step: Callable[[Matrix, Rows], Rows]) -> tuple[Scenario, ...]:
    """The cycle that a scenario runs into, turned so that its first scenario in order comes first."""
    seen: list[Scenario] = []
    at = row[None]
    while (scenario := tuple(int(s) for s in at[0])) not in seen:
        seen.append(scenario)
        at = step(matrix, at)
    cycle = seen[seen.index(scenario) :]
    first = cycle.index(min(cycle))
    return (*cycle[first:], *cycle[:first])
