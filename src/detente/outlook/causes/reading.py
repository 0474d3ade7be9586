"""What stands in a cognitive map: central concepts, sources and goals, paths, loops, total effects."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import networkx as nx

from detente.errors import UnknownName
from detente.outlook.causes.map import MINUS, OPEN, PLUS, CausalMap

LONGEST = 8
"""Paths and loops of more edges than this are not followed."""
MOST = 20_000
"""So many paths or loops are looked at, at the most."""


@dataclass(frozen=True)
class Concept:
    """How a concept stands in the map.

    Attributes
    ----------
    name : the concept.
    causes, effects : edges that come in and that go out.
    between : share of shortest paths of others that pass through it (betweenness, 0 to 1).
    role : `source` (nothing bears on it), `goal` (it bears on nothing) or `between`.
    """

    name: str
    causes: int
    effects: int
    between: float
    role: str

    @property
    def degree(self) -> int:
        """Edges in and out: Axelrod's measure of a central concept."""
        return self.causes + self.effects


@dataclass(frozen=True)
class Path:
    """A way from one concept to another, or round to itself.

    Attributes
    ----------
    concepts : in order; a loop does not name its first again.
    sign : product of the edges' signs; `?` where one of them is open.
    """

    concepts: tuple[str, ...]
    sign: str


@dataclass(frozen=True)
class Effect:
    """The total effect of one concept on another over all paths.

    Attributes
    ----------
    sign : `+` or `-` where all paths agree, `?` where they do not (indeterminate), or one is open.
    plus, minus, unclear : number of paths of each sign.
    complete : whether every simple path was followed.
    """

    cause: str
    effect: str
    sign: str
    plus: int
    minus: int
    unclear: int
    complete: bool


def central(map_: CausalMap) -> list[Concept]:
    """Every concept, those with most edges first."""
    graph = map_.graph()
    between = nx.betweenness_centrality(graph)
    concepts = [
        Concept(name, graph.in_degree(name), graph.out_degree(name), between[name], _role(graph, name))
        for name in graph
    ]
    return sorted(concepts, key=lambda c: (-c.degree, -c.between, c.name))


def _role(graph: nx.DiGraph, name: str) -> str:
    if not graph.in_degree(name):
        return "source"
    return "between" if graph.out_degree(name) else "goal"


def product(signs: Sequence[str]) -> str:
    """The sign of a chain: `-` for an odd number of minuses, `?` where one sign is open."""
    if OPEN in signs:
        return OPEN
    return MINUS if signs.count(MINUS) % 2 else PLUS


def paths(map_: CausalMap, cause: str, effect: str, longest: int = LONGEST) -> list[Path]:
    """The simple paths from one concept to another, the shortest first, `MOST` at the most.

    Raises
    ------
    UnknownName
        where a concept is not in the map.
    """
    graph = map_.graph()
    for name in (cause, effect):
        if name not in graph:
            raise UnknownName("concept", name, graph.nodes)
    found = itertools.islice(nx.all_simple_paths(graph, cause, effect, cutoff=longest), MOST)
    return sorted((_path(graph, nodes) for nodes in found), key=lambda p: (len(p.concepts), p.concepts))


def _path(graph: nx.DiGraph, nodes: Sequence[str], *, closed: bool = False) -> Path:
    pairs = list(itertools.pairwise([*nodes, nodes[0]] if closed else nodes))
    return Path(tuple(nodes), product([graph.edges[pair]["sign"] for pair in pairs]))


def loops(map_: CausalMap, longest: int = LONGEST) -> list[Path]:
    """The loops: `+` amplifies what sets it going, `-` balances it (Maruyama 1963); the shortest first.

    Each loop begins with its first concept by name.
    """
    graph = map_.graph()
    found = itertools.islice(nx.simple_cycles(graph, length_bound=longest), MOST)
    turned = (_turned(nodes) for nodes in found)
    return sorted((_path(graph, n, closed=True) for n in turned), key=lambda p: (len(p.concepts), p.concepts))


def _turned(nodes: Sequence[str]) -> list[str]:
    first = nodes.index(min(nodes))
    return [*nodes[first:], *nodes[:first]]


def effects(map_: CausalMap, longest: int | None = None) -> Iterator[Effect]:
    """The total effect of every concept on every other that a path leads to (Axelrod 1976, ch. 3).

    Parameters
    ----------
    longest : edges of a path at the most; None follows all in a map of up to 12 concepts, else `LONGEST`.
    """
    graph = map_.graph()
    bound = longest or (len(graph) if len(graph) <= 12 else LONGEST)
    for cause, effect in itertools.permutations(sorted(graph), 2):
        if nx.has_path(graph, cause, effect):
            yield _effect(graph, cause, effect, bound)


def _effect(graph: nx.DiGraph, cause: str, effect: str, longest: int) -> Effect:
    found = itertools.islice(nx.all_simple_paths(graph, cause, effect, cutoff=longest), MOST + 1)
    signs = [_path(graph, nodes).sign for nodes in itertools.islice(found, MOST)]
    between = (nx.descendants(graph, cause) | {cause}) & (nx.ancestors(graph, effect) | {effect})
    complete = next(found, None) is None and longest >= len(between) - 1
    counts = {sign: signs.count(sign) for sign in (PLUS, MINUS, OPEN)}
    agreed = [sign for sign in (PLUS, MINUS) if counts[sign] and counts[sign] == len(signs)]
    return Effect(
        cause, effect, agreed[0] if agreed else OPEN, counts[PLUS], counts[MINUS], counts[OPEN], complete
    )
