"""The causal map as a picture: numbered concepts, arrows between them, and the links behind each."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx

from detente.findings import CausalClaim, Finding
from detente.outlook import causes

MOST = 16
"""Concepts in the picture at the most; the table holds all."""
_LEAST = 3
_WIDTH, _EDGE, _RADIUS = 1000.0, 40.0, 15.0
_LABEL, _MARGIN = 26, 105.0
_LOWEST, _HIGHEST, _A_CONCEPT = 180.0, 480.0, 28.0


@dataclass(frozen=True, slots=True)
class Node:
    """A concept at a place of the picture, with its number in the table."""

    number: int
    concept: causes.Concept
    x: float
    y: float

    @property
    def label(self) -> str:
        """The beginning of the concept's words; wide letters take the room of two."""
        room, kept = _LABEL, ""
        for letter in self.concept.name:
            room -= 2 if letter > "\u2e7f" else 1
            if room < 0:
                return kept.rstrip() + "…"
            kept += letter
        return kept


@dataclass(frozen=True, slots=True)
class Arrow:
    """An edge of the picture from circle to circle, and the middle, where its sign stands."""

    edge: causes.Edge
    x1: float
    y1: float
    x2: float
    y2: float
    mx: float
    my: float


@dataclass(frozen=True)
class Picture:
    """What the section on causes shows.

    Attributes
    ----------
    concepts : all concepts with their numbers, those with most edges first.
    nodes, arrows : what is drawn; empty where no three concepts hang together.
    loops : amplifying and balancing loops.
    edges : all edges; contested : those on which claims disagree.
    claims : finding of each link, by id.
    """

    concepts: tuple[tuple[int, causes.Concept], ...]
    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    loops: tuple[causes.Path, ...]
    edges: tuple[causes.Edge, ...]
    claims: dict[str, CausalClaim]

    @property
    def height(self) -> float:
        """The height of the picture, in the units of its width of 1000."""
        return _height(len(self.nodes))

    @property
    def contested(self) -> int:
        """How many edges are contested."""
        return sum(edge.contested for edge in self.edges)

    def number(self, concept: str) -> int:
        """The number of a concept in the table."""
        return next(number for number, known in self.concepts if known.name == concept)

    def findings(self, edge: causes.Edge) -> list[CausalClaim]:
        """The claims behind an edge."""
        return [self.claims[link.finding] for link in edge.links if link.finding in self.claims]


def picture(findings: Sequence[Finding], names: dict[str, str] | None = None) -> Picture:
    """The causal map of the claims among findings; `names` merges concepts as the analyst said."""
    claims = [f for f in findings if isinstance(f, CausalClaim)]
    drawn = causes.causal_map(causes.links_of(claims), names)
    ranked = tuple(enumerate(causes.central(drawn), start=1))
    nodes = _placed(drawn, ranked)
    at = {node.concept.name: node for node in nodes}
    arrows = tuple(
        _arrow(e, at[e.cause], at[e.effect]) for e in drawn.edges if e.cause in at and e.effect in at
    )
    place = {concept.name: number for number, concept in ranked}
    edges = sorted(
        drawn.edges, key=lambda e: (min(place[e.cause], place[e.effect]), place[e.cause], place[e.effect])
    )
    by_id = {claim.id: claim for claim in claims}
    return Picture(ranked, nodes, arrows, tuple(causes.loops(drawn)), tuple(edges), by_id)


def _placed(drawn: causes.CausalMap, ranked: Sequence[tuple[int, causes.Concept]]) -> tuple[Node, ...]:
    """Places for the concepts that hang together with at least two others, the largest groups first."""
    graph = drawn.graph().to_undirected()
    groups = sorted(nx.connected_components(graph), key=lambda g: (-len(g), min(g)))
    chosen: list[str] = []
    for group in groups:
        if len(group) >= _LEAST and len(chosen) + min(len(group), MOST) <= MOST:
            chosen += [c.name for _, c in ranked if c.name in group][: MOST - len(chosen)]
    if not chosen:
        return ()
    groups = sorted(nx.connected_components(graph.subgraph(chosen)), key=lambda g: (-len(g), min(g)))
    at: dict[str, tuple[float, float]] = {}
    height, left = _height(len(chosen)), 0.0
    for group in groups:
        width = _WIDTH * len(group) / len(chosen)
        at |= _boxed(graph.subgraph(group), left, width, height)
        left += width
    return tuple(Node(number, c, *at[c.name]) for number, c in ranked if c.name in at)


def _boxed(group: nx.Graph, left: float, width: float, height: float) -> dict[str, tuple[float, float]]:
    """Places for the concepts of one group within a box of the picture."""
    steady = nx.Graph()
    steady.add_nodes_from(sorted(group))
    steady.add_edges_from(sorted(tuple(sorted(pair)) for pair in group.edges))
    places = nx.kamada_kawai_layout(steady)
    spread = [(min(p[k] for p in places.values()), max(p[k] for p in places.values())) for k in (0, 1)]

    def put(value: float, which: int, size: float) -> float:
        low, high = spread[which]
        share = (value - low) / (high - low) if high - low > 1e-6 else 0.5
        edge = _EDGE if which else min(_MARGIN, 0.3 * size)
        return edge + float(share) * (size - 2 * edge)

    return {name: (left + put(x, 0, width), put(y, 1, height)) for name, (x, y) in places.items()}


def _height(concepts: int) -> float:
    return min(_HIGHEST, _LOWEST + _A_CONCEPT * concepts)


def _arrow(edge: causes.Edge, start: Node, end: Node) -> Arrow:
    dx, dy = end.x - start.x, end.y - start.y
    far = math.hypot(dx, dy) or 1.0
    ux, uy = dx / far, dy / far
    # Edges there and back are drawn a little apart, each on its own right.
    sx, sy = -uy * 5, ux * 5
    x1, y1 = start.x + ux * _RADIUS + sx, start.y + uy * _RADIUS + sy
    x2, y2 = end.x - ux * (_RADIUS + 7) + sx, end.y - uy * (_RADIUS + 7) + sy
    return Arrow(edge, x1, y1, x2, y2, (x1 + x2) / 2, (y1 + y2) / 2)
