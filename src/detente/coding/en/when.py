"""The date of a clause: the date on its verb, else in its span, else the one that scopes over it."""

from __future__ import annotations

from detente.coding.dates import scoping
from detente.coding.en.reading import Sentence

FAR = frozenset({"relcl", "advcl", "ccomp", "parataxis"})


def date_at(sentence: Sentence, at: int, start: int, end: int) -> str | None:
    """The EDTF date of the predicate `at` whose clause is [start, end); None where none is said."""
    if not sentence.dates:
        return None
    tree = sentence.tree
    own = {t for t in tree.subtree(at, FAR) if t != at}
    over = tree.clause(at)
    shared = {
        t for k in tree.kids[over] if tree.deps[k] in ("prep", "npadvmod", "advmod") for t in tree.subtree(k)
    }
    for tokens in (own, shared):
        for date in sentence.dates:
            if date.edtf and any(t in tokens for t in tree.within(date.start, date.end)):
                return date.edtf
    scoped = scoping(list(sentence.dates), start, end)
    return scoped.edtf if scoped else None
