"""Where a sentence states the condition of a clause: if, unless, as long as, in the event of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from detente.coding.en.modality import INVERTED, conditional
from detente.coding.en.spans import trimmed, whole
from detente.coding.en.tree import Tree

Span = tuple[int, int]
STATED = re.compile(
    r"\b(?:(?<!as )(?<!what )(?<!even )if|unless|(?:as|so) long as|provided that|on condition that"
    r"|in the event of|in case(?: of)?|only when|once|without)\b",
    re.IGNORECASE,
)
ASKED = re.compile(r"\b(?:ask|asked|know|knows|see|wonder\w*|doubt\w*|unclear|question)\s+$", re.IGNORECASE)


def condition_of(tree: Tree, i: int) -> Span | None:
    """The characters of the condition of verb `i`, or None where none is stated."""
    for at in (i, tree.heads[i]):
        for k in tree.children(at, "advcl"):
            marks = {tree.words[m].lower() for m in tree.kids[k]}
            if conditional(tree, k) and "whether" not in marks:
                return whole(tree, k)
    for k in tree.subtree(i):
        marks = {tree.words[m].lower() for m in tree.children(k, "mark", "advmod")}
        if tree.deps[k] == "advcl" and marks & {"until", "till"} and tree.children(k, "nsubj", "nsubjpass"):
            return whole(tree, k)  # sanctions will stay until it complies
    return next((side for _, side in inverted(tree, i)), None) or _by_words(tree, i)


def inverted(tree: Tree, i: int) -> Iterator[tuple[int, Span]]:
    """The conditions of `i` that only the order of words tells, where the parse has no adverbial clause.

    Had it known, should they insist: the auxiliary stands before its subject.
    """
    above = [tree.heads[i]] if tree.deps[i] == "ccomp" else []
    for k in (*tree.children(i, "ccomp"), *above):
        auxiliaries = [a for a in (*tree.children(k, "aux"), k) if tree.words[a].lower() in INVERTED]
        subject = tree.child(k, "nsubj", "nsubjpass")
        if not tree.verbal(k) or not auxiliaries or subject is None or not auxiliaries[0] < subject:
            continue
        main = set(tree.subtree(i)) if k in above else set()
        side = [t for t in tree.subtree(k) if t >= auxiliaries[0] and t not in main]
        yield k, trimmed(tree, min(side), max(side))


def _by_words(tree: Tree, i: int) -> Span | None:
    """A condition that the parse has hung elsewhere: from its first word to the next comma."""
    for match in STATED.finditer(tree.text):
        word = match.group().lower()
        if ASKED.search(tree.text[: match.start()]) or (
            word in ("once", "without") and not _of_verb(tree, i, match)
        ):
            continue
        comma = re.compile(r"[,;.—]").search(tree.text, match.end())
        end = comma.start() if comma else len(tree.text.rstrip())
        before = tree.text.rfind(";", 0, match.start())
        if not match.start() <= tree.starts[i] < end and before < tree.starts[i]:
            return match.start(), end
    return None


def _of_verb(tree: Tree, i: int, match: re.Match[str]) -> bool:
    """Whether a short condition hangs on the verb itself: will not hold without monitors."""
    return any(tree.heads[t] == i and tree.deps[t] in ("prep", "advcl") for t in tree.within(*match.span()))
