"""A Tree from the columns of a parse: lemmas by the lexicon, dependents by the heads."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.en.lexicon import Lexicon
from detente.coding.en.tree import Tree


def assembled(
    text: str,
    words: Sequence[str],
    starts: Sequence[int],
    tags: Sequence[str],
    deps: Sequence[str],
    heads: Sequence[int],
    lemmas: Sequence[str],
) -> Tree:
    """The tree whose tokens have these values; a token that is its own head is a root."""
    kids: list[list[int]] = [[] for _ in words]
    for i, head in enumerate(heads):
        if head != i:
            kids[head].append(i)
    return Tree(
        text=text,
        words=tuple(words),
        starts=tuple(starts),
        ends=tuple([start + len(word) for start, word in zip(starts, words, strict=True)]),
        lemmas=tuple(lemmas),
        tags=tuple(tags),
        deps=tuple(deps),
        heads=tuple(heads),
        kids=tuple(map(tuple, kids)),
    )


def lemmas_of(words: Sequence[str], tags: Sequence[str], lexicon: Lexicon) -> list[str]:
    """A lemma a word; the last part of a hyphenated or double word takes that of the whole, where known."""
    lemmas = lexicon.lemmas(words, tags)
    for i in range(1, len(words)):
        if words[i - 1] == "-" and i > 1:
            whole = f"{words[i - 2]}-{words[i]}"
        elif tags[i] in ("NN", "NNS") and tags[i - 1] in ("NN", "NNP"):
            whole = f"{words[i - 1]}-{words[i]}"
        else:
            continue
        lemma = lexicon.lemma(whole, tags[i])
        if lemma in lexicon.known:
            lemmas[i] = lemma
    return lemmas
