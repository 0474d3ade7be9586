"""Stands told by what a thing is to someone: for Peru the bay is a red line, Lima's priority is a pact."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.en.frames import role
from detente.coding.en.grammar import is_a
from detente.coding.en.modality import mode_of
from detente.coding.en.tree import Tree

BEING = frozenset({"be", "is", "are", "was", "were", "remain", "become", "constitute", "represent"})
STAKES = frozenset({"line", "interest", "priority", "imperative", "necessity", "threat", "precondition"})
WEIGHTY = frozenset({"red", "core", "vital", "key", "top", "national", "strategic", "existential", "grave"})
JUDGED = frozenset({"unacceptable", "intolerable", "vital", "essential", "crucial", "unthinkable"})
GOALS = frozenset({"priority", "aim", "goal", "objective", "demand", "condition", "preference", "ambition"})


def stakes(tree: Tree) -> Iterator[tuple[int, list[int], str]]:
    """The verb of each such stand, the phrases of its holders and the rule."""
    for i in range(len(tree)):
        if tree.lemmas[i] not in BEING or not tree.verbal(i) or not mode_of(tree, i).actual:
            continue
        called = tree.children(i, "attr", "acomp", "dobj")
        staked = [k for k in called if _weighs(tree, k)]
        if staked and (holders := _to_whom(tree, i, staked)):
            yield i, holders, f"stake/{tree.lemmas[staked[0]]}"
        for subject in tree.children(i, "nsubj"):
            named = tree.lemmas[subject] in GOALS and any(tree.tags[k][:2] == "NN" for k in called)
            if named and (holders := role(tree, subject, "poss")):
                yield i, holders, f"goal/{tree.lemmas[subject]}"


def _weighs(tree: Tree, k: int) -> bool:
    if tree.lemmas[k] in JUDGED:
        return True
    return tree.lemmas[k] in STAKES and any(tree.lemmas[m] in WEIGHTY for m in tree.children(k, "amod"))


def _to_whom(tree: Tree, i: int, staked: list[int]) -> list[int]:
    found = [h for k in (i, *staked) for name in ("for", "to") for h in tree.pobj(k, name)]
    return [h for h in found if tree.tags[h] in ("NNP", "NNPS", "PRP") or is_a("actor", tree.lemmas[h])]
