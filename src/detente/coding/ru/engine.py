"""The Russian parser: natasha's tagger and syntax model, loaded at the first use."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from detente.coding.ru.lemmas import Lemmas
from detente.coding.ru.repair import mended
from detente.coding.ru.tree import Tree, Word
from detente.errors import DetenteError

_STOP = re.compile(r"(?P<stop>:(?=\s+[«“\"])|;(?=\s+\w))\s+")


def parse(texts: Sequence[str]) -> list[Tree]:
    """The dependency trees of several sentences, in order; texts without a word give empty trees.

    Raises DetenteError where the Russian extra is not installed.
    """
    tokenize, tagger, parser, lemmas, _ = _models()
    tokens = [list(tokenize(text)) for text in texts]
    # the models read sentences in batches as wide as the longest: like lengths go together
    filled = sorted((i for i, found in enumerate(tokens) if found), key=lambda i: len(tokens[i]))
    # the models were trained on news without ё
    words = [[t.text.replace("ё", "е").replace("Ё", "Е") for t in tokens[i]] for i in filled]
    tagged = list(tagger.map(words))
    parsed = list(parser.map(words))
    trees = [Tree(text, ()) for text in texts]
    for i, tags, syntax in zip(filled, tagged, parsed, strict=True):
        trees[i] = Tree(texts[i], _words(tokens[i], tags.tokens, syntax.tokens, lemmas))
    return trees


def sentences(text: str) -> list[tuple[int, int]]:
    """The [start, end) of the sentences of a text, quotations cut open.

    What a colon quotes stands apart, and so does what a semicolon divides.
    """
    _models()
    from natasha.segment import sentenize

    found = []
    for sentence in sentenize(text):
        start = sentence.start
        for stop in _STOP.finditer(text, sentence.start, sentence.stop):
            found.append((start, stop.end("stop")))
            start = stop.end()
        found.append((start, sentence.stop))
    return found


def vector(word: str) -> Any:
    """The word vector of a dictionary form, of length 1; None where it has none."""
    found = _models()[-1].get(word)
    return None if found is None else found / float((found @ found) ** 0.5)


def _words(
    tokens: Sequence[Any], tags: Sequence[Any], syntax: Sequence[Any], lemmas: Lemmas
) -> tuple[Word, ...]:
    found = []
    for number, (token, tag, node) in enumerate(zip(tokens, tags, syntax, strict=True)):
        head = int(node.head_id) - 1
        pos, feats = tag.pos, tag.feats
        if number == 0 and pos in ("NOUN", "ADJ", "PROPN") and (finite := lemmas.finite(token.text)):
            pos, feats = "VERB", finite  # the tagger takes a verb that opens a sentence for a noun
        if pos in ("NOUN", "PROPN"):
            feats = lemmas.mended(token.text, feats)
        found.append(
            Word(
                token.text, token.start, token.stop, lemmas.of(token.text, pos, feats),
                pos, feats, head if head != number else -1, node.rel,
            )
        )  # fmt: skip
    return mended(tuple(found))


@lru_cache(maxsize=1)
def _models() -> tuple[Any, Any, Any, Lemmas, Any]:
    try:
        from natasha import NewsEmbedding, NewsMorphTagger, NewsSyntaxParser
        from natasha.segment import tokenize
    except ImportError as error:
        raise DetenteError(
            "Russian texts need an extra that is not installed.", hint='Run `pip install "detente[russian]"`.'
        ) from error
    embedding = NewsEmbedding()
    return tokenize, NewsMorphTagger(embedding), NewsSyntaxParser(embedding), Lemmas(), embedding
