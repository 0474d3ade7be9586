"""The reasons that a clause gives for itself: because, due to, for doing, on the grounds that."""

from __future__ import annotations

from detente.coding.en.spans import whole
from detente.coding.en.tree import Tree

ARGUING = frozenset(
    {"argue", "say", "claim", "cite", "insist", "contend", "note", "explain", "maintain", "warn"}
)
BECAUSE = frozenset({"because", "since", "as"})


def reasons_of(tree: Tree, at: int) -> list[tuple[int, int]]:
    """The characters of each reason that hangs on the predicate `at`, in text order."""
    found = [whole(tree, k) for k in tree.children(at, "advcl") if _because(tree, k)]
    arguing = [k for k in tree.children(at, "advcl") if tree.tags[k] == "VBG" and tree.lemmas[k] in ARGUING]
    found += [whole(tree, c) for k in arguing for c in tree.children(k, "ccomp", "dobj")]
    found += [whole(tree, c) for k in tree.pobj(at, "on") for c in _grounds(tree, k)]
    for prep in tree.prepositions(at):
        low = tree.words[prep].lower()
        inner = [k for k in tree.kids[prep] if tree.deps[k] == "pcomp"]
        if low in ("because", "due", "owing", "thanks", "citing", "over", "given"):
            found += [whole(tree, k) for k in tree.objects_of(prep)]
        elif low == "for" and inner:
            found += [whole(tree, k) for k in inner]
    return sorted(found)


def _grounds(tree: Tree, noun: int) -> list[int]:
    """What the grounds are: on the grounds that the dam is unsafe, on the ground of its size."""
    if tree.lemmas[noun] not in ("ground", "grounds", "basis", "pretext"):
        return []
    return tree.children(noun, "acl", "relcl", "ccomp") or tree.pobj(noun, "of")


def _because(tree: Tree, clause: int) -> bool:
    return any(tree.words[k].lower() in BECAUSE for k in tree.children(clause, "mark"))
