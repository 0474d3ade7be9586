"""What a future auxiliary tells that is no forecast: courtesies, duties of parties, what came later."""

from __future__ import annotations

from detente.coding.en.conditions import condition_of
from detente.coding.en.frames import surface_subject
from detente.coding.en.tree import Tree

PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i"})
PARTIES = frozenset({"Parties", "Signatories"})
OWN = frozenset({"would", "might", "may", "could"})


def courtesy(tree: Tree, i: int, modal: str) -> bool:
    """Whether a speaker tells his own plans or is polite: I will attend, you will know, we would be glad."""
    if condition_of(tree, i) is not None:
        return False
    subjects = {tree.words[h].lower() for h in surface_subject(tree, i)}
    if "you" in subjects:
        return True
    return ("i" in subjects and modal != "may") or ("we" in subjects and modal in OWN)


def of_parties(tree: Tree, i: int) -> bool:
    """Whether an instrument says what its parties are bound to: the Parties will exchange envoys."""
    return any(tree.words[t] in PARTIES for t in tree.subtree(i))


def going_on_now(tree: Tree, i: int, modal: str) -> bool:
    """Whether it is guessed what someone is doing: may be supplying arms."""
    be = any(tree.words[k].lower() == "be" for k in tree.children(i, "aux"))
    return modal in ("may", "might", "could") and tree.tags[i] == "VBG" and be


def of_the_past(tree: Tree, i: int, modal: str) -> bool:
    """Whether "would" only reports what someone said of himself, or what came later: would later claim."""
    if modal not in ("would", "could", "might") or condition_of(tree, i) is not None:
        return False
    over = tree.clause(tree.heads[i])
    if tree.deps[i] == "relcl" and _told_in_past(tree, over):
        apart = any(tree.words[t] == "," for t in range(tree.heads[i], i))
        return modal == "would" or not apart  # the quarrel that would end in war: later, not to come
    if modal != "would":  # the issue was that the island might serve as a base
        return tree.deps[i] == "ccomp" and tree.words[tree.heads[i]].lower() in ("was", "were")
    later = tree.deps[i] != "ccomp" and any(
        tree.words[k].lower() in ("later", "then", "soon") for k in tree.children(i, "advmod")
    )
    above = tree.heads[i]
    reported = tree.deps[i] in ("ccomp", "acl", "relcl") and tree.tags[above] in ("VBD", "VBN")
    own = any(tree.words[k].lower() in PRONOUNS for k in tree.children(i, "nsubj"))
    return later or (reported and own)


def _told_in_past(tree: Tree, i: int) -> bool:
    """Whether the verb over a relative clause stands in the past, by itself or by one that governs it."""
    return any(tree.tags[k] == "VBD" or (k == i and tree.tags[k] == "VBN") for k in (i, *tree.up(i)))
