"""The causal map as a picture: numbered concepts, arrows between them, and the links behind each.

Concepts are kept as worded, so that most texts link them pair by pair. Lines without a tip show which are
worded alike and may be one; they hang the picture together, and merge nothing.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx

from detente.brief.causes_layout import height, placed
from detente.findings import CausalClaim, Finding
from detente.outlook import causes

MOST = 16
"""Concepts in the picture at the most; the table holds all."""
_LEAST = 3
_ALIKE = 0.6
"""Least likeness of two wordings that a line in the picture shows."""
_RADIUS = 15.0
_LABEL, _LINES = 24, 2


@dataclass(frozen=True, slots=True)
class Node:
    """A concept at a place of the picture, with its number in the table."""

    number: int
    concept: causes.Concept
    x: float
    y: float

    @property
    def label(self) -> list[str]:
        """The beginning of the concept's words in lines; wide letters take the room of two."""
        lines: list[str] = []
        rest = self.concept.name
        wide = _wide(rest)
        room = _LABEL if not _LABEL < wide <= _LINES * _LABEL - 4 else wide // _LINES + 2
        while rest and len(lines) < _LINES:
            line = _fitting(rest, room)
            lines.append(line.strip())
            rest = rest[len(line) :]
        if rest:
            lines[-1] = lines[-1].rstrip("、,") + "…"
        return lines


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


@dataclass(frozen=True, slots=True)
class Alike:
    """A line between two circles whose concepts are worded alike."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True)
class Picture:
    """What the section on causes shows.

    Attributes
    ----------
    concepts : all concepts with their numbers, in the order in which the table names them.
    nodes, arrows, alike : what is drawn; empty where no three concepts hang together.
    loops : amplifying and balancing loops.
    edges : all edges; contested : those on which claims disagree.
    claims : finding of each link, by id.
    """

    concepts: tuple[tuple[int, causes.Concept], ...]
    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    alike: tuple[Alike, ...]
    loops: tuple[causes.Path, ...]
    edges: tuple[causes.Edge, ...]
    claims: dict[str, CausalClaim]

    @property
    def height(self) -> float:
        """The height of the picture, in the units of its width of 1000."""
        return height(len(self.nodes))

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
    ranked = {concept.name: concept for concept in causes.central(drawn)}
    edges = _in_order(drawn, list(ranked))
    named = dict.fromkeys(name for edge in edges for name in (edge.cause, edge.effect))
    numbered = tuple((number, ranked[name]) for number, name in enumerate(named, start=1))
    alike = [(s.first, s.second) for s in causes.suggestions(ranked, _ALIKE)]
    places = _placed(edges, alike)
    nodes = tuple(Node(number, c, *places[c.name]) for number, c in numbered if c.name in places)
    at = {node.concept.name: node for node in nodes}
    arrows = tuple(_arrow(e, at[e.cause], at[e.effect]) for e in edges if e.cause in at and e.effect in at)
    linked = {frozenset((arrow.edge.cause, arrow.edge.effect)) for arrow in arrows}
    lines = [pair for pair in alike if set(pair) <= at.keys() and frozenset(pair) not in linked]
    return Picture(
        concepts=numbered,
        nodes=nodes,
        arrows=arrows,
        alike=tuple(Alike(at[one].x, at[one].y, at[two].x, at[two].y) for one, two in lines),
        loops=tuple(causes.loops(drawn)),
        edges=tuple(edges),
        claims={claim.id: claim for claim in claims},
    )


def _in_order(drawn: causes.CausalMap, ranked: Sequence[str]) -> list[causes.Edge]:
    """The edges, those of much linked concepts first, and what hangs together beneath each other."""
    place = {name: at for at, name in enumerate(ranked)}
    group: dict[str, tuple[int, int]] = {}
    for names in nx.connected_components(drawn.graph().to_undirected()):
        group |= dict.fromkeys(names, (-len(names), min(place[name] for name in names)))

    def key(edge: causes.Edge) -> tuple[tuple[int, int], list[int], int]:
        ends = sorted((place[edge.cause], place[edge.effect]))
        return group[edge.cause], ends, place[edge.cause]

    return sorted(drawn.edges, key=key)


def _wide(words: str) -> int:
    return sum(2 if letter > "\u2e7f" else 1 for letter in words)


def _fitting(words: str, room: int) -> str:
    """As much of some words as a line of a label holds, broken between words where they have spaces."""
    for at, letter in enumerate(words):
        room -= _wide(letter)
        if room < 0:
            space = words.rfind(" ", 0, at + 1)
            return words[: space + 1] if space > at // 2 else words[:at]
    return words


def _placed(edges: Sequence[causes.Edge], alike: Sequence[tuple[str, str]]) -> dict[str, tuple[float, float]]:
    """Places for the concepts that hang together with at least two others, the largest groups first."""
    graph = nx.Graph((edge.cause, edge.effect) for edge in edges)
    graph.add_edges_from(alike)
    chosen: set[str] = set()
    groups = sorted(nx.connected_components(graph), key=lambda g: (-len(g), min(g)))
    for group in groups:
        if len(group) >= _LEAST:
            taken = _nearest(graph, [e for e in edges if e.cause in group], MOST - len(chosen))
            chosen |= taken if len(taken) >= _LEAST else set()
    return placed(graph, [g for g in nx.connected_components(graph.subgraph(chosen)) if len(g) >= _LEAST])


def _nearest(graph: nx.Graph, edges: Sequence[causes.Edge], most: int) -> set[str]:
    """The ends of those edges of a group that lie nearest to its first one, as many as there is room for."""
    far = nx.single_source_shortest_path_length(graph, edges[0].cause)
    taken: set[str] = set()
    for edge in sorted(edges, key=lambda e: min(far[e.cause], far[e.effect])):
        if len(taken | {edge.cause, edge.effect}) <= most:
            taken |= {edge.cause, edge.effect}
    return taken


def _arrow(edge: causes.Edge, start: Node, end: Node) -> Arrow:
    dx, dy = end.x - start.x, end.y - start.y
    far = math.hypot(dx, dy) or 1.0
    ux, uy = dx / far, dy / far
    # Edges there and back are drawn a little apart, each on its own right.
    sx, sy = -uy * 5, ux * 5
    x1, y1 = start.x + ux * _RADIUS + sx, start.y + uy * _RADIUS + sy
    x2, y2 = end.x - ux * (_RADIUS + 7) + sx, end.y - uy * (_RADIUS + 7) + sy
    return Arrow(edge, x1, y1, x2, y2, (x1 + x2) / 2, (y1 + y2) / 2)
