"""Where the concepts of the causal map stand in its picture: near what they hang on, their labels apart."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import networkx as nx

WIDTH = 1000.0
_TOP, _BOTTOM, _MARGIN = 30.0, 62.0, 85.0
_LOWEST, _HIGHEST, _A_CONCEPT = 200.0, 640.0, 40.0
_WIDE, _HIGH, _ROUNDS = 165.0, 66.0, 200
"""The room that a circle with its label takes, and how often overlaps are pushed apart."""

Place = tuple[float, float]


def height(concepts: int) -> float:
    """The height of a picture of so many concepts, in the units of its width of 1000."""
    return min(_HIGHEST, _LOWEST + _A_CONCEPT * concepts)


def placed(graph: nx.Graph, groups: Sequence[set[str]]) -> dict[str, Place]:
    """Places for the concepts of some groups, each group in a stretch of the picture of its own."""
    shown = sum(map(len, groups))
    at: dict[str, Place] = {}
    left = 0.0
    for group in sorted(groups, key=lambda g: (-len(g), min(g))):
        width = WIDTH * len(group) / shown
        at |= _boxed(graph.subgraph(group), left, width, height(shown))
        left += width
    return _apart(at, height(shown))


def _boxed(group: nx.Graph, left: float, width: float, high: float) -> dict[str, Place]:
    """Places for the concepts of one group within a box of the picture."""
    steady = nx.Graph()
    steady.add_nodes_from(sorted(group))
    steady.add_edges_from(sorted(tuple(sorted(pair)) for pair in group.edges))
    places = nx.kamada_kawai_layout(steady)
    spread = [(min(p[k] for p in places.values()), max(p[k] for p in places.values())) for k in (0, 1)]

    def put(value: float, which: int, size: float) -> float:
        low, most = spread[which]
        share = (value - low) / (most - low) if most - low > 1e-6 else 0.5
        first, last = (_TOP, _BOTTOM) if which else [min(_MARGIN, 0.3 * size)] * 2
        return first + float(share) * (size - first - last)

    return {name: (left + put(x, 0, width), put(y, 1, high)) for name, (x, y) in places.items()}


def _apart(at: dict[str, Place], high: float) -> dict[str, Place]:
    """The places with circles and labels that overlap pushed apart, the shorter way, within the picture."""
    places = {name: [x, y] for name, (x, y) in sorted(at.items())}
    for _ in range(_ROUNDS):
        moved = False
        for one, two in itertools.combinations(places.values(), 2):
            dx, dy = two[0] - one[0], two[1] - one[1]
            over = _WIDE - abs(dx), _HIGH - abs(dy)
            if min(over) <= 0:
                continue
            moved = True
            which = 0 if over[0] / _WIDE < over[1] / _HIGH else 1
            push = (over[which] / 2 + 0.5) * (1 if (dx, dy)[which] >= 0 else -1)
            one[which] -= push
            two[which] += push
            for place in (one, two):
                place[0] = min(max(place[0], _MARGIN), WIDTH - _MARGIN)
                place[1] = min(max(place[1], _TOP), high - _BOTTOM)
        if not moved:
            break
    return {name: (x, y) for name, (x, y) in places.items()}
