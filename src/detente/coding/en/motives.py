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


def motives(tree: Tree, verb: int) -> Iterator[Link]:
    """The links from what moves the subject of `verb` to what it does."""
    for k in tree.children(verb, "advcl"):
        if tree.children(k, "nsubj", "nsubjpass", "mark", "aux"):
            continue
        lemma, main = tree.lemmas[k], main_of(tree, verb, k)
        if tree.tags[k] == "VBG" and lemma in causal()["minding"] and tree.children(k, "dobj", "ccomp"):
            yield Link(k, whole(tree, k), main, "+", f"motive/{lemma}", 0.78)
        elif tree.tags[k] in ("VBN", "JJ", "VBD") and lemma in causal()["moved"]:
            if causes := tree.pobj(k, *MOVED_BY) or tree.children(k, "ccomp"):
                yield Link(k, whole(tree, causes[0]), main, "+", f"motive/{lemma}", 0.78)
            elif lemma in BENT and (aims := tree.children(k, "xcomp")):
                yield Link(k, main, whole(tree, aims[0]), aimed_sign(tree, aims[0]), f"motive/{lemma}", 0.72)
