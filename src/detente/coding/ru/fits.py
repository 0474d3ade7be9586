"""Which codebook entries a Russian word meets by what hangs on it."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.codebook import Entry
from detente.coding.ru.cast import Cast
from detente.coding.ru.roles import objects

_AS = ("в качестве", "в виде", "в ответ", "в рамках", "в ходе")
_ARGUMENTS = frozenset({"obj", "iobj", "obl", "nmod", "nsubj:pass", "amod", "xcomp", "advmod"})


def entries_at(cast: Cast, i: int) -> Iterator[Entry]:
    """The entries that a word meets, first those that ask for what hangs on the word itself."""
    entries = cast.lexicon.of(cast.tree.words[i].lemma)
    if len(entries) > 1:
        near = _heads_of_arguments(cast, i)
        entries = tuple(sorted(entries, key=lambda e: _far(e, near)))
    return (entry for entry in entries if _fits(cast, i, entry))


def _fits(cast: Cast, i: int, entry: Entry) -> bool:
    """Whether the words that an entry demands, and none that it excludes, hang on the word."""
    if not entry.object and not entry.without:
        return True
    if entry.without and not _heads_of_arguments(cast, i).isdisjoint(entry.without):
        return False
    return not entry.object or not _arguments(cast, i).isdisjoint(entry.object)


def _far(entry: Entry, near: set[str]) -> int:
    """0 for an entry that asks for what hangs on the word itself, 1 for one that looks further, else 2."""
    return 2 - bool(entry.object) - any(w in near for w in entry.object)


def _heads_of_arguments(cast: Cast, i: int) -> set[str]:
    """Dictionary forms of what hangs on a word as object, passive subject or complement."""
    return {cast.tree.words[h].lemma for h in _argument_words(cast, i)}


def _argument_words(cast: Cast, i: int) -> set[int]:
    heads = set(objects(cast.tree, i, cast.lexicon))
    for k in cast.tree.children(i):
        if cast.tree.words[k].rel in _ARGUMENTS and not cast.tree.mark(k).startswith(_AS):
            heads.add(k)
    return heads


def _arguments(cast: Cast, i: int) -> set[str]:
    """Dictionary forms of what hangs on a word as object, passive subject or complement, and of its own."""
    tree = cast.tree
    heads = _argument_words(cast, i)
    lemmas = {tree.words[h].lemma for h in heads}
    for h in heads:
        lemmas |= {tree.words[k].lemma for k in tree.children(h, "conj", "nmod", "amod", "case", "appos")}
    return lemmas
