"""The pairs of states with the most rows: what stands beside a dyad when no others are named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from detente.barometer.plain import Pair, PlainTable
from detente.datasets.queries import counts


def busiest(events: Any, besides: Pair, most: int) -> list[Pair]:
    """The undirected pairs with the most rows of an Ibis table of events, without `besides`."""
    rows = counts(events, "year", False).to_pyarrow().to_pylist()
    return _ranked(((row["source"], row["target"], row["n"]) for row in rows), besides, most)


def busiest_of_table(plain: PlainTable, besides: Pair, most: int) -> list[Pair]:
    """The same of a plain table; rows that do not name two different states are passed over."""
    return _ranked(((*pair, 1) for pair in plain.pairs if pair is not None), besides, most)


def _ranked(rows: Iterable[tuple[str, str, int]], besides: Pair, most: int) -> list[Pair]:
    sums: Counter[Pair] = Counter()
    for a, b, n in rows:
        sums[min(a, b), max(a, b)] += n
    ranked = sorted(sums, key=lambda pair: (-sums[pair], pair))
    return [pair for pair in ranked if pair != (min(besides), max(besides))][:most]
