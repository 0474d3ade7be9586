"""What the parser leaves apart and grammar puts together: a что-clause without a verb over it."""

from __future__ import annotations

from dataclasses import replace

from detente.coding.ru.tree import Word

_THAT = frozenset({"что", "чтобы"})


def joined(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with each clause of что that hangs on nothing hung on the verb before it."""
    found = list(words)
    for i, word in enumerate(words):
        if word.head >= 0:
            continue
        mark = next((k for k, w in enumerate(words) if w.head == i and w.lemma in _THAT and k < i), None)
        if mark is None or mark == 0 or words[mark - 1].text != ",":
            continue
        over = next((k for k in range(mark - 1, -1, -1) if words[k].pos == "VERB"), None)
        if over is not None and i not in _above(words, over):
            found[i] = replace(word, head=over, rel="ccomp")
    return tuple(found)


def _above(words: tuple[Word, ...], i: int) -> set[int]:
    """The words above a word, up to the root; the parser's loops are cut."""
    seen: set[int] = set()
    while (i := words[i].head) >= 0 and i not in seen:
        seen.add(i)
    return seen
