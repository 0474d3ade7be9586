"""By whom, and with whom, a deed is done that a noun or verb tells; whose words a letter brings."""

from __future__ import annotations

from detente.coding.en.grammar import is_a
from detente.coding.en.tree import Tree


def doers_behind(tree: Tree, i: int) -> list[int]:
    """Whom "by" names behind a word, behind the "be" over it, or behind what a noun of action is done to.

    The closure of the border by Togo: a parser may hang "by" on either noun.
    """
    if own := tree.pobj(i, "by"):
        return own
    if tree.deps[i] == "nsubj" and tree.lemmas[tree.heads[i]] == "be":
        return tree.pobj(tree.heads[i], "by")
    done_to = [] if tree.verbal(i) else tree.pobj(i, "of")
    return [doer for k in done_to for doer in tree.pobj(k, "by")]


def sources_behind(tree: Tree, i: int) -> list[int]:
    """Whom "from" names behind a word, or behind what a verb acts on: drew protests from Chad."""
    own = tree.pobj(i, "from")
    if own or not tree.verbal(i):
        return own
    return [k for noun in tree.children(i, "dobj") for k in tree.pobj(noun, "from")]


def partners_behind(tree: Tree, i: int, name: str) -> list[int]:
    """Whom "with" or "between" names behind a word, or behind the verb that tells a noun as happening.

    What stands before a verb is its occasion: with the French withdrawal, Togo took the port.
    """
    own = tree.pobj(i, name)
    if tree.verbal(i):
        return [k for k in own if k > i]
    happens = tree.deps[i] == "nsubj" and is_a("happen", tree.lemmas[tree.heads[i]])
    return own or (tree.pobj(tree.heads[i], name) if happens else [])


def authors(tree: Tree, heads: list[int]) -> list[int]:
    """The heads, each letter, speech or statement replaced by whose it is: Togo's note warning Ghana."""
    found: list[int] = []
    for h in heads:
        own = is_a("utterance", tree.lemmas[h]) and (tree.children(h, "poss") or tree.pobj(h, "by", "from"))
        found += own or [h]
    return found
