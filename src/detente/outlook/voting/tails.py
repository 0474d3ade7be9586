"""Counts of coalitions by size and weight, exact for any number of voters.

For weights `w` in k columns, T[s][x1..xk] is the number of coalitions of size s that weigh at least
xj in each column j. The table is built voter by voter (the generating function of Mann & Shapley
1962, as tails instead of single coefficients) modulo several primes and put together by the Chinese
remainder theorem, so that numpy's fast integers give exact counts of any length.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

CELLS = 40_000_000
"""Most cells of one table; above it the caller has to take another way or coarser weights."""
_PRIMES = (
    4611686018427387847, 4611686018427387817, 4611686018427387787, 4611686018427387761,
    4611686018427387751, 4611686018427387737, 4611686018427387733, 4611686018427387709,
    4611686018427387701, 4611686018427387631, 4611686018427387617, 4611686018427387587,
)  # fmt: skip
"""Primes just under 2^62: a sum of two residues stays within 63 bits."""
VOTERS = 61 * len(_PRIMES) - 1
"""Most voters whose coalitions these primes can count."""

Table = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Tails:
    """The table T of one set of voters.

    Attributes
    ----------
    weights : one tuple of whole weights a voter, one number a column.
    most : for each column, the largest bound x that will be asked for.
    """

    weights: tuple[tuple[int, ...], ...]
    most: tuple[int, ...]

    @staticmethod
    def cells(voters: int, most: Sequence[int]) -> int:
        """How many cells the table would have."""
        return (voters + 1) * int(np.prod([m + 1 for m in most], dtype=object))

    @cached_property
    def residues(self) -> list[tuple[int, Table]]:
        """The table modulo each prime that is needed; counts are below 2^n."""
        primes = _PRIMES[: len(self.weights) // 61 + 1]
        return [(prime, self._table(prime)) for prime in primes]

    def _table(self, prime: int) -> Table:
        shape = (len(self.weights) + 1, *(m + 1 for m in self.most))
        table = np.zeros(shape, dtype=np.int64)
        table[(0, *(0 for _ in self.most))] = 1
        for voted, weight in enumerate(self.weights):
            former = table[: voted + 1]
            moved = former[np.ix_(np.arange(voted + 1), *map(_moved, self.most, weight))]
            after = table[1 : voted + 2] + moved
            after[after >= prime] -= prime
            table[1 : voted + 2] = after
        return table

    def without(self, weight: tuple[int, ...], bounds: tuple[int, ...]) -> list[int]:
        """For each size s, how many coalitions that leave out one voter of this weight reach the bounds.

        T without the voter follows from T: T'[s][x] = T[s][x] - T'[s-1][x-w], an alternating sum.
        """
        n = len(self.weights)
        counts = [0] * n
        product = 1
        for prime, table in self.residues:
            parts = [0] * n
            column = [
                _at(table, [max(0, b - k * w) for b, w in zip(bounds, weight, strict=True)]) for k in range(n)
            ]
            for size in range(n):
                parts[size] = sum((-1) ** k * column[k][size - k] for k in range(size + 1)) % prime
            inverse = pow(product, -1, prime)
            counts = [c + product * ((p - c) * inverse % prime) for c, p in zip(counts, parts, strict=True)]
            product *= prime
        return counts


def _at(table: Table, bounds: Sequence[int]) -> list[int]:
    """The counts at these bounds, one a size."""
    for bound in bounds:
        table = table[:, bound]
    return [int(count) for count in table]


def _moved(most: int, weight: int) -> npt.NDArray[np.intp]:
    """For each bound x, the bound max(0, x - weight)."""
    return np.maximum(np.arange(most + 1) - weight, 0)
