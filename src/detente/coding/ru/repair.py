"""What the parser hangs wrongly and grammar tells better: clauses of что, objects taken for subjects."""

from __future__ import annotations

from dataclasses import replace

from detente.coding.ru.tree import Word

_UNDESIRED = frozenset({"персоной", "персоною", "нон", "грата", "persona", "non", "grata"})
_THAT = frozenset({"что", "чтобы"})


def mended(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of a sentence with what the parser hung wrongly put right."""
    return _without_loops(_named_undesired(_objects(_clauses(words))))


def _without_loops(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words with one word of each circle of heads made a root, so that every way up ends."""
    found = list(words)
    for i in range(len(found)):
        seen, at = {i}, found[i].head
        while at >= 0 and at not in seen:
            seen.add(at)
            at = found[at].head
        if at >= 0:
            found[at] = replace(found[at], head=-1, rel="root")
    return tuple(found)


def _named_undesired(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Whoever the parser hung on the last word of «персона нон грата» is the object of the verb over it."""
    found = list(words)
    for i, word in enumerate(words):
        last = word.head
        if not 0 <= last < i or words[last].text.lower() not in _UNDESIRED:
            continue
        over = next((k for k in range(last, -1, -1) if words[k].pos == "VERB"), None)
        bare = not any(w.head == i and w.rel == "case" for w in words)
        if (
            over is not None
            and bare
            and word.pos in ("NOUN", "PROPN")
            and word.text.lower() not in _UNDESIRED
        ):
            found[i] = replace(word, head=over, rel="obj")
    return tuple(found)


def _objects(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """An accusative taken for the subject of the first of two verbs is the object of the second.

    США вышли из сделки и ввели против Ирана новые санкции.
    """
    found = list(words)
    for i, word in enumerate(words):
        if word.rel != "nsubj" or word.feats.get("Case") != "Acc" or word.head < 0 or word.head > i:
            continue
        others = any(w.rel == "nsubj" and w.head == word.head and k < word.head for k, w in enumerate(words))
        over = next((k for k in range(i - 1, word.head, -1) if words[k].pos == "VERB"), None)
        if others and over is not None and not any(w.rel == "obj" and w.head == over for w in words):
            found[i] = replace(word, head=over, rel="obj")
    return tuple(found)


def _clauses(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """A clause of что that hangs on nothing hangs on the verb before it."""
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
