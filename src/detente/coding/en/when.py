"""The date of a clause: the date on its verb, else in its span, else the one that scopes over it."""

from __future__ import annotations

from detente.coding.dates import Kind, scoping
from detente.coding.en.reading import Sentence
from detente.coding.en.tree import Tree

FAR = frozenset({"relcl", "advcl", "ccomp", "parataxis"})


def date_at(sentence: Sentence, at: int, start: int, end: int) -> str | None:
    """The EDTF date of the predicate `at` whose clause is [start, end); None where none is said."""
    dates = [d for d in sentence.dates if d.kind is not Kind.TITLE]
    if not dates:
        return None
    tree = sentence.tree
    told = {k for k in tree.children(at, "conj") if tree.verbal(k) and tree.tags[k] != tree.tags[at]}
    beside = {
        t for k in told for t in tree.subtree(k)
    }  # an act of another time: has denied X and signed Y in 2015
    far = FAR if tree.verbal(at) else FAR - {"relcl"}  # the talks that we had yesterday
    own = {t for t in tree.subtree(at, far) if t != at and t not in beside}
    over = tree.clause(at)
    shared = {
        t for k in tree.kids[over] if tree.deps[k] in ("prep", "npadvmod", "advmod") for t in tree.subtree(k)
    }
    apart = _before_that(tree, at) or _content(tree, at) or _reason(tree, at)
    for tokens in (own,) if apart else (own, shared):
        for date in dates:
            if date.edtf and any(t in tokens for t in tree.within(date.start, date.end)):
                return date.edtf
    if apart:
        return None
    scoped = scoping(dates, start, end)
    return scoped.edtf if scoped else None


def _before_that(tree: Tree, at: int) -> bool:
    """Whether an act is told as done before the time of its sentence: the ministry had called for it."""
    return tree.tags[at] == "VBN" and any(
        tree.words[k].lower() in ("had", "'d") for k in tree.children(at, "aux")
    )


def _content(tree: Tree, at: int) -> bool:
    """Whether an act is only what is said to come: he said that he would withhold the shells."""
    coming = any(tree.words[k].lower() in ("would", "will") for k in tree.children(at, "aux"))
    return coming and tree.deps[at] in ("ccomp", "relcl")


def _reason(tree: Tree, at: int) -> bool:
    """Whether an act that is only named is the reason for another: after repeated warnings."""
    prep = tree.heads[at]
    named = not tree.verbal(at) and tree.deps[at] == "pobj" and tree.verbal(tree.heads[prep])
    return named and tree.lemmas[prep] in _REASONS


_REASONS = frozenset({"after", "following", "over", "despite", "for", "because"})
