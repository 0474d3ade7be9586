"""A starting matrix from what a case's texts say of causes and of the future, marked as a draft."""

from __future__ import annotations

import re
from collections.abc import Iterable

import numpy as np

from detente.findings import Outlook
from detente.outlook.causes.map import MINUS, OPEN, CausalMap, Edge, Link
from detente.outlook.causes.reading import central
from detente.outlook.scenarios.matrix import Matrix, matrix

DESCRIPTORS = 8
FIRM, GUESS = 2, 1
YES, NO = "yes", "no"
_TAKEN_UP = re.compile(
    r"(?:そう|こう|それ|さも|その場合|その際)(?!し[たて])|"
    r"(?:if (?:so|not)|otherwise|in (?:that|this) (?:case|event))\b",
    re.IGNORECASE,
)
"""A condition that only points back (if so) names nothing that could come true or not."""


def draft(map_: CausalMap, outlooks: Iterable[Outlook], most: int = DESCRIPTORS) -> Matrix | None:
    """A draft matrix: what the texts expect and on what conditions, and what they hold to bear on it.

    Descriptors are the conditions and consequences of conditional outlooks (in the words of the causal claim
    of the same passage, where there is one), then the concepts that causal edges tie to them; where nothing
    conditional is told, the most connected concepts. Each comes true or not. A causal edge gives the
    judgements between its two concepts: 2 in its direction, 1 where it is hedged or contested in strength,
    nothing where its sign is open. A conditional outlook gives a link from its condition to its consequence
    in the same way. Each judgement carries its quotation as evidence.

    Returns
    -------
    The matrix, marked as a draft, or None where fewer than two concepts are linked. It is a beginning for
    the analyst's own judgement, not a finding: the texts tell directions, and the amounts are a rule.
    """
    causal = _causal(map_)
    expected = _expected(map_, outlooks, causal)
    links = causal | expected
    chosen = _chosen(list(expected), _ranked(map_, causal), most)
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


Pair = tuple[str, str]
Links = dict[Pair, tuple[int, str]]


def _causal(map_: CausalMap) -> Links:
    return {(e.cause, e.effect): (_strength(e), e.links[0].quote) for e in map_.edges if e.sign != OPEN}


def _expected(map_: CausalMap, outlooks: Iterable[Outlook], causal: Links) -> Links:
    """The links of what is expected on a condition, as causal claims of the same words have them."""
    links: Links = {}
    for outlook in outlooks:
        condition, consequence = (outlook.condition or "").strip(), outlook.consequence.strip()
        if not condition or not consequence or condition == consequence or _TAKEN_UP.match(condition):
            continue
        shared = {(e.cause, e.effect): max(_shared(link, outlook) for link in e.links) for e in map_.edges}
        claimed = max(causal, key=lambda pair: shared[pair], default=None)
        if claimed is not None and shared[claimed]:
            links[claimed] = causal[claimed]
        else:
            links.setdefault((condition, consequence), (GUESS, outlook.quote))
    return links


def _shared(link: Link, outlook: Outlook) -> int:
    """How many characters the passages of a claim and an outlook share."""
    if link.document != outlook.document or link.start is None or link.end is None:
        return 0
    return max(0, min(link.end, outlook.end) - max(link.start, outlook.start))


def _ranked(map_: CausalMap, causal: Links) -> list[Pair]:
    """The causal links, those between much linked concepts first."""
    place = {concept.name: at for at, concept in enumerate(central(map_))}
    return sorted(causal, key=lambda pair: (min(place[n] for n in pair), sum(place[n] for n in pair), pair))


def _chosen(expected: list[Pair], causal: list[Pair], most: int) -> list[str]:
    """Names of descriptors, link by link as long as there is room."""
    names: dict[str, None] = {}
    for pair in expected:
        if len(names.keys() | set(pair)) <= most:
            names |= dict.fromkeys(pair)
    for pair in causal * len(causal):
        tied = not expected or bool(names.keys() & set(pair))
        if tied and len(names.keys() | set(pair)) <= most:
            names |= dict.fromkeys(pair)
    return list(names)


def _strength(edge: Edge) -> int:
    firm = not edge.contested and any(not link.hedged and not link.negated for link in edge.links)
    size = FIRM if firm else GUESS
    return -size if edge.sign == MINUS else size
