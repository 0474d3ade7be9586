"""Where a sentence states the condition of a clause: if, unless, as long as, in the event of."""

from __future__ import annotations

import re

from detente.coding.en.modality import conditional
from detente.coding.en.spans import whole
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
    return _by_words(tree, i)


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
