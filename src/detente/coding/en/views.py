"""Views that a noun holds and a clause fills: Washington's view was that, China's aim is to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.coding.en.frames import role
from detente.coding.en.grammar import is_a
from detente.coding.en.spans import clause, whole
from detente.coding.en.tree import Tree

IN_SIGHT = frozenset({"view", "opinion", "eye", "judgment", "perspective", "standpoint"})


@dataclass(frozen=True, slots=True)
class View:
    """The noun, those whose view it is, the head of each content, where it stands, and where all is told."""

    at: int
    holders: list[int]
    content: int
    span: tuple[int, int]
    told: tuple[int, int]


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
                span = whole(tree, content)
                yield View(i, holders, content, span, span)
    yield from _in_sight(tree)


def _in_sight(tree: Tree) -> Iterator[View]:
    """What is so in someone's view: in Lima's view the treaty was void."""
    for i in range(len(tree)):
        before = tree.heads[i]
        if tree.lemmas[i] not in IN_SIGHT or tree.words[before].lower() not in ("in", "from"):
            continue
        verb, holders = tree.heads[before], role(tree, i, "poss")
        if holders and tree.verbal(verb) and verb > i:
            start, end = clause(tree, verb)
            subjects = tree.children(verb, "nsubj", "nsubjpass", "expl")
            begins = [tree.starts[min(tree.subtree(k))] for k in subjects]
            told = tree.starts[before], whole(tree, verb)[1]
            yield View(i, holders, verb, (min(begins, default=start), end), told)
