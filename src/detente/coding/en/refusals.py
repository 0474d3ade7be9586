"""What someone will not do, in the author's words: Belgrade will not recognise it, we cannot accept that."""

from __future__ import annotations

from detente.coding.en.frames import passive
from detente.coding.en.modality import auxiliary_of, is_negated
from detente.coding.en.tree import Tree

WILL = frozenset({"will", "would", "wo", "'ll", "’ll"})
CAN = frozenset({"can", "ca", "could"})
ACCEPTING = frozenset(
    {"accept", "agree", "tolerate", "allow", "permit", "recognise", "recognize", "condone", "compromise"}
)
UNWILLED = frozenset(
    {
        "be",
        "have",
        "win",
        "lose",
        "succeed",
        "become",
        "survive",
        "need",
        "get",
        "fall",
        "know",
        "see",
        "find",
    }
    | {"suffer", "benefit", "last", "hold", "happen", "come", "remain", "go"}
)


def refused(tree: Tree, i: int) -> bool:
    """Whether a main clause says what its subject is not willing to do; a forecast has no will in it."""
    return tree.deps[i] in ("ROOT", "conj") and unwilling(tree, i)


def unwilling(tree: Tree, i: int) -> bool:
    """Whether a verb says what its subject will not do, wherever it stands."""
    if passive(tree, i) or not is_negated(tree, i):
        return False
    if any(tree.lemmas[k] == "have" for k in tree.children(i, "aux")):
        return False
    auxiliary, lemma = auxiliary_of(tree, i), tree.lemmas[i]
    return (auxiliary in WILL and lemma not in UNWILLED) or (auxiliary in CAN and lemma in ACCEPTING)
