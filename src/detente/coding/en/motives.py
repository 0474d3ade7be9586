"""Motives that a bare participle or adjective gives: alarmed by the rise, fearing an attack, anxious to."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.en.connectives import causal
from detente.coding.en.link import Link, aimed_sign, main_of
from detente.coding.en.spans import whole
from detente.coding.en.tree import Tree

MOVED_BY = frozenset({"by", "about", "over", "at", "with", "of"})
BENT = frozenset(
    {"anxious", "eager", "keen", "determined", "desperate", "reluctant", "unwilling", "impatient"}
)


YIELDING = frozenset({"yield", "bow", "cave", "succumb", "bend", "respond", "react"})


def motives(tree: Tree, verb: int) -> Iterator[Link]:
    """The links from what moves the subject of `verb` to what it does."""
    beside = [k for h in tree.children(verb, "nsubj") for k in tree.children(h, "acl", "amod", "appos")]
    beside = [k for k in beside if tree.words[k - 1] == "," and k < verb]  # Chile, alarmed by the rise, armed
    for k in (*tree.children(verb, "advcl"), *beside):
        if tree.children(k, "nsubj", "nsubjpass", "mark", "aux"):
            continue
        lemma, main = tree.lemmas[k], main_of(tree, verb, k)
        if tree.tags[k] == "VBG" and lemma in YIELDING and k < verb and (causes := tree.pobj(k, "to")):
            yield Link(
                k, whole(tree, causes[0]), main, "+", f"motive/{lemma}", 0.78, told=_told(tree, k, main)
            )
            continue
        if tree.tags[k] == "VBG" and lemma in causal()["minding"] and tree.children(k, "dobj", "ccomp"):
            yield Link(k, whole(tree, k), main, "+", f"motive/{lemma}", 0.78)
        elif tree.tags[k] in ("VBN", "JJ", "VBD") and lemma in causal()["moved"]:
            if causes := tree.pobj(k, *MOVED_BY) or tree.children(k, "ccomp"):
                cause = whole(tree, causes[0])
                yield Link(k, cause, main, "+", f"motive/{lemma}", 0.78, told=_told(tree, k, main))
            elif lemma in BENT and (aims := tree.children(k, "xcomp")):
                yield Link(k, main, whole(tree, aims[0]), aimed_sign(tree, aims[0]), f"motive/{lemma}", 0.72)


def _told(tree: Tree, k: int, main: tuple[int, int]) -> tuple[int, int]:
    """Where a motive stands: from the participle on, or from its clause's subject before it."""
    return min(tree.starts[k], main[0]), max(whole(tree, k)[1], main[1])
