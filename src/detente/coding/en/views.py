"""Views that a noun holds and a clause fills: Washington's view was that, China's aim is to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.coding.en.frames import role
from detente.coding.en.grammar import is_a
from detente.coding.en.spans import whole
from detente.coding.en.tree import Tree


@dataclass(frozen=True, slots=True)
class View:
    """The noun, those whose view it is, the head of each content and where it stands."""

    at: int
    holders: list[int]
    content: int
    span: tuple[int, int]


def views(tree: Tree) -> Iterator[View]:
    """Each content of "X's N is that ..." and "the N of X is to ...", coordinated ones apart."""
    for i in range(len(tree)):
        verb = tree.heads[i]
        subject = tree.deps[i] == "nsubj" and tree.tags[i] in ("NN", "NNS")
        if not subject or tree.lemmas[verb] not in ("be", "is", "was", "were", "are", "remain"):
            continue
        holders = role(tree, i, "poss") or role(tree, i, "mod") or tree.pobj(i, "of", "in", "among", "by")
        if not is_a("held_noun", tree.lemmas[i]) or not holders:
            continue
        for content in tree.children(verb, "ccomp", "xcomp"):
            if content > verb:
                yield View(i, holders, content, whole(tree, content))
