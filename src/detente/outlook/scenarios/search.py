"""All consistent scenarios of a matrix, by an exact search that leaves out what cannot become one."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from detente.outlook.scenarios.matrix import Matrix, Scenario

Array = npt.NDArray[np.float64]
Partial = npt.NDArray[np.int8]

_BLOCK = 20_000
"""So many partial scenarios are widened at once; the search goes deep first, and so stays small."""
_ROUND = 1e-9


def consistent(
    matrix: Matrix, tolerance: float = 0.0, forced: Mapping[int, int] | None = None
) -> list[Scenario]:
    """Every scenario in which no state's balance falls short of its rivals' by more than the tolerance.

    Descriptors are settled one after another. A partial scenario is given up as soon as one of its states
    cannot hold its own even if all descriptors still open helped it as much as they can; so nothing that
    is consistent is lost, whatever the size.

    Parameters
    ----------
    tolerance : greatest shortfall that counts as consistent, in units of the judgements, 0 or more.
    forced : descriptor -> state (places) that is given from outside ("suppose ..."); only its own
        balance is not asked about, since something outside holds it in place.

    Returns
    -------
    Scenarios in the order of their states, the first descriptor slowest.
    """
    forced = dict(forced or {})
    plan = _Plan(matrix, forced)
    found: list[Partial] = []
    waiting: list[tuple[int, Partial, Array]] = [(0, np.zeros((1, 0), np.int8), plan.nothing())]
    while waiting:
        depth, partial, lead = waiting.pop()
        if depth == len(plan.order):
            found.append(partial)
            continue
        for at in range(0, len(partial), _BLOCK):
            block = slice(at, at + _BLOCK)
            waiting.append((depth + 1, *plan.widened(depth, partial[block], lead[block], tolerance)))
    settled = np.concatenate(found) if found else np.zeros((0, len(plan.order)), np.int8)
    back = np.argsort(plan.order)
    return sorted(tuple(int(s) for s in row) for row in settled[:, back])


class _Plan:
    """The order of the descriptors, and what each still open one can add to each state's lead.

    For a state s of descriptor j and a rival k of the same descriptor the lead is balance(s) - balance(k);
    leads are kept for all pairs (j, s, k), one column each.
    """

    def __init__(self, matrix: Matrix, forced: dict[int, int]) -> None:
        starts, sizes = matrix.starts, matrix.sizes
        self.pairs = [
            (j, s, k)
            for j in range(len(sizes))
            if j not in forced
            for s in range(sizes[j])
            for k in range(sizes[j])
            if k != s
        ]
        own = [starts[j] + s for j, s, _ in self.pairs]
        rival = [starts[j] + k for j, _, k in self.pairs]
        gain = matrix.scores[:, own] - matrix.scores[:, rival]
        choices = [[forced[j]] if j in forced else range(size) for j, size in enumerate(sizes)]
        self.gains = [gain[[starts[i] + s for s in choice]] for i, choice in enumerate(choices)]
        self.choices = [np.array(choice, dtype=np.int8) for choice in choices]
        most = np.array([table.max(axis=0) for table in self.gains])
        spread = np.array([np.ptp(table, axis=0).sum() for table in self.gains]) + np.abs(most).sum(axis=1)
        self.order = sorted(range(len(sizes)), key=lambda i: (len(choices[i]) > 1, -spread[i]))
        open_to = np.zeros((len(sizes) + 1, len(self.pairs)))
        for depth in range(len(sizes) - 1, -1, -1):
            open_to[depth] = open_to[depth + 1] + most[self.order[depth]]
        self.open_to = open_to
        self.columns = {
            (j, s): [c for c, (jj, ss, _) in enumerate(self.pairs) if (jj, ss) == (j, s)]
            for j, s in {(j, s) for j, s, _ in self.pairs}
        }

    def nothing(self) -> Array:
        """The leads before anything is settled."""
        return np.zeros((1, len(self.pairs)))

    def widened(self, depth: int, partial: Partial, lead: Array, tolerance: float) -> tuple[Partial, Array]:
        """Each partial scenario with each state of the next descriptor, as far as it can still be held."""
        nxt = self.order[depth]
        parts, leads = [], []
        for row, state in enumerate(self.choices[nxt]):
            after = lead + self.gains[nxt][row]
            limit = -tolerance - _ROUND - self.open_to[depth + 1]
            alive = np.ones(len(partial), dtype=bool)
            for column in self.columns.get((nxt, int(state)), ()):
                alive &= after[:, column] >= limit[column]
            alive &= self._held(depth, partial, after, limit)
            parts.append(np.column_stack([partial[alive], np.full(int(alive.sum()), state, dtype=np.int8)]))
            leads.append(after[alive])
        return np.concatenate(parts), np.concatenate(leads)

    def _held(self, depth: int, partial: Partial, after: Array, limit: Array) -> npt.NDArray[np.bool_]:
        """Which partial scenarios have states settled before that can all still hold their own."""
        alive = np.ones(len(partial), dtype=bool)
        enough = after >= limit
        for place in range(depth):
            descriptor = self.order[place]
            for state in self.choices[descriptor]:
                columns = self.columns.get((descriptor, int(state)))
                if columns:
                    alive &= (partial[:, place] != state) | enough[:, columns].all(axis=1)
        return alive
