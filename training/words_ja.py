"""Vectors of Japanese words for the training of learn_ja.py, and the few numbers of each that are kept.

The vectors are chiVe (Works Applications, Apache-2.0) as the package ja_ginza (MIT) brings them: 300 numbers
for each of 20,000 words, which other words share. Of these the model keeps what bears on acts and types.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from spacy.strings import StringStore
from spacy.vectors import Vectors
from sudachipy import Dictionary, SplitMode, Tokenizer

PLACES = {"v": 3.0, "を": 3.0, "n": 3.0, "nm": 3.0, "に": 3.0, "w": 0.8}
"""The places of a trait at which the vector of its word counts, and how much."""

DIMENSIONS = 100
KEPT = 32  # numbers that are kept of each word
WORDS, AMONG = 40_000, 150_000  # words that are kept, of so many
_CONTENT = frozenset({"名詞", "動詞", "形容詞", "形状詞", "副詞"})


class Words:
    """Words with their vectors, turned so that the first numbers differ most between words.

    `met` are the words that were asked for, with their rows.
    """

    def __init__(self, folder: Path) -> None:
        self._strings = StringStore().from_disk(folder / "strings.json")
        held = Vectors()
        held.from_disk(folder)
        self.row_of: dict[int, int] = dict(held.key2row)
        whole = held.data / (np.linalg.norm(held.data, axis=1, keepdims=True) + 1e-9)
        whole -= whole.mean(axis=0)
        turn = np.linalg.svd(whole, full_matrices=False)[2]
        self.met: dict[str, int | None] = {}
        self.vectors = (whole @ turn.T)[:, :DIMENSIONS]

    def row(self, word: str) -> int | None:
        """The row of a word, or of the form that Sudachi normalises it to."""
        found = self._held(word)
        if found is None and len(split := _sudachi().tokenize(word.removeprefix("だ:"))) == 1:
            found = self._held(split[0].normalized_form())
        return found

    def _held(self, word: str) -> int | None:
        return self.row_of.get(self._strings[word]) if word in self._strings else None

    def at_places(self, traits: list[list[str]]) -> csr_matrix:
        """The vectors of the words of `place=word`, side by side for each place; one row a list of traits."""
        size, at = self.vectors.shape[1], {place: i for i, place in enumerate(PLACES)}
        made = np.zeros((len(traits), size * len(PLACES)), np.float32)
        for i, told in enumerate(traits):
            for trait in set(told):
                place, _, word = trait.partition("=")
                if place not in at:
                    continue
                if word not in self.met:
                    self.met[word] = self.row(word)
                if (row := self.met[word]) is not None:
                    made[i, at[place] * size :][:size] += self.vectors[row] * PLACES[place]
        return csr_matrix(made)

    def common(self) -> list[str]:
        """The commonest content words of one morpheme."""
        found = [self._strings[key] for key in self.row_of if key in self._strings]
        return [word for word in found[:AMONG] if _is_content(word)]


def coded(words: Words, near: np.ndarray) -> tuple[list[str], np.ndarray, np.ndarray, np.ndarray]:
    """The words that are kept, the row of each, the rows as small numbers, and the weights of these numbers.

    `near` holds the weights of the vectors, of shape (places, numbers, types + 1). What is kept are the
    directions in which vectors change the scores most, and the words that change them most.
    """
    spread = words.vectors.std(axis=0)
    near = near * np.array(list(PLACES.values()))[:, None, None] * spread[:, None]
    turn = np.linalg.svd(np.concatenate(list(near), axis=1), full_matrices=False)[0][:, :KEPT]
    codes, weights = (words.vectors / spread) @ turn, np.einsum("dk,pdt->pkt", turn, near)
    effect = np.sqrt((np.einsum("rk,pkt->rpt", codes, weights) ** 2).sum(axis=(1, 2)))
    rows = {word: row for word in words.common() if (row := words.row(word)) is not None}
    kept = sorted(rows, key=lambda word: -effect[rows[word]])[:WORDS]
    kept = sorted({*kept, *(word for word, row in words.met.items() if row is not None)})
    rows |= {word: row for word, row in words.met.items() if row is not None}
    used = sorted({rows[word] for word in kept})
    step = np.abs(codes[used]).max(axis=0) / 127
    number = {row: i for i, row in enumerate(used)}
    small = np.round(codes[used] / step).astype(np.int8)
    return kept, np.array([number[rows[w]] for w in kept], np.uint16), small, weights * step[:, None]


def _is_content(word: str) -> bool:
    split = _sudachi().tokenize(word)
    pos = split[0].part_of_speech()
    content = pos[0] in _CONTENT and pos[1] not in ("固有名詞", "数詞")
    return content and len(split) == 1 and split[0].normalized_form() == word


@lru_cache(maxsize=1)
def _sudachi() -> Tokenizer:
    return Dictionary(dict="core").tokenizer(mode=SplitMode.B)
