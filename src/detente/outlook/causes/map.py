"""A cognitive map: the concepts of the causal claims, and what is said to bear on what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import networkx as nx

from detente.findings import CausalClaim
from detente.outlook.causes.wording import concept

PLUS, MINUS, OPEN = "+", "-", "?"
AUTHOR = "author"


@dataclass(frozen=True)
class Link:
    """One claim, or one edge that the analyst drew: a cause, an effect, and what it rests on.

    Attributes
    ----------
    cause, effect : names of concepts.
    sign : `+` where the cause raises or brings about the effect, `-` where it lowers or prevents it.
    holder : whose claim it is; `author` for the text's own.
    hedged : stated as a possibility.
    negated : the link with this sign is denied.
    quote, document, start, end : the passage; empty and None for an analyst's edge.
    finding : id of the finding, or "" for an analyst's edge.
    """

    cause: str
    effect: str
    sign: str
    holder: str = AUTHOR
    hedged: bool = False
    negated: bool = False
    quote: str = ""
    document: str = ""
    start: int | None = None
    end: int | None = None
    finding: str = ""


@dataclass(frozen=True)
class Edge:
    """All links from one concept to another.

    Attributes
    ----------
    sign : of the asserted links where they agree, else `?`.
    contested : links disagree about the sign, or one denies what another asserts.
    """

    cause: str
    effect: str
    sign: str
    contested: bool
    links: tuple[Link, ...]


@dataclass(frozen=True)
class CausalMap:
    """Concepts and edges (Axelrod 1976, Structure of Decision, Princeton, ch. 3).

    Attributes
    ----------
    edges : one for each ordered pair of concepts between which a link is asserted, sorted by name.
    denied : links that are denied and that nobody asserts; they are shown, but carry no effect.
    """

    edges: tuple[Edge, ...]
    denied: tuple[Link, ...] = ()

    @property
    def concepts(self) -> list[str]:
        """Every concept with an edge, by name."""
        return sorted({name for e in self.edges for name in (e.cause, e.effect)})

    def graph(self) -> nx.DiGraph:
        """The map as a directed graph with `sign` on each edge."""
        graph = nx.DiGraph()
        graph.add_nodes_from(self.concepts)
        for edge in self.edges:
            graph.add_edge(edge.cause, edge.effect, sign=edge.sign)
        return graph


def links_of(claims: Iterable[CausalClaim]) -> list[Link]:
    """A link for each causal claim of which cause and effect are known; conjunctions are no part of these."""
    return [
        Link(
            cause=concept(claim.cause, claim.quote),
            effect=concept(claim.effect, claim.quote, lowered=claim.sign == MINUS),
            sign=claim.sign,
            holder=claim.holder or AUTHOR,
            hedged=claim.hedged,
            negated=claim.negated,
            quote=claim.quote,
            document=claim.document,
            start=claim.start,
            end=claim.end,
            finding=claim.id,
        )
        for claim in claims
        if claim.cause.strip() and claim.effect.strip()
    ]


def causal_map(links: Iterable[Link], names: Mapping[str, str] | None = None) -> CausalMap:
    """The map of some links, with concepts merged as the analyst said and not otherwise.

    Parameters
    ----------
    names : concept as in the text -> the analyst's name for it; what is not named keeps its own. The links
        of the map bear these names; how the text words them stands in their quotations.
    """
    names = names or {}
    gathered: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in links:
        cause, effect = names.get(link.cause, link.cause), names.get(link.effect, link.effect)
        if cause != effect:
            gathered[cause, effect].append(replace(link, cause=cause, effect=effect))
    edges, denied = [], []
    for (cause, effect), told in sorted(gathered.items()):
        asserted = {link.sign for link in told if not link.negated}
        refused = {link.sign for link in told if link.negated}
        if not asserted:
            denied += told
            continue
        sign = asserted.pop() if len(asserted) == 1 else OPEN
        edges.append(Edge(cause, effect, sign, sign == OPEN or sign in refused, tuple(told)))
    return CausalMap(tuple(edges), tuple(denied))
