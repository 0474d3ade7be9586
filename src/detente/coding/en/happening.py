"""Whether a noun is told as something that takes place: talks opened, a meeting was in Rome."""

from __future__ import annotations

from detente.coding.en.actors import Cast
from detente.coding.en.grammar import is_a
from detente.coding.en.tree import Tree


def takes_place(tree: Tree, i: int) -> bool:
    """Whether a noun is told as something that happens, whoever takes part: talks opened."""
    while tree.deps[i] == "pobj" and tree.lemmas[tree.heads[i]] == "of":
        i = tree.heads[tree.heads[i]]
    return tree.deps[i] in ("nsubj", "nsubjpass") and is_a("happen", tree.lemmas[tree.heads[i]])


def is_placed(tree: Tree, i: int) -> bool:
    """Whether a noun is said to have been somewhere or at some time: the first meeting was in Vienna."""
    be = tree.heads[i]
    if tree.deps[i] != "nsubj" or tree.lemmas[be] != "be" or tree.child(be, "attr", "acomp") is not None:
        return False
    return bool(tree.pobj(be, "in", "on", "at"))


def among_pair(cast: Cast, i: int) -> bool:
    """Whether a plural noun of talks names no one in a text about two states: years of negotiations."""
    tree = cast.tree
    own = {tree.lemmas[k] for k in tree.children(i, "prep")} & {"with", "between", "among", "in", "by"}
    bare = tree.tags[i] == "NNS" and not own and not tree.children(i, "compound", "poss")
    return bare and len(cast.memory.dyad) == 2 and not cast.first_in(i)
