"""The pairs of states with the most rows: what stands beside a dyad when no others are named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from detente.barometer.plain import PlainTable
from detente.datasets.queries import counts

Pair = tuple[str, str]


def busiest(events: Any, besides: Pair, most: int) -> list[Pair]:
    """The undirected pairs with the most rows of an Ibis table of events, without `besides`."""
    rows = counts(events, "year", False).to_pyarrow().to_pylist()
    return _ranked(((row["source"], row["target"], row["n"]) for row in rows), besides, most)


def busiest_of_table(plain: PlainTable, besides: Pair, most: int) -> list[Pair]:
    """The same of a plain table; none where it has no columns of states."""
    if plain.sides is None:
        return []
    one, other = (plain.table.column(side).to_pylist() for side in plain.sides)
    return _ranked(((str(a), str(b), 1) for a, b in zip(one, other, strict=True)), besides, most)


def _ranked(rows: Iterable[tuple[str, str, int]], besides: Pair, most: int) -> list[Pair]:
    sums: Counter[Pair] = Counter()
    for a, b, n in rows:
        sums[min(a, b), max(a, b)] += n
    ranked = sorted(sums, key=lambda pair: (-sums[pair], pair))
    return [pair for pair in ranked if pair != (min(besides), max(besides))][:most]
