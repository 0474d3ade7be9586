"""What the author, or whoever speaks, says should be done."""

from __future__ import annotations

from detente.coding.en.grammar import is_a
from detente.coding.en.modality import auxiliary_of
from detente.coding.en.reading import Sentence
from detente.coding.en.said_stands import has_task
from detente.coding.en.tree import Tree

SHOULD = frozenset({"must", "should", "ought"})
BEING = frozenset({"be", "is", "'s", "’s", "remain", "was"})


def recommended(sentence: Sentence, i: int) -> bool:
    """Whether the author says what someone should do; who speaks may put it as a need or an interest."""
    tree = sentence.tree
    if not tree.verbal(i):
        return False
    told = tree.deps[i] not in ("relcl", "advcl", "acl")
    spoken = told and bool(sentence.cast.memory.speaker) and (_needed(tree, i) or _valued(tree, i))
    if spoken and tree.tags[i] in ("VBP", "VBZ"):
        return True
    own = tree.deps[i] in ("ROOT", "conj") and tree.verbal(i) and auxiliary_of(tree, i) in SHOULD
    own = own and not _inverted(tree, i) and not _shared(tree, i)
    guessed = any(tree.lemmas[k] == "have" for k in tree.children(i, "aux"))
    around = (*tree.up(i), *tree.children(i, "parataxis"))
    return own and not guessed and not any(is_a("speech", tree.lemmas[k]) for k in around)


def _shared(tree: Tree, i: int) -> bool:
    """Whether a verb shares the auxiliary of one before it: should not aim at others or harm them."""
    return tree.deps[i] == "conj" and not tree.children(i, "aux") and tree.verbal(tree.heads[i])


def _inverted(tree: Tree, i: int) -> bool:
    """Whether the auxiliary stands before its subject, as in a condition: should the drought return."""
    subject = tree.child(i, "nsubj", "nsubjpass")
    return subject is not None and any(k < min(tree.subtree(subject)) for k in tree.children(i, "aux"))


def _needed(tree: Tree, i: int) -> bool:
    """Whether someone is said to need, or to have, to do something."""
    return tree.lemmas[i] in ("need", "have") and has_task(tree, i)


def _valued(tree: Tree, i: int) -> bool:
    """Whether doing something is said to be good or needed: it is vital to, it is in the interest of X to."""
    if tree.lemmas[i] not in BEING or not tree.children(i, "xcomp", "ccomp", "advcl"):
        return False
    expletive = any(tree.words[k].lower() == "it" for k in tree.children(i, "nsubj", "expl"))
    valued = [k for k in tree.children(i, "acomp", "attr") if is_a("value", tree.lemmas[k])]
    return expletive and bool(valued or [k for k in tree.pobj(i, "in") if tree.lemmas[k] == "interest"])
