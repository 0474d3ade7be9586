"""The characters that a finding quotes: a clause, a noun phrase, trimmed of commas and conjunctions."""

from __future__ import annotations

import re

from detente.coding.ru.tree import Tree

_APART = frozenset({"advcl", "parataxis", "acl:relcl"})
_LOOSE = frozenset({"punct", "cc", "mark", "discourse"})


def clause(tree: Tree, i: int, heads: tuple[int, ...] = ()) -> tuple[int, int]:
    """The clause of the verb at word `i`: its words without coordinated and adverbial clauses.

    A subject that it shares with the verb before it is taken in where nothing else stands between.
    """
    inside = [k for k in tree.subtree(i, _APART) if not _in_other_clause(tree, k, i)]
    near = [h for h in heads if h not in inside and _beside(tree, h, inside)]
    for head in near:
        inside += [k for k in tree.subtree(head, _APART | {"acl", "conj"}) if k not in inside]
    return extent(tree, inside)


def phrase(tree: Tree, i: int) -> tuple[int, int]:
    """The noun phrase at word `i`, without relative clauses and without its own preposition."""
    words = [k for k in tree.subtree(i, _APART | {"acl", "case"}) if not _in_other_clause(tree, k, i)]
    own = set(tree.children(i, "case"))
    return extent(tree, [k for k in words if k not in own])


def extent(tree: Tree, words: list[int]) -> tuple[int, int]:
    """From the first to the last of the words, loose ones at the ends left out."""
    kept = sorted(set(words))
    while len(kept) > 1 and _loose(tree, kept[0]):
        kept.pop(0)
    while len(kept) > 1 and _loose(tree, kept[-1]):
        kept.pop()
    return _closed(tree.text, tree.words[kept[0]].start, tree.words[kept[-1]].end)


def _loose(tree: Tree, k: int) -> bool:
    word = tree.words[k]
    return word.rel in _LOOSE or (word.rel == "fixed" and tree.words[word.head].rel in _LOOSE)


def _closed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with a quotation mark that it cuts off taken in, and a quotation after a colon left out."""
    colon = re.search(r":\s*[«“\"]", text[start:end])
    if colon is not None:
        end = start + colon.start()
    inside = text[start:end]
    if inside.count("«") > inside.count("»") and text[end : end + 1] == "»":
        end += 1
    if inside.count("»") > inside.count("«") and text[start - 1 : start] == "«":
        start -= 1
    return start, end


def _in_other_clause(tree: Tree, k: int, i: int) -> bool:
    """Whether a verb coordinated with `i` stands between it and word `k`."""
    at = k
    while at >= 0 and at != i:
        word = tree.words[at]
        if word.rel == "conj" and word.head == i and tree.verbal(at):
            return True
        at = word.head
    return False


def _beside(tree: Tree, head: int, inside: list[int]) -> bool:
    """Whether a shared word stands before the clause with no other verb between."""
    if head > min(inside):
        return True
    return not any(tree.words[k].pos == "VERB" for k in range(head + 1, min(inside)))
