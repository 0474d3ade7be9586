"""What kind of word a word is: its neighbours in WordNet and in a clustering, and its types in the codebook.

By these a model fitted to few sentences says something of words that stood in none of them.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from detente.coding.en.forms import VOWELS, irregular

VERB, NOUN = "v", "n"


@dataclass(frozen=True, slots=True)
class WordClass:
    """A word in its base form, and its classes."""

    base: str
    classes: tuple[str, ...]


@lru_cache(maxsize=1)
def table() -> dict[tuple[str, str], WordClass]:
    """(part, base form) -> the word with its classes, from `word-classes.txt.gz`.

    A line holds v or n, the word, and its classes: PLOVER types, `:field` of meaning, `word` that it is a
    kind of, `~bits` of its cluster.
    """
    packed = files("detente.coding").joinpath("codebooks", "en", "word-classes.txt.gz").read_bytes()
    rows = (line.split(" ") for line in gzip.decompress(packed).decode().splitlines())
    return {(row[0], row[1]): WordClass(row[1], tuple(row[2:])) for row in rows}


@lru_cache(maxsize=50_000)
def word_class(word: str, part: str, lemma: str) -> WordClass:
    """The class of a word as it stands in a text, in lower case; `lemma` is the codebook's for it."""
    known = table()
    for base in (lemma, *_bases(word, part)):
        if (found := known.get((part, base))) is not None:
            return found
    return WordClass(lemma, ())


def _bases(word: str, part: str) -> Iterator[str]:
    """What a word may be a form of, the likeliest first."""
    yield word
    if word in _irregular():
        yield _irregular()[word]
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("s"):
        yield word[:-1]
    if part == VERB:
        if word.endswith("ied"):
            yield word[:-3] + "y"
        for suffix in ("ed", "ing"):
            if word.endswith(suffix):
                stem = word[: -len(suffix)]
                yield stem + "e"
                yield stem
                if stem[-1:] == stem[-2:-1] and stem[-1:] not in VOWELS:
                    yield stem[:-1]


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    return {form: base for base, forms in irregular().items() for form in forms}
