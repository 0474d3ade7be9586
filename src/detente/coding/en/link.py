"""A causal link, and where the clauses and phrases that it joins stand."""

from __future__ import annotations

from dataclasses import dataclass

from detente.coding.en.connectives import causal
from detente.coding.en.spans import APART, clause, phrase, trimmed
from detente.coding.en.tree import QUESTION_WORDS, Tree

Span = tuple[int, int]
ENDINGS = frozenset(
    {"avoidance", "prevention", "reduction", "elimination", "cessation", "resolution", "removal", "abolition"}
)


@dataclass(frozen=True, slots=True)
class Link:
    """A causal link as found: where its halves stand, its sign, and the predicate that carries it.

    `cause` is None where the cause stands in an earlier sentence. `told` is where the link stands if
    that is not from its first half to its last: in a coordinate clause that shares its subject, or
    far from it. `in_sign` is set where the sign already says that the predicate is negated.
    """

    at: int
    cause: Span | None
    effect: Span
    sign: str
    rule: str
    confidence: float
    negated: bool = False
    hedged: bool = False
    told: Span | None = None
    in_sign: bool = False


def main_of(tree: Tree, verb: int, without: int) -> Span:
    """The clause of a verb on the longer side of one of its branches, that branch left out."""
    gone = set(tree.subtree(without))
    branches = [k for k in tree.kids[verb] if tree.deps[k] not in APART and k not in gone]
    tokens = [verb, *(t for k in branches for t in tree.subtree(k) if t not in gone)]
    before = [t for t in tokens if t < min(gone)]
    after = [t for t in tokens if t > max(gone)]
    chosen = max((before, after), key=len) or tokens
    if after and any(tree.words[t] == ":" for t in range(max(before, default=1) - 1, min(gone))):
        chosen = after  # what announces a quotation is no part of it: he said: "If they fail, ..."
    return trimmed(tree, min(chosen), max(chosen))


def span(tree: Tree, i: int) -> Span:
    """The characters of a clause or a noun phrase."""
    if tree.tags[i] in QUESTION_WORDS:
        return tree.starts[i], tree.ends[i]
    return clause(tree, i) if tree.verbal(i) else phrase(tree, i)


def aimed_sign(tree: Tree, verb: int) -> str:
    """The sign of a purpose: - where what is aimed at is to end or lower something, as to ease tensions."""
    lemma = tree.lemmas[verb]
    ending = lemma in causal()["lowers"] or lemma in causal()["overcomes"] or lemma in ENDINGS
    return "-" if ending else "+"
