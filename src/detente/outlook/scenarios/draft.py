"""A starting matrix from what a case's texts say of causes and of the future, marked as a draft."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import numpy as np

from detente.findings import Outlook
from detente.outlook.causes.map import MINUS, OPEN, CausalMap, Edge
from detente.outlook.causes.reading import central
from detente.outlook.scenarios.matrix import Matrix, matrix

DESCRIPTORS = 8
FIRM, GUESS = 2, 1
YES, NO = "yes", "no"


def draft(map_: CausalMap, outlooks: Iterable[Outlook], most: int = DESCRIPTORS) -> Matrix | None:
    """A draft matrix: the most connected concepts and stated conditions, each as coming true or not.

    A causal edge gives the judgements between its two concepts: 2 in its direction, 1 where it is hedged or
    contested in strength, nothing where its sign is open. A conditional outlook gives a link from its
    condition to its consequence in the same way. Each judgement carries its quotation as evidence.

    Returns
    -------
    The matrix, marked as a draft, or None where fewer than two concepts are linked. It is a beginning for
    the analyst's own judgement, not a finding: the texts tell directions, and the amounts are a rule.
    """
    links = _links(map_, outlooks)
    degree: dict[str, int] = defaultdict(int)
    for cause, effect in links:
        degree[cause] += 1
        degree[effect] += 1
    order = [c.name for c in central(map_)]
    ranked = sorted(degree, key=lambda n: (-degree[n], order.index(n) if n in order else len(order), n))
    chosen = _linked(ranked[:most], links)
    if len(chosen) < 2:
        return None
    states = {name: (f"{name}: {YES}", f"{name}: {NO}") for name in chosen}
    at = {name: 2 * k for k, name in enumerate(chosen)}
    scores = np.zeros((2 * len(chosen), 2 * len(chosen)))
    evidence = {}
    for (cause, effect), (strength, quote) in links.items():
        if cause in at and effect in at:
            for row, sign in ((0, 1), (1, -1)):
                scores[at[cause] + row, at[effect] : at[effect] + 2] = [sign * strength, -sign * strength]
                evidence[states[cause][row], states[effect][0]] = quote
    return matrix(states, scores, evidence, draft=True)


Links = dict[tuple[str, str], tuple[int, str]]


def _links(map_: CausalMap, outlooks: Iterable[Outlook]) -> Links:
    links: Links = {}
    for edge in map_.edges:
        if edge.sign != OPEN:
            links[edge.cause, edge.effect] = (_strength(edge), edge.links[0].quote)
    for outlook in outlooks:
        condition, consequence = (outlook.condition or "").strip(), outlook.consequence.strip()
        if condition and consequence and condition != consequence:
            links.setdefault((condition, consequence), (GUESS, outlook.quote))
    return links


def _strength(edge: Edge) -> int:
    firm = not edge.contested and any(not link.hedged and not link.negated for link in edge.links)
    size = FIRM if firm else GUESS
    return -size if edge.sign == MINUS else size


def _linked(names: list[str], links: Links) -> list[str]:
    """Those of the names that have a link to another of them."""
    return [n for n in names if any((a == n and b in names) or (b == n and a in names) for a, b in links)]
